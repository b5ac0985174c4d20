import { CoreError } from '../values/error';
import { parseRulebook, type Rulebook } from '../rulebook';
import zilverenKruisWlz2022 from './zilveren-kruis-wlz-2022.json';
import zilverenKruisWlz2023 from './zilveren-kruis-wlz-2023.json';
import zilverenKruisWlz2024 from './zilveren-kruis-wlz-2024.json';
import achterhoek2021 from './achterhoek-2021.json';
import ijsselland2015 from './ijsselland-2015.json';
import wmoStandard12 from './wmo-contractstandaard-1.2.json';
import zutphen2022 from './zutphen-2022.json';
import zutphen2023 from './zutphen-2023.json';
import zwolle2020 from './zwolle-2020.json';

/** Shipped rulebooks as their files hold them. They pass the same validation as a user's own. */
const FILES: readonly (readonly [file: string, json: unknown])[] = [
  ['zilveren-kruis-wlz-2022.json', zilverenKruisWlz2022],
  ['zilveren-kruis-wlz-2023.json', zilverenKruisWlz2023],
  ['zilveren-kruis-wlz-2024.json', zilverenKruisWlz2024],
  ['zutphen-2022.json', zutphen2022],
  ['zutphen-2023.json', zutphen2023],
  ['zwolle-2020.json', zwolle2020],
  ['ijsselland-2015.json', ijsselland2015],
  ['achterhoek-2021.json', achterhoek2021],
  ['wmo-contractstandaard-1.2.json', wmoStandard12],
];

let shipped: readonly Rulebook[] | null = null;

/**
 * All shipped rulebooks. Errors: none; a test holds that every shipped file is valid. Validated once, on the
 * first call: a sheet asks for a rulebook in thousands of cells.
 */
export function listRulebooks(): readonly Rulebook[] {
  shipped ??= FILES.flatMap(([file, json]) => {
    const parsed = parseRulebook(json, file);
    return 'rulebook' in parsed ? [parsed.rulebook] : [];
  });
  return shipped;
}

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
