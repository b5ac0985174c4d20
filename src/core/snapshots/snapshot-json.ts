import type { z } from 'zod';
import {
  Decimal,
  formatMoney,
  formatQuantity,
  isIsoDate,
  isMonth,
  monthsOfYear,
  parseMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Month,
} from '../values';
import type { ProductMonth } from './product-months';
import { yearAmount, type Snapshot, type SnapshotDomain, type SnapshotProduct } from './snapshot';
import {
  headShape,
  partShape,
  SNAPSHOT_VERSION,
  wholeShape,
  type Head,
  type NewcomerRow,
  type ProductRow,
  type Rows,
  type Whole,
} from './snapshot-shape';

/** A document of a memory, with its key. Plain JSON. */
export interface KeptDocument {
  readonly key: string;
  readonly value: unknown;
}

/** Well under the length that a workbook's memory takes, escapes of XML and all. */
const MOST_LENGTH = 600_000;

export const snapshotKey = (id: string): string => `snapshot-${id}`;
export const partKey = (id: string, part: number): string => `snapshot-${id}.p${part}`;

/** The snapshot that a key of the memory stands for; null for other documents, and for the parts of a snapshot. */
export const snapshotOfKey = (key: string): string | null =>
  /^snapshot-([a-z0-9][a-z0-9-]*)$/.exec(key)?.[1] ?? null;

const volumeText = (volume: Decimal): string => {
  const text = formatQuantity(volume);
  return text.includes('.') ? text : `${text}.0`;
};

/** Fields of a month; empty ones at the end are left out. */
function cellText(month: ProductMonth): string {
  const status =
    month.status === 'incomplete' && month.share !== null
      ? `i${month.share.toFixed(month.share.decimalPlaces() || 1)}`
      : month.status.charAt(0);
  const amount = (money: Money): string => (money === ZERO ? '' : formatMoney(money));
  const volume = (quantity: Decimal | null): string => (quantity === null ? '' : volumeText(quantity));
  return [
    status,
    amount(month.production),
    volume(month.productionVolume),
    amount(month.forecast),
    volume(month.forecastVolume),
    month.clients === null ? '' : String(month.clients),
  ]
    .join('|')
    .replace(/\|+$/, '');
}

function monthOf(text: string, month: Month): ProductMonth {
  const [
    status = '',
    production = '',
    productionVolume = '',
    forecast = '',
    forecastVolume = '',
    clients = '',
  ] = text.split('|');
  const amount = (part: string): Money => (part === '' ? ZERO : parseMoney(part));
  const volume = (part: string): Decimal | null => (part === '' ? null : new Decimal(part));
  return {
    month,
    status: status === 'c' ? 'closed' : status === 'f' ? 'forecast' : 'incomplete',
    share: status.length > 1 ? new Decimal(status.slice(1)) : null,
    production: amount(production),
    productionVolume: volume(productionVolume),
    forecast: amount(forecast),
    forecastVolume: volume(forecastVolume),
    clients: clients === '' ? null : Number(clients),
  };
}

const orNull = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));
const moneyOrNull = (text: string | null): Money | null => (text === null ? null : parseMoney(text));
const dayOrNull = (text: string | null): IsoDate | null => (text !== null && isIsoDate(text) ? text : null);

function headOf(snapshot: Snapshot, parts: number): Head {
  const { domains, sources, overrides } = snapshot;
  const { kind, id, takenAt, note, engine, file, provider, year, asOf } = snapshot;
  return {
    plafondwijzer: 'snapshot',
    version: SNAPSHOT_VERSION,
    ...{ kind, id, takenAt, note, engine, file, provider, year, asOf },
    rulebook: snapshot.rulebook && { id: snapshot.rulebook.id, version: snapshot.rulebook.version },
    findings: { ...snapshot.findings },
    scenarios: [...snapshot.scenarios],
    sources: sources.map(({ file, kind, hash, lines, amount }) => ({
      ...{ file, kind, hash, lines: { total: lines.total, read: lines.read, rejected: lines.rejected } },
      amount: formatMoney(amount),
    })),
    overrides: overrides.map(({ amount, ...one }) => ({ ...one, amount: formatMoney(amount) })),
    domains: domains.map((one) => ({
      domain: one.domain,
      production: formatMoney(one.production),
      forecast: formatMoney(one.forecast),
      excluded: formatMoney(one.excluded),
      total: formatMoney(one.total),
      ceiling: one.ceiling && {
        base: formatMoney(one.ceiling.base),
        raises: formatMoney(one.ceiling.raises),
        expectedRaises: formatMoney(one.ceiling.expectedRaises),
        caseBudgets: formatMoney(one.ceiling.caseBudgets),
        effective: formatMoney(one.ceiling.effective),
        effectiveYearEnd: formatMoney(one.ceiling.effectiveYearEnd),
      },
      headroom: orNull(one.headroom),
      headroomYearEnd: orNull(one.headroomYearEnd),
      overrun: orNull(one.overrun),
      overrunYearEnd: orNull(one.overrunYearEnd),
      exhaustionDate: one.exhaustionDate,
      namesClients: one.namesClients,
    })),
    rows: { products: snapshot.products.length, newcomers: snapshot.newcomers.length },
    parts,
  };
}

function rowsOf(snapshot: Snapshot): Rows {
  const indexes = new Map(snapshot.domains.map(({ domain }, index) => [domain, index]));
  const indexOf = (domain: string): number => {
    const known = indexes.get(domain);
    if (known === undefined) throw new RangeError(`no domain ${domain} in the snapshot`);
    return known;
  };
  return {
    products: snapshot.products.map((one): ProductRow => [
      indexOf(one.domain),
      one.product,
      one.unit,
      one.description,
      one.treatment,
      one.months.map(cellText).join(';'),
    ]),
    newcomers: snapshot.newcomers.map((one): NewcomerRow => [
      indexOf(one.domain),
      one.product,
      one.unit,
      one.first,
      one.month,
      formatMoney(one.amount),
      one.volume === null ? null : volumeText(one.volume),
      one.clients,
    ]),
  };
}

/** A snapshot as one JSON document, for a file. Amounts are decimal text; no client is in it. */
export const snapshotToJson = (snapshot: Snapshot): Whole => ({
  ...headOf(snapshot, 0),
  ...rowsOf(snapshot),
});

/**
 * A snapshot as documents for a memory that takes documents of limited length: the first holds what a list of
 * snapshots needs, the others hold the rows. Parts come first in the list, so that whoever keeps them in this order
 * never has a first document that promises parts which aren't there.
 */
export function snapshotDocuments(snapshot: Snapshot): KeptDocument[] {
  const rows = rowsOf(snapshot);
  const parts: Rows[] = [];
  let length = MOST_LENGTH;
  const room = (row: unknown): Rows => {
    const own = JSON.stringify(row).length + 1;
    if (length + own > MOST_LENGTH) {
      parts.push({ products: [], newcomers: [] });
      length = 0;
    }
    length += own;
    return parts[parts.length - 1] as Rows;
  };
  for (const row of rows.products) room(row).products.push(row);
  for (const row of rows.newcomers) room(row).newcomers.push(row);
  const { id } = snapshot;
  return [
    ...parts.map((part, index) => ({
      key: partKey(id, index + 1),
      value: { plafondwijzer: 'snapshot-part', version: SNAPSHOT_VERSION, id, part: index + 1, ...part },
    })),
    { key: snapshotKey(id), value: headOf(snapshot, parts.length) },
  ];
}

/** What a snapshot is about, read from its first document: enough for a list. */
export type SnapshotHead = Omit<Snapshot, 'products' | 'newcomers'> & {
  /** How many further documents hold its rows. */
  readonly parts: number;
};

type Read<T> = T | { readonly issues: readonly Issue[] };

const refused = (file: string, code: string, facts: Issue['facts'], path?: string): Issue => ({
  level: 'error',
  code,
  facts,
  place: { file, ...(path === undefined || path === '' ? {} : { path }) },
});

/** What is wrong with a document; a version of a later date is said to be just that. */
function issuesOf(error: z.ZodError, json: unknown, file: string): Issue[] {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null;
  if (typeof version === 'number' && version > SNAPSHOT_VERSION) {
    return [refused(file, 'snapshots.later-version', { found: version, expected: SNAPSHOT_VERSION })];
  }
  return error.issues
    .slice(0, 5)
    .map((issue) =>
      refused(file, 'snapshots.not-valid', { expected: issue.message }, issue.path.map(String).join('.')),
    );
}

function headFrom(head: Head): SnapshotHead {
  const { kind, id, takenAt, note, engine, file, provider, year, rulebook, findings, scenarios, parts } =
    head;
  return {
    ...{ kind, id, takenAt, note, engine, file, provider, year, rulebook, findings, scenarios, parts },
    asOf: dayOrNull(head.asOf),
    sources: head.sources.map((one) => ({ ...one, amount: parseMoney(one.amount) })),
    overrides: head.overrides.flatMap(({ month, amount, ...one }) =>
      isMonth(month) ? [{ ...one, month, amount: parseMoney(amount) }] : [],
    ),
    domains: head.domains.map((one): SnapshotDomain => ({
      ...one,
      production: parseMoney(one.production),
      forecast: parseMoney(one.forecast),
      excluded: parseMoney(one.excluded),
      total: parseMoney(one.total),
      ceiling: one.ceiling && {
        base: parseMoney(one.ceiling.base),
        raises: parseMoney(one.ceiling.raises),
        expectedRaises: parseMoney(one.ceiling.expectedRaises),
        caseBudgets: parseMoney(one.ceiling.caseBudgets),
        effective: parseMoney(one.ceiling.effective),
        effectiveYearEnd: parseMoney(one.ceiling.effectiveYearEnd),
      },
      headroom: moneyOrNull(one.headroom),
      headroomYearEnd: moneyOrNull(one.headroomYearEnd),
      overrun: moneyOrNull(one.overrun),
      overrunYearEnd: moneyOrNull(one.overrunYearEnd),
      exhaustionDate: dayOrNull(one.exhaustionDate),
    })),
  };
}

/** The first document of a snapshot, for a list. Issues name the document and the path in it. */
export function readSnapshotHead(json: unknown, key: string): Read<{ readonly head: SnapshotHead }> {
  const parsed = headShape.safeParse(json);
  if (!parsed.success) return { issues: issuesOf(parsed.error, json, key) };
  return { head: headFrom(parsed.data) };
}

/**
 * A snapshot from its documents: the first, and the parts in order. Issues: a document that is damaged, a part that is
 * missing or belongs to another snapshot, rows that don't add up to the totals that are stated. Nothing of a damaged
 * snapshot is used.
 */
export function readSnapshot(
  json: unknown,
  parts: readonly unknown[],
  key: string,
): Read<{ readonly snapshot: Snapshot }> {
  const parsed = headShape.safeParse(json);
  if (!parsed.success) return { issues: issuesOf(parsed.error, json, key) };
  const head = parsed.data;
  const rows: Rows = { products: [], newcomers: [] };
  for (let part = 1; part <= head.parts; part++) {
    const name = partKey(head.id, part);
    const found = partShape.safeParse(parts[part - 1]);
    if (!found.success) return { issues: issuesOf(found.error, parts[part - 1], name) };
    if (found.data.id !== head.id || found.data.part !== part) {
      return { issues: [refused(name, 'snapshots.other-part', { expected: head.id, found: found.data.id })] };
    }
    rows.products.push(...found.data.products);
    rows.newcomers.push(...found.data.newcomers);
  }
  return assemble(head, rows, key);
}

/** A snapshot from one JSON document, as it stands in a file. Issues: as `readSnapshot`. */
export function snapshotFromJson(json: unknown, file: string): Read<{ readonly snapshot: Snapshot }> {
  const parsed = wholeShape.safeParse(json);
  if (!parsed.success) return { issues: issuesOf(parsed.error, json, file) };
  const { products, newcomers, ...head } = parsed.data;
  return assemble(head, { products, newcomers }, file);
}

/** Snapshots of several prognoses as one JSON document, for a file. */
export const snapshotsToJson = (snapshots: readonly Snapshot[]): unknown => ({
  plafondwijzer: 'snapshots',
  version: SNAPSHOT_VERSION,
  snapshots: snapshots.map(snapshotToJson),
});

/** The snapshots of a file, or the one that it holds. Issues: as `readSnapshot`, with the place in the file. */
export function snapshotsFromJson(
  json: unknown,
  file: string,
): Read<{ readonly snapshots: readonly Snapshot[] }> {
  const list = typeof json === 'object' && json !== null && 'snapshots' in json ? json.snapshots : null;
  const snapshots: Snapshot[] = [];
  if (!Array.isArray(list)) {
    const read = snapshotFromJson(json, file);
    return 'issues' in read ? read : { snapshots: [read.snapshot] };
  }
  for (const [index, one] of list.entries()) {
    const read = snapshotFromJson(one, file);
    if ('issues' in read) {
      const at = `snapshots.${index}`;
      return {
        issues: read.issues.map((issue) => {
          const inside = issue.place.path === undefined ? at : `${at}.${issue.place.path}`;
          return { ...issue, place: { ...issue.place, path: inside } };
        }),
      };
    }
    snapshots.push(read.snapshot);
  }
  return { snapshots };
}

function assemble(head: Head, rows: Rows, file: string): Read<{ readonly snapshot: Snapshot }> {
  const { products: expected, newcomers: expectedNewcomers } = head.rows;
  if (rows.products.length !== expected || rows.newcomers.length !== expectedNewcomers) {
    const found = rows.products.length + rows.newcomers.length;
    const facts = { found, expected: expected + expectedNewcomers };
    return { issues: [refused(file, 'snapshots.rows-missing', facts)] };
  }
  const about = headFrom(head);
  const domainAt = (index: number): string | null => about.domains[index]?.domain ?? null;
  const months = monthsOfYear(head.year);
  const products: SnapshotProduct[] = [];
  for (const [at, product, unit, description, treatment, text] of rows.products) {
    const domain = domainAt(at);
    if (domain === null) return { issues: [refused(file, 'snapshots.unknown-domain', { found: at })] };
    const cells = text.split(';');
    products.push({
      ...{ domain, product, unit, description, treatment },
      months: months.map((month, index) => monthOf(cells[index] ?? 'f', month)),
    });
  }
  const newcomers: Snapshot['newcomers'][number][] = [];
  for (const [at, product, unit, first, month, amount, volume, clients] of rows.newcomers) {
    const domain = domainAt(at);
    if (domain === null || !isMonth(first) || !isMonth(month)) {
      return { issues: [refused(file, 'snapshots.unknown-domain', { found: at })] };
    }
    newcomers.push({
      ...{ domain, product, unit, first, month, clients },
      amount: parseMoney(amount),
      volume: volume === null ? null : new Decimal(volume),
    });
  }
  const { kind, id, takenAt, note, engine, provider, year, asOf, rulebook } = about;
  const { sources, domains, findings, overrides, scenarios } = about;
  const snapshot: Snapshot = {
    ...{ kind, id, takenAt, note, engine, file: about.file, provider, year, asOf, rulebook },
    ...{ sources, domains, findings, overrides, scenarios, products, newcomers },
  };
  const issues = about.domains.flatMap(({ domain, total }): Issue[] => {
    const added = countingTotal(snapshot, domain);
    return added === total
      ? []
      : [
          refused(file, 'snapshots.totals-differ', {
            domain,
            stated: { kind: 'money', value: total },
            found: { kind: 'money', value: added },
          }),
        ];
  });
  return issues.length > 0 ? { issues } : { snapshot };
}

/** What the counting products of a domain add up to. */
export const countingTotal = (snapshot: Pick<Snapshot, 'products'>, domain: string): Money =>
  sumMoney(
    snapshot.products.filter((one) => one.domain === domain && one.treatment !== 'excluded').map(yearAmount),
  );
