import type { Catalogue } from '../catalogue';

/** Tariff lists in which one code has several tariffs. */
export const tariffsMessages: Catalogue = {
  'tariffs.open-attributes': {
    nl: '{product} heeft {count, plural, one {# tarief} other {# tarieven}}; zonder {attributes} is niet te zeggen welk geldt.',
    en: '{product} has {count, plural, one {# tariff} other {# tariffs}}; without {attributes} nobody can tell which holds.',
  },
  'tariffs.mapping-invalid': {
    nl: 'Kolommenlijst voor tarieven: verwacht {expected}.',
    en: 'Column list for tariffs: expected {expected}.',
  },
  'tariffs.column-twice': {
    nl: 'De kolommen “{first}” en “{second}” ({columns}) zijn voor hetzelfde te houden; leg met --tariff-mapping vast welke geldt.',
    en: 'The columns “{first}” and “{second}” ({columns}) can be taken for the same; say with --tariff-mapping which one holds.',
  },
  'tariffs.sum-differs': {
    nl: '{product}: het tarief ({total}) is niet de som van de onderdelen ({sum}){rounding, select, yes {; een cent verschil kan afronding zijn} other {}}.',
    en: '{product}: the tariff ({total}) is not the sum of its components ({sum}){rounding, select, yes {; a cent of difference may be rounding} other {}}.',
  },
  'tariffs.contradiction': {
    nl: '{product}: verschillende tarieven voor hetzelfde op dezelfde dag, op de regels {lines}.',
    en: '{product}: different tariffs for the same on the same day, on the lines {lines}.',
  },
  'tariffs.proposal-head': {
    nl: 'Tarievenlijst met kolomkoppen op {where}:',
    en: 'Tariff list with column heads at {where}:',
  },
  'tariffs.proposal-none': {
    nl: '{file}: geen rij met koppen van een product (of omschrijving) en een tarief gevonden; geef met --tariff-mapping aan wat de kolommen zijn.',
    en: '{file}: no row found with the heads of a product (or description) and a tariff; say with --tariff-mapping what the columns are.',
  },
  'tariffs.proposal-column': {
    nl: '{column} “{header}”: {field}{year, select, none {} other {, jaar {year}}}{unit, select, none {} other {, per {unit}}}',
    en: '{column} “{header}”: {field}{year, select, none {} other {, year {year}}}{unit, select, none {} other {, per {unit}}}',
  },
  'tariffs.proposal-unknown': {
    nl: '{column} “{header}”: niet herkend, wordt niet gelezen',
    en: '{column} “{header}”: not recognised, will not be read',
  },
};
