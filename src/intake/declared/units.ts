/** Units of the message standards as the product's own files name them; null is a number without a unit. */
const WORDS: Readonly<Record<'aw319' | 'istandaard', ReadonlyMap<number, string | null>>> = {
  aw319: new Map<number, string | null>([
    [0, null],
    [1, 'minuut'],
    [2, 'kwartier'],
    [3, 'half uur'],
    [4, 'uur'],
    [7, '5 minuten'],
    [11, 'dag'],
    [12, 'nacht'],
    [14, 'etmaal'],
    [15, 'dagdeel'],
    [16, 'dagdeel'],
    [21, 'week'],
    [24, 'vier weken'],
    [31, 'maand'],
    [41, 'jaar'],
    [81, 'stuks'],
    [82, 'stuks'],
  ]),
  istandaard: new Map<number, string | null>([
    [1, 'minuut'],
    [4, 'uur'],
    [14, 'etmaal'],
    [16, 'dagdeel'],
    [82, 'stuks (output)'],
    [83, 'euro'],
    [84, 'stuks'],
  ]),
};

/** The word for a unit's code; undefined when the code is not in the list. */
export const unitWord = (list: 'aw319' | 'istandaard', code: number): string | null | undefined =>
  WORDS[list].get(code);
