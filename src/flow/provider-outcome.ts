import {
  acrossFindings,
  agreementFindings,
  addMoney,
  buildOutlook,
  choiceOn,
  clientKey,
  dateOf,
  domainChance,
  evaluateDomain,
  finding,
  moneyValue,
  newcomersOf,
  notInPrognosis,
  productYears,
  sameProvider,
  standingOf,
  yearOf,
  ZERO,
  type CareRow,
  type CeilingEntry,
  type DomainFigures,
  type Finding,
  type Issue,
  type Message,
  type Money,
  type Outlook,
  type Place,
  type PrognosisOutcome,
  type ProviderFigures,
} from '../core';
import type { IntakeReceipt, TableReceipt } from '../intake';
import { inputIssue } from './input-error';
import { firstPlace, type Loaded } from './load';
import { messageFindings, totalLine } from './message-findings';
import type { ProductKnowledge } from './products';
import { providerWlzFindings } from './wlz-data';

/** The ceilings of one provider; null when no file was given. */
export const ceilingsOf = (loaded: Loaded, provider: string): readonly CeilingEntry[] | null =>
  loaded.ceilings?.filter((entry) => sameProvider(entry.provider, provider)) ?? null;

/**
 * Production and forecast of one provider put together, with the clients of case budgets kept apart, and with
 * `keepsAllClients` every other client as well: for a layout that has a line per client. `keepLocations` does the
 * same for locations.
 */
export function outlookOf(
  loaded: Loaded,
  provider: string,
  ceilings: readonly CeilingEntry[] | null,
  production: Iterable<CareRow>,
  forecast: Iterable<CareRow>,
  keepsAllClients = false,
  late: Iterable<CareRow> = [],
  keepLocations = false,
): Outlook {
  const keepClients = new Set(
    (ceilings ?? []).flatMap((entry) =>
      entry.client === null ? [] : [clientKey(entry.domain, entry.client)],
    ),
  );
  if (keepsAllClients) {
    for (const table of [loaded.production, loaded.forecast])
      for (const { domain, client } of table.rows())
        if (client !== null) keepClients.add(clientKey(domain, client));
  }
  const running = choiceOn(loaded.rulebook, 'running-month', dateOf(loaded.year, 12, 31));
  return buildOutlook({
    provider,
    year: loaded.year,
    asOf: loaded.asOf,
    production: ofProvider(production, provider),
    forecast: ofProvider(forecast, provider),
    late: ofProvider(late, provider),
    incomplete: loaded.incomplete === 'declared' ? 'declared' : 'estimate',
    keepClients,
    keepLocations,
    runningMonth: running === 'forecast-is-remainder' ? 'forecast-is-remainder' : 'forecast-is-whole-month',
  });
}

function* ofProvider(rows: Iterable<CareRow>, provider: string): IterableIterator<CareRow> {
  const same = new Map<string, boolean>();
  for (const row of rows) {
    let matches = same.get(row.provider);
    if (matches === undefined) {
      matches = sameProvider(row.provider, provider);
      same.set(row.provider, matches);
    }
    if (matches) yield row;
  }
}

/** Domains with figures or with a ceiling, in order of appearance. */
function domainsOf(outlook: Outlook, ceilings: readonly CeilingEntry[] | null, year: number): string[] {
  return [
    ...new Set([
      ...(ceilings ?? []).filter((entry) => entry.year === year).map((entry) => entry.domain),
      ...outlook.entries.map((entry) => entry.domain),
    ]),
  ];
}

/**
 * What stands in the way of an honest evaluation: a domain without a base ceiling in a given ceilings file,
 * a base ceiling stated twice, a product that nothing describes.
 */
export function blockingIssues(
  loaded: Loaded,
  outlook: Outlook,
  ceilings: readonly CeilingEntry[] | null,
  products: ProductKnowledge,
  ceilingsFile: string,
): Issue[] {
  const issues: Issue[] = [];
  const year = loaded.year;
  if (ceilings) {
    const bases = ceilings.filter((entry) => entry.kind === 'base' && entry.year === year);
    const found = [
      ...new Set(
        (loaded.ceilings ?? [])
          .filter((entry) => entry.kind === 'base')
          .map((entry) => `${entry.provider} ${entry.domain} ${entry.year}`),
      ),
    ];
    for (const domain of new Set(outlook.entries.map((entry) => entry.domain))) {
      if (!bases.some((entry) => entry.domain === domain)) {
        issues.push(
          inputIssue(
            'flow.missing-ceiling',
            { provider: outlook.provider || '–', domain, year, found: found.length > 0 ? found : '–' },
            { file: ceilingsFile },
          ),
        );
      }
    }
    const seen = new Map<string, CeilingEntry>();
    for (const entry of bases) {
      const key = `${entry.domain}|${[...entry.scope].sort().join('+')}`;
      const first = seen.get(key);
      if (first) {
        issues.push(
          inputIssue(
            'flow.duplicate-base',
            { domain: entry.domain, year, line: first.place.line ?? 0 },
            entry.place,
          ),
        );
      } else seen.set(key, entry);
    }
  }
  const amounts = new Map<string, { domain: string; product: string; amount: Money }>();
  for (const entry of outlook.entries) {
    if (products.describe(entry.product) !== null) continue;
    const key = `${entry.domain}|${entry.product}`;
    const known = amounts.get(key) ?? { domain: entry.domain, product: entry.product, amount: ZERO };
    known.amount = addMoney(known.amount, entry.amount);
    amounts.set(key, known);
  }
  for (const { domain, product, amount } of amounts.values()) {
    const listed = treatmentByCode(products, domain, product);
    if (listed) continue;
    const place = firstPlace(loaded, 'firstProducts', product);
    issues.push(
      inputIssue('flow.unknown-product', { product, domain, amount: moneyValue(amount) }, place ?? {}),
    );
  }
  return issues;
}

/** A rulebook that lists the code itself needs no description. */
const treatmentByCode = (products: ProductKnowledge, domain: string, product: string): boolean =>
  products.lookup(domain, product).treatment.by === 'code';

/** Figures and rule findings of one provider, over all its domains. */
export function evaluateProvider(
  loaded: Loaded,
  outlook: Outlook,
  ceilings: readonly CeilingEntry[] | null,
  products: ProductKnowledge,
): { readonly domains: readonly DomainFigures[]; readonly findings: readonly Finding[] } {
  const evaluations = domainsOf(outlook, ceilings, loaded.year).map((domain) =>
    evaluateDomain(loaded.rulebook, outlook, domain, ceilings, products.lookup),
  );
  const history = historyOf(loaded, outlook.provider);
  return {
    domains: evaluations.map(({ figures }) => withChance(figures, outlook, history, products)),
    findings: withUnchecked(loaded, [
      ...evaluations.flatMap((evaluation) => evaluation.findings),
      ...providerWlzFindings(loaded, outlook),
    ]),
  };
}

/** The findings, and for every rule of the rulebook that a prognosis can’t show that it wasn’t checked. */
const withUnchecked = (loaded: Loaded, findings: readonly Finding[]): Finding[] => [
  ...findings,
  ...notInPrognosis(loaded.rulebook, new Set(findings.map(({ rule }) => rule))),
];

/** The figures with the chance of an overrun, or with why there is none. */
function withChance(
  figures: DomainFigures,
  outlook: Outlook,
  history: readonly CareRow[],
  products: ProductKnowledge,
): DomainFigures {
  const found = domainChance(outlook, figures.domain, history, figures.ceiling, products.lookup);
  return found.note === null
    ? { ...figures, overrunChance: found.chance, steps: [...figures.steps, found.step] }
    : { ...figures, chanceNote: found.note };
}

const histories = new WeakMap<Loaded, readonly CareRow[]>();

/** Production of earlier years, without clients: gathered once a run. */
function historyOf(loaded: Loaded, provider: string): readonly CareRow[] {
  let rows = histories.get(loaded);
  if (!rows) {
    const earlier = loaded.receipts.some(
      ({ kind, years }) => kind === 'production' && [...years.keys()].some((year) => year < loaded.year),
    );
    rows = earlier
      ? [...loaded.production.withoutClients().rows()].filter((row) => yearOf(row.month) < loaded.year)
      : [];
    histories.set(loaded, rows);
  }
  return rows.filter((row) => sameProvider(row.provider, provider));
}

/** Findings over domains and other providers; apart, because they need everybody's figures. */
export const evaluateAcross = (
  loaded: Loaded,
  outlook: Outlook,
  domains: readonly DomainFigures[],
  others: readonly ProviderFigures[],
  allocations: readonly Finding[] | null,
): Finding[] => [
  ...agreementFindings(loaded.rulebook, domains, loaded.year),
  ...acrossFindings(loaded.rulebook, outlook, domains, others, allocations),
];

/** CHK-20: how many lines of a file were rejected, and what they come to. */
export const rejectedFinding = ({ file, lines, amounts }: TableReceipt, location: Place): Finding =>
  finding(
    null,
    'CHK-20',
    'warning',
    {
      code: 'checks.rejected-lines',
      facts: { file, count: lines.rejected, amount: moneyValue(amounts.rejected) },
    },
    { amount: amounts.rejected, location },
  );

/** Figures per product and month with their status, and what new clients bring: what a frozen state holds. */
export const monthsOfRun = (
  loaded: Loaded,
  outlook: Outlook,
  production: Iterable<CareRow>,
): Required<Pick<PrognosisOutcome, 'productYears' | 'newcomers'>> => ({
  productYears: productYears(outlook, standingOf(loaded.rulebook, loaded.asOf, loaded.year, loaded.declared)),
  newcomers: newcomersOf(ofProvider(production, outlook.provider), loaded.year, loaded.asOf),
});

/** Rejected lines, totals that differ and rules of messages that are broken: the figures rest on less than the whole file. */
export function receiptFindings(receipts: readonly IntakeReceipt[]): Finding[] {
  const findings: Finding[] = [];
  for (const receipt of receipts) {
    if (receipt.lines.rejected > 0) {
      const [first] = receipt.rejectedLines;
      findings.push(rejectedFinding(receipt, { file: receipt.file, ...(first ? { line: first.line } : {}) }));
    }
    const { stated, read, file } = receipt.amounts;
    if (stated !== null && stated !== file) {
      const line = totalLine(receipt);
      findings.push(
        finding(
          null,
          'CHK-19',
          'warning',
          {
            code: 'checks.stated-total',
            facts: { file: receipt.file, stated: moneyValue(stated), read: moneyValue(read) },
          },
          { location: { file: receipt.file, ...(line === undefined ? {} : { line }) } },
        ),
      );
    }
    findings.push(...messageFindings(receipt));
  }
  return findings;
}

/** CHK-18: questions and remarks of detection and filling, so that every door shows them. */
export const remarkFindings = (remarks: readonly Message[], file: string): Finding[] =>
  remarks.map((message) => finding(null, 'CHK-18', 'notice', message, { location: { file } }));

const SEVERITY_ORDER = { violation: 0, warning: 1, notice: 2 } as const;

/** Violations first; what could not be checked last; otherwise in the order they were found. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((found, index) => ({ found, index }))
    .sort(
      (a, b) =>
        SEVERITY_ORDER[a.found.severity] - SEVERITY_ORDER[b.found.severity] ||
        Number(a.found.notChecked) - Number(b.found.notChecked) ||
        a.index - b.index,
    )
    .map(({ found }) => found);
