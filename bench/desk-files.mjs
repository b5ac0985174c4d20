// The files of the desk benchmark: an inbox of workbooks with what was declared, deterministic, made with a
// writer that is neither ours nor the peer.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const CLOSED = 6;

/** Figures that are the same in every run. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const euro = (cents) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** Products of a sheet with a column per month, a year total a row and a total row. */
function sheetOf(domain, provider, lines) {
  const rows = [
    [`Prognose ${domain} 2023`],
    ['Aanbieder', provider],
    [],
    ['Productcode', 'Omschrijving', 'Eenheid', ...MONTHS, 'Totaal'],
  ];
  for (const { code, cents } of lines) {
    const at = rows.length + 1;
    const formula = { t: 'n', f: `SUM(D${at}:O${at})`, v: sum(cents) / 100 };
    rows.push([code, `Zorgproduct ${code.slice(1)}`, 'uur', ...cents.map((one) => one / 100), formula]);
  }
  const last = rows.length;
  const columns = MONTHS.map((_, month) => sum(lines.map(({ cents }) => cents[month])));
  rows.push([
    'Totaal',
    null,
    null,
    ...[...columns, sum(columns)].map((cents, at) => {
      const col = 'DEFGHIJKLMNOP'[at];
      return { t: 'n', f: `SUM(${col}5:${col}${last})`, v: cents / 100 };
    }),
  ]);
  return XLSX.utils.aoa_to_sheet(rows);
}

const sum = (list) => list.reduce((total, one) => total + one, 0);

/**
 * The inbox of `providers` workbooks of `sheets` sheets, and `lines` declared lines for all of them together:
 * every amount of a closed month is divided over as many clients as it takes. Every tenth provider states one
 * month differently from what it declared.
 */
export function writeInbox(folder, { providers, sheets, productsPerSheet, lines }) {
  const random = chance(11);
  mkdirSync(join(folder, 'inbox'), { recursive: true });
  const production = openSync(join(folder, 'gedeclareerd.csv'), 'w');
  writeSync(production, 'Aanbieder;Domein;Product;Omschrijving;Client;Periode;Aantal;Eenheid;Bedrag\n');
  const ceilings = ['aanbieder;domein;jaar;soort;client;bedrag;vanaf'];
  const cells = providers * sheets * productsPerSheet * CLOSED;
  const names = [];
  let written = 0;
  for (let number = 1; number <= providers; number++) {
    const provider = `Stichting Voorbeeld ${number}`;
    const book = XLSX.utils.book_new();
    const rows = [];
    let client = 0;
    for (let sheet = 0; sheet < sheets; sheet++) {
      const domain = sheet % 2 ? 'Jeugdwet' : 'Wmo';
      const own = Array.from({ length: productsPerSheet }, (_, at) => ({
        code: `P${10_000 + sheet * productsPerSheet + at}`,
        cents: MONTHS.map(() => 100_000 + Math.round(random() * 1e6)),
      }));
      for (const { code, cents } of own) {
        for (let month = 0; month < CLOSED; month++) {
          // So many lines that all of them together come to the number asked for.
          const until = Math.round(((written + rows.length + 1) / cells) * lines);
          const before = Math.round(((written + rows.length) / cells) * lines);
          const count = Math.max(1, until - before);
          const part = Math.floor(cents[month] / count);
          const text = [];
          for (let one = 0; one < count; one++) {
            const amount = one === 0 ? cents[month] - part * (count - 1) : part;
            client = (client + 1) % 4000;
            text.push(
              `${provider};${domain};${code};Zorgproduct ${code.slice(1)};C${number}-${client};${String(month + 1).padStart(2, '0')}-2023;1,00;uur;${euro(amount)}\n`,
            );
          }
          rows.push(text);
        }
      }
      const stated = own.map((line, at) => ({
        ...line,
        cents: line.cents.map((one, month) =>
          number % 10 === 0 && sheet === 0 && at === 0 && month === 2 ? one + 100 : one,
        ),
      }));
      XLSX.utils.book_append_sheet(book, sheetOf(domain, provider, stated), `Loc ${sheet + 1}`);
    }
    written += rows.length;
    writeSync(production, rows.flat().join(''));
    const name = `prognose-${String(number).padStart(3, '0')}.xlsx`;
    names.push(name);
    writeFileSync(
      join(folder, 'inbox', name),
      XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }),
    );
    for (const domain of ['Wmo', 'Jeugdwet'])
      ceilings.push(`${provider};${domain};2023;basis;;9.000.000,00;01-01-2023`);
  }
  closeSync(production);
  writeFileSync(join(folder, 'plafonds.csv'), `${ceilings.join('\n')}\n`);
  return names;
}
