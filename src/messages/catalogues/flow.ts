import type { Catalogue } from '../catalogue';

export const flowMessages: Catalogue = {
  'flow.amounts-too-large': {
    nl: 'De bedragen tellen op tot meer dan exact kan worden bijgehouden; verwacht zijn bedragen in euro’s.',
    en: 'The amounts add up to more than can be kept exactly; amounts in euro are expected.',
  },
  'flow.as-of-not-a-date': {
    nl: 'Peildatum “{found}” is geen bestaande datum; verwacht JJJJ-MM-DD of DD-MM-JJJJ.',
    en: 'As-of date “{found}” is not an existing date; expected YYYY-MM-DD or DD-MM-YYYY.',
  },
  'flow.wrong-year-in-file': {
    nl: 'Het bestand heeft alleen regels over {found}; verwacht zijn regels over {expected}.',
    en: 'The file only has lines about {found}; lines about {expected} are expected.',
  },
  'flow.two-providers': {
    nl: 'De bestanden bevatten meer dan één aanbieder: {found}. Verwacht is er één; kies er een met --provider of splits het bestand.',
    en: 'The files hold more than one provider: {found}. One is expected; choose one with --provider or split the file.',
  },
  'flow.provider-not-found': {
    nl: 'Aanbieder “{found}” staat niet in de bestanden; daarin staan: {known}.',
    en: 'Provider “{found}” is not in the files; they hold: {known}.',
  },
  'flow.wrong-provider-in-workbook': {
    nl: 'De werkmap is van aanbieder “{found}”, de bestanden zijn van “{expected}”. Verwacht is dezelfde aanbieder.',
    en: 'The workbook is of provider “{found}”, the files are of “{expected}”. The same provider is expected.',
  },
  'flow.provider-of-workbook-unknown': {
    nl: 'In de werkmap staat geen aanbieder en de productie bevat er meer dan één: {known}. Kies er een met --provider.',
    en: 'The workbook names no provider and production holds more than one: {known}. Choose one with --provider.',
  },
  'flow.wrong-year-in-workbook': {
    nl: 'De werkmap is van het jaar {found}; verwacht is {expected}.',
    en: 'The workbook is for the year {found}; {expected} is expected.',
  },
  'flow.missing-ceiling': {
    nl: 'Voor {provider}, {domain}, {year} staat geen basisplafond (soort “basis”) in het bestand. Gevonden: {found}.',
    en: 'The file has no base ceiling (kind “basis”) for {provider}, {domain}, {year}. Found: {found}.',
  },
  'flow.duplicate-base': {
    nl: 'Voor {domain} {year} staat het basisplafond er twee keer in (ook op regel {line}). Verwacht is één regel “basis”; een wijziging is een regel “ophoging” met datum.',
    en: 'The base ceiling for {domain} {year} is there twice (also on line {line}). One line “basis” is expected; a change is a line “ophoging” with a date.',
  },
  'flow.unknown-product': {
    nl: 'Product {product} ({domain}, samen {amount}) heeft nergens een omschrijving, dus is niet te zien of het meetelt. Verwacht is een regel in de tarievenlijst (--tariffs) of een omschrijving in de productie of de werkmap.',
    en: 'Product {product} ({domain}, together {amount}) has no description anywhere, so it can’t be told whether it counts. Expected is a line in the tariff list (--tariffs), or a description in production or the workbook.',
  },
  'flow.nothing-detected': {
    nl: 'In de werkmap is geen prognosetabel herkend (producten met maanden). Bekeken: {sheets}.',
    en: 'No prognosis table (products with months) was recognised in the workbook. Looked at: {sheets}.',
  },
  'flow.rounded': {
    nl: 'Afgerond, zoals gekozen voor bedragen × € 1.000.',
    en: 'Rounded, as chosen for amounts × € 1,000.',
  },
  'flow.not-selected': {
    nl: 'Niet ingevuld: de wijziging van {cell} is uitgezet.',
    en: 'Not filled: the change of {cell} was deselected.',
  },
  'flow.refused': {
    nl: 'Niet ingevuld: {cell} weigert invoer ({reason}).',
    en: 'Not filled: {cell} refuses input ({reason}).',
  },
  'flow.left-out-other-year': {
    nl: 'Valt buiten het gevraagde jaar.',
    en: 'Falls outside the year asked for.',
  },
  'flow.left-out-after-as-of': { nl: 'Productie na de peildatum.', en: 'Production after the as-of date.' },
  'flow.left-out-already-closed': {
    nl: 'Prognose van een maand die op de peildatum al is afgesloten.',
    en: 'Forecast of a month that was closed on the as-of date.',
  },
  'flow.left-out-still-to-declare': {
    nl: 'Schatting van wat nog gedeclareerd wordt; gerekend is met wat gedeclareerd is.',
    en: 'Estimate of what is still to be declared; what is declared counts.',
  },
  'flow.late-not-in-cells': {
    nl: 'Schatting van wat nog gedeclareerd wordt: telt mee in de totalen, niet in de cel van de maand.',
    en: 'Estimate of what is still to be declared: counts in the totals, not in the month’s cell.',
  },
  'flow.left-out-covered-by-production': {
    nl: 'Deel van de prognose van de lopende maand dat al is geproduceerd.',
    en: 'Part of the running month’s forecast that was produced already.',
  },
  'flow.cancelled': { nl: 'Afgebroken; er is niets geschreven.', en: 'Cancelled; nothing was written.' },
  'flow.no-line-for-product': {
    nl: 'De werkmap heeft geen regel voor product {product}.',
    en: 'The workbook has no line for product {product}.',
  },
  'flow.provider-by-code': {
    nl: 'AGB-code {code} in dit bericht is opgevat als {name}. Klopt dat niet, geef dan met --agb welke code van wie is.',
    en: 'AGB code {code} in this message has been taken for {name}. If that is wrong, say with --agb whose code is which.',
  },
  'flow.forecast-calculated': {
    nl: 'Deze prognose is berekend uit de productie tot en met {asOf}: {products, plural, one {één product} other {# producten}}, meestal met de methode {method} ({of}); {hand, plural, =0 {geen maand is} one {één maand is} other {# maanden zijn}} met de hand gezet.',
    en: 'This forecast was calculated from production up to and including {asOf}: {products, plural, one {one product} other {# products}}, mostly by the method {method} ({of}); {hand, plural, =0 {no month was} one {one month was} other {# months were}} set by hand.',
  },
  'flow.forecast-by-hand': {
    nl: '{domain}, {product}, {month}: met de hand op {amount} gezet in plaats van {replaced}. Reden: {reason}',
    en: '{domain}, {product}, {month}: set by hand to {amount} instead of {replaced}. Reason: {reason}',
  },
  'flow.forecast-all-counts': {
    nl: 'Zonder regelboek telt elk product mee onder het plafond; geef --rulebook om uitgesloten producten erbuiten te laten.',
    en: 'Without a rulebook every product counts under the ceiling; give --rulebook to leave excluded products out.',
  },
  'flow.forecast-not-described': {
    nl: '{count, plural, one {Eén product heeft} other {# producten hebben}} geen omschrijving ({products}): of het regelboek ze uitsluit is niet te zien, ze tellen mee. Geef --tariffs.',
    en: '{count, plural, one {One product has} other {# products have}} no description ({products}): whether the rulebook excludes them can’t be seen, they count. Give --tariffs.',
  },
  'flow.forecast-client-flow': {
    nl: '{product}: de prognose komt uit de cliëntstroom: {months, plural, one {# maand} other {# maanden}}, samen {amount}.',
    en: '{product}: the forecast comes from client flow: {months, plural, one {# month} other {# months}}, together {amount}.',
  },
  'flow.forecast-counts': {
    nl: '{product}: de prognose komt uit de telling van lopende verplichtingen: {months, plural, one {# maand} other {# maanden}}, samen {amount}. Zo telde de regio IJsselland in 2015 (IJS-03); aangenomen is dat het ook hier zo kan.',
    en: '{product}: the forecast comes from the count of running commitments: {months, plural, one {# month} other {# months}}, together {amount}. That is how the region of IJsselland counted in 2015 (IJS-03); that it can be done here too is assumed.',
  },
  'flow.forecast-two-sources': {
    nl: '{domain}, {product}: ook {other, select, counts {de telling} forecast {een prognosebestand of toewijzing} other {de cliëntstroom}} geeft een prognose. Laat één van beide weg: samen zou het dubbel tellen.',
    en: '{domain}, {product}: {other, select, counts {the count} forecast {a forecast file or allocation} other {client flow}} gives a forecast as well. Leave one of them out: together it would count twice.',
  },
  'flow.forecast-allocations': {
    nl: '{count, plural, one {Eén open toewijzing is} other {# open toewijzingen zijn}} tot eind volgend jaar naar verwachting {amount} waard; de maanden van dit jaar zijn de prognose.',
    en: '{count, plural, one {One open allocation is} other {# open allocations are}} expected to be worth {amount} until the end of next year; the months of this year are the forecast.',
  },
  'flow.budget-nothing': {
    nl: 'Dit bestand heeft geen begroting van {provider} voor {year}. Verwacht: regels met aanbieder, domein, product, maand en bedrag.',
    en: 'This file has no budget of {provider} for {year}. Expected: lines with provider, domain, product, month and amount.',
  },
};
