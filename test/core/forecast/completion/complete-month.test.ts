import fc from 'fast-check';
import {
  Decimal,
  formatMoney,
  moneyFromCents,
  moneyValue,
  parseMonth,
  recompute,
  step,
  sumMoney,
  type CompletionMethod,
  type Money,
} from '../../../../src/core';
import { completeMonth } from '../../../../src/core/forecast/completion/complete-month';

const month = parseMonth('2023-06');
const priorOf = (amount: Money): { amount: Money; explain: () => ReturnType<typeof step> } => ({
  amount,
  explain: () => step({ code: 'forecast.expected-of-month', facts: {} }, moneyValue(amount)),
});
/** Thousands of dollars in the table; euro here. */
const thousands = (amount: number): Money => moneyFromCents(amount * 100);

/** Friedland, Estimating Unpaid Claims Using Basic Techniques, chapter 9, Exhibit I: U.S. Industry Auto. */
const FRIEDLAND = [
  [47742304, 51430657, '1.000', 47644187, '1.002'],
  [51185767, 51408736, '1.000', 51000534, '1.004'],
  [54837929, 51680983, '1.001', 54533225, '1.006'],
  [56299562, 54408716, '1.003', 55878421, '1.011'],
  [58592712, 59421665, '1.006', 57807215, '1.020'],
  [57565344, 56318302, '1.011', 55930654, '1.040'],
  [56976657, 59646290, '1.023', 53774672, '1.085'],
  [56786410, 61174953, '1.051', 50644994, '1.184'],
  [54641339, 61926981, '1.110', 43606497, '1.404'],
  [48853563, 61864556, '1.292', 27229969, '2.390'],
] as const;

const complete = (declared: number, prior: number, factor: string, method: CompletionMethod): Money =>
  completeMonth({
    month,
    declared: thousands(declared),
    share: new Decimal(1).dividedBy(factor),
    prior: priorOf(thousands(prior)),
    method,
  }).amount;
const inThousands = (amount: Money): number => Number((amount + 50n) / 100n);

describe('NAT-05 completing a month', () => {
  it('Friedland, reported claims: the printed amounts still expected, and their total', () => {
    const open = FRIEDLAND.map(
      ([declared, prior, factor]) =>
        inThousands(complete(declared, prior, factor, 'bornhuetter-ferguson')) - declared,
    );
    expect(open).toEqual([0, 0, 51629, 162738, 354404, 612761, 1341021, 2968528, 6136908, 13981773]);
    const total = sumMoney(
      FRIEDLAND.map(([declared, prior, factor]) => complete(declared, prior, factor, 'bornhuetter-ferguson')),
    );
    expect(inThousands(total)).toBe(569091348);
  });

  it('Friedland, paid claims: the printed total', () => {
    const total = sumMoney(
      FRIEDLAND.map(([, prior, , paid, factor]) => complete(paid, prior, factor, 'bornhuetter-ferguson')),
    );
    expect(inThousands(total)).toBe(570568198);
  });

  it('Benktander lies between Bornhuetter-Ferguson and the chain ladder', () => {
    const declared = moneyFromCents(90000);
    const share = new Decimal('0.6');
    const amounts = (['bornhuetter-ferguson', 'benktander', 'chain-ladder'] as const).map((method) =>
      formatMoney(
        completeMonth({ month, declared, share, prior: priorOf(moneyFromCents(120000)), method }).amount,
      ),
    );
    // 900 + 1200 × 0.4 = 1380; 900 + 1380 × 0.4 = 1452; 900 ÷ 0.6 = 1500.
    expect(amounts).toEqual(['1380.00', '1452.00', '1500.00']);
  });

  it('without a prior the chain ladder is left, and with share 0 what is declared', () => {
    const without = (share: string): string =>
      formatMoney(
        completeMonth({
          month,
          declared: moneyFromCents(30000),
          share: new Decimal(share),
          prior: null,
          method: 'bornhuetter-ferguson',
        }).amount,
      );
    expect([without('0.75'), without('0')]).toEqual(['400.00', '300.00']);
  });

  it('every amount can be recomputed from its steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100000, max: 10000000 }),
        fc.integer({ min: 0, max: 10000000 }),
        fc.integer({ min: 0, max: 1000000 }),
        fc.constantFrom<CompletionMethod>('bornhuetter-ferguson', 'benktander', 'chain-ladder'),
        fc.boolean(),
        (declared, prior, millionths, method, known) => {
          const completed = completeMonth({
            month,
            declared: moneyFromCents(declared),
            share: new Decimal(millionths).dividedBy(1000000),
            prior: known ? priorOf(moneyFromCents(prior)) : null,
            method,
          });
          const explained = completed.explain();
          expect(recompute(explained)).toBeGreaterThan(0);
          expect(explained.value).toEqual(moneyValue(completed.amount));
        },
      ),
    );
  });
});
