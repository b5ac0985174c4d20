import { readFileSync, writeFileSync } from 'node:fs';
import { detectLayout, parseDate, planFill, readPrognosis, type Figure } from '../src/core';
import { openXlsx } from '../src/workbook';

/**
 * What a controller waits for with a large workbook, in this process: open, detect, fill every input cell with
 * figures read from the workbook's own numbers, save.
 */
async function main(path: string, out: string): Promise<void> {
  const begin = process.hrtime.bigint();
  const lap = (): number => Number(process.hrtime.bigint() - begin) / 1e9;
  const port = await openXlsx(new Uint8Array(readFileSync(path)), 'groot.xlsx');
  const grid = await port.read();
  const opened = lap();
  const asOf = parseDate('2023-06-30');
  const codes = new Set<string>();
  for (const sheet of grid.sheets) {
    for (const cell of sheet.cells)
      if (cell.value?.kind === 'text' && /^P\d{5,6}$/.test(cell.value.value)) codes.add(cell.value.value);
  }
  const layout = detectLayout(grid, {
    year: 2023,
    asOf,
    products: [...codes].map((code) => ({
      code,
      description: `Zorgproduct ${code.slice(1)}`,
      domain: null,
      unit: 'uur',
    })),
    providers: ['Stichting Voorbeeld'],
    domains: ['Wmo', 'Jeugdwet'],
    aliases: new Map(),
  });
  const detected = lap();
  const figures: Figure[] = readPrognosis(layout, grid, asOf).values.flatMap((value) =>
    value.amount === null || value.slot.product === null
      ? []
      : [
          {
            domain: value.slot.domain ?? '',
            product: value.slot.product,
            month: value.slot.period.from,
            phase: value.slot.period.from <= '2023-06' ? ('actual' as const) : ('forecast' as const),
            amount: (value.amount + 100n) as Figure['amount'],
            quantity: null,
            unit: null,
            clients: null,
          },
        ],
  );
  const plan = planFill(layout, grid, { provider: 'Stichting Voorbeeld', year: 2023, asOf, figures });
  const outcome = await port.write(plan.writes);
  const filled = lap();
  writeFileSync(out, await port.save());
  const usage = process.resourceUsage();
  process.stdout.write(
    `${JSON.stringify({
      opened,
      detected: detected - opened,
      filled: filled - detected,
      saved: lap() - filled,
      cells: grid.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0),
      slots: layout.slots.length,
      written: outcome.written.length,
      refused: outcome.refused.length,
      difference: String(plan.difference),
      cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      peakMegabytes: usage.maxRSS / 1024,
    })}\n`,
  );
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
