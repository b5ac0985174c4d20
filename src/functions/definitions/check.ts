import {
  acrossFindings,
  evaluateDomain,
  type DomainFigures,
  type Finding,
  type ProviderFigures,
  type Step,
} from '../../core';
import { municipalStandard, optionalDate, optionalText, rulebookArgument, yearArgument } from '../arguments';
import { EMPTY, type Answer, type Explained } from '../cell';
import {
  buildSituation,
  providerOf,
  providersOf,
  refuseDoubleBase,
  requireDescriptions,
  type Situation,
  type Tables,
} from '../domain-situation';
import { ceilingsArgument, careArgument, optionalCare, optionalProducts } from '../tables';

const text = (value: string): Answer => ({ kind: 'text', value });
const say = (code: string): Answer => ({ kind: 'message', value: { code, facts: {} } });

const ORDER = { violation: 0, warning: 1, notice: 2 } as const;

/**
 * Findings on production and forecast against the ceilings: rule, severity, message, amount and source, most serious first. All providers, or the one given.
 * @customfunction CHECK
 * @param production Table of production: domain, product, client, period, amount. One row per line, or months side by side.
 * @param forecast Table of the forecast, with the same columns. May be left out.
 * @param ceilings Table of ceilings: domain, year, kind (basis, casusbudget, ophoging), client, amount, from.
 * @param year Calendar year, such as 2023.
 * @param asOf As-of date. Left out: the last day of the last month that has production.
 * @param provider Provider. Left out: all.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of that year.
 * @param products Product or tariff list: product, description. Says which products are excluded or raise the ceiling.
 * @returns {unknown[][]}
 */
export function check(
  production: unknown[][],
  forecast: unknown[][],
  ceilings: unknown[][],
  year: unknown,
  asOf?: unknown,
  provider?: unknown,
  rulebook?: unknown[][],
  products?: unknown[][],
) {
  const of = yearArgument(year, 'year');
  const book = rulebookArgument(rulebook, municipalStandard(of));
  const day = optionalDate(asOf, 'asOf');
  const tables: Tables = {
    production: careArgument(production, 'production'),
    forecast: optionalCare(forecast, 'forecast'),
    ceilings: ceilingsArgument(ceilings),
    products: optionalProducts(products),
  };
  const asked = optionalText(provider, 'provider');
  const only = asked === null ? null : providerOf(tables, asked);
  const all = providersOf(tables);
  const names = all.size === 0 ? [''] : [...all.values()];
  const worked = names.map((name) => {
    const situation = buildSituation(book, tables, name, of, day);
    return { name, situation, ...evaluateAll(situation) };
  });
  const figures: ProviderFigures[] = worked.map(({ name, domains }) => ({ provider: name, domains }));
  const chosen = worked.filter(({ name }) => only === null || name === only);
  const found = chosen.flatMap(({ name, situation, domains, findings }) =>
    [
      ...findings,
      ...acrossFindings(
        book,
        situation.outlook,
        domains,
        figures.filter((other) => other.provider !== name),
      ),
    ].map((finding) => ({ name, finding })),
  );
  const ordered = found
    .map((entry, index) => ({ ...entry, index }))
    .sort(
      (a, b) =>
        ORDER[a.finding.severity] - ORDER[b.finding.severity] ||
        Number(a.finding.notChecked) - Number(b.finding.notChecked) ||
        a.index - b.index,
    );
  return {
    value: [
      ['provider', 'rule', 'severity', 'message', 'amount', 'source'].map((name) =>
        say(`functions.column-${name}`),
      ),
      ...ordered.map(({ name, finding }): Answer[] => [
        text(name),
        text(finding.rule),
        say(finding.notChecked ? 'functions.not-checked' : `functions.severity-${finding.severity}`),
        { kind: 'message', value: finding.message },
        finding.amount === null ? EMPTY : { kind: 'money', value: finding.amount },
        text(sourceOf(finding)),
      ]),
    ],
    get steps(): readonly Step[] {
      return [
        ...ordered.flatMap(({ finding }) => finding.steps),
        ...chosen.flatMap(({ situation }) => situation.context),
      ];
    },
  } satisfies Explained;
}

const sourceOf = ({ source }: Finding): string => (source ? `${source.document}, ${source.place}` : '');

function evaluateAll(situation: Situation): { domains: DomainFigures[]; findings: Finding[] } {
  const { rulebook, outlook, ceilings, lookup, year } = situation;
  const domains = new Set([
    ...ceilings.filter((entry) => entry.year === year).map((entry) => entry.domain),
    ...outlook.entries.map((entry) => entry.domain),
  ]);
  for (const domain of domains) {
    refuseDoubleBase(situation, domain);
    requireDescriptions(situation, domain);
  }
  const evaluations = [...domains].map((domain) =>
    evaluateDomain(rulebook, outlook, domain, ceilings, lookup),
  );
  return {
    domains: evaluations.map((evaluation) => evaluation.figures),
    findings: evaluations.flatMap((evaluation) => evaluation.findings),
  };
}
