import type { Decimal } from '../values';
import { dateValue, ratioValue, step, type IsoDate, type Issue, type Step } from '../values';
import { choiceOn, dateOn, ruleSource, type Rulebook } from '../rulebook';
import { isRefused, notice, refused, worked, type Outcome, type Refused } from './worked';

/** The three grounds on which a lower percentage may be agreed (source 004, paragraph 2.5). */
export const NEGOTIATED_GROUNDS = ['case-mix', 'regional-contribution', 'positive-result'] as const;
export type NegotiatedGround = (typeof NEGOTIATED_GROUNDS)[number];

/** ZK-05: lower, agreed in a talk, with its ground and where it is recorded. */
export interface NegotiatedOverride {
  readonly kind: 'negotiated';
  readonly percentage: Decimal;
  /** One of `NEGOTIATED_GROUNDS`; text, since users write it. */
  readonly ground: string;
  readonly reference: string;
}

/** ZK-06: higher, by decision on a request. */
export interface HardshipOverride {
  readonly kind: 'hardship';
  readonly percentage: Decimal;
  readonly requested: IsoDate | null;
  readonly decided: IsoDate | null;
  readonly reference: string;
}

/** A percentage that the rulebook doesn't know and the user does. */
export interface StatedPercentage {
  readonly kind: 'stated';
  readonly percentage: Decimal;
  readonly reference: string;
}

export type PercentageOverride = NegotiatedOverride | HardshipOverride | StatedPercentage;

/**
 * A percentage other than the rulebook's own, if it may be used (ZK-05, ZK-06). `standard` is the
 * rulebook's percentage, null when it has none. Never derived: it needs ground or dates, and a reference.
 * Unit: ratio. Refused, with every reason at once: no reference or ground, a percentage on the wrong side of
 * the standard one or outside 0–1, dates missing or too late.
 */
export function overriddenPercentage(
  rulebook: Rulebook,
  override: PercentageOverride,
  standard: { readonly value: Decimal; readonly step: Step } | null,
  on: IsoDate,
): Outcome<Decimal> {
  const problems: Issue[] = [];
  const notices: Issue[] = [];
  const add = (found: Refused): void => void problems.push(...found.issues);
  const { percentage } = override;
  if (override.reference.trim() === '') add(refused('wlz.override-reference', { kind: override.kind }));
  if (!percentage.isFinite() || percentage.lessThanOrEqualTo(0) || percentage.greaterThan(1)) {
    add(refused('wlz.percentage-out-of-range', { found: percentage.toString() }));
  }
  switch (override.kind) {
    case 'negotiated':
      if (!NEGOTIATED_GROUNDS.some((ground) => ground === override.ground)) {
        add(refused('wlz.override-ground', { found: override.ground, expected: [...NEGOTIATED_GROUNDS] }));
      }
      if (standard && percentage.greaterThanOrEqualTo(standard.value)) {
        add(
          refused('wlz.negotiated-not-lower', {
            found: ratioValue(percentage),
            standard: ratioValue(standard.value),
          }),
        );
      }
      break;
    case 'hardship': {
      const dates = hardshipDates(rulebook, override, on);
      if (isRefused(dates)) add(dates);
      else notices.push(...dates.notices);
      if (standard && percentage.lessThanOrEqualTo(standard.value)) {
        add(
          refused('wlz.hardship-not-higher', {
            found: ratioValue(percentage),
            standard: ratioValue(standard.value),
          }),
        );
      }
      break;
    }
    case 'stated':
      if (standard) add(refused('wlz.stated-beside-standard', { standard: ratioValue(standard.value) }));
      break;
  }
  if (problems.length > 0) return { issues: problems };
  const rule = { negotiated: 'ZK-05', hardship: 'ZK-06', stated: 'ZK-02' }[override.kind];
  const parts: Step[] = standard ? [standard.step] : [];
  if (override.kind === 'hardship' && override.requested && override.decided) {
    parts.push(
      step({ code: 'wlz.hardship-requested', facts: {} }, dateValue(override.requested), { rule }),
      step({ code: 'wlz.hardship-decided', facts: {} }, dateValue(override.decided), { rule }),
    );
  }
  return worked(
    percentage,
    step(
      {
        code: `wlz.percentage-${override.kind}`,
        facts: {
          reference: override.reference,
          ground: override.kind === 'negotiated' ? override.ground.replaceAll('-', '') : '',
        },
      },
      ratioValue(percentage),
      { operator: 'derived', rule, source: ruleSource(rulebook, rule), parts },
    ),
    notices,
  );
}

/** The dates of a hardship request (ZK-06): the last day itself is in time. */
function hardshipDates(
  rulebook: Rulebook,
  override: HardshipOverride,
  on: IsoDate,
): Refused | { readonly notices: readonly Issue[] } {
  const problems: Issue[] = [];
  const notices: Issue[] = [];
  const { requested, decided } = override;
  const requestBy = dateOn(rulebook, 'hardship-request-deadline', on);
  const decideBy = dateOn(rulebook, 'hardship-decision-deadline', on);
  if (requested === null) problems.push(...refused('wlz.hardship-no-request').issues);
  else if (requestBy === null) notices.push(notice('wlz.hardship-request-not-checked'));
  else if (requested > requestBy) {
    problems.push(
      ...refused('wlz.hardship-too-late', { found: dateValue(requested), expected: dateValue(requestBy) })
        .issues,
    );
  }
  if (decided === null) problems.push(...refused('wlz.hardship-no-decision').issues);
  else if (requested !== null && decided < requested) {
    problems.push(
      ...refused('wlz.hardship-decided-before-request', {
        found: dateValue(decided),
        expected: dateValue(requested),
      }).issues,
    );
  } else if (decideBy !== null && decided > decideBy) {
    const facts = { found: dateValue(decided), expected: dateValue(decideBy) };
    if (choiceOn(rulebook, 'hardship-late-decision', on) === 'notice') {
      notices.push(notice('wlz.hardship-decision-late', facts));
    } else problems.push(...refused('wlz.hardship-decision-late', facts).issues);
  }
  return problems.length > 0 ? { issues: problems } : { notices };
}
