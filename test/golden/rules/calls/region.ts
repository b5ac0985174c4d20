import {
  advanceBalances,
  attributeYears,
  countOnce,
  Decimal,
  equalise,
  extrapolateCount,
  macroBudget,
  matchLines,
  monthOfDate,
  offerRatios,
  parseDate,
  parseMonth,
  referenceCeiling,
  regionalBudget,
  utilisationReport,
  type Finding,
  type InvoiceLine,
} from '../../../../src/core';
import { found, type Call } from '../case';
import { cents, euro, Input, plain, words, wordsOr } from './values';

const findingsOf = (findings: readonly Finding[], rule: string): string[] =>
  found(findings, rule, (amount) => euro(amount as never) ?? '');

const reference: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const { amount, step } = referenceCeiling(
    rulebook,
    input.money('turnover'),
    input.number('year'),
    input.decimalOr('index'),
  );
  return { out: { amount: euro(amount) }, steps: [step] };
};

const offers: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = offerRatios(
    rulebook,
    input.rows('offers').map(([provider, ceiling, offer]) => ({
      provider: words(provider),
      ceiling: cents(ceiling),
      offer: typeof offer === 'string' ? cents(offer) : null,
    })),
    input.number('year'),
  );
  return {
    out: {
      mean: plain(result.mean),
      ratios: result.ratios.map(({ ratio }) => plain(ratio)),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.ratios.flatMap(({ step }) => (step ? [step] : [])),
  };
};

const openEnd: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = regionalBudget(
    rulebook,
    input
      .rows('spending')
      .map(([provider, amount]) => ({ provider: words(provider), amount: cents(amount) })),
    input.number('year'),
    input.moneyOr('budget') ?? input.text('parameter'),
  );
  return {
    out: {
      total: euro(result.total),
      budget: euro(result.budget),
      overrun: euro(result.overrun),
      left: euro(result.left),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.steps,
  };
};

const extrapolate: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = extrapolateCount(
    rulebook,
    input.money('amount'),
    input.number('year'),
    input.has('days') ? input.number('days') : null,
    input.textOr('daily') as 'cut' | 'exact' | null,
  );
  return { out: { forecast: euro(result.forecast), days: result.days }, steps: result.steps };
};

/** Lines are `[reported by, subcontractor, product, client, month, amount]`. */
const once: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = countOnce(
    rulebook,
    input.rows('lines').map(([reportedBy, subcontractor, product, client, month, amount]) => ({
      reportedBy: words(reportedBy),
      subcontractor: wordsOr(subcontractor),
      product: words(product),
      client: wordsOr(client),
      month: parseMonth(words(month)),
      amount: cents(amount),
    })),
    new Map([...input.map('mains')].map(([sub, main]) => [sub, words(main)])),
  );
  return {
    out: {
      totals: result.totals.map(
        ({ mainContractor, own, subcontracted, total }) =>
          `${mainContractor} ${euro(own) ?? ''} + ${euro(subcontracted) ?? ''} = ${euro(total) ?? ''}`,
      ),
      leftOut: result.leftOut.map(({ reportedBy, amount }) => `${reportedBy} ${euro(amount) ?? ''}`),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.totals.map(({ step }) => step),
  };
};

/** Municipalities are `[name, cost, key, income]`. */
const settle: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = equalise(
    rulebook,
    input.rows('municipalities').map(([municipality, cost, key, income]) => ({
      municipality: words(municipality),
      cost: cents(cost),
      income: typeof income === 'string' ? cents(income) : null,
      key: new Decimal(words(key)),
    })),
    input.number('year'),
    input.decimalOr('solidarity'),
  );
  return {
    out: {
      payments: result.municipalities.map(({ payment }) => euro(payment)),
      carries: result.municipalities.map(({ carries }) => euro(carries)),
      balance: result.balance.value.kind === 'money' ? euro(result.balance.value.value) : null,
    },
    steps: [...result.municipalities.map(({ step }) => step), result.balance, ...result.parameters],
  };
};

/** Changes are `[name, amount, certain, kind]`. */
const macro: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = macroBudget(
    rulebook,
    input.money('base'),
    input.rows('changes').map(([name, amount, certain, kind]) => ({
      name: words(name),
      amount: cents(amount),
      certain: certain === true,
      kind: kind === 'income' ? 'income' : 'change',
    })),
  );
  return {
    out: {
      certain: euro(result.certain),
      lowest: euro(result.lowest),
      highest: euro(result.highest),
      withAll: euro(result.withAll),
    },
    steps: result.steps,
  };
};

/** Municipalities are `[name, budget, [[month, declared, forecast], …]]`. */
const utilisation: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const result = utilisationReport(
    rulebook,
    input.rows('municipalities').map(([municipality, budget, months]) => ({
      municipality: words(municipality),
      budget: typeof budget === 'string' ? cents(budget) : null,
      byMonth: new Map(
        (months as readonly (readonly string[])[]).map(([month, declared, forecast]) => [
          parseMonth(words(month)),
          { declared: cents(declared), forecast: cents(forecast) },
        ]),
      ),
    })),
    input.number('year'),
  );
  return {
    out: {
      lines: result.lines.map(
        (line) =>
          `${line.municipality} ${euro(line.total) ?? ''} ${plain(line.utilisation) ?? '–'} ${line.exhaustionDate ?? '–'}`,
      ),
      findings: findingsOf(result.findings, rule),
    },
    steps: result.lines.flatMap(({ steps }) => steps),
  };
};

/** Lines are `[product, client, day or month, quantity, amount]`; allocations `[product, client, from, until, volume, amount]`. */
const matching: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = matchLines(
    rulebook,
    input.rows('lines').map(([product, client, when, quantity, amount], index): InvoiceLine => {
      const day = words(when).length === 10 ? parseDate(words(when)) : null;
      return {
        provider: 'Voorbeeld',
        domain: 'Jeugdwet',
        product: words(product),
        client: wordsOr(client),
        allocation: null,
        month: day === null ? parseMonth(words(when)) : monthOfDate(day),
        day,
        quantity: typeof quantity === 'string' ? new Decimal(quantity) : null,
        unit: 'uur',
        amount: cents(amount),
        place: { file: 'facturen.csv', line: index + 2 },
      };
    }),
    input.rows('allocations').map(([product, client, from, until, volume, amount], index) => ({
      number: `T${index + 1}`,
      provider: 'Voorbeeld',
      domain: 'Jeugdwet',
      product: words(product),
      client: wordsOr(client),
      from: parseDate(words(from)),
      until: typeof until === 'string' ? parseDate(until) : null,
      volume: typeof volume === 'string' ? new Decimal(volume) : null,
      frequency: 'total' as const,
      unit: 'uur',
      amount: typeof amount === 'string' ? cents(amount) : null,
      place: { file: 'toewijzingen.csv', line: index + 2 },
    })),
    input.number('year'),
  );
  return {
    out: {
      matched: euro(result.matchedTotal),
      unmatched: euro(result.unmatchedTotal),
      reasons: result.unmatched.map(({ reason }) => reason),
    },
    steps: [result.step],
  };
};

/** Entries are `[party, kind, amount]`. */
const advances: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const balances = advanceBalances(
    rulebook,
    input.rows('entries').map(([party, kind, amount], index) => ({
      party: words(party),
      kind: words(kind) as 'advance' | 'repayment' | 'invoice',
      amount: cents(amount),
      reference: String(index + 1),
    })),
  );
  return {
    out: { balances: balances.map(({ party, balance }) => `${party} ${euro(balance) ?? ''}`) },
    steps: balances.map(({ step }) => step),
  };
};

const years: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = attributeYears(
    rulebook,
    input.money('amount'),
    input.number('year'),
    input.decimalOr('share'),
    input.moneyOr('maximum'),
  );
  return { out: { previous: euro(result.previous), current: euro(result.current) }, steps: result.steps };
};

export const REGION_CALLS: Readonly<Record<string, Call>> = {
  reference,
  offers,
  'open-end': openEnd,
  extrapolate,
  'count-once': once,
  equalise: settle,
  macro,
  utilisation,
  match: matching,
  advances,
  years,
};
