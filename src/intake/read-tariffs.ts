import { careUnit, type TariffEntry } from '../core';
import type { InputFile, IntakeOptions, TariffsRead } from './contract';
import { ignoredColumns, readColumns } from './fields';
import { readList, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { Tally } from './tally';

/** Overlaps are named one by one up to here; the next notice says how many more there are. */
const OVERLAPS_NAMED = 20;

/**
 * Reads a tariff list, municipal (`tarief`) or Wlz (`zorgcomponent`, `nhc`, `nic`, `kwaliteitstoeslag`).
 * Tariffs are euro per unit exactly as written, nothing is rounded; validity runs to the last day included.
 * Errors: `IntakeError` when the file can't be used at all.
 * @example (await readTariffs(tariffs)).entries[0]?.tariff?.toFixed() // '61.8'
 */
export async function readTariffs(file: InputFile, options: IntakeOptions = {}): Promise<TariffsRead> {
  const source = await openTable(file, 'tariffs', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): TariffEntry => {
    const orNull = (text: string): string | null => (text === '' ? null : text);
    const product = fields.required('product');
    const tariff = fields.decimal('tariff');
    const care = fields.decimal('care');
    if (tariff === null && care === null) {
      fields.refuse('intake.line-tariff-missing', fields.has('tariff') ? 'tariff' : 'care');
    }
    const from = fields.date('from');
    const until = fields.date('until');
    if (from !== null && until !== null && until < from)
      fields.refuse('intake.line-validity-reversed', 'until');
    return {
      product,
      description: fields.text('description'),
      unit: orNull(fields.text('unit')),
      tariff,
      care,
      nhc: fields.decimal('nhc'),
      nic: fields.decimal('nic'),
      qualitySupplement: fields.decimal('qualitySupplement'),
      from,
      until,
      sector: orNull(fields.text('sector')),
      deliveryForm: orNull(fields.text('deliveryForm')),
      treatment: orNull(fields.text('treatment')),
      place: fields.place(),
      provider: orNull(fields.text('provider')),
      location: orNull(fields.text('location')),
      variant: orNull(fields.text('variant')),
    };
  };
  const amountField = source.header.at.has('tariff') ? 'tariff' : 'care';
  const { entries, decimal } = await readList(
    file.name,
    source,
    tally,
    options,
    amountField,
    read,
    () => null,
  );
  noteOverlaps(entries, tally);
  const receipt = tally.receipt({
    kind: 'tariffs',
    format: source.format,
    encoding: source.encoding(),
    delimiter: source.delimiter,
    decimal,
    columns: readColumns('tariffs', source.header),
    ignoredColumns: ignoredColumns(source.header),
    years: new Map(),
    providers: [],
  });
  return { entries, receipt };
}

/** Two lines for the same product and attributes that hold on the same day. */
function noteOverlaps(entries: readonly TariffEntry[], tally: Tally): void {
  const groups = new Map<string, TariffEntry[]>();
  for (const entry of entries) {
    const { product, unit, sector, deliveryForm, treatment, provider, location, variant } = entry;
    const key = JSON.stringify([
      ...[product, careUnit(unit) ?? unit, sector, deliveryForm, treatment],
      ...[provider, location, variant],
    ]).toLowerCase();
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  let count = 0;
  for (const group of groups.values()) {
    const sorted = [...group].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    // The line that holds longest so far: a later start before its end overlaps.
    let [longest] = sorted;
    for (const entry of sorted.slice(1)) {
      if (!longest) break;
      const end = longest.until ?? '9999-12-31';
      if ((entry.from ?? '') <= end) {
        count++;
        if (count <= OVERLAPS_NAMED) {
          tally.notice(
            'intake.tariffs-overlap',
            {
              product: entry.product,
              first: longest.place.cell ?? String(longest.place.line ?? ''),
              where: entry.place.cell === undefined ? 'line' : 'cell',
              second: entry.place.cell ?? String(entry.place.line ?? ''),
            },
            entry.place,
          );
        }
      }
      if ((entry.until ?? '9999-12-31') > end) longest = entry;
    }
  }
  if (count > OVERLAPS_NAMED) tally.notice('intake.tariffs-overlap-more', { count: count - OVERLAPS_NAMED });
}
