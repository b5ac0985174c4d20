import { entriesOnDay, quantityValue, tariffOnDay, type Decimal, type TariffEntry } from '../core';
import { at, dateArgument, textArgument } from './arguments';
import { missing, wrong, type Cell, type Explained } from './cell';
import { shortList } from './table';
import { tariffsArgument } from './tables';

/** A tariff as the list states it. */
export function municipalTariff(
  product: Cell,
  date: Cell,
  tariffs: Cell,
  _sector: Cell,
  _kind: Cell,
  _rulebook: Cell,
): Explained {
  const code = textArgument(product, 'product');
  const day = dateArgument(date, 'date');
  const entries = tariffsArgument(tariffs, 'tariffs');
  const result = tariffOnDay(entries, code, day);
  switch (result.found) {
    case 'tariff':
      return { value: { kind: 'number', value: result.tariff.toFixed() }, steps: [result.step] };
    case 'unknown-product':
      throw missing('functions.tariff-unknown-product', {
        ...at('tariffs'),
        product: code,
        known: shortList([...new Set(entries.map((entry) => entry.product))]),
      });
    case 'not-valid':
      throw missing('functions.tariff-not-valid', {
        ...at('tariffs'),
        product: code,
        date: { kind: 'date', value: day },
        found: shortList(result.entries.map(validity), 3),
      });
    case 'several':
      throw wrong('functions.tariff-several', {
        ...at('tariffs'),
        product: code,
        date: { kind: 'date', value: day },
        found: result.tariffs.slice(0, 4).map((tariff: Decimal) => quantityValue(tariff, '€')),
      });
    case 'components':
      throw missing('functions.tariff-components', {
        product: code,
        count: entriesOnDay(entries, code, day).length,
      });
  }
}

const validity = ({ from, until }: TariffEntry): string => `${from ?? '…'} – ${until ?? '…'}`;
