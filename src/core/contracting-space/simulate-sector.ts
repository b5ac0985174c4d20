import type { Decimal } from '../values';
import {
  maxMoney,
  minMoney,
  moneyValue,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Place,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { outsideValidity } from '../tariffs/tariff-percentage';
import { isRefused, notice, refused, type Refused } from '../tariffs/worked';
import type { ProviderKind, Sector } from '../tariffs/wlz-terms';
import { spaceOn, type SpaceEntry } from './dated-space';
import { ownCut, reallocate, type ReallocationShare } from './reallocation';
import { reserveSpace, type Reservations } from './reservations';
import { settle, settlementBalance } from './settlement';
import { regimeOf, riskBeforeChange, spaceCut, type Regime } from './space-cut';
import { extrapolateYear, spaceUtilisation } from './utilisation';

/** What is known of one provider in a sector. Amounts in euro at agreed tariffs; null: not given. */
export interface SectorProvider {
  readonly provider: string;
  readonly kind: ProviderKind | null;
  /** Delivered and declared from 1 January up to and including the as-of date. */
  readonly realised: Money | null;
  /** Delivered in that time, not declared yet (ZK-12). */
  readonly backlog: Money | null;
  /** Year production as extrapolated or estimated elsewhere; goes before `realised`. */
  readonly yearProduction: Money | null;
  /** Commitment by the care office (ZK-21). */
  readonly commitment: Money | null;
  /** Agreement on crisis places (ZK-15), part of the production. */
  readonly crisis: Money | null;
  /** Cut for treatment-inclusive days above the agreed share (ZK-14). */
  readonly treatmentCut: Money | null;
  /** Delivered in the whole year at the agreed tariff; null while the year runs: then as extrapolated. */
  readonly delivered: Money | null;
  /** Payments so far. */
  readonly paid: Money | null;
  /** Stated production through subcontractors (ZK-20). */
  readonly subcontracted: Money | null;
  /** Year volume as last reported to the care office (ZK-11). */
  readonly reported: Money | null;
  readonly place: Place;
}

export interface SectorInput {
  readonly sector: Sector;
  readonly asOf: IsoDate;
  readonly space: readonly SpaceEntry[];
  /** Earmark for extra care (ZK-17); the providers' amounts are then without extra care. */
  readonly extraCareEarmark: Money | null;
  readonly providers: readonly SectorProvider[];
}

export interface ProviderResult {
  readonly input: SectorProvider;
  readonly production: Money;
  /** Production that is eligible: without the treatment excess when that goes first. */
  readonly eligible: Money;
  readonly share: ReallocationShare;
  /** The reallocation agreement. */
  readonly agreement: Money;
  /** Production − agreement, and as a share of production. */
  readonly reduction: Money;
  readonly ownCut: Decimal;
  /** Of the reduction by the proportional cut: the provider's risk, at most the margin (ZK-13). */
  readonly risk: Money;
  /** The rest of that reduction: to be met by a lower volume (volume agreements only). */
  readonly volumeToReduce: Money;
  readonly delivered: Money;
  /** Whether `delivered` is the extrapolated production, for want of a final figure. */
  readonly deliveredExpected: boolean;
  readonly settlement: Money;
  /** Settlement − paid so far; null when payments aren't given. */
  readonly balance: Money | null;
  readonly steps: {
    readonly production: Step;
    readonly agreement: Step;
    readonly risk: Step;
    readonly settlement: Step;
    readonly balance: Step | null;
  };
}

export interface SectorSimulation {
  readonly sector: Sector;
  readonly asOf: IsoDate;
  readonly space: Money;
  readonly reservations: Reservations;
  readonly production: Money;
  readonly eligible: Money;
  /** Eligible production ÷ space for care; null without space. */
  readonly utilisation: Decimal | null;
  readonly cut: Decimal;
  readonly regime: Regime;
  readonly providers: readonly ProviderResult[];
  readonly totals: {
    readonly agreement: Money;
    readonly reduction: Money;
    readonly settlement: Money;
    /** Space for care that no agreement uses. */
    readonly unused: Money;
    /** For care − agreements − unused; anything but 0.00 is a defect of ours. */
    readonly difference: Money;
  };
  readonly notices: readonly Issue[];
  /** In reading order: for care, production, utilisation, cut, regime, agreements. */
  readonly steps: readonly Step[];
}

/**
 * Simulates a sector over its providers on a day: space (ZK-23), reservations (ZK-10, ZK-17), extrapolation
 * (ZK-12), utilisation, treatment cut (ZK-14), proportional cut and regime (ZK-13), reallocation with
 * commitments first (ZK-21) and settlement (ZK-22). Every amount has its steps, and all sums are exact.
 * Refused: a day outside the rulebook, no space, a provider without production or named twice, negative amounts.
 */
export function simulateSector(rulebook: Rulebook, input: SectorInput): SectorSimulation | Refused {
  const { sector, asOf } = input;
  const outside = outsideValidity(rulebook, asOf);
  if (outside) return outside;
  const space = spaceOn(rulebook, input.space, sector, asOf);
  if (isRefused(space)) return space;
  if (input.providers.length === 0) return refused('wlz.no-providers', { sector });
  const reserved = reserveSpace(rulebook, space.value, asOf, input.extraCareEarmark, space.step);
  const { forCare } = reserved.value;
  if (forCare < 0n) return refused('wlz.no-room', { found: moneyValue(forCare) });
  const notices: Issue[] = [...reserved.notices];

  const issues: Issue[] = [];
  const produced: { provider: SectorProvider; production: Money; step: Step }[] = [];
  for (const provider of input.providers) {
    const own = yearProductionOf(rulebook, provider, asOf);
    if (isRefused(own)) issues.push(...own.issues);
    else produced.push({ provider, production: own.value, step: own.step });
    if (!isRefused(own)) notices.push(...own.notices);
    issues.push(...negativeAmounts(provider));
  }
  if (issues.length > 0) return { issues };

  const cutFirst = choiceOn(rulebook, 'treatment-cut-order', asOf) === 'before-proportional-cut';
  const treatmentOf = (provider: SectorProvider, most: Money): Money =>
    minMoney(provider.treatmentCut ?? ZERO, most);
  const eligibleOf = (entry: (typeof produced)[number]): { amount: Money; step: Step } => {
    const taken = treatmentOf(entry.provider, entry.production);
    if (!cutFirst || taken === ZERO) return { amount: entry.production, step: entry.step };
    const amount = subtractMoney(entry.production, taken);
    return { amount, step: withoutTreatment(rulebook, asOf, 'wlz.eligible', entry.step, taken, amount) };
  };
  const eligible = produced.map(eligibleOf);
  const production = sumMoney(produced.map((entry) => entry.production));
  const eligibleTotal = sumMoney(eligible.map((entry) => entry.amount));
  const totalStep = step({ code: 'wlz.production-of-sector', facts: { sector } }, moneyValue(eligibleTotal), {
    operator: 'sum',
    rule: 'ZK-12',
    source: ruleSource(rulebook, 'ZK-12'),
    parts: eligible.map(({ step: own }) => own),
  });
  // Worked out in full once; further on these two are shown with their value only.
  const forCareReference = reference(reserved.step);
  const totalReference = reference(totalStep);
  const used = spaceUtilisation(rulebook, eligibleTotal, forCare, {
    production: totalReference,
    space: forCareReference,
  });
  const cut = spaceCut(rulebook, forCare, eligibleTotal, {
    space: forCareReference,
    production: totalReference,
  });
  const regime = regimeOf(rulebook, forCare, eligibleTotal, asOf, reference(cut.step));

  const division = reallocate(
    rulebook,
    forCare,
    produced.map((entry, index) => ({
      provider: entry.provider.provider,
      production: eligible[index]?.amount ?? ZERO,
      commitment: entry.provider.commitment ?? ZERO,
      crisis: entry.provider.crisis ?? ZERO,
    })),
    asOf,
  );
  if (isRefused(division)) return division;
  notices.push(...division.notices);

  const providers = produced.flatMap((entry, index): ProviderResult[] => {
    const share = division.shares[index];
    const own = eligible[index];
    if (!share || !own) return [];
    const late = cutFirst ? ZERO : treatmentOf(entry.provider, share.agreement);
    const agreement = subtractMoney(share.agreement, late);
    const agreementStep =
      late === ZERO
        ? share.step
        : withoutTreatment(rulebook, asOf, 'wlz.agreement-after-treatment', share.step, late, agreement);
    const byCut = subtractMoney(own.amount, share.agreement);
    const risk = riskBeforeChange(rulebook, own.amount, byCut, asOf);
    const expected = entry.provider.delivered === null;
    const delivered = entry.provider.delivered ?? entry.production;
    const settlement = settle(rulebook, delivered, agreement, {
      delivered: expected
        ? step({ code: 'wlz.delivered-expected', facts: {} }, moneyValue(delivered))
        : step({ code: 'wlz.delivered', facts: {} }, moneyValue(delivered), { place: entry.provider.place }),
      agreement: reference(agreementStep),
    });
    const balance =
      entry.provider.paid === null ? null : settlementBalance(settlement.value, entry.provider.paid);
    return [
      {
        input: entry.provider,
        production: entry.production,
        eligible: own.amount,
        share,
        agreement,
        reduction: subtractMoney(entry.production, agreement),
        ownCut: ownCut(entry.production, agreement),
        risk: risk.value,
        volumeToReduce: regime.value === 'volume-agreements' ? subtractMoney(byCut, risk.value) : ZERO,
        delivered,
        deliveredExpected: expected,
        settlement: settlement.value,
        balance: balance?.value ?? null,
        steps: {
          production: own.step,
          agreement: agreementStep,
          risk: risk.step,
          settlement: settlement.step,
          balance: balance?.step ?? null,
        },
      },
    ];
  });
  const agreed = sumMoney(providers.map((provider) => provider.agreement));
  const unused = maxMoney(ZERO, subtractMoney(forCare, agreed));
  return {
    sector,
    asOf,
    space: space.value,
    reservations: reserved.value,
    production,
    eligible: eligibleTotal,
    utilisation: isRefused(used) ? null : used.value,
    cut: cut.value,
    regime: regime.value,
    providers,
    totals: {
      agreement: agreed,
      reduction: sumMoney(providers.map((provider) => provider.reduction)),
      settlement: sumMoney(providers.map((provider) => provider.settlement)),
      unused,
      difference: subtractMoney(forCare, sumMoney([agreed, unused])),
    },
    notices: once(notices),
    steps: [
      reserved.step,
      totalStep,
      ...(isRefused(used) ? [] : [used.step]),
      cut.step,
      regime.step,
      step({ code: 'wlz.agreements-total', facts: { sector } }, moneyValue(agreed), {
        operator: 'sum',
        rule: 'ZK-13',
        source: ruleSource(rulebook, 'ZK-13'),
        parts: providers.map((provider) => reference(provider.steps.agreement)),
      }),
    ],
  };
}

/** A step worked out elsewhere: its value only. */
const reference = (whole: Step): Step => ({ ...whole, operator: 'given', parts: [] });

/** The same remark once, however many providers it is about; remarks with a place stay apart. */
function once(notices: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return notices.filter((issue) => {
    const key = `${issue.code} ${issue.place.line ?? ''} ${issue.place.file ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function yearProductionOf(
  rulebook: Rulebook,
  provider: SectorProvider,
  asOf: IsoDate,
): Refused | { readonly value: Money; readonly step: Step; readonly notices: readonly Issue[] } {
  const facts = { provider: provider.provider };
  if (provider.yearProduction !== null) {
    return {
      value: provider.yearProduction,
      step: step({ code: 'wlz.production-given', facts }, moneyValue(provider.yearProduction), {
        place: provider.place,
      }),
      notices: [],
    };
  }
  if (provider.realised === null) return refused('wlz.no-production', facts, provider.place);
  const result = extrapolateYear(rulebook, provider.realised, provider.backlog, asOf);
  if (isRefused(result)) return result;
  const estimate =
    provider.kind === 'new' && choiceOn(rulebook, 'new-provider-volume', asOf) === 'estimate'
      ? [notice('wlz.new-provider-estimate', facts, provider.place)]
      : [];
  return {
    value: result.value,
    step: {
      ...result.step,
      label: {
        code: 'wlz.extrapolated-of',
        facts: { ...result.step.label.facts, provider: provider.provider },
      },
      place: provider.place,
    },
    notices: estimate,
  };
}

function negativeAmounts(provider: SectorProvider): Issue[] {
  const { realised, backlog, yearProduction, commitment, crisis, treatmentCut, delivered } = provider;
  const found = [realised, backlog, yearProduction, commitment, crisis, treatmentCut, delivered].find(
    (amount) => amount !== null && amount < 0n,
  );
  if (found === undefined || found === null) return [];
  const facts = { provider: provider.provider, found: moneyValue(found) };
  return [...refused('wlz.amount-negative', facts, provider.place).issues];
}

function withoutTreatment(
  rulebook: Rulebook,
  on: IsoDate,
  code: string,
  from: Step,
  taken: Money,
  left: Money,
): Step {
  return step({ code, facts: {} }, moneyValue(left), {
    operator: 'difference',
    rule: 'ZK-14',
    source: ruleSource(rulebook, 'ZK-14'),
    assumed: parameterStep(rulebook, 'treatment-cut-order', on).assumed,
    parts: [from, step({ code: 'wlz.treatment-cut-given', facts: {} }, moneyValue(taken), { rule: 'ZK-14' })],
  });
}
