import { careUnit, quantityValue, type Decimal, type Place, type TariffEntry } from '../core';
import type { InputFile, IntakeOptions, TariffsRead } from './contract';
import { listReceipt } from './list-money';
import { readList, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { Tally } from './tally';
import { unfoldTariffs } from './tariff-table';

/** Overlaps are named one by one up to here; the next notice says how many more there are. */
const OVERLAPS_NAMED = 20;

/**
 * Reads a tariff list, municipal (`tarief`) or Wlz (`zorgcomponent`, `nhc`, `nic`, `kwaliteitstoeslag`).
 * Tariffs are euro per unit exactly as written, nothing is rounded; validity runs to the last day included.
 * Errors: `IntakeError` when the file can't be used at all.
 * @example (await readTariffs(tariffs)).entries[0]?.tariff?.toFixed() // '61.8'
 */
export async function readTariffs(file: InputFile, options: IntakeOptions = {}): Promise<TariffsRead> {
  const unfolded = await unfoldTariffs(file, options, options.tariffMapping ?? null);
  if (unfolded === null) return { ...(await readTariffLines(file, options)), mapping: null };
  const bytes = new TextEncoder().encode(unfolded.text);
  const own: InputFile = {
    name: file.name,
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const { decimal, signal } = options;
  const { entries, receipt } = await readTariffLines(own, {
    ...(decimal ? { decimal } : {}),
    ...(signal ? { signal } : {}),
  });
  // Lines of the unfolded form mean nothing to the user: they are told as the cells they came from.
  const original = (place: Place): Place => {
    const found = place.line === undefined ? undefined : unfolded.places[place.line - 2];
    return found ?? place;
  };
  return {
    entries: entries.map((entry) => ({ ...entry, place: original(entry.place) })),
    receipt: {
      ...receipt,
      issues: receipt.issues.map((issue) => ({ ...issue, place: original(issue.place) })),
    },
    mapping: unfolded.mapping,
  };
}

/** As `readTariffs`, for a list in our own form. */
async function readTariffLines(file: InputFile, options: IntakeOptions): Promise<TariffsRead> {
  const source = await openTable(file, 'tariffs', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): TariffEntry => {
    const orNull = (text: string): string | null => (text === '' ? null : text);
    const product = fields.required('product');
    const tariff = fields.decimal('tariff');
    const care = fields.decimal('care');
    checkSum(fields, tariff, care, tally);
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
  const receipt = listReceipt('tariffs', source, tally, decimal);
  return { entries, receipt };
}

/** Where a list states total and components: a cent apart may be rounding, more is not. */
function checkSum(fields: LineFields, tariff: Decimal | null, care: Decimal | null, tally: Tally): void {
  if (tariff === null || care === null) return;
  const sum = [fields.decimal('nhc'), fields.decimal('nic')].reduce<Decimal>(
    (total, part) => (part === null ? total : total.plus(part)),
    care,
  );
  const difference = tariff.minus(sum);
  if (difference.isZero()) return;
  tally.notice(
    'tariffs.sum-differs',
    {
      product: fields.text('product'),
      total: quantityValue(tariff, '€'),
      sum: quantityValue(sum, '€'),
      rounding: difference.abs().lessThanOrEqualTo('0.01') ? 'yes' : 'no',
    },
    fields.place('tariff'),
  );
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
