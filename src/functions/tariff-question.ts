import {
  agreedTariffFromList,
  quantityValue,
  tariffOnDay,
  type Decimal,
  type IsoDate,
  type TariffEntry,
} from '../core';
import {
  at,
  dateArgument,
  isOmitted,
  kindArgument,
  rulebookArgument,
  sectorArgument,
  textArgument,
  wlzStandard,
} from './arguments';
import { rulebookStep } from './domain-situation';
import { explainWorked } from './worked-answer';
import { missing, wrong, type Cell, type Explained } from './cell';
import { shortList } from './table';
import { tariffsArgument } from './tables';

/** A tariff: as the list states it, or with a sector as it follows from components and percentage. */
export function tariffAnswer(
  product: Cell,
  date: Cell,
  tariffs: Cell,
  sector: Cell,
  kind: Cell,
  rulebook: Cell,
): Explained {
  const code = textArgument(product, 'product');
  const day = dateArgument(date, 'date');
  const entries = tariffsArgument(tariffs, 'tariffs');
  if (!isOmitted(sector)) {
    const book = rulebookArgument(rulebook, wlzStandard(day));
    return explainWorked(
      agreedTariffFromList(book, entries, code, sectorArgument(sector, 'sector'), day, {
        kind: kindArgument(kind, 'kind'),
      }),
      ({ tariff }) => ({ kind: 'money', value: tariff }),
      [rulebookStep(book)],
    );
  }
  return municipalTariff(entries, code, day);
}

/** A tariff as the list states it. */
function municipalTariff(entries: readonly TariffEntry[], code: string, day: IsoDate): Explained {
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
      throw wrong('functions.tariff-components', { ...at('sector'), product: code });
  }
}

const validity = ({ from, until }: TariffEntry): string => `${from ?? '…'} – ${until ?? '…'}`;
