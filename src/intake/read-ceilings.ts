import { ceilingKind, moneyFromCents, type CeilingEntry, type Money } from '../core';
import type { CeilingsRead, InputFile, IntakeOptions } from './contract';
import { domainName } from './domain-name';
import { centsIn, listReceipt } from './list-money';
import { readList, type LineFields } from './list-reader';
import { scale } from './number-text';
import { openTable } from './open-table';
import { looksLikeBsn, showable } from './private-text';
import { CentSum, LARGEST_CENTS, Tally } from './tally';

/**
 * Reads a ceilings file. Amounts in whole cents, more decimals rounded half up with a notice. A line without
 * a usable year, kind, amount or date, and a case budget without its client, is rejected.
 * Errors: `IntakeError` when the file can't be used at all.
 * @example (await readCeilings(ceilings)).entries[0]?.kind // 'base'
 */
export async function readCeilings(file: InputFile, options: IntakeOptions = {}): Promise<CeilingsRead> {
  const source = await openTable(file, 'ceilings', options);
  const tally = new Tally(file.name);
  const years = new Map<number, { lines: number; sum: CentSum }>();
  const providers = new Set<string>();
  const unknownDomains = new Set<string>();
  let clients = 0;
  let bsns = 0;

  const read = (fields: LineFields): CeilingEntry => {
    const domainText = fields.required('domain');
    const domain = domainName(domainText);
    const year = fields.required('year');
    if (!/^(?:19|20|21)\d{2}$/.test(year)) {
      fields.refuse('intake.line-year-unreadable', 'year', { found: showable(year) });
    }
    const kindText = fields.has('kind') ? fields.required('kind') : 'basis';
    const kind = ceilingKind(kindText);
    if (kind === null) fields.refuse('intake.line-kind-unknown', 'kind', { found: showable(kindText) });
    const client = fields.text('client');
    if (kind === 'case-budget' && client === '') fields.refuse('intake.line-client-missing', 'client');
    const amount = fields.number('amount');
    if (!amount) fields.refuse('intake.line-amount-blank', 'amount');
    const scaled = scale(amount.digits, amount.negative, 2);
    if (!scaled || Math.abs(scaled.units) > LARGEST_CENTS) {
      fields.refuse('intake.line-amount-too-large', 'amount');
    }
    if (kind === 'lowering' && scaled.units > 0) fields.refuse('intake.line-lowering-positive', 'amount');
    const from = fields.date('from');

    if (scaled.difference) tally.rounded('amount', scaled.difference, () => fields.place('amount'));
    if (domain === null && !unknownDomains.has(domainText)) {
      unknownDomains.add(domainText);
      tally.notice('intake.domain-unknown', { domain: domainText }, fields.place('domain'));
    }
    if (from !== null && from.slice(0, 4) !== year) {
      tally.notice('intake.date-outside-year', { column: fields.header('from'), year }, fields.place('from'));
    }
    if (client !== '') {
      clients++;
      if (looksLikeBsn(client)) bsns++;
      if (kind === 'base') tally.notice('intake.base-with-client', {}, fields.place('client'));
    }
    tally.readSum.add(scaled.units);
    const share = years.get(Number(year)) ?? { lines: 0, sum: new CentSum() };
    years.set(Number(year), share);
    share.lines++;
    share.sum.add(scaled.units);
    const provider = fields.text('provider');
    providers.add(provider);
    return {
      provider,
      domain: domain ?? domainText,
      year: Number(year),
      kind: kind === 'lowering' ? 'adjustment' : kind,
      client: client === '' ? null : client,
      amount: moneyFromCents(scaled.units),
      from,
      scope: fields
        .text('scope')
        .split(/\s*[,;|+]\s*/)
        .filter((part) => part !== ''),
      place: fields.place(),
    };
  };
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, (fields) =>
    centsIn(fields, 'amount'),
  );
  if (!source.header.at.has('kind')) tally.notice('intake.kind-assumed-base', {});
  if (clients > 0 && bsns * 2 > clients) {
    const at = source.header.at.get('client') ?? -1;
    tally.notice('intake.client-bsn', { column: (source.header.headers[at] ?? '').trim() });
  }
  noteDoubles(entries, tally);
  const receipt = listReceipt('ceilings', source, tally, decimal, {
    years: new Map(
      [...years]
        .sort(([a], [b]) => a - b)
        .map(([year, share]): [number, { lines: number; amount: Money }] => [
          year,
          { lines: share.lines, amount: share.sum.money },
        ]),
    ),
    providers: [...providers],
  });
  return { entries, receipt };
}

/** Two base ceilings for the same thing add up; that may be meant, but may as well be a double line. */
function noteDoubles(entries: readonly CeilingEntry[], tally: Tally): void {
  const seen = new Map<string, CeilingEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'base') continue;
    const key = JSON.stringify([entry.provider, entry.domain, entry.year, [...entry.scope].sort()]);
    const first = seen.get(key);
    if (!first) seen.set(key, entry);
    else {
      tally.notice(
        'intake.base-twice',
        { domain: entry.domain, year: String(entry.year), provider: entry.provider },
        entry.place,
      );
    }
  }
}
