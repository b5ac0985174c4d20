import {
  Decimal,
  divideMoney,
  maxMoney,
  minMoney,
  moneyToDecimal,
  moneyValue,
  proportion,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { notice, refused, type Refused } from '../tariffs/worked';

/** What a provider brings to the reallocation of a sector. */
export interface ReallocationClaim {
  /** Identifies the provider within the sector, once. */
  readonly provider: string;
  /** Extrapolated production that is eligible; what the provider can get at most. */
  readonly production: Money;
  /** Commitment by the care office: comes first (ZK-21), as far as there is production for it. */
  readonly commitment: Money;
  /** Agreement on crisis places: comes next where the rulebook says so (ZK-15). */
  readonly crisis: Money;
}

/** What a provider gets, by tier. */
export interface ReallocationShare {
  readonly provider: string;
  readonly agreement: Money;
  readonly committed: Money;
  readonly crisis: Money;
  readonly proportional: Money;
  readonly step: Step;
}

export interface Reallocation {
  readonly shares: readonly ReallocationShare[];
  /** Sum of the agreements: the lower of space and production, to the cent. */
  readonly agreed: Money;
  readonly notices: readonly Issue[];
}

/**
 * How providers of a sector are told apart: by name, whatever its case and spacing. Legal form does count, since
 * a foundation and a company of one name are two providers.
 * @example claimKey(' Zorg  BV') === claimKey('zorg bv') // true
 */
export const claimKey = (provider: string): string => provider.trim().replace(/\s+/g, ' ').toLowerCase();

interface Tier {
  readonly name: 'committed' | 'crisis' | 'proportional';
  readonly rule: string;
  readonly claims: readonly Money[];
}

interface TierShare {
  readonly amount: Money;
  readonly step: Step;
}

/**
 * ZK-13 with ZK-21: divides a sector's space for care over its providers. Commitments first, then crisis
 * places where the rulebook gives them priority, then the rest in proportion to production. When everything
 * fits each provider gets its production. Shares are whole cents by largest remainder (ties: name order), so
 * that they add up to the space exactly and the order of the providers doesn't matter.
 * Refused: a provider named twice, a negative amount, commitments above the space when the rulebook refuses
 * that.
 */
export function reallocate(
  rulebook: Rulebook,
  space: Money,
  claims: readonly ReallocationClaim[],
  on: IsoDate,
): Reallocation | Refused {
  const problem = problemIn(claims, space);
  if (problem) return problem;
  const committed = claims.map((claim) => minMoney(claim.commitment, claim.production));
  const crisisFirst = choiceOn(rulebook, 'crisis-priority', on) === 'on';
  const crisis = claims.map((claim, index) =>
    crisisFirst ? minMoney(claim.crisis, subtractMoney(claim.production, committed[index] ?? ZERO)) : ZERO,
  );
  const rest = claims.map((claim, index) =>
    subtractMoney(claim.production, sumMoney([committed[index] ?? ZERO, crisis[index] ?? ZERO])),
  );
  const tiers: readonly Tier[] = [
    { name: 'committed', rule: 'ZK-21', claims: committed },
    { name: 'crisis', rule: 'ZK-15', claims: crisis },
    { name: 'proportional', rule: 'ZK-13', claims: rest },
  ];
  const notices: Issue[] = [];
  let left = maxMoney(space, ZERO);
  const results: TierShare[][] = [];
  for (const tier of tiers) {
    const total = sumMoney(tier.claims);
    if (tier.name === 'committed' && total > left) {
      const facts = { committed: moneyValue(total), space: moneyValue(left) };
      if (choiceOn(rulebook, 'commitments-above-space', on) === 'refuse') {
        return refused('wlz.commitments-above-space', facts);
      }
      notices.push(notice('wlz.commitments-above-space', facts));
    }
    const shares = divideTier(
      rulebook,
      tier,
      left,
      total,
      claims.map((claim) => claim.provider),
      on,
    );
    left = subtractMoney(left, sumMoney(shares.map((share) => share.amount)));
    results.push(shares);
  }
  const shares = claims.map((claim, index): ReallocationShare => {
    const parts = results.map((tier) => tier[index] ?? NO_SHARE);
    const agreement = sumMoney(parts.map((part) => part.amount));
    const [first, second, third] = parts;
    return {
      provider: claim.provider,
      agreement,
      committed: first?.amount ?? ZERO,
      crisis: second?.amount ?? ZERO,
      proportional: third?.amount ?? ZERO,
      step: step({ code: 'wlz.agreement', facts: { provider: claim.provider } }, moneyValue(agreement), {
        operator: 'sum',
        rule: 'ZK-13',
        source: ruleSource(rulebook, 'ZK-13'),
        parts: parts.filter((part, at) => at === 2 || part.amount !== ZERO).map((part) => part.step),
      }),
    };
  });
  return { shares, agreed: sumMoney(shares.map((share) => share.agreement)), notices };
}

const NO_SHARE: TierShare = {
  amount: ZERO,
  step: step({ code: 'steps.nothing', facts: {} }, moneyValue(ZERO)),
};

function problemIn(claims: readonly ReallocationClaim[], space: Money): Refused | null {
  const issues: Issue[] = [];
  if (space < 0n) issues.push(...refused('wlz.no-room', { found: moneyValue(space) }).issues);
  const seen = new Set<string>();
  for (const { provider, production, commitment, crisis } of claims) {
    const key = claimKey(provider);
    if (seen.has(key)) issues.push(...refused('wlz.provider-twice', { provider }).issues);
    seen.add(key);
    const negative = [production, commitment, crisis].find((amount) => amount < 0n);
    if (negative !== undefined) {
      issues.push(...refused('wlz.amount-negative', { provider, found: moneyValue(negative) }).issues);
    }
  }
  return issues.length > 0 ? { issues } : null;
}

/** One tier: paid in full when it fits what is left, else in proportion. */
function divideTier(
  rulebook: Rulebook,
  tier: Tier,
  left: Money,
  total: Money,
  providers: readonly string[],
  on: IsoDate,
): TierShare[] {
  const source = ruleSource(rulebook, tier.rule);
  if (total <= left) {
    return tier.claims.map((amount) => ({
      amount,
      step: step({ code: `wlz.${tier.name}-full`, facts: {} }, moneyValue(amount), {
        rule: tier.rule,
        source,
      }),
    }));
  }
  // Sorted by name: equal remainders then fall the same way in whatever order the providers came.
  const order = providers
    .map((provider, index) => ({ provider, index }))
    .sort((a, b) => (a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0));
  const divided = divideMoney(
    left,
    order.map(({ index }) => tier.claims[index] ?? ZERO),
  );
  const amounts = new Map(order.map(({ index }, at) => [index, divided[at] ?? ZERO]));
  const assumed =
    tier.name === 'committed' ? parameterStep(rulebook, 'commitments-above-space', on).assumed : null;
  return tier.claims.map((claim, index) => {
    const amount = amounts.get(index) ?? ZERO;
    const { amount: rounded, step: roundedStep } = proportion({
      amount: step({ code: 'wlz.room-left', facts: {} }, moneyValue(left)),
      part: step({ code: 'wlz.own-claim', facts: {} }, moneyValue(claim)),
      whole: step({ code: 'wlz.all-claims', facts: {} }, moneyValue(total)),
      label: { code: `wlz.${tier.name}-share`, facts: {} },
      exactly: { code: 'wlz.share-exact', facts: {} },
      product: { code: 'wlz.room-times-claim', facts: {} },
      productUnit: null,
      ground: { rule: tier.rule, source, assumed },
    });
    const correction = subtractMoney(amount, rounded);
    if (correction === ZERO) return { amount, step: roundedStep };
    return {
      amount,
      step: step({ code: 'wlz.share-closing', facts: {} }, moneyValue(amount), {
        operator: 'sum',
        rule: tier.rule,
        parts: [roundedStep, step({ code: 'wlz.largest-remainder', facts: {} }, moneyValue(correction))],
      }),
    };
  });
}

/** Share of a provider's production that it doesn't get; 0 without production. Ratio, not rounded. */
export function ownCut(production: Money, agreement: Money): Decimal {
  if (production <= 0n) return new Decimal(0);
  return new Decimal(1).minus(moneyToDecimal(agreement).dividedBy(moneyToDecimal(production)));
}
