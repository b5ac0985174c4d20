import {
  childBudget,
  clientBudget,
  driverForecast,
  effortBased,
  emergencyBudget,
  formShares,
  lotTotal,
  lumpSum,
  overrunLiability,
  parseMonth,
  passThrough,
  payableAboveCeiling,
  placesSubsidy,
  segmentFigures,
  shortStay,
  threeYearSubsidy,
  trajectoryResult,
  uncontractedCare,
  type Finding,
  type FinancingForm,
} from '../../../../src/core';
import { found, type Call } from '../case';
import { cents, euro, Input, plain, words, wordsOr } from './values';

const findingsOf = (findings: readonly Finding[], rule: string): string[] =>
  found(findings, rule, (amount) => euro(amount as never) ?? '');

const places: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { produced, subsidy, above, steps } = placesSubsidy(
    rulebook,
    input.decimal('places'),
    input.decimal('perPlace'),
    input.money('ceiling'),
  );
  return { out: { produced: euro(produced), subsidy: euro(subsidy), above: euro(above) }, steps };
};

const emergencies: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { left, uncovered, steps } = emergencyBudget(rulebook, input.money('budget'), input.money('spent'));
  return { out: { left: euro(left), uncovered: euro(uncovered) }, steps };
};

const perClient: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { payable, above, left, steps } = clientBudget(
    rulebook,
    input.money('budget'),
    input.money('spent'),
    input.date('on'),
  );
  return { out: { payable: euro(payable), above: euro(above), left: euro(left) }, steps };
};

const stay: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { budget, delivered, above, left, steps } = shortStay(
    rulebook,
    input.decimal('agreed'),
    input.decimal('delivered'),
    input.decimal('tariff'),
  );
  return {
    out: { budget: euro(budget), delivered: euro(delivered), above: euro(above), left: euro(left) },
    steps,
  };
};

const trajectory: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { costs, paid, result, steps } = trajectoryResult(
    rulebook,
    input.list('costs').map(cents),
    input.money('average'),
    input.date('on'),
  );
  return { out: { costs: euro(costs), paid: euro(paid), result: euro(result) }, steps };
};

const effort: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = effortBased(rulebook, input.decimal('tariff'), input.decimal('volume'));
  return { out: { amount: euro(amount) }, steps: [step] };
};

const threeYears: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const amounts = input.list('perYear').map(cents);
  const [single] = amounts;
  const { until, years, total } = threeYearSubsidy(
    rulebook,
    input.date('from'),
    amounts.length === 1 && single !== undefined ? single : amounts,
  );
  return {
    out: {
      until,
      years: years.map(({ year, amount }) => `${year} ${euro(amount) ?? ''}`),
      total: euro(total),
    },
    steps: years.map(({ step }) => step),
  };
};

const child: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const { expected, shortfall, warn, steps, findings } = childBudget(
    rulebook,
    input.money('budget'),
    input.money('delivered'),
    input.moneyOr('open'),
    input.date('on'),
  );
  return {
    out: { expected: euro(expected), shortfall: euro(shortfall), warn, findings: findingsOf(findings, rule) },
    steps,
  };
};

const liability: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = overrunLiability(
    rulebook,
    input.money('ceiling'),
    input.money('spending'),
    input.date('on'),
  );
  return {
    out: {
      overrun: euro(result.overrun),
      liability: euro(result.liability),
      refused: euro(result.refused),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.steps,
  };
};

const shares: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = formShares(
    rulebook,
    input.rows('spending').map(([domain, form, amount]) => ({
      domain: words(domain),
      form: wordsOr(form) as FinancingForm | null,
      amount: cents(amount),
    })),
  );
  return {
    out: {
      shares: result.shares.map(
        ({ domain, form, amount, share }) =>
          `${domain} ${form ?? '?'} ${euro(amount) ?? ''} ${plain(share) ?? '–'}`,
      ),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.shares.map(({ step }) => step),
  };
};

const lump: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = lumpSum(
    rulebook,
    'Voorbeeld',
    'hoog complex',
    input.number('year'),
    input.money('amount'),
    new Map(input.rows('months').map(([month, amount]) => [parseMonth(words(month)), cents(amount)])),
  );
  return {
    out: {
      spent: euro(result.spent),
      left: euro(result.left),
      usedUpOn: result.usedUpOn,
      uncovered: euro(result.uncovered),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.steps,
  };
};

const segments: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = segmentFigures(
    rulebook,
    input.rows('contracts').map(([provider, lot, segment, amount]) => ({
      provider: words(provider),
      lot: words(lot),
      segment: words(segment),
      amount: cents(amount),
    })),
    input.number('year'),
  );
  const lots = [...new Set(result.segments.map(({ lot }) => lot))];
  return {
    out: {
      segments: result.segments.map(
        ({ lot, segment, amount, providers }) => `${lot} | ${segment} | ${euro(amount) ?? ''} | ${providers}`,
      ),
      lots: lots.map((lot) => `${lot} ${euro(lotTotal(result.segments, lot)) ?? ''}`),
      findings: findingsOf(result.findings, rule),
    },
    steps: [...result.segments.map(({ step }) => step), ...result.findings.flatMap(({ steps }) => steps)],
  };
};

const drivers: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = driverForecast(rulebook, {
    clients: input.decimal('clients'),
    months: input.decimal('months'),
    hoursPerMonth: input.decimal('hours'),
    tariff: input.decimal('tariff'),
  });
  return { out: { amount: euro(amount) }, steps: [step] };
};

const subcontract: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const { share, fair, steps, findings } = passThrough(
    rulebook,
    'Onderaannemer',
    input.money('tariff'),
    input.money('passedOn'),
    input.date('on'),
  );
  return { out: { share: plain(share), fair, findings: findingsOf(findings, rule) }, steps };
};

const uncontracted: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { on, amount, step } = uncontractedCare(
    rulebook,
    input.money('cost'),
    input.date('on'),
    input.flagOr('force'),
  );
  return { out: { on, amount: euro(amount) }, steps: [step] };
};

const payable: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = payableAboveCeiling(
    rulebook,
    input.money('overrun'),
    { specificAllocations: input.moneyOr('specific'), crisis: input.moneyOr('crisis') },
    input.date('on'),
  );
  return { out: { amount: euro(amount) }, steps: [step] };
};

export const FINANCING_CALLS: Readonly<Record<string, Call>> = {
  places,
  emergencies,
  'client-budget': perClient,
  'short-stay': stay,
  trajectory,
  effort,
  'three-years': threeYears,
  child,
  liability,
  shares,
  'lump-sum': lump,
  segments,
  drivers,
  'pass-through': subcontract,
  uncontracted,
  payable,
};
