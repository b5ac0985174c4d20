import { statSync } from 'node:fs';
import { fileChunks } from '../src/cli/file-chunks';
import { addMoney, CareTable, formatMoney, ZERO, type Money } from '../src/core';
import { ProductionIntake } from '../src/intake';

/** Reads one message in this process and prints what it took, with sums per product and month as a control. */
async function main(path: string): Promise<void> {
  const begin = process.hrtime.bigint();
  const table = new CareTable();
  const intake = await ProductionIntake.open([
    {
      name: path,
      size: statSync(path).size,
      open: (fleeting = false) => fileChunks(path, fleeting),
    },
  ]);
  const [part] = intake.parts;
  if (!part) throw new Error('no part');
  const receipt = await intake.read(part, table);
  const readDone = process.hrtime.bigint();
  const groups = new Map<string, Money>();
  for (const row of table.withoutClients().rows()) {
    const key = `${row.product}|${row.month}`;
    groups.set(key, addMoney(groups.get(key) ?? ZERO, row.amount));
  }
  const cpu = process.cpuUsage();
  process.stdout.write(
    `${JSON.stringify({
      readSeconds: Number(readDone - begin) / 1e9,
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      lines: receipt.lines,
      total: formatMoney(receipt.amounts.read),
      issues: receipt.issues.map((issue) => issue.code),
      groups: [...groups].map(([key, amount]) => [key, formatMoney(amount)]).sort(),
      clientGroups: table.size,
    })}\n`,
  );
}

void main(process.argv[2] ?? '');
