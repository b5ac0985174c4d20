import {
  absenceDays,
  agreedAmount,
  agreedTariff,
  bridgedPercentage,
  crisisPayment,
  daysAboveCeiling,
  Decimal,
  extraCare,
  extraCareEarmark,
  extrapolateYear,
  formatMoney,
  generalRaise,
  hasQualitySupplement,
  homeTechnologyIssues,
  isRefused,
  newProviderPercentage,
  parseDate,
  parseMonth,
  peakMonth,
  reallocate,
  regimeOf,
  regionalMoney,
  regionalPayments,
  reserveSpace,
  riskBeforeChange,
  settle,
  settleConcerns,
  settlementBalance,
  spaceCut,
  spaceOn,
  spaceUtilisation,
  splitQualitySupplement,
  subcontractedShare,
  tariffPercentage,
  treatmentExcess,
  volumeCeiling,
  volumeChange,
  type DeliveryForm,
  type PercentageOverride,
  type ProviderKind,
  type Sector,
  type TariffContext,
  type TreatmentTariffs,
} from '../../../../src/core';
import { refusals, type Call, type JsonObject } from '../case';
import { cents, euro, Input, outcome, plain, words, wordsOr } from './values';

function overrideOf(input: Input): PercentageOverride | null {
  if (!input.has('override')) return null;
  const own = new Input(input.raw('override') as JsonObject);
  const percentage = own.decimal('percentage');
  const reference = own.textOr('reference') ?? 'gespreksverslag 12';
  switch (own.text('kind')) {
    case 'negotiated':
      return { kind: 'negotiated', percentage, reference, ground: own.text('ground') };
    case 'hardship':
      return {
        kind: 'hardship',
        percentage,
        reference,
        requested: own.dateOr('requested'),
        decided: own.dateOr('decided'),
      };
    default:
      return { kind: 'stated', percentage, reference };
  }
}

const contextOf = (input: Input): TariffContext => ({
  kind: input.textOr('kind') as ProviderKind | null,
  productSector: input.textOr('productSector') as Sector | null,
  deliveryForm: input.textOr('form') as DeliveryForm | null,
  treatmentInclusive: input.flagOr('treatmentInclusive'),
  override: overrideOf(input),
  wadden: input.decimalOr('wadden'),
});

const tariff: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = agreedTariff(
    rulebook,
    {
      care: input.decimal('care'),
      nhc: input.decimalOr('nhc'),
      nic: input.decimalOr('nic'),
      nbf: input.decimalOr('nbf'),
    },
    input.text('sector') as Sector,
    input.date('on'),
    contextOf(input),
  );
  if (isRefused(result)) return { out: { refused: refusals(result.issues) }, steps: [] };
  const units = input.decimalOr('units');
  const amount = units === null ? null : agreedAmount(result.value.tariff, units);
  return {
    out: { tariff: euro(result.value.tariff), amount: euro(amount?.value ?? null) },
    steps: [result.step, ...(amount ? [amount.step] : [])],
  };
};

const percentage: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    tariffPercentage(rulebook, input.text('sector') as Sector, input.date('on'), contextOf(input)),
    (value) => ({ percentage: plain(value) }),
  );
};

const raise: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    bridgedPercentage(rulebook, input.decimal('earlier'), input.decimal('coming'), input.date('on')),
    (value) => ({ raise: plain(value.raise), percentage: plain(value.percentage) }),
  );
};

const ownRaise: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    generalRaise(
      rulebook,
      input.text('sector') as Sector,
      input.text('kind') as ProviderKind,
      input.date('on'),
    ),
    (value) => ({ percentage: plain(value.percentage) }),
  );
};

const newProvider: Call = (rulebook, fields) =>
  outcome(newProviderPercentage(rulebook, new Input(fields).date('on')), (value) => ({
    percentage: plain(value),
  }));

const supplement: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const has = hasQualitySupplement(
    rulebook,
    input.text('sector') as Sector,
    input.text('form') as DeliveryForm,
    input.has('profile') ? input.number('profile') : null,
    input.date('on'),
  );
  return { out: { has }, steps: [] };
};

const supplementSplit: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const on = input.date('on');
  const found = tariffPercentage(rulebook, 'V&V', on, { kind: 'existing' });
  if (isRefused(found)) return { out: { refused: refusals(found.issues) }, steps: [] };
  const result = splitQualitySupplement(
    rulebook,
    input.money('supplement'),
    {
      sector: 'V&V',
      form: input.text('form') as DeliveryForm,
      profile: input.has('profile') ? input.number('profile') : null,
    },
    found,
    on,
  );
  return outcome(
    result,
    (value) => ({ paid: euro(value.paid), regional: euro(value.regional) }),
    result.regionalStep ? [result.regionalStep] : [],
  );
};

const reserve: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    reserveSpace(rulebook, input.money('space'), input.date('on'), input.moneyOr('earmark')),
    (value) => ({
      regional: euro(value.regional),
      unforeseen: euro(value.unforeseen),
      extraCare: euro(value.extraCare),
      forCare: euro(value.forCare),
    }),
  );
};

const change: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    volumeChange(rulebook, input.money('earlier'), input.money('now'), input.date('on')),
    (value) => ({ change: plain(value.change), mustReport: value.mustReport }),
  );
};

const yearProduction: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    extrapolateYear(rulebook, input.money('realised'), input.moneyOr('backlog'), input.date('on')),
    (value) => ({ production: euro(value) }),
  );
};

const spaceUse: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(spaceUtilisation(rulebook, input.money('production'), input.money('space')), (value) => ({
    utilisation: plain(value),
  }));
};

const regime: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const [space, production, on] = [input.money('space'), input.money('production'), input.date('on')];
  const cut = spaceCut(rulebook, space, production);
  const result = regimeOf(rulebook, space, production, on);
  return {
    out: { cut: cut.value.toDecimalPlaces(10).toFixed(), regime: result.value },
    steps: [cut.step, result.step],
  };
};

const risk: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    riskBeforeChange(rulebook, input.money('production'), input.money('reduction'), input.date('on')),
    (value) => ({ risk: euro(value) }),
  );
};

/** Reference and actual are `[days in all, days with treatment]`. */
const treatmentDays: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const days = (name: string): { total: Decimal; withTreatment: Decimal } => {
    const [total, withTreatment] = input.list(name);
    return { total: new Decimal(words(total)), withTreatment: new Decimal(words(withTreatment)) };
  };
  const tariffs: TreatmentTariffs = input.has('difference')
    ? { difference: input.money('difference') }
    : { withTreatment: input.money('with'), without: input.money('without') };
  return outcome(
    treatmentExcess(
      rulebook,
      days('reference'),
      days('actual'),
      tariffs,
      input.date('on'),
      input.decimalOr('agreed'),
    ),
    (value) => ({ allowed: plain(value.allowedDays), excess: plain(value.excessDays), cut: euro(value.cut) }),
  );
};

const crisis: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    crisisPayment(rulebook, {
      year: input.number('year'),
      places: input.number('places'),
      dayTariff: input.money('tariff'),
      occupiedDays: input.decimal('occupied'),
      reallocation: input.dateOr('reallocation'),
      changes: input.rows('changes').map(([from, places]) => ({
        from: parseDate(words(from)),
        places: typeof places === 'number' ? places : Number.NaN,
      })),
    }),
    (value) => ({
      agreedDays: plain(value.agreedDays),
      payableDays: plain(value.payableDays),
      below: value.belowThreshold,
      payment: euro(value.payment),
      declared: euro(value.declared),
      empty: euro(value.empty),
    }),
  );
};

const absence: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(absenceDays(rulebook, input.decimal('days'), input.date('on')), (value) => ({
    declarable: plain(value.declarable),
    notDeclarable: plain(value.notDeclarable),
  }));
};

const earmark: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(extraCareEarmark(rulebook, input.money('volume'), input.decimal('growth')), (value) => ({
    earmark: euro(value),
  }));
};

const extra: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    extraCare(
      rulebook,
      input.money('earmark'),
      input.money('realised'),
      input.money('unforeseen'),
      input.date('on'),
    ),
    (value) => ({
      excess: euro(value.excess),
      fromUnforeseen: euro(value.fromUnforeseen),
      uncovered: euro(value.uncovered),
    }),
  );
};

/** Budgets are `[sector, region, amount, from quality]`; agreements `[sector, region, provider, amount, day]`. */
const regional: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = regionalMoney(
    rulebook,
    input.rows('budgets').map(([sector, region, amount, quality]) => ({
      sector: words(sector) as Sector,
      region: wordsOr(region),
      amount: cents(amount),
      fromQuality: cents(quality ?? '0.00'),
    })),
    input.rows('agreements').map(([sector, region, provider, amount, day]) => ({
      sector: words(sector) as Sector,
      region: words(region),
      provider: words(provider),
      amount: cents(amount),
      agreedOn: parseDate(words(day)),
      place: {},
    })),
    input.date('on'),
  );
  if (isRefused(result)) return { out: { refused: refusals(result.issues) }, steps: [] };
  return {
    out: {
      results: result.results.map(
        ({ agreed, flowsBack, staysInSector }) =>
          `${formatMoney(agreed)} back ${formatMoney(flowsBack)} stays ${formatMoney(staysInSector)}`,
      ),
      problems: refusals(result.problems),
    },
    steps: result.results.map(({ step }) => step),
  };
};

const monthly: Call = (_, fields) => {
  const input = new Input(fields);
  const payments = regionalPayments(
    input.money('amount'),
    input.number('year'),
    parseMonth(input.text('first')),
  );
  return {
    out: { payments: payments.map(({ month, amount }) => `${month} ${formatMoney(amount)}`) },
    steps: [],
  };
};

const stated: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    subcontractedShare(rulebook, input.moneyOr('stated'), input.money('production')),
    (value) => ({
      share: plain(value),
    }),
  );
};

/** Claims are `[provider, production, commitment, crisis]`. */
const division: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = reallocate(
    rulebook,
    input.money('space'),
    input.rows('claims').map(([provider, production, commitment, crisisPlaces]) => ({
      provider: words(provider),
      production: cents(production),
      commitment: cents(commitment ?? '0.00'),
      crisis: cents(crisisPlaces ?? '0.00'),
    })),
    input.date('on'),
  );
  if (isRefused(result)) return { out: { refused: refusals(result.issues) }, steps: [] };
  return {
    out: {
      agreements: result.shares.map(({ agreement }) => euro(agreement)),
      committed: result.shares.map(({ committed }) => euro(committed)),
      agreed: euro(result.agreed),
      notices: refusals(result.notices),
    },
    steps: result.shares.map(({ step }) => step),
  };
};

const settlement: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = settle(rulebook, input.money('delivered'), input.money('agreement'));
  const balance = settlementBalance(result.value, input.moneyOr('paid') ?? cents('0.00'));
  return {
    out: { settlement: euro(result.value), balance: euro(balance.value) },
    steps: [result.step, balance.step],
  };
};

/** Entries are `[kind, amount, from]`. */
const space: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    spaceOn(
      rulebook,
      input.rows('entries').map(([kind, amount, from]) => ({
        sector: 'V&V' as const,
        kind: words(kind) as 'set' | 'redistribution',
        amount: cents(amount),
        from: typeof from === 'string' ? parseDate(from) : null,
        place: {},
      })),
      'V&V',
      input.date('on'),
    ),
    (value) => ({ space: euro(value) }),
  );
};

const technology: Call = (rulebook, fields) => ({
  out: { issues: refusals(homeTechnologyIssues(rulebook, new Input(fields).text('form') as DeliveryForm)) },
  steps: [],
});

const peak: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    peakMonth(
      rulebook,
      input
        .rows('months')
        .map(([month, days]) => ({ month: parseMonth(words(month)), days: new Decimal(words(days)) })),
      input.date('on'),
    ),
    ({ month, days }) => ({ month, days: plain(days) }),
  );
};

const volume: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    volumeCeiling(
      rulebook,
      input.decimal('days'),
      parseMonth(input.text('peak')),
      input.number('year'),
      input.date('on'),
    ),
    (value) => ({ days: plain(value) }),
  );
};

/** Delivered are `[product, days, day amount]`. */
const daysOut: Call = (rulebook, fields) => {
  const input = new Input(fields);
  return outcome(
    daysAboveCeiling(
      rulebook,
      input.rows('delivered').map(([product, days, amount]) => ({
        product: words(product),
        days: new Decimal(words(days)),
        dayAmount: cents(amount),
      })),
      input.decimal('ceiling'),
    ),
    (value) => ({
      out: value.map(({ product, days, amount }) => `${product} ${plain(days) ?? ''} ${euro(amount) ?? ''}`),
    }),
  );
};

/** Members are `[provider, concern, delivered, agreement]`. */
const concern: Call = (rulebook, fields) => {
  const input = new Input(fields);
  const result = settleConcerns(
    rulebook,
    input.rows('members').map(([provider, own, delivered, agreement]) => ({
      provider: words(provider),
      concern: wordsOr(own),
      delivered: cents(delivered),
      agreement: cents(agreement),
    })),
    input.date('on'),
  );
  return {
    out: { settlements: result.map((one) => euro(one.settlement)) },
    steps: result.map(({ step }) => step),
  };
};

export const WLZ_CALLS: Readonly<Record<string, Call>> = {
  tariff,
  percentage,
  raise,
  'own-raise': ownRaise,
  'new-provider': newProvider,
  supplement,
  'supplement-split': supplementSplit,
  reserve,
  change,
  'year-production': yearProduction,
  'space-use': spaceUse,
  regime,
  risk,
  'treatment-days': treatmentDays,
  crisis,
  absence,
  earmark,
  'extra-care': extra,
  regional,
  monthly,
  subcontracting: stated,
  division,
  settlement,
  concern,
  space,
  technology,
  peak,
  'volume-ceiling': volume,
  'days-out': daysOut,
};
