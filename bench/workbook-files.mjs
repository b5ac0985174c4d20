// The files of the workbook benchmark: deterministic, made with a writer that is neither ours nor the peer.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Figures that are the same in every run. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** A block of products with a column per month, a year total a row and a total row. */
function block(title, provider, products, amountOf) {
  const rows = [
    [title],
    ['Aanbieder', provider],
    [],
    ['Productcode', 'Omschrijving', 'Eenheid', ...MONTHS, 'Totaal'],
  ];
  for (const { code, name } of products) {
    const at = rows.length + 1;
    const amounts = MONTHS.map((_, month) => amountOf(code, month));
    rows.push([code, name, 'uur', ...amounts, { t: 'n', f: `SUM(D${at}:O${at})` }]);
  }
  const last = rows.length;
  rows.push([
    'Totaal',
    null,
    null,
    ...[...'DEFGHIJKLMNOP'].map((col) => ({ t: 'n', f: `SUM(${col}5:${col}${last})` })),
  ]);
  return XLSX.utils.aoa_to_sheet(rows);
}

const product = (number) => ({ code: `P${10000 + number}`, name: `Zorgproduct ${10000 + number}` });
const save = (book, path) =>
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));

/** One workbook; every sheet has its own products. */
export function writeLarge(path, sheets, productsPerSheet) {
  const random = chance(7);
  const book = XLSX.utils.book_new();
  for (let sheet = 0; sheet < sheets; sheet++) {
    const own = Array.from({ length: productsPerSheet }, (_, at) => product(sheet * productsPerSheet + at));
    const title = `Prognose ${sheet % 2 ? 'Jeugdwet' : 'Wmo'} 2023, bedragen in euro, locatie ${sheet + 1}`;
    XLSX.utils.book_append_sheet(
      book,
      block(title, 'Stichting Voorbeeld', own, () => Math.round(random() * 1e6) / 100),
      `Loc ${sheet + 1}`,
    );
  }
  save(book, path);
}

const euro = (amount) => amount.toFixed(2).replace('.', ',');

/**
 * The submissions of many providers in `inbox`, with the production and the ceilings they are checked against in
 * `folder`. Every tenth provider states one month differently from what it declared.
 */
export function writeSubmissions(inbox, folder, providers, sheets, productsPerSheet) {
  const random = chance(11);
  const production = ['Aanbieder;Domein;Product;Omschrijving;Client;Periode;Aantal;Eenheid;Bedrag'];
  const ceilings = ['aanbieder;domein;jaar;soort;client;bedrag;vanaf'];
  const names = [];
  for (let number = 1; number <= providers; number++) {
    const provider = `Stichting Voorbeeld ${number}`;
    const book = XLSX.utils.book_new();
    for (let sheet = 0; sheet < sheets; sheet++) {
      const domain = sheet % 2 ? 'Jeugdwet' : 'Wmo';
      const own = Array.from({ length: productsPerSheet }, (_, at) => product(sheet * productsPerSheet + at));
      const amountOf = (code, month) => {
        const amount = Math.round(random() * 1e6) / 100;
        const declared = number % 10 === 0 && code === 'P10000' && month === 2 ? amount + 1 : amount;
        if (month < 6) {
          const month2 = String(month + 1).padStart(2, '0');
          production.push(
            `${provider};${domain};${code};Zorgproduct ${code.slice(1)};C${number};${month2}-2023;10,00;uur;${euro(declared)}`,
          );
        }
        return amount;
      };
      XLSX.utils.book_append_sheet(
        book,
        block(`Prognose ${domain} 2023, bedragen in euro, locatie ${sheet + 1}`, provider, own, amountOf),
        `Loc ${sheet + 1}`,
      );
    }
    const name = `prognose-${number}.xlsx`;
    names.push(name);
    save(book, join(inbox, name));
    for (const domain of ['Wmo', 'Jeugdwet'])
      ceilings.push(`${provider};${domain};2023;basis;;9.000.000,00;01-01-2023`);
  }
  writeFileSync(join(folder, 'productie.csv'), `${production.join('\n')}\n`);
  writeFileSync(join(folder, 'plafonds.csv'), `${ceilings.join('\n')}\n`);
  // A block has five lines with texts and sixteen columns: code, name, unit, twelve months, total.
  const perSheet = productsPerSheet * 16 + 1 + 2 + 16 + 14;
  return { names, lines: production.length - 1, cells: providers * sheets * perSheet };
}
