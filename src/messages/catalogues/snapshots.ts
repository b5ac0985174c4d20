import type { Catalogue } from '../catalogue';

/** Month after month: frozen states, their comparison, the log and the notes. */
export const snapshotsMessages: Catalogue = {
  'snapshots.status-closed': { nl: 'afgesloten', en: 'closed' },
  'snapshots.status-incomplete': { nl: 'onvolledig', en: 'incomplete' },
  'snapshots.status-incomplete-share': {
    nl: 'onvolledig ({share} gedeclareerd)',
    en: 'incomplete ({share} declared)',
  },
  'snapshots.status-forecast': { nl: 'prognose', en: 'forecast' },

  'snapshots.cause-price': { nl: 'Prijs', en: 'Price' },
  'snapshots.cause-volume': { nl: 'Volume', en: 'Volume' },
  'snapshots.cause-mix': { nl: 'Mix', en: 'Mix' },
  'snapshots.cause-lag': { nl: 'Late declaraties', en: 'Late declarations' },
  'snapshots.cause-new': { nl: 'Nieuwe cliënten', en: 'New clients' },
  'snapshots.cause-left': { nl: 'Vertrokken cliënten', en: 'Clients who left' },
  'snapshots.cause-new-products': { nl: 'Nieuwe producten', en: 'New products' },
  'snapshots.cause-left-products': { nl: 'Vervallen producten', en: 'Products that ended' },
  'snapshots.cause-other': { nl: 'Niet te onderscheiden', en: 'Can’t be told apart' },

  'snapshots.step-domain': {
    nl: 'Verschil van {domain}, per oorzaak',
    en: 'Difference of {domain}, by cause',
  },
  'snapshots.step-product': { nl: '{product}', en: '{product}' },
  'snapshots.step-room': {
    nl: 'Verandering van de ruimte: verandering van het plafond min verandering van het totaal',
    en: 'Change of the room: change of the ceiling less change of the total',
  },
  'snapshots.step-ceiling': { nl: 'Verandering van het plafond', en: 'Change of the ceiling' },
  'snapshots.step-total': { nl: 'Verandering van het totaal', en: 'Change of the total' },

  'snapshots.other-year': {
    nl: 'De twee kanten gaan over verschillende jaren ({before} en {after}): late declaraties en nieuwe cliënten zijn dan niet te onderscheiden.',
    en: 'The two sides are about different years ({before} and {after}): late declarations and new clients can’t be told apart then.',
  },
  'snapshots.other-provider': {
    nl: 'De twee kanten gaan over verschillende aanbieders: {before} en {after}.',
    en: 'The two sides are about different providers: {before} and {after}.',
  },
  'snapshots.other-rulebook': {
    nl: 'De twee kanten zijn met verschillende regelboeken uitgewerkt ({before} en {after}): wat meetelt kan daardoor verschillen.',
    en: 'The two sides were worked out with different rulebooks ({before} and {after}): what counts may differ because of that.',
  },
  'snapshots.order': {
    nl: 'De eerste kant heeft een latere peildatum dan de tweede: het verschil loopt terug in de tijd.',
    en: 'The first side has a later as-of date than the second: the difference runs back in time.',
  },
  'snapshots.clients-left-not-told': {
    nl: '{domain}: vertrokken cliënten staan niet apart. Een vastgelegde stand bevat geen cliënten; wat zij schelen staat onder Volume en Mix. Nieuw is wie na de eerste peildatum voor het eerst zorg kreeg.',
    en: '{domain}: clients who left don’t stand apart. A frozen state holds no clients; what they make out stands under Volume and Mix. New is who first had care after the earlier as-of date.',
  },
  'snapshots.clients-not-told': {
    nl: '{domain}: nieuwe en vertrokken cliënten zijn niet te onderscheiden, omdat niet elke productieregel een cliënt noemt. Wat zij schelen staat onder Volume en Mix.',
    en: '{domain}: new clients and clients who left can’t be told apart, because not every line of production names a client. What they make out stands under Volume and Mix.',
  },

  'snapshots.not-valid': {
    nl: 'Deze vastgelegde stand is beschadigd en wordt niet gebruikt. Verwacht: {expected}.',
    en: 'This frozen state is damaged and isn’t used. Expected: {expected}.',
  },
  'snapshots.later-version': {
    nl: 'Deze vastgelegde stand is gemaakt met een nieuwere Plafondwijzer (vorm {found}, hier bekend: {expected}). Gebruik die versie.',
    en: 'This frozen state was made with a later Plafondwijzer (shape {found}, known here: {expected}). Use that version.',
  },
  'snapshots.other-part': {
    nl: 'Dit deel hoort bij een andere vastgelegde stand ({found}); verwacht: {expected}.',
    en: 'This part belongs to another frozen state ({found}); expected: {expected}.',
  },
  'snapshots.rows-missing': {
    nl: 'Deze vastgelegde stand is niet compleet: {found} regels, verwacht {expected}. Zij wordt niet gebruikt.',
    en: 'This frozen state isn’t complete: {found} rows, expected {expected}. It isn’t used.',
  },
  'snapshots.unknown-domain': {
    nl: 'Een regel van deze vastgelegde stand verwijst naar domein nummer {found}, dat er niet is. Zij wordt niet gebruikt.',
    en: 'A row of this frozen state refers to domain number {found}, which isn’t there. It isn’t used.',
  },
  'snapshots.totals-differ': {
    nl: 'De regels van {domain} tellen op tot {found}, maar de vastgelegde stand noemt {stated}. Zij is gewijzigd of beschadigd en wordt niet gebruikt.',
    en: 'The rows of {domain} add up to {found}, but the frozen state says {stated}. It was changed or damaged and isn’t used.',
  },
  'snapshots.log-not-valid': {
    nl: 'Het logboek in deze werkmap is beschadigd en wordt niet gelezen of overschreven. Verwacht: {expected}.',
    en: 'The log in this workbook is damaged; it is neither read nor written over. Expected: {expected}.',
  },
  'snapshots.notes-not-valid': {
    nl: 'De notities in deze werkmap zijn beschadigd en worden niet gelezen of overschreven. Verwacht: {expected}.',
    en: 'The notes in this workbook are damaged; they are neither read nor written over. Expected: {expected}.',
  },
};
