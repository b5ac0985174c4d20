import { isIsoDate, ratioValue, step, textValue, type Decimal, type IsoDate, type Issue } from '../values';
import { ruleSource, type Rulebook } from '../rulebook';
import { parameterIfValid } from './parameter-if-valid';
import { overriddenPercentage, type PercentageOverride } from './percentage-override';
import { isRefused, notice, refused, worked, type Outcome, type Refused } from './worked';
import type { DeliveryForm, ProviderKind, Sector } from './wlz-terms';

/** For whom a percentage is asked, beside main sector and day. Everything may be left out. */
export interface PercentageContext {
  /** Absent: `existing`; GGZ needs it. */
  readonly kind?: ProviderKind | null;
  /** Sector of the product, when it isn't the main sector (ZK-07). */
  readonly productSector?: Sector | null;
  readonly deliveryForm?: DeliveryForm | null;
  /** GGZ integrated: whether the provider delivers including treatment (ZK-08); null when not known. */
  readonly treatmentInclusive?: boolean | null;
  readonly override?: PercentageOverride | null;
}

/**
 * ZK-02: the tariff percentage of a provider on a day, by main sector and kind; with ZK-04 (new provider),
 * ZK-05 and ZK-06 (overrides), ZK-07 (main sector decides) and ZK-08 (integrated GGZ without treatment).
 * Unit: ratio. Refused: a day outside the rulebook, a kind the sector doesn't have, a percentage the
 * rulebook doesn't know, an override that may not be used.
 * @example tariffPercentage(findRulebook('zilveren-kruis-wlz-2022'), 'V&V', parseDate('2022-03-01')).value.toFixed() // '0.962'
 * @example tariffPercentage(findRulebook('zilveren-kruis-wlz-2023'), 'GGZ', parseDate('2023-12-31'), { kind: 'integrated' }).value.toFixed() // '0.968'
 */
export function tariffPercentage(
  rulebook: Rulebook,
  mainSector: Sector,
  on: IsoDate,
  context: PercentageContext = {},
): Outcome<Decimal> {
  const outside = outsideValidity(rulebook, on);
  if (outside) return outside;
  const { productSector = null, deliveryForm, treatmentInclusive = null, override } = context;
  const notices: Issue[] = [];
  const follows = parameterIfValid(rulebook, 'other-sector-percentage', on);
  const foreign = productSector !== null && productSector !== mainSector;
  const own = foreign && follows?.text === 'product-sector' && deliveryForm !== 'MPT';
  const sector = own ? productSector : mainSector;

  let kind: ProviderKind = context.kind ?? 'existing';
  let fallback = false;
  if (sector === 'GGZ' && kind === 'integrated') {
    const without = parameterIfValid(rulebook, 'integrated-without-treatment', on);
    if (treatmentInclusive === null && without) notices.push(notice('wlz.treatment-inclusive-unknown'));
    if (treatmentInclusive === false && without) {
      if (without.text !== 'sheltered') return refused('wlz.integrated-without-treatment');
      kind = 'sheltered';
      fallback = true;
    }
  }

  const found = parameterIfValid(rulebook, 'tariff-percentage', on, { sector, kind });
  if (!found) {
    return refused('wlz.kind-not-in-sector', { sector, kind, expected: kindsOf(rulebook, sector, on) });
  }
  const standard =
    found.number === null
      ? null
      : {
          value: found.number,
          step: step({ code: 'wlz.percentage', facts: { sector, kind } }, ratioValue(found.number), {
            operator: 'derived',
            rule: kind === 'new' ? 'ZK-04' : fallback ? 'ZK-08' : own || foreign ? 'ZK-07' : 'ZK-02',
            source: found.source,
            assumed: found.step.assumed,
            parts: [
              found.step,
              ...(foreign && follows
                ? [
                    step(
                      { code: 'wlz.sector-that-decides', facts: { product: productSector } },
                      textValue(sector),
                      {
                        operator: 'derived',
                        rule: 'ZK-07',
                        source: ruleSource(rulebook, 'ZK-07'),
                        parts: [follows.step],
                      },
                    ),
                  ]
                : []),
              ...(fallback ? [parameterIfValid(rulebook, 'integrated-without-treatment', on)] : []).flatMap(
                (part) => (part ? [part.step] : []),
              ),
            ],
          }),
        };
  if (override) {
    const other = overriddenPercentage(rulebook, override, standard, on);
    return isRefused(other) ? other : { ...other, notices: [...notices, ...other.notices] };
  }
  if (!standard) {
    return refused('wlz.percentage-unknown', { sector, kind, rulebook: rulebook.id });
  }
  return worked(standard.value, standard.step, notices);
}

/** A day on which the rulebook doesn't hold; null when it does. */
export function outsideValidity(rulebook: Rulebook, on: IsoDate): Refused | null {
  const { from, until } = rulebook.validity;
  if (from <= on && on <= until) return null;
  const day = (text: string): { kind: 'date'; value: IsoDate } | string =>
    isIsoDate(text) ? { kind: 'date', value: text } : text;
  return refused('wlz.outside-rulebook', {
    rulebook: rulebook.id,
    found: day(on),
    from: day(from),
    until: day(until),
  });
}

/** The kinds for which the rulebook has a value in a sector, for messages. */
function kindsOf(rulebook: Rulebook, sector: Sector, on: IsoDate): string[] {
  const parameter = rulebook.parameters.find((candidate) => candidate.id === 'tariff-percentage');
  const kinds = (parameter?.values ?? [])
    .filter((value) => value.from <= on && on <= value.until)
    .filter((value) => value.when?.['sector'] === undefined || value.when['sector'] === sector)
    .flatMap((value) => (value.when?.['kind'] === undefined ? [] : [value.when['kind']]));
  return [...new Set(kinds)];
}
