import type { Catalogue } from '../catalogue';

/** Tariff lists in which one code has several tariffs. */
export const tariffsMessages: Catalogue = {
  'tariffs.open-attributes': {
    nl: '{product} heeft {count, plural, one {# tarief} other {# tarieven}}; zonder {attributes} is niet te zeggen welk geldt.',
    en: '{product} has {count, plural, one {# tariff} other {# tariffs}}; without {attributes} nobody can tell which holds.',
  },
  'tariffs.contradiction': {
    nl: '{product}: verschillende tarieven voor hetzelfde op dezelfde dag, op de regels {lines}.',
    en: '{product}: different tariffs for the same on the same day, on the lines {lines}.',
  },
};
