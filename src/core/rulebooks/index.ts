import { CoreError } from '../values/error';
import type { Rulebook } from '../rulebook';
import zilverenKruisWlz2022 from './zilveren-kruis-wlz-2022.json';
import zilverenKruisWlz2023 from './zilveren-kruis-wlz-2023.json';
import zilverenKruisWlz2024 from './zilveren-kruis-wlz-2024.json';
import achterhoek2021 from './achterhoek-2021.json';
import ijsselland2015 from './ijsselland-2015.json';
import wmoStandard12 from './wmo-contractstandaard-1.2.json';
import zutphen2022 from './zutphen-2022.json';
import zutphen2023 from './zutphen-2023.json';
import zwolle2020 from './zwolle-2020.json';

/**
 * Shipped rulebooks as their files hold them, the newest of a purchaser first. They pass the same validation as a
 * user's own, in a test and not on every start: the Excel functions then need no validator.
 */
const SHIPPED: readonly unknown[] = [
  zutphen2023,
  zutphen2022,
  zwolle2020,
  ijsselland2015,
  achterhoek2021,
  zilverenKruisWlz2024,
  zilverenKruisWlz2023,
  zilverenKruisWlz2022,
  wmoStandard12,
];

/** All shipped rulebooks. Errors: none. */
export const listRulebooks = (): readonly Rulebook[] => SHIPPED as readonly Rulebook[];

/**
 * A shipped rulebook by its id. Errors: `rulebook-unknown` with the ids there are.
 * @example findRulebook('zutphen-2023').purchaser // 'Gemeente Zutphen'
 */
export function findRulebook(id: string): Rulebook {
  const all = listRulebooks();
  const found = all.find((rulebook) => rulebook.id === id);
  if (!found) throw new CoreError('rulebook-unknown', { id, known: all.map((rulebook) => rulebook.id) });
  return found;
}
