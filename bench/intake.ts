import { createReadStream, statSync } from 'node:fs';
import { addMoney, CareTable, formatMoney, ZERO, type Money } from '../src/core';
import { readCare } from '../src/intake';

/** Reads one production file in this process and prints what it took, with group sums as a control. */
async function main(path: string): Promise<void> {
  const begin = process.hrtime.bigint();
  const table = new CareTable();
  const receipt = await readCare(
    {
      name: path,
      size: statSync(path).size,
      open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    },
    'production',
    table,
  );
  const groups = new Map<string, Money>();
  const readDone = process.hrtime.bigint();
  for (const row of table.withoutClients().rows()) {
    const key = `${row.provider}|${row.domain}|${row.product}|${row.month}`;
    groups.set(key, addMoney(groups.get(key) ?? ZERO, row.amount));
  }
  const end = process.hrtime.bigint();
  process.stdout.write(
    `${JSON.stringify({
      readSeconds: Number(readDone - begin) / 1e9,
      groupSeconds: Number(end - readDone) / 1e9,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      lines: receipt.lines,
      total: formatMoney(receipt.amounts.read),
      stated: receipt.amounts.stated === null ? null : formatMoney(receipt.amounts.stated),
      groups: [...groups].map(([key, amount]) => [key, formatMoney(amount)]).sort(),
      clientGroups: table.size,
    })}\n`,
  );
}

void main(process.argv[2] ?? '');
