import { moneyFromCents, monthOf, type CareRow } from '../../src/core';

/** An amount of a product in a month of production, from a provider of Wmo unless `other` says so. */
export const careRow = (
  month: number,
  cents: number,
  product = 'P1',
  year = 2023,
  other: Partial<Pick<CareRow, 'provider' | 'domain'>> = {},
): CareRow => ({
  provider: 'Voorbeeld',
  domain: 'Wmo',
  product,
  client: null,
  month: monthOf(year, month),
  unit: null,
  allocated: 'unknown',
  quantity: null,
  amount: moneyFromCents(cents),
  lines: 1,
  ...other,
});
