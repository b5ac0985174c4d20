import { moneyValue, ratioValue, subtractMoney, type Message } from '../values';
import { findRule, numberOn, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { isRefused } from '../tariffs/worked';
import { volumeChange } from './reporting-threshold';
import type { SectorInput, SectorSimulation } from './simulate-sector';
import { marginRule } from './space-cut';
import { subcontractedShare } from './subcontracting';

/** Rules about tariffs, days and clients, which amounts per provider can't show. */
const NOT_IN_AMOUNTS = ['ZK-01', 'ZK-09', 'ZK-16', 'ZK-18', 'ZK-19', 'ZK-24', 'ZK24-02'];

/**
 * What the rules find in a simulated sector, and for every rule that lacks data that it wasn't checked.
 * Above the margin is a violation, a cut within it a warning.
 */
export function sectorFindings(
  rulebook: Rulebook,
  input: SectorInput,
  simulation: SectorSimulation,
): Finding[] {
  const { sector, asOf } = input;
  const { providers, reservations, eligible } = simulation;
  const found: Finding[] = [];
  const has = (rule: string): boolean => findRule(rulebook, rule) !== null;
  const skip = (rule: string, message: Message): void => {
    if (has(rule)) found.push(notChecked(rulebook, rule, message));
  };
  const over = subtractMoney(eligible, reservations.forCare);
  if (over > 0n) {
    const above = simulation.regime === 'volume-agreements';
    found.push(
      finding(
        rulebook,
        marginRule(rulebook),
        above ? 'violation' : 'warning',
        {
          code: above ? 'wlz.finding-volume-agreements' : 'wlz.finding-cut',
          facts: {
            sector,
            amount: moneyValue(over),
            cut: ratioValue(simulation.cut),
            margin: ratioValue(numberOn(rulebook, 'margin', asOf) ?? simulation.cut),
          },
        },
        { amount: over, steps: simulation.steps },
      ),
    );
  }
  for (const { input: own, share, eligible: part, risk, steps } of providers) {
    const cut = subtractMoney(part, share.agreement);
    if (simulation.regime === 'volume-agreements' || cut <= risk) continue;
    found.push(
      finding(
        rulebook,
        marginRule(rulebook),
        'warning',
        {
          code: 'wlz.finding-own-cut',
          facts: { provider: own.provider, amount: moneyValue(cut), risk: moneyValue(risk) },
        },
        { amount: subtractMoney(cut, risk), location: own.place, steps: [steps.agreement, steps.risk] },
      ),
    );
  }
  for (const issue of simulation.notices) {
    if (issue.code === 'wlz.commitments-above-space') {
      found.push(finding(rulebook, 'ZK-21', 'warning', { code: issue.code, facts: issue.facts }));
    }
    if (issue.code === 'wlz.reservation-unknown') {
      skip('ZK-10', { code: issue.code, facts: issue.facts });
    }
    if (issue.code === 'wlz.new-provider-estimate') {
      found.push(
        finding(
          rulebook,
          'ZK-12',
          'warning',
          { code: issue.code, facts: issue.facts },
          { location: issue.place },
        ),
      );
    }
  }
  const extrapolated = providers.filter(({ input: own }) => own.yearProduction === null);
  const without = extrapolated.filter(({ input: own }) => own.backlog === null);
  if (without.length > 0) {
    skip('ZK-12', { code: 'wlz.backlog-missing', facts: { sector, count: without.length } });
  }
  if (providers.every(({ input: own }) => own.treatmentCut === null)) {
    skip('ZK-14', { code: 'wlz.no-treatment-data', facts: { sector } });
  }
  if (providers.every(({ input: own }) => own.crisis === null)) {
    skip('ZK-15', { code: 'wlz.no-crisis-data', facts: { sector } });
  }
  if (input.extraCareEarmark === null) {
    skip('ZK-17', { code: 'wlz.no-extra-care-data', facts: { sector } });
  }
  if (providers.every(({ input: own }) => own.commitment === null)) {
    skip('ZK-21', { code: 'wlz.no-commitments', facts: { sector } });
  }
  const expected = providers.filter((provider) => provider.deliveredExpected).length;
  if (expected > 0) skip('ZK-22', { code: 'wlz.settlement-expected', facts: { sector, count: expected } });
  found.push(
    ...reportingFindings(rulebook, input, simulation),
    ...subcontractingFindings(rulebook, simulation),
  );
  for (const rule of NOT_IN_AMOUNTS) {
    skip(rule, { code: 'wlz.not-in-amounts', facts: { rule: rule.replaceAll('-', ''), sector } });
  }
  return found;
}

/** ZK-11. */
function reportingFindings(
  rulebook: Rulebook,
  input: SectorInput,
  { providers }: SectorSimulation,
): Finding[] {
  if (!findRule(rulebook, 'ZK-11')) return [];
  if (numberOn(rulebook, 'substantial-change', input.asOf) === null) {
    return [notChecked(rulebook, 'ZK-11', { code: 'wlz.no-reporting-threshold', facts: {} })];
  }
  const found: Finding[] = [];
  let missing = 0;
  for (const { input: own, production } of providers) {
    const change =
      own.reported === null ? null : volumeChange(rulebook, own.reported, production, input.asOf);
    if (change === null || isRefused(change)) missing++;
    else if (change.value.mustReport) {
      found.push(
        finding(
          rulebook,
          'ZK-11',
          'warning',
          {
            code: 'wlz.finding-must-report',
            facts: { provider: own.provider, change: ratioValue(change.value.change) },
          },
          { location: own.place, steps: [change.step] },
        ),
      );
    }
  }
  if (missing > 0) {
    found.push(notChecked(rulebook, 'ZK-11', { code: 'wlz.no-earlier-volumes', facts: { count: missing } }));
  }
  return found;
}

/** ZK-20: one finding per provider that states nothing; one in all when nobody's statement was given. */
function subcontractingFindings(rulebook: Rulebook, { providers, sector }: SectorSimulation): Finding[] {
  if (!findRule(rulebook, 'ZK-20')) return [];
  if (providers.every(({ input: own }) => own.subcontracted === null)) {
    return [notChecked(rulebook, 'ZK-20', { code: 'wlz.no-subcontracting-data', facts: { sector } })];
  }
  return providers.flatMap(({ input: own, production }) => {
    const share = subcontractedShare(rulebook, own.subcontracted, production);
    if (!isRefused(share)) return [];
    return share.issues.map((issue) =>
      finding(
        rulebook,
        'ZK-20',
        'warning',
        {
          code: `wlz.finding-${issue.code.slice('wlz.'.length)}`,
          facts: { ...issue.facts, provider: own.provider },
        },
        { location: own.place },
      ),
    );
  });
}
