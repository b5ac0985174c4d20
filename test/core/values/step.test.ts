import {
  CoreError,
  Decimal,
  moneyValue,
  parseMoney,
  quantityValue,
  ratioValue,
  recompute,
  step,
  type Operator,
  type Step,
} from '../../../src/core';

const label = { code: 'steps.nothing', facts: {} };
const given = (text: string): Step => step(label, moneyValue(parseMoney(text)));
const calculated = (operator: Operator, value: string, ...parts: Step[]): Step =>
  step(label, moneyValue(parseMoney(value)), { operator, parts });

describe('steps', () => {
  it.each<[Operator, string]>([
    ['sum', '7.50'],
    ['difference', '2.50'],
    ['min', '2.50'],
    ['max', '5.00'],
  ])('%s follows from its parts', (operator, value) => {
    expect(recompute(calculated(operator, value, given('5.00'), given('2.50')))).toBe(1);
  });

  it('rounding is a step of its own', () => {
    const exact = step(label, quantityValue(new Decimal('206.22394'), '€'), {
      operator: 'product',
      parts: [given('214.37'), step(label, ratioValue(new Decimal('0.962')))],
    });
    expect(recompute(calculated('round-cents', '206.22', exact))).toBe(2);
  });

  it('a step that does not follow is found, however deep', () => {
    const wrong = calculated('sum', '7.51', given('5.00'), given('2.50'));
    expect(() => recompute(calculated('sum', '7.51', wrong))).toThrow(CoreError);
  });
});
