import type { Role } from '../rulebook/schema';

/** A function that works out a rule: file below src/core and name, and how it names the rule. */
export interface RuleCode {
  readonly file: string;
  readonly name: string;
  /** It cites the rule through the role it plays in a rulebook, not by its id. */
  readonly role?: Role;
}

/** A way to a rule for somebody who doesn't program. */
export interface RuleDoors {
  /** Excel functions, without `ZORG.`. */
  readonly functions: readonly string[];
  /** Commands of the command line beside `fill` and `check`. */
  readonly commands: readonly string[];
  /** Filling one's own prognosis: command line, workbench and pane. */
  readonly fill: boolean;
  /** Checking submitted prognoses: command line, workbench and pane. */
  readonly check: boolean;
}

/** One rule of a shipped rulebook: where it is worked out and where it can be used. */
export interface RuleEntry {
  readonly id: string;
  /** Empty for a rule that only guides the reader. */
  readonly code: readonly RuleCode[];
  readonly doors: RuleDoors;
  /** Whether a limit decides: there are then golden cases below, at and above it. */
  readonly threshold: boolean;
}

type DoorText = string;

/** Doors as a line: `check fill`, commands in lower case, functions in capitals. */
function doorsOf(text: DoorText): RuleDoors {
  const words = text.split(' ').filter((word) => word !== '');
  return {
    functions: words.filter((word) => /^[A-Z]/.test(word)),
    commands: words.filter((word) => /^[a-z]/.test(word) && word !== 'check' && word !== 'fill'),
    fill: words.includes('fill'),
    check: words.includes('check'),
  };
}

/** Code as a line: `file#function`, with `@role` where it goes by a role. */
const codeOf = (text: string): RuleCode[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word): RuleCode => {
      const [where = '', role] = word.split('@');
      const [file = '', name = ''] = where.split('#');
      return role === undefined
        ? { file: `${file}.ts`, name }
        : { file: `${file}.ts`, name, role: role as Role };
    });

const rule = (id: string, threshold: 'limit' | 'no-limit', code: string, doors: DoorText): RuleEntry => ({
  id,
  code: codeOf(code),
  doors: doorsOf(doors),
  threshold: threshold === 'limit',
});

const CEILINGS = 'CEILING HEADROOM OVERRUN EXHAUSTION CHECK';

/**
 * Every rule of every shipped rulebook. A test holds this against the code (the function exists and names the
 * rule), the rulebooks (none missing, none too many), the golden cases and the doors (each is opened and the
 * rule has to come out); docs/regels.md is written from it.
 */
export const RULE_REGISTER: readonly RuleEntry[] = [
  rule('ZUT-01', 'limit', 'checks/ceiling-findings#ceilingFindings@zero-ceiling', 'check fill CHECK'),
  rule(
    'ZUT-02',
    'limit',
    'checks/figures#buildFigures@ceiling checks/evaluate#allocationFindings@matching ceilings/counting#countDomain@ceiling',
    `check fill match ${CEILINGS}`,
  ),
  rule(
    'ZUT-03',
    'limit',
    'ceilings/year-part#yearParts@year-end ceilings/year-part#allocationYearFindings@year-end',
    'match YEARPART',
  ),
  rule(
    'ZUT-04',
    'limit',
    'ceilings/effective-ceiling#effectiveCeiling@case-budget',
    `check fill CEILING CHECK`,
  ),
  rule(
    'ZUT-05',
    'limit',
    'checks/across#acrossFindings@other-providers checks/across#candidatesWithRoom',
    'check fill',
  ),
  rule(
    'ZUT-06',
    'no-limit',
    'rulebook/treatment#treatmentOf ceilings/counting#countDomain@excluded',
    `check fill ${CEILINGS}`,
  ),
  rule(
    'ZUT-07',
    'limit',
    'checks/ceiling-findings#ceilingFindings@not-raised ceilings/effective-ceiling#effectiveCeiling@not-raised',
    'check fill CHECK',
  ),
  rule('ZUT-08', 'no-limit', '', ''),
  rule('ZUT-09', 'no-limit', 'ceilings/effective-ceiling#effectiveCeiling@raise', `check fill ${CEILINGS}`),
  rule('ZUT-10', 'limit', 'ceilings/next-ceiling#nextCeiling@next-ceiling', 'check fill NEXTCEILING CHECK'),
  rule('ZUT-11', 'limit', 'checks/across#acrossFindings@separate-domains', 'check fill CHECK'),
  rule('ZUT-12', 'limit', 'checks/ceiling-findings#ceilingFindings@no-guarantee', 'check fill CHECK'),

  rule(
    'ZWO-01',
    'limit',
    'financing/places-subsidy#placesSubsidy financing/places-subsidy#emergencyBudget',
    'check fill finance',
  ),
  rule('ZWO-02', 'limit', 'financing/client-budget#clientBudget', 'finance'),
  rule('ZWO-03', 'limit', 'financing/short-stay#shortStay', 'finance'),
  rule('ZWO-04', 'limit', 'financing/trajectory#trajectoryResult', 'finance'),
  rule('ZWO-05', 'no-limit', 'financing/effort-based#effortBased', 'finance'),
  rule('ZWO-06', 'no-limit', 'financing/three-year-subsidy#threeYearSubsidy', 'finance'),
  rule('ZWO-07', 'limit', 'financing/child-budget#childBudget', 'finance'),
  rule(
    'ZWO-08',
    'limit',
    'financing/liability#overrunLiability@liability checks/ceiling-findings#ceilingFindings@liability',
    'check fill finance',
  ),
  rule('ZWO-09', 'no-limit', 'financing/form-share#formShares', 'finance'),
  rule('ZWO-10', 'limit', 'checks/across#acrossFindings@other-providers', 'check'),

  rule(
    'IJS-01',
    'limit',
    'region/reference-ceiling#referenceCeiling region/reference-ceiling#offerRatios',
    'check fill region',
  ),
  rule('IJS-02', 'limit', 'region/regional-budget#regionalBudget', 'finance'),
  rule('IJS-03', 'no-limit', 'region/full-year-forecast#extrapolateCount', 'region'),
  rule('IJS-04', 'no-limit', 'region/subcontracting#countOnce', 'region'),
  rule('IJS-05', 'limit', 'region/equalisation#equalise', 'equalise EQUALISATION'),
  rule('IJS-06', 'no-limit', 'region/macro-budget#macroBudget', 'region'),
  rule('IJS-07', 'limit', 'region/utilisation-report#utilisationReport', 'region'),
  rule('IJS-08', 'limit', 'region/matching#matchLines region/matching#conclude@matching', 'match check'),
  rule('IJS-09', 'limit', 'region/advances#advanceBalances', 'region'),
  rule('IJS-10', 'limit', 'region/year-attribution#attributeYears', 'region'),
  rule(
    'IJS-11',
    'no-limit',
    'region/macro-budget#macroBudget region/equalisation#equalise',
    'equalise region',
  ),
  rule('IJS-12', 'limit', 'checks/ceiling-findings#ceilingFindings@liability', 'check fill'),

  rule('ACH-01', 'limit', 'financing/lump-sum#lumpSum', 'check fill finance'),
  rule(
    'ACH-02',
    'no-limit',
    'financing/segments#segmentFigures checks/across#acrossFindings@separate-domains',
    'check fill finance',
  ),
  rule('ACH-03', 'limit', 'financing/segments#segmentFigures', 'finance'),
  rule('ACH-04', 'no-limit', 'financing/driver-forecast#driverForecast', 'finance'),
  rule('ACH-05', 'limit', 'financing/subcontract-price#passThrough', 'finance'),
  rule('ACH-06', 'no-limit', 'financing/uncontracted-care#uncontractedCare', 'finance'),

  rule(
    'ZK-01',
    'limit',
    'tariffs/wlz-tariff#agreedTariff tariffs/wlz-tariff#agreedAmount',
    'check fill wlz TARIFF',
  ),
  rule(
    'ZK-02',
    'no-limit',
    'tariffs/tariff-percentage#tariffPercentage',
    'check fill wlz TARIFF TARIFFPERCENTAGE',
  ),
  rule('ZK-03', 'limit', 'tariffs/general-raise#generalRaise tariffs/general-raise#bridge', 'wlz'),
  rule(
    'ZK-04',
    'no-limit',
    'tariffs/new-provider#newProviderPercentage tariffs/tariff-percentage#tariffPercentage',
    'check fill wlz TARIFF TARIFFPERCENTAGE',
  ),
  rule('ZK-05', 'limit', 'tariffs/percentage-override#overriddenPercentage', 'wlz'),
  rule('ZK-06', 'limit', 'tariffs/percentage-override#overriddenPercentage', 'wlz'),
  rule('ZK-07', 'no-limit', 'tariffs/tariff-percentage#tariffPercentage', 'check fill wlz TARIFF'),
  rule('ZK-08', 'no-limit', 'tariffs/tariff-percentage#tariffPercentage', 'wlz'),
  rule(
    'ZK-09',
    'limit',
    'tariffs/quality-supplement#hasQualitySupplement tariffs/quality-supplement#splitQualitySupplement',
    'wlz',
  ),
  rule('ZK-10', 'limit', 'contracting-space/reservations#reserveSpace', 'space'),
  rule('ZK-11', 'limit', 'contracting-space/reporting-threshold#volumeChange', 'space'),
  rule(
    'ZK-12',
    'limit',
    'contracting-space/utilisation#extrapolateYear contracting-space/utilisation#spaceUtilisation',
    'check fill space',
  ),
  rule(
    'ZK-13',
    'limit',
    'contracting-space/space-cut#spaceCut contracting-space/space-cut#regimeOf contracting-space/space-cut#riskBeforeChange contracting-space/reallocation#reallocate',
    'check fill space SPACECUT REGIME',
  ),
  rule('ZK24-01', 'limit', 'contracting-space/space-cut#marginRule', 'space REGIME'),
  rule(
    'ZK-14',
    'limit',
    'contracting-space/treatment-share#treatmentExcess',
    'check fill wlz space TREATMENTEXCESS',
  ),
  rule('ZK-15', 'limit', 'contracting-space/crisis-places#crisisPayment', 'wlz space CRISISPAYMENT'),
  rule('ZK-16', 'limit', 'contracting-space/absence-days#absenceDays', 'wlz'),
  rule(
    'ZK-17',
    'limit',
    'contracting-space/extra-care#extraCareEarmark contracting-space/extra-care#extraCare',
    'wlz space',
  ),
  rule('ZK-18', 'no-limit', 'tariffs/wlz-tariff#agreedTariff tariffs/wlz-tariff#withWadden', 'wlz'),
  rule(
    'ZK-19',
    'limit',
    'contracting-space/regional-money#regionalMoney contracting-space/regional-money#regionalPayments',
    'wlz',
  ),
  rule('ZK-20', 'limit', 'contracting-space/subcontracting#subcontractedShare', 'space'),
  rule('ZK-21', 'limit', 'contracting-space/reallocation#reallocate', 'space'),
  rule('ZK-22', 'limit', 'contracting-space/settlement#settle', 'check fill wlz space'),
  rule('ZK-23', 'no-limit', 'contracting-space/dated-space#spaceOn', 'space'),
  rule('ZK-24', 'no-limit', 'tariffs/home-technology#homeTechnologyIssues', 'wlz'),
  rule('ZK-25', 'no-limit', 'tariffs/wlz-tariff#agreedTariff', 'check fill wlz TARIFF'),
  rule(
    'ZK24-02',
    'limit',
    'contracting-space/volume-ceiling#volumeCeiling contracting-space/volume-ceiling#peakMonth contracting-space/volume-ceiling#daysAboveCeiling',
    'wlz',
  ),

  rule(
    'NAT-01',
    'limit',
    'checks/scope-findings#scopeFindings@scope financing/agreement#agreementFindings@scope',
    'check fill',
  ),
  rule('NAT-02', 'limit', 'checks/ceiling-findings#signalFindings@signal', 'check fill'),
  rule(
    'NAT-03',
    'limit',
    'financing/payable-above#payableAboveCeiling@payable-above checks/ceiling-findings#payableFinding@payable-above',
    'check fill CHECK',
  ),
  rule('NAT-04', 'no-limit', 'ceilings/effective-ceiling#baseAmount@pro-rata', 'check fill CEILING'),
  rule('NAT-05', 'limit', 'checks/across#incompleteMonths@lag', 'check fill CHECK'),
  rule('NAT-06', 'no-limit', '', ''),
  rule('NAT-07', 'limit', 'checks/figures#buildFigures@ceiling', 'check fill CHECK'),
  rule('NAT-08', 'limit', 'checks/across#acrossFindings@separate-domains', 'check fill'),
  rule('NAT-09', 'no-limit', '', ''),

  rule('CHK-02', 'limit', 'checks/submission#declaredFindings', 'check'),
  rule('CHK-03', 'limit', 'checks/submission#tariffFindings', 'check'),
  rule('CHK-07', 'limit', 'checks/submission#jumpFindings', 'check'),
];

/** The entry of a rule; null for one that is not of a shipped rulebook. */
export const ruleEntry = (id: string): RuleEntry | null =>
  RULE_REGISTER.find((entry) => entry.id === id) ?? null;
