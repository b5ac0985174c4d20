import {
  acrossFindings,
  agreementFindings,
  allocationYearFindings,
  buildOutlook,
  candidatesWithRoom,
  CareTable,
  clientKey,
  evaluateDomain,
  nextCeiling,
  parseDate,
  parseMonth,
  treatmentOf,
  yearPart,
  type CareLine,
  type CeilingEntry,
  type DomainFigures,
  type Outlook,
  type ProviderFigures,
  type Rulebook,
} from '../../../../src/core';
import { found, type Call, type Json } from '../case';
import { cents, euro, Input, words, wordsOr } from './values';

function careLines(rows: readonly (readonly Json[])[], domain: string): CareLine[] {
  return rows.map(([product, month, amount, client, allocated]) => ({
    provider: 'Voorbeeld',
    domain,
    product: words(product),
    client: wordsOr(client),
    month: parseMonth(words(month)),
    unit: null,
    allocated: allocated === 'no' || allocated === 'yes' ? allocated : 'unknown',
    volume: null,
    cents: Number(cents(amount)),
  }));
}

function ceilingEntries(rows: readonly (readonly Json[])[], domain: string, year: number): CeilingEntry[] {
  return rows.map(([kind, amount, client, from, scope]) => ({
    provider: 'Voorbeeld',
    domain,
    year,
    kind: words(kind) as CeilingEntry['kind'],
    client: wordsOr(client),
    amount: cents(amount),
    from: typeof from === 'string' ? parseDate(from) : null,
    scope: Array.isArray(scope) ? (scope as string[]) : [],
    place: { file: 'plafonds.csv', line: 2 },
  }));
}

interface Situation {
  readonly outlook: Outlook;
  readonly ceilings: CeilingEntry[];
}

function situation(
  input: Input,
  domain: string,
  lines: {
    production: readonly (readonly Json[])[];
    forecast: readonly (readonly Json[])[];
    ceilings: readonly (readonly Json[])[];
  },
): Situation {
  const year = input.number('year');
  const ceilings = ceilingEntries(lines.ceilings, domain, year);
  return {
    ceilings,
    outlook: buildOutlook({
      provider: 'Voorbeeld',
      year,
      asOf: input.date('asOf'),
      production: CareTable.of(careLines(lines.production, domain)).rows(),
      forecast: CareTable.of(careLines(lines.forecast, domain)).rows(),
      keepClients: new Set(
        ceilings.flatMap((entry) => (entry.client === null ? [] : [clientKey(entry.domain, entry.client)])),
      ),
      runningMonth: 'forecast-is-whole-month',
    }),
  };
}

function evaluate(
  rulebook: Rulebook,
  { outlook, ceilings }: Situation,
  domain: string,
  names: ReadonlyMap<string, Json>,
): ReturnType<typeof evaluateDomain> {
  return evaluateDomain(rulebook, outlook, domain, ceilings, (_, product) => {
    const description = wordsOr(names.get(product));
    return { description, treatment: treatmentOf(rulebook, product, description ?? 'zorg', domain) };
  });
}

/** One domain against its ceilings: rows are `[product, month, amount, client, allocated]`. */
const domain: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const name = input.textOr('domain') ?? 'Wmo';
  const all = {
    production: input.rows('production'),
    forecast: input.rows('forecast'),
    ceilings: input.rows('ceilings'),
  };
  const { figures, findings } = evaluate(rulebook, situation(input, name, all), name, input.map('names'));
  return {
    out: {
      total: euro(figures.total),
      excluded: euro(figures.excluded),
      base: euro(figures.ceiling?.base ?? null),
      raises: euro(figures.ceiling?.raises ?? null),
      expectedRaises: euro(figures.ceiling?.expectedRaises ?? null),
      caseBudgets: euro(figures.ceiling?.caseBudgets ?? null),
      effective: euro(figures.ceiling?.effective ?? null),
      effectiveYearEnd: euro(figures.ceiling?.effectiveYearEnd ?? null),
      headroom: euro(figures.headroom),
      headroomYearEnd: euro(figures.headroomYearEnd),
      overrun: euro(figures.overrun),
      overrunYearEnd: euro(figures.overrunYearEnd),
      exhaustion: figures.exhaustionDate,
      payable: euro(figures.payableAbove),
      findings: found(findings, rule, (amount) => euro(amount as typeof figures.total) ?? ''),
    },
    steps: [
      ...figures.steps,
      ...findings.filter((finding) => finding.rule === rule).flatMap(({ steps }) => steps),
    ],
  };
};

/** Several domains of one provider: `domains` is name → [ceiling, produced in January]; `others` likewise. */
const across: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const work = (
    name: string,
    [ceiling, produced]: readonly Json[],
  ): { figures: DomainFigures; outlook: Outlook } => {
    const own = situation(input, name, {
      production: [['P1', `${input.number('year')}-01`, produced ?? '0.00']],
      forecast: [],
      ceilings: ceiling === null || ceiling === undefined ? [] : [['base', ceiling]],
    });
    return { figures: evaluate(rulebook, own, name, new Map()).figures, outlook: own.outlook };
  };
  const own = [...input.map('domains')].map(([name, row]) => work(name, row as readonly Json[]));
  const others = input.rows('others').map(([provider, name, ceiling, produced]): ProviderFigures => ({
    provider: words(provider),
    domains: [work(words(name), [ceiling ?? null, produced ?? '0.00']).figures],
  }));
  const [first] = own;
  if (!first) throw new Error('no domains');
  const figures = own.map((one) => one.figures);
  const findings = [
    ...agreementFindings(rulebook, figures, input.number('year')),
    ...acrossFindings(rulebook, first.outlook, figures, others),
  ];
  return {
    out: { findings: found(findings, rule, (amount) => euro(amount as DomainFigures['total']) ?? '') },
    steps: [],
  };
};

/** Providers with room: rows are `[provider, ceiling, produced]`, all of product P1 unless a fourth says other. */
const candidates: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const others = input.rows('others').map(([provider, ceiling, produced, product]): ProviderFigures => {
    const own = situation(input, 'Wmo', {
      production: [[product ?? 'P1', '2023-01', produced ?? '0.00']],
      forecast: [],
      ceilings: ceiling === null || ceiling === undefined ? [] : [['base', ceiling]],
    });
    return { provider: words(provider), domains: [evaluate(rulebook, own, 'Wmo', new Map()).figures] };
  });
  return {
    out: {
      candidates: candidatesWithRoom(others, 'Wmo', 'P1').map(({ provider, headroom }) => [
        provider,
        euro(headroom),
      ]),
    },
    steps: [],
  };
};

const treatment: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = treatmentOf(
    rulebook,
    input.text('product'),
    input.textOr('description'),
    input.text('domain'),
  );
  return {
    out: {
      treatment: result.treatment,
      group: result.group?.id ?? null,
      doubtful: result.doubtful?.id ?? null,
    },
    steps: [],
  };
};

const yearParts: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = yearPart(
    rulebook,
    input.money('amount'),
    input.date('from'),
    input.date('until'),
    input.number('year'),
  );
  return { out: { amount: euro(amount) }, steps: [step] };
};

/** Allocations `[amount, from, until]` against this and next year's ceiling. */
const allocationYears: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const findings = allocationYearFindings(
    rulebook,
    input.rows('allocations').map(([amount, from, until]) => ({
      domain: 'Wmo',
      amount: typeof amount === 'string' ? cents(amount) : null,
      from: parseDate(words(from)),
      until: typeof until === 'string' ? parseDate(until) : null,
    })),
    'Wmo',
    input.number('year'),
    (year) => {
      const ceiling = input.map('ceilings').get(String(year));
      return typeof ceiling === 'string' ? cents(ceiling) : null;
    },
  );
  return {
    out: { findings: found(findings, rule, (amount) => euro(amount as DomainFigures['total']) ?? '') },
    steps: findings.flatMap(({ steps }) => steps),
  };
};

const next: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = nextCeiling(
    rulebook,
    input.money('ceiling'),
    input.money('realised'),
    input.number('year'),
  );
  return { out: { amount: euro(amount) }, steps: [step] };
};

export const MUNICIPAL_CALLS: Readonly<Record<string, Call>> = {
  domain,
  across,
  candidates,
  treatment,
  'year-part': yearParts,
  'allocation-years': allocationYears,
  'next-ceiling': next,
};
