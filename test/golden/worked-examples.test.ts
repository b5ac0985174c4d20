import {
  buildOutlook,
  CareTable,
  clientKey,
  evaluateDomain,
  findRulebook,
  formatMoney,
  moneyFromCents,
  monthOf,
  parseDate,
  parseMoney,
  recompute,
  treatmentOf,
  type CareLine,
  type CeilingEntry,
  type DomainEvaluation,
  type Money,
  type Step,
} from '../../src/core';
import { say } from '../../src/messages';

const rulebook = findRulebook('zutphen-2023');
const asOf = parseDate('2023-06-30');

const DESCRIPTIONS: Record<string, string> = {
  P1: 'Begeleiding individueel',
  P2: 'WerktMee arbeidsmatige dagbesteding',
  P3: 'SGGZ crisiszorg',
};

function line(product: string, month: number, cents: number, client: string | null = null): CareLine {
  return {
    provider: 'Voorbeeld',
    domain: 'Wmo',
    product,
    client,
    month: monthOf(2023, month),
    unit: 'uur',
    allocated: 'unknown',
    volume: null,
    cents,
  };
}

function ceiling(
  kind: CeilingEntry['kind'],
  amount: string,
  client: string | null = null,
  from = '2023-01-01',
): CeilingEntry {
  return {
    provider: 'Voorbeeld',
    domain: 'Wmo',
    year: 2023,
    kind,
    client,
    amount: parseMoney(amount),
    from: parseDate(from),
    scope: [],
    place: { file: 'plafonds.csv', line: 2 },
  };
}

function evaluate(production: CareLine[], forecast: CareLine[], ceilings: CeilingEntry[]): DomainEvaluation {
  const keepClients = new Set(
    ceilings.flatMap((entry) => (entry.client === null ? [] : [clientKey(entry.domain, entry.client)])),
  );
  const outlook = buildOutlook({
    provider: 'Voorbeeld',
    year: 2023,
    asOf,
    production: CareTable.of(production).rows(),
    forecast: CareTable.of(forecast).rows(),
    keepClients,
    runningMonth: 'forecast-is-whole-month',
  });
  return evaluateDomain(rulebook, outlook, 'Wmo', ceilings, (domain, product) => {
    const description = DESCRIPTIONS[product] ?? null;
    return { description, treatment: treatmentOf(rulebook, product, description, domain) };
  });
}

const text = (amount: Money | null | undefined): string | null =>
  amount === null || amount === undefined ? null : formatMoney(amount);

function outline(step: Step, depth = 0): string[] {
  const value = step.value.kind === 'money' ? formatMoney(step.value.value) : String(step.value.value);
  const rule = step.rule ? ` [${step.rule}]` : '';
  return [
    `${'  '.repeat(depth)}${say(step.label, 'nl')}: ${value}${rule}`,
    ...step.parts.flatMap((part) => outline(part, depth + 1)),
  ];
}

// The amounts of example A, spread over months so that the parts are as stated.
const production = [
  line('P1', 1, 9300000),
  line('P1', 4, 10000000),
  line('P1', 2, 1800000, 'K7'),
  line('P2', 1, 400000),
  line('P2', 3, 500000),
  line('P2', 5, 1100000),
  line('P3', 2, 1234567),
];
const forecast = [
  line('P1', 7, 17650000),
  line('P1', 9, 1800000, 'K7'),
  line('P2', 8, 1200000),
  line('P2', 11, 800000),
];

describe('worked example A', () => {
  const { figures, findings } = evaluate(production, forecast, [
    ceiling('base', '400000.00'),
    ceiling('case-budget', '30000.00', 'K7'),
  ]);

  it('counts 231,000.00 production and 214,500.00 forecast, crisis care apart', () => {
    expect(text(figures.production)).toBe('231000.00');
    expect(text(figures.forecast)).toBe('214500.00');
    expect(text(figures.excluded)).toBe('12345.67');
    expect(text(figures.total)).toBe('445500.00');
  });

  it('builds the ceiling: 20,000.00 raised, 20,000.00 expected, case budget 30,000.00', () => {
    expect(text(figures.ceiling?.raises)).toBe('20000.00');
    expect(text(figures.ceiling?.expectedRaises)).toBe('20000.00');
    expect(text(figures.ceiling?.caseBudgets)).toBe('30000.00');
    expect(text(figures.ceiling?.effective)).toBe('450000.00');
    expect(text(figures.ceiling?.effectiveYearEnd)).toBe('470000.00');
  });

  it('leaves 4,500.00 now and 24,500.00 at year end, no overrun', () => {
    expect(text(figures.headroom)).toBe('4500.00');
    expect(text(figures.headroomYearEnd)).toBe('24500.00');
    expect(text(figures.overrun)).toBe('0.00');
    expect(text(figures.overrunYearEnd)).toBe('0.00');
    expect(findings.filter((found) => found.severity === 'violation')).toEqual([]);
  });

  it('explains every figure with steps that add up, and names what is assumed', () => {
    expect(
      figures.steps.map((step) => recompute(step)).reduce((sum, count) => sum + count, 0),
    ).toBeGreaterThan(20);
    expect(figures.steps.flatMap((step) => outline(step))).toMatchSnapshot();
  });

  it('shows WerktMee and crisis care for confirmation, by name', () => {
    expect(
      findings
        .filter((found) => found.message.code.startsWith('checks.recognised'))
        .map((found) => [found.rule, text(found.amount)]),
    ).toEqual([
      ['ZUT-09', '40000.00'],
      ['ZUT-06', '12345.67'],
    ]);
  });

  it('without the case budget is 25,500.00 over now', () => {
    const without = evaluate(production, forecast, [ceiling('base', '400000.00')]);
    expect(text(without.figures.overrun)).toBe('25500.00');
    expect(text(without.figures.overrunYearEnd)).toBe('5500.00');
  });
});

describe('worked example B', () => {
  const { figures, findings } = evaluate([line('P1', 1, 1)], [], [ceiling('base', '0.00')]);

  it('one cent under a ceiling of 0.00 is a violation of ZUT-01 and an overrun of 0.01', () => {
    expect(text(figures.overrun)).toBe('0.01');
    const violations = findings.filter((found) => found.severity === 'violation');
    expect(violations.map((found) => [found.rule, text(found.amount)])).toEqual([['ZUT-01', '0.01']]);
    expect(figures.exhaustionDate).toBe('2023-01-01');
    expect(violations[0]?.steps.flatMap((step) => outline(step))).toMatchSnapshot();
  });

  it('at 0.00 produced there is no violation', () => {
    const none = evaluate([], [], [ceiling('base', '0.00')]);
    expect(none.findings.filter((found) => found.severity === 'violation')).toEqual([]);
    expect(none.figures.exhaustionDate).toBeNull();
  });

  it('crisis care alone is outside it, WerktMee alone raises it', () => {
    const outside = evaluate([line('P3', 1, 500), line('P2', 1, 700)], [], [ceiling('base', '0.00')]);
    expect(outside.findings.filter((found) => found.severity === 'violation')).toEqual([]);
    expect(text(outside.figures.overrun)).toBe(text(moneyFromCents(0)));
  });
});
