import { Decimal, moneyToDecimal, moneyValue, ratioValue, step, type Money } from '../values';
import { ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';

/**
 * ZK-20: the share of expected production delivered through subcontractors, self-employed included, as the
 * provider must state it (0 is a statement, nothing isn't). Ratio. Refused: not stated, negative, or more
 * than the production itself.
 * @example subcontractedShare(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('50.00'), parseMoney('200.00')).value.toFixed() // '0.25'
 */
export function subcontractedShare(
  rulebook: Rulebook,
  stated: Money | null,
  production: Money,
): Outcome<Decimal> {
  if (stated === null) return refused('wlz.subcontracting-not-stated');
  if (stated < 0n || stated > production) {
    return refused('wlz.subcontracting-amount', {
      found: moneyValue(stated),
      expected: moneyValue(production),
    });
  }
  const share =
    production === 0n ? new Decimal(0) : moneyToDecimal(stated).dividedBy(moneyToDecimal(production));
  return worked(
    share,
    step({ code: 'wlz.subcontracted-share', facts: {} }, ratioValue(share), {
      operator: production === 0n ? 'derived' : 'quotient',
      rule: 'ZK-20',
      source: ruleSource(rulebook, 'ZK-20'),
      parts: [
        step({ code: 'wlz.subcontracted', facts: {} }, moneyValue(stated)),
        step({ code: 'wlz.production', facts: {} }, moneyValue(production)),
      ],
    }),
  );
}
