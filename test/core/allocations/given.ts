import {
  allocationTerms,
  dateOf,
  Decimal,
  findRulebook,
  parseDate,
  priceBook,
  type Allocation,
  type Step,
  type TariffEntry,
  type ValuationContext,
} from '../../../src/core';

export const zutphen = findRulebook('zutphen-2023');
export const terms = allocationTerms(zutphen, dateOf(2023, 12, 31));

/** Three hours a week of 02A16 in 2023, unless told otherwise. */
export const allocation = (part: Partial<Allocation> = {}): Allocation => ({
  number: 'T1',
  provider: 'Voorbeeld 1',
  domain: 'Wmo',
  product: '02A16',
  client: 'K1',
  from: parseDate('2023-01-01'),
  until: parseDate('2023-12-31'),
  volume: new Decimal(3),
  frequency: 'week',
  unit: 'uur',
  amount: null,
  place: { file: 'toewijzingen.csv', line: 2 },
  ...part,
});

export const tariff = (part: Partial<TariffEntry> & { price?: string } = {}): TariffEntry => {
  const { price = '60', ...rest } = part;
  return {
    product: '02A16',
    description: 'Begeleiding',
    unit: 'uur',
    tariff: new Decimal(price),
    care: null,
    nhc: null,
    nic: null,
    qualitySupplement: null,
    from: null,
    until: null,
    sector: null,
    deliveryForm: null,
    treatment: null,
    place: { file: 'tarieven.csv', line: 2 },
    ...rest,
  };
};

export const context = (
  tariffs: readonly TariffEntry[] = [tariff()],
  part: Partial<ValuationContext> = {},
): ValuationContext => ({
  prices: priceBook(tariffs, null),
  terms,
  first: parseDate('2023-01-01'),
  last: parseDate('2024-12-31'),
  share: null,
  used: null,
  ...part,
});

/** All steps of a tree. */
export const flatten = (root: Step): Step[] => [root, ...root.parts.flatMap(flatten)];
