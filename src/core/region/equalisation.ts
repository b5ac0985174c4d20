import type { Decimal } from '../values';
import {
  CoreError,
  dateOf,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type Message,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { divideByWeights } from './shares';

/** A municipality of the region with what it spent itself and its key. */
export interface MunicipalityCost {
  readonly municipality: string;
  readonly cost: Money;
  /** Income such as parental contributions, as a positive amount; null when not given. */
  readonly income: Money | null;
  /** Weight in the total: inhabitants, budget, a percentage; only the proportion matters. */
  readonly key: Decimal;
}

export interface EqualisedMunicipality {
  readonly municipality: string;
  /** Own cost as far as it is equalised (net of income where the rulebook says so). */
  readonly own: Money;
  /** The solidarity share of own cost that goes into the pot. */
  readonly pooled: Money;
  /** What the key says this municipality carries of the pot. */
  readonly share: Money;
  /** share − pooled: positive is to be paid to the region, negative is received. */
  readonly payment: Money;
  /** own + payment: what it carries in the end. */
  readonly carries: Money;
  readonly step: Step;
}

export interface Equalisation {
  readonly municipalities: readonly EqualisedMunicipality[];
  readonly total: Money;
  readonly pot: Money;
  readonly solidarity: Decimal;
  /** The payments added up: 0.00, always. */
  readonly balance: Step;
  /** The parameters that decided it. */
  readonly parameters: readonly Step[];
}

/**
 * IJS-05: the region's municipalities share gains and losses. Each puts the solidarity share of its own cost
 * in the pot (rounded half up to cents) and carries a share of the pot by its key; the shares are whole cents
 * that add up to the pot, so the payments add up to exactly 0.00. The order of the list changes nothing.
 * `solidarity` overrides the rulebook's (1 is full equalisation, 0 is own use).
 * Unit: euro. Errors: `weight-negative`, `share-of-nothing` without a positive key, `parameter-unknown` or
 * `solidarity-unknown` when neither rulebook nor caller gives a solidarity share, `ratio-out-of-range`.
 * @example equalise(findRulebook('ijsselland-2015'), [{ municipality: 'A', cost: parseMoney('120.00'), income: null, key: new Decimal(1) }, { municipality: 'B', cost: parseMoney('80.00'), income: null, key: new Decimal(1) }], 2015).municipalities.map((one) => formatMoney(one.payment)) // ['-20.00', '20.00']
 */
export function equalise(
  rulebook: Rulebook,
  municipalities: readonly MunicipalityCost[],
  year: number,
  solidarity: Decimal | null = null,
): Equalisation {
  const on = dateOf(year, 12, 31);
  const stated = solidarity ?? numberOn(rulebook, 'solidarity', on);
  if (stated === null) throw new CoreError('solidarity-unknown', { rulebook: rulebook.id, year });
  if (stated.isNegative() || stated.greaterThan(1)) {
    throw new CoreError('ratio-out-of-range', { text: stated.toFixed() });
  }
  const parameters: Step[] = [
    solidarity === null
      ? parameterStep(rulebook, 'solidarity', on)
      : step({ code: 'region.solidarity-given', facts: {} }, ratioValue(solidarity)),
  ];
  const hasIncome = municipalities.some(({ income }) => income !== null);
  const known = rulebook.parameters.some((parameter) => parameter.id === 'equalised-amount');
  const net = known && choiceOn(rulebook, 'equalised-amount', on) === 'net';
  if (known && hasIncome) parameters.push(parameterStep(rulebook, 'equalised-amount', on));
  const ground = groundOf(rulebook, 'IJS-05');
  const label = (code: string, municipality: string): Message => ({ code, facts: { municipality } });

  const pools = municipalities.map(({ municipality, cost, income }) => {
    const costStep = step(label('region.own-cost', municipality), moneyValue(cost));
    const own = net ? subtractMoney(cost, income ?? ZERO) : cost;
    const ownStep = net
      ? step(label('region.own-net', municipality), moneyValue(own), {
          operator: 'difference',
          parts: [costStep, step(label('region.own-income', municipality), moneyValue(income ?? ZERO))],
          ...groundOf(rulebook, 'IJS-11'),
        })
      : costStep;
    const exact = moneyToDecimal(own).times(stated);
    const pooled = roundToCents(exact);
    const pooledStep = step(label('region.pooled', municipality), moneyValue(pooled), {
      operator: 'round-cents',
      parts: [
        step({ code: 'region.own-times-solidarity', facts: {} }, quantityValue(exact, '€'), {
          operator: 'product',
          parts: [ownStep, step({ code: 'region.solidarity', facts: {} }, ratioValue(stated))],
        }),
      ],
    });
    return { own, pooled, pooledStep, ownStep };
  });
  const pot = sumMoney(pools.map(({ pooled }) => pooled));
  const shares = divideByWeights(
    pot,
    municipalities.map(({ municipality, key }) => ({
      name: municipality,
      weight: key,
      label: label('region.share-of-pot', municipality),
      weightLabel: label('region.key', municipality),
    })),
    { code: 'region.pot', facts: {} },
  );
  const result = municipalities.map(({ municipality }, index): EqualisedMunicipality => {
    const { own, pooled, pooledStep } = pools[index] ?? {
      own: ZERO,
      pooled: ZERO,
      pooledStep: step(label('region.pooled', municipality), moneyValue(ZERO)),
    };
    const share = shares[index]?.amount ?? ZERO;
    const payment = subtractMoney(share, pooled);
    return {
      municipality,
      own,
      pooled,
      share,
      payment,
      carries: sumMoney([own, payment]),
      step: step(label('region.payment', municipality), moneyValue(payment), {
        operator: 'difference',
        parts: [...(shares[index] ? [shares[index].step] : []), pooledStep],
        ...ground,
        assumed: parameters[0]?.assumed ?? null,
      }),
    };
  });
  return {
    municipalities: result,
    total: sumMoney(result.map(({ own }) => own)),
    pot,
    solidarity: stated,
    balance: step(
      { code: 'region.balance', facts: {} },
      moneyValue(sumMoney(result.map(({ payment }) => payment))),
      {
        operator: 'sum',
        parts: result.map(({ municipality, payment }) =>
          step(label('region.payment', municipality), moneyValue(payment)),
        ),
        ...ground,
      },
    ),
    parameters,
  };
}
