import type { Catalogue } from '../catalogue';

/** What the Excel functions say in a cell: names of arguments, errors, headings of tables that spill. */
export const functionsMessages: Catalogue = {
  'functions.text': { nl: '{text}', en: '{text}' },

  'functions.argument.asOf': { nl: 'peildatum', en: 'asOf' },
  'functions.argument.ceiling': { nl: 'plafond', en: 'ceiling' },
  'functions.argument.ceilings': { nl: 'plafonds', en: 'ceilings' },
  'functions.argument.date': { nl: 'datum', en: 'date' },
  'functions.argument.domain': { nl: 'domein', en: 'domain' },
  'functions.argument.forecast': { nl: 'prognose', en: 'forecast' },
  'functions.argument.functionName': { nl: 'functienaam', en: 'functionName' },
  'functions.argument.id': { nl: 'regel', en: 'id' },
  'functions.argument.kind': { nl: 'soort', en: 'kind' },
  'functions.argument.method': { nl: 'methode', en: 'method' },
  'functions.argument.peak': { nl: 'piekmaand', en: 'peak' },
  'functions.argument.product': { nl: 'product', en: 'product' },
  'functions.argument.production': { nl: 'productie', en: 'production' },
  'functions.argument.products': { nl: 'producten', en: 'products' },
  'functions.argument.provider': { nl: 'aanbieder', en: 'provider' },
  'functions.argument.realised': { nl: 'realisatie', en: 'realised' },
  'functions.argument.rulebook': { nl: 'regelboek', en: 'rulebook' },
  'functions.argument.sector': { nl: 'sector', en: 'sector' },
  'functions.argument.tariffs': { nl: 'tarieven', en: 'tariffs' },
  'functions.argument.before': { nl: 'voor', en: 'before' },
  'functions.argument.after': { nl: 'na', en: 'after' },
  'functions.argument.asOfBefore': { nl: 'peildatum_voor', en: 'asOfBefore' },
  'functions.argument.asOfAfter': { nl: 'peildatum_na', en: 'asOfAfter' },
  'functions.argument.ceilingBefore': { nl: 'plafond_voor', en: 'ceilingBefore' },
  'functions.argument.ceilingAfter': { nl: 'plafond_na', en: 'ceilingAfter' },
  'functions.argument.withoutVolume': { nl: 'zonder_volume', en: 'withoutVolume' },
  'functions.argument.agreedShare': { nl: 'afgesproken_aandeel', en: 'agreedShare' },
  'functions.argument.amount': { nl: 'bedrag', en: 'amount' },
  'functions.argument.changes': { nl: 'wijzigingen', en: 'changes' },
  'functions.argument.costs': { nl: 'kosten', en: 'costs' },
  'functions.argument.dayTariff': { nl: 'dagtarief', en: 'dayTariff' },
  'functions.argument.days': { nl: 'dagen', en: 'days' },
  'functions.argument.difference': { nl: 'tariefverschil', en: 'difference' },
  'functions.argument.from': { nl: 'vanaf', en: 'from' },
  'functions.argument.keys': { nl: 'sleutels', en: 'keys' },
  'functions.argument.occupiedDays': { nl: 'bezette_dagen', en: 'occupiedDays' },
  'functions.argument.places': { nl: 'plaatsen', en: 'places' },
  'functions.argument.reallocation': { nl: 'herschikking', en: 'reallocation' },
  'functions.argument.referenceDays': { nl: 'dagen_2021', en: 'referenceDays' },
  'functions.argument.referenceTreatment': { nl: 'met_behandeling_2021', en: 'referenceTreatment' },
  'functions.argument.sectorProduction': { nl: 'productie', en: 'production' },
  'functions.argument.solidarity': { nl: 'solidariteit', en: 'solidarity' },
  'functions.argument.space': { nl: 'ruimte', en: 'space' },
  'functions.argument.treatmentDays': { nl: 'met_behandeling', en: 'treatmentDays' },
  'functions.argument.until': { nl: 'tot', en: 'until' },
  'functions.argument.values': { nl: 'argumenten', en: 'values' },
  'functions.argument.year': { nl: 'jaar', en: 'year' },

  'functions.argument-missing': {
    nl: 'Argument {argument} is leeg; het is nodig.',
    en: 'Argument {argument} is empty; it is needed.',
  },
  'functions.argument-is-error': {
    nl: 'Argument {argument} bevat de foutwaarde {found}; verwacht is een waarde.',
    en: 'Argument {argument} holds the error value {found}; a value is expected.',
  },
  'functions.one-value-expected': {
    nl: 'Argument {argument} is een bereik van {rows} bij {columns} cellen; verwacht is één cel.',
    en: 'Argument {argument} is a range of {rows} by {columns} cells; one cell is expected.',
  },
  'functions.year-expected': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een jaar zoals 2023.',
    en: 'Argument {argument}: found “{found}”, expected a year such as 2023.',
  },
  'functions.date-expected': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een datum zoals 30-06-2023 of 2023-06-30.',
    en: 'Argument {argument}: found “{found}”, expected a date such as 30-06-2023 or 2023-06-30.',
  },
  'functions.number-expected': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een getal.',
    en: 'Argument {argument}: found “{found}”, expected a number.',
  },
  'functions.number-open': {
    nl: 'Argument {argument}: “{found}” kan op twee manieren gelezen worden (duizendtal of decimalen); verwacht een getal dat maar één ding betekent.',
    en: 'Argument {argument}: “{found}” can be read two ways (thousands or decimals); expected a number that means one thing only.',
  },
  'functions.cents-expected': {
    nl: 'Argument {argument}: gevonden {found}, verwacht een bedrag in hele centen.',
    en: 'Argument {argument}: found {found}, expected an amount in whole cents.',
  },
  'functions.choice-expected': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een van: {expected}.',
    en: 'Argument {argument}: found “{found}”, expected one of: {expected}.',
  },
  'functions.function-unknown': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een van: {known}.',
    en: 'Argument {argument}: found “{found}”, expected one of: {known}.',
  },
  'functions.rulebook-unknown': {
    nl: 'Argument {argument}: gevonden “{found}”, verwacht een van: {known}.',
    en: 'Argument {argument}: found “{found}”, expected one of: {known}.',
  },
  'functions.no-standard-rulebook': {
    nl: 'Het regelboek dat zonder keuze geldt ({id}) is er niet; geef in argument regelboek een van: {known}.',
    en: 'The rulebook that holds when none is chosen ({id}) is not there; give one in argument rulebook: {known}.',
  },
  'functions.rulebook-not-json': {
    nl: 'Argument {argument} begint als JSON maar is het niet: {found}.',
    en: 'Argument {argument} begins like JSON but is none: {found}.',
  },
  'functions.rulebook-not-valid': {
    nl: 'Argument {argument} is geen geldig regelboek: {count, plural, one {# fout} other {# fouten}}, de eerste bij {path}. Zie “rulebook validate” op de opdrachtregel.',
    en: 'Argument {argument} is not a valid rulebook: {count, plural, one {# error} other {# errors}}, the first at {path}. See “rulebook validate” on the command line.',
  },
  'functions.parameter-not-valid': {
    nl: 'Regelboek {rulebook} heeft op {on} geen waarde voor “{parameter}”; geef een regelboek dat voor die dag geldt.',
    en: 'Rulebook {rulebook} has no value for “{parameter}” on {on}; give a rulebook that holds on that day.',
  },
  'functions.parameter-unknown': {
    nl: 'Regelboek {rulebook} kent “{parameter}” niet; geef een regelboek dat deze regel heeft.',
    en: 'Rulebook {rulebook} doesn’t know “{parameter}”; give a rulebook that has this rule.',
  },
  'functions.amounts-too-large': {
    nl: 'De bedragen tellen op tot meer dan exact kan worden bijgehouden; verwacht zijn bedragen in euro’s.',
    en: 'The amounts add up to more than can be kept exactly; amounts in euro are expected.',
  },
  'functions.defect': {
    nl: 'Dit is een fout van Plafondwijzer, niet van uw gegevens: {detail}',
    en: 'This is a defect of Plafondwijzer, not of your data: {detail}',
  },

  'functions.header-expected': {
    nl: 'Argument {argument}: geen kopregel herkend. Gevonden: {found}. Verwacht kolommen als {expected}.',
    en: 'Argument {argument}: no header row recognised. Found: {found}. Expected columns such as {expected}.',
  },
  'functions.column-twice': {
    nl: 'Argument {argument}: de kolommen “{first}” en “{second}” betekenen hetzelfde; verwacht is er één.',
    en: 'Argument {argument}: columns “{first}” and “{second}” mean the same; one is expected.',
  },
  'functions.cell-is-error': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: foutwaarde {found}; verwacht is een waarde.',
    en: 'Argument {argument}, row {row}, column {column}: error value {found}; a value is expected.',
  },
  'functions.cell-blank': {
    nl: 'Argument {argument}, rij {row}: kolom {column} is leeg; verwacht is een waarde.',
    en: 'Argument {argument}, row {row}: column {column} is empty; a value is expected.',
  },
  'functions.cell-no-month': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: gevonden “{found}”, verwacht een maand zoals 2023-06 of een datum.',
    en: 'Argument {argument}, row {row}, column {column}: found “{found}”, expected a month such as 2023-06 or a date.',
  },
  'functions.cell-no-date': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: gevonden “{found}”, verwacht een datum zoals 30-06-2023.',
    en: 'Argument {argument}, row {row}, column {column}: found “{found}”, expected a date such as 2023-06-30.',
  },
  'functions.cell-no-year': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: gevonden “{found}”, verwacht een jaar zoals 2023.',
    en: 'Argument {argument}, row {row}, column {column}: found “{found}”, expected a year such as 2023.',
  },
  'functions.cell-no-kind': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: gevonden “{found}”, verwacht basis, casusbudget, ophoging of verlaging.',
    en: 'Argument {argument}, row {row}, column {column}: found “{found}”, expected base, case budget, raise or lowering.',
  },
  'functions.cell-no-number': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: gevonden “{found}”, verwacht een getal.',
    en: 'Argument {argument}, row {row}, column {column}: found “{found}”, expected a number.',
  },
  'functions.cell-number-open': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: “{found}” kan een duizendtal of decimalen zijn en de kolom beslist het niet; verwacht een getal dat één ding betekent.',
    en: 'Argument {argument}, row {row}, column {column}: “{found}” may be thousands or decimals and the column doesn’t decide; expected a number that means one thing.',
  },
  'functions.cell-number-contradicts': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: “{found}” is anders geschreven dan de rest van de kolom; verwacht één notatie.',
    en: 'Argument {argument}, row {row}, column {column}: “{found}” is written differently from the rest of the column; one notation is expected.',
  },
  'functions.cell-too-large': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: {found} is meer dan exact kan worden bijgehouden; verwacht een bedrag in euro’s.',
    en: 'Argument {argument}, row {row}, column {column}: {found} is more than can be kept exactly; an amount in euro is expected.',
  },
  'functions.no-domain': {
    nl: 'Argument {argument}, rij {row}: van product “{found}” is het domein niet af te leiden; verwacht een kolom domein.',
    en: 'Argument {argument}, row {row}: the domain of product “{found}” can’t be derived; a column domain is expected.',
  },
  'functions.case-without-client': {
    nl: 'Argument {argument}, rij {row}: een casusbudget zonder cliënt; verwacht de cliënt voor wie het is.',
    en: 'Argument {argument}, row {row}: a case budget without a client; expected the client it is for.',
  },
  'functions.lowering-positive': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: een verlaging van {found}; verwacht een negatief bedrag.',
    en: 'Argument {argument}, row {row}, column {column}: a lowering of {found}; a negative amount is expected.',
  },
  'functions.validity-reversed': {
    nl: 'Argument {argument}, rij {row}, kolom {column}: {found} ligt voor de ingangsdatum; verwacht een latere datum.',
    en: 'Argument {argument}, row {row}, column {column}: {found} is before the start date; a later date is expected.',
  },

  'functions.several-providers': {
    nl: 'De tabellen bevatten meer dan één aanbieder ({found}); verwacht is argument {argument}.',
    en: 'The tables hold more than one provider ({found}); argument {argument} is expected.',
  },
  'functions.provider-unknown': {
    nl: 'Argument {argument}: “{found}” staat niet in de tabellen; daarin staan: {known}.',
    en: 'Argument {argument}: “{found}” is not in the tables; they hold: {known}.',
  },
  'functions.base-twice': {
    nl: 'Argument {argument}: het basisplafond {domain} {year} staat er meer dan eens in (rijen {rows}); verwacht is één regel “basis”, een wijziging is een “ophoging”.',
    en: 'Argument {argument}: the base ceiling {domain} {year} is there more than once (rows {rows}); expected is one line “basis”, a change is an “ophoging”.',
  },
  'functions.no-base': {
    nl: 'Argument {argument} heeft geen basisplafond voor {provider}, {domain}, {year}. Gevonden: {found}.',
    en: 'Argument {argument} has no base ceiling for {provider}, {domain}, {year}. Found: {found}.',
  },
  'functions.product-not-described': {
    nl: 'Product {product} ({amount}){others, plural, =0 {} other { en nog #}} heeft geen omschrijving, dus is niet te zien of het meetelt; verwacht een kolom omschrijving of argument {argument}.',
    en: 'Product {product} ({amount}){others, plural, =0 {} other { and # more}} has no description, so it can’t be told whether it counts; expected a column description or argument {argument}.',
  },
  'functions.nothing-closed': {
    nl: 'Op {date} is nog geen maand van {year} afgesloten met productie: er is niets om van uit te gaan.',
    en: 'On {date} no month of {year} with production has closed yet: there is nothing to go by.',
  },
  'functions.rule-unknown': {
    nl: 'Argument {argument}: regel “{found}” staat niet in {books}.',
    en: 'Argument {argument}: rule “{found}” is not in {books}.',
  },
  'functions.tariff-unknown-product': {
    nl: 'Argument {argument} heeft geen product “{product}”; wel: {known}.',
    en: 'Argument {argument} has no product “{product}”; it has: {known}.',
  },
  'functions.tariff-not-valid': {
    nl: 'Argument {argument} heeft voor {product} geen tarief op {date}; wel over {found}.',
    en: 'Argument {argument} has no tariff for {product} on {date}; it has for {found}.',
  },
  'functions.tariff-several': {
    nl: 'Argument {argument} heeft voor {product} op {date} verschillende tarieven: {found}; verwacht is er één.',
    en: 'Argument {argument} has different tariffs for {product} on {date}: {found}; one is expected.',
  },
  'functions.tariff-components': {
    nl: 'Product {product} heeft alleen componenten; verwacht is argument {argument}, waaruit het tarief volgt, of een kolom tarief.',
    en: 'Product {product} has components only; expected is argument {argument}, from which the tariff follows, or a column tariff.',
  },
  'functions.dates-reversed': {
    nl: 'De einddatum ligt voor de begindatum; verwacht is een einddatum op of na de begindatum.',
    en: 'The end date is before the start date; an end date on or after the start date is expected.',
  },
  'functions.ratio-out-of-range': {
    nl: 'Een aandeel ligt buiten 0 tot en met 1; verwacht is een getal daartussen, of een percentage.',
    en: 'A share is outside 0 to 1; a number in between is expected, or a percentage.',
  },
  'functions.share-of-nothing': {
    nl: 'Er is geen sleutel groter dan 0, dus niets om naar te verdelen; verwacht is er minstens één.',
    en: 'There is no key above 0, so nothing to divide by; at least one is expected.',
  },
  'functions.weight-negative': {
    nl: 'Een sleutel is negatief; verwacht zijn sleutels van 0 of hoger.',
    en: 'A key is negative; keys of 0 or more are expected.',
  },
  'functions.solidarity-unknown': {
    nl: 'Regelboek {rulebook} zegt niet welk deel van de kosten wordt gedeeld; geef argument solidariteit.',
    en: 'Rulebook {rulebook} doesn’t say which share of the costs is shared; give argument solidarity.',
  },
  'functions.columns-differ': {
    nl: 'Argument {argument} heeft {found} cellen; verwacht zijn er {expected}, evenveel als er kosten zijn.',
    en: 'Argument {argument} has {found} cells; {expected} are expected, as many as there are costs.',
  },
  'functions.one-column-expected': {
    nl: 'Argument {argument} is een bereik van {rows} bij {columns} cellen; verwacht is één kolom.',
    en: 'Argument {argument} is a range of {rows} by {columns} cells; one column is expected.',
  },
  'functions.change-row': {
    nl: 'Argument {argument}, rij {row}: gevonden “{found}”, verwacht een datum en een aantal plaatsen.',
    en: 'Argument {argument}, row {row}: found “{found}”, expected a date and a number of places.',
  },

  'functions.as-of-assumed': {
    nl: 'Geen peildatum gegeven: genomen is de laatste dag van de laatste maand met productie.',
    en: 'No as-of date given: taken is the last day of the last month with production.',
  },
  'functions.step-as-of': { nl: 'Peildatum', en: 'As-of date' },
  'functions.step-provider': { nl: 'Aanbieder', en: 'Provider' },
  'functions.step-rulebook': { nl: 'Regelboek: {title}', en: 'Rulebook: {title}' },

  'functions.column-provider': { nl: 'Aanbieder', en: 'Provider' },
  'functions.column-domain': { nl: 'Domein', en: 'Domain' },
  'functions.column-before': { nl: 'Vóór', en: 'Before' },
  'functions.column-after': { nl: 'Na', en: 'After' },
  'functions.column-difference': { nl: 'Verschil', en: 'Difference' },
  'functions.column-product': { nl: 'Product', en: 'Product' },
  'functions.column-total': { nl: 'Totaal', en: 'Total' },
  'functions.column-rule': { nl: 'Regel', en: 'Rule' },
  'functions.column-severity': { nl: 'Ernst', en: 'Severity' },
  'functions.column-message': { nl: 'Melding', en: 'Message' },
  'functions.column-amount': { nl: 'Bedrag', en: 'Amount' },
  'functions.column-source': { nl: 'Bron', en: 'Source' },
  'functions.column-step': { nl: 'Stap', en: 'Step' },
  'functions.column-label': { nl: 'Omschrijving', en: 'Description' },
  'functions.column-result': { nl: 'Uitkomst', en: 'Result' },
  'functions.column-exact': { nl: 'Exact', en: 'Exact' },
  'functions.column-operation': { nl: 'Bewerking', en: 'Operation' },
  'functions.column-step-source': { nl: 'Bron', en: 'Source' },
  'functions.column-assumption': { nl: 'Aanname', en: 'Assumption' },

  'functions.severity-violation': { nl: 'overtreding', en: 'violation' },
  'functions.severity-warning': { nl: 'waarschuwing', en: 'warning' },
  'functions.severity-notice': { nl: 'melding', en: 'notice' },
  'functions.not-checked': { nl: 'niet getoetst', en: 'not checked' },

  'functions.operator-given': { nl: 'gegeven', en: 'given' },
  'functions.operator-parameter': { nl: 'parameter', en: 'parameter' },
  'functions.operator-sum': { nl: 'som', en: 'sum' },
  'functions.operator-difference': { nl: 'verschil', en: 'difference' },
  'functions.operator-product': { nl: 'product', en: 'product' },
  'functions.operator-quotient': { nl: 'quotiënt', en: 'quotient' },
  'functions.operator-min': { nl: 'laagste', en: 'lowest' },
  'functions.operator-max': { nl: 'hoogste', en: 'highest' },
  'functions.operator-round-cents': { nl: 'afgerond op centen', en: 'rounded to cents' },
  'functions.operator-round-to': { nl: 'afgerond op een veelvoud', en: 'rounded to a multiple' },
  'functions.operator-derived': { nl: 'afgeleid', en: 'derived' },
};
