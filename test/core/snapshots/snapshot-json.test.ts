import fc from 'fast-check';
import {
  Decimal,
  formatMoney,
  looksLikeBsn,
  parseMoney,
  parseMonth,
  readSnapshot,
  readSnapshotHead,
  snapshotDocuments,
  snapshotFromJson,
  snapshotOfKey,
  snapshotToJson,
  type Snapshot,
} from '../../../src/core';
import { memoryInMemory, type Json } from '../../../src/workbook';
import { madeSnapshot } from './make';

/** What happens to a document on its way through a file or a memory. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function throughDocuments(snapshot: Snapshot): Snapshot {
  const documents = snapshotDocuments(snapshot);
  const head = documents[documents.length - 1];
  const parts = documents.slice(0, -1).map(({ value }) => kept(value));
  const read = readSnapshot(kept(head?.value), parts, head?.key ?? '');
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  return read.snapshot;
}

const snapshot: Snapshot = {
  ...madeSnapshot(
    [
      { product: 'P1', production: { 1: '10.50/2', 2: '-3.00' }, forecast: { 7: '99999999.99/123456782' } },
      { product: 'P2', domain: 'Jeugdwet', unit: null, treatment: 'excluded', production: { 1: '1.00' } },
    ],
    { ceilings: { Wmo: '100.00' } },
  ),
  sources: [
    {
      ...{ file: 'productie.csv', kind: 'production', hash: 'a1'.repeat(32) },
      lines: { total: 3, read: 2, rejected: 1 },
      amount: parseMoney('123456782.00'),
    },
  ],
  overrides: [
    {
      ...{ domain: 'Wmo', product: 'P1', month: parseMonth('2023-08'), amount: parseMoney('12.00') },
      reason: 'verbouwing',
    },
  ],
  newcomers: [
    {
      ...{ domain: 'Wmo', product: 'P1', unit: 'uur', first: parseMonth('2023-05'), clients: 1 },
      ...{ month: parseMonth('2023-06'), amount: parseMoney('4.00'), volume: null },
    },
  ],
};

describe('a frozen state as JSON', () => {
  it('comes back whole, from a file and from documents', () => {
    expect(throughDocuments(snapshot)).toEqual(snapshot);
    const read = snapshotFromJson(kept(snapshotToJson(snapshot)), 'stand.json');
    expect('snapshot' in read && read.snapshot).toEqual(snapshot);
  });

  it('comes back whole, whatever the figures', () => {
    const volume = fc.option(fc.integer({ min: 0, max: 999_999_999 }), { nil: null });
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), amount, volume), { maxLength: 12 }),
        (cells) => {
          const production = Object.fromEntries(
            cells.map(([month, cents, quantity]) => {
              const text = formatMoney(cents as ReturnType<typeof parseMoney>);
              return [month, quantity === null ? text : `${text}/${quantity}`];
            }),
          );
          const made = madeSnapshot([{ product: 'P', production }]);
          expect(throughDocuments(made)).toEqual(made);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('holds nothing that passes for a client number', async () => {
    const memory = memoryInMemory();
    for (const { key, value } of snapshotDocuments(snapshot)) await memory.set(key, value as Json);
    expect(looksLikeBsn('123456782')).toBe(true);
    expect((await memory.keys()).map(snapshotOfKey)).toEqual(['2023-06-30-1', null]);
  });

  it('5,000 products of twelve months fit the memory, over several documents', async () => {
    const all = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at + 1, '12345.67/321.25']));
    const large = madeSnapshot(
      Array.from({ length: 5000 }, (_, at) => ({
        product: `P${at}`,
        production: all,
        forecast: { 12: '1.00/1' },
      })),
    );
    const memory = memoryInMemory();
    const documents = snapshotDocuments(large);
    expect(documents.length).toBeGreaterThan(2);
    for (const { key, value } of documents) await memory.set(key, value as Json);
    expect(throughDocuments(large).products).toHaveLength(5000);
  });

  it.each<[string, (json: Record<string, unknown>) => unknown, string]>([
    ['another kind of document', () => ({ plafondwijzer: 'dossier' }), 'snapshots.not-valid'],
    ['nothing at all', () => null, 'snapshots.not-valid'],
    ['a later version', (json) => ({ ...json, version: 2 }), 'snapshots.later-version'],
    [
      'a row less',
      (json) => ({ ...json, products: (json['products'] as unknown[]).slice(1) }),
      'snapshots.rows-missing',
    ],
    [
      'an amount that was changed',
      (json) => JSON.parse(JSON.stringify(json).replace('10.50', '10.60')) as unknown,
      'snapshots.totals-differ',
    ],
    [
      'an amount without cents',
      (json) => JSON.parse(JSON.stringify(json).replace('c|10.50', 'c|10.5')) as unknown,
      'snapshots.not-valid',
    ],
    [
      'a domain that isn’t there',
      (json) => ({ ...json, domains: (json['domains'] as unknown[]).slice(0, 1) }),
      'snapshots.unknown-domain',
    ],
  ])('refuses %s', (_, damage, code) => {
    const read = snapshotFromJson(
      damage(kept(snapshotToJson(snapshot)) as Record<string, unknown>),
      'stand.json',
    );
    expect('issues' in read && read.issues[0]?.code).toBe(code);
    expect('issues' in read && read.issues[0]?.place.file).toBe('stand.json');
  });

  it('refuses a part that is missing or of another snapshot', () => {
    const documents = snapshotDocuments(snapshot);
    const head = documents[documents.length - 1]?.value;
    const missing = readSnapshot(kept(head), [], 'snapshot-x');
    expect('issues' in missing && missing.issues[0]).toMatchObject({
      code: 'snapshots.not-valid',
      place: { file: 'snapshot-2023-06-30-1.p1' },
    });
    const [other] = snapshotDocuments({ ...snapshot, id: 'anders-1' });
    const strange = readSnapshot(kept(head), [kept(other?.value)], 'snapshot-x');
    expect('issues' in strange && strange.issues[0]?.code).toBe('snapshots.other-part');
  });

  it('lists without reading the rows', () => {
    const documents = snapshotDocuments(snapshot);
    const read = readSnapshotHead(kept(documents[documents.length - 1]?.value), 'snapshot-x');
    expect('head' in read && { id: read.head.id, parts: read.head.parts, asOf: read.head.asOf }).toEqual({
      id: '2023-06-30-1',
      parts: 1,
      asOf: '2023-06-30',
    });
  });

  it('keeps the share of an incomplete month', () => {
    const [first, ...rest] = snapshot.products;
    if (!first) throw new Error('no product');
    const months = first.months.map((month, index) =>
      index < 2
        ? { ...month, status: 'incomplete' as const, share: index === 0 ? new Decimal('0.85') : null }
        : month,
    );
    const shared = { ...snapshot, products: [{ ...first, months }, ...rest] };
    expect(throughDocuments(shared)).toEqual(shared);
  });
});
