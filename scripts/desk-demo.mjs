/**
 * `node scripts/desk-demo.mjs MAP`: an invented inbox of thirty prognoses for one region, with what they are checked
 * against, and a second round. The same in every run. The workbench has it as an example, the guide for
 * procurers walks through it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');

const YEAR = 2023;
/** Months that have been declared. */
const CLOSED = 6;
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const LONG = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
];
const PRODUCTS = {
  Wmo: [
    ['02A03', 'Begeleiding individueel', 'uur', 6180],
    ['02A05', 'Begeleiding individueel specialistisch', 'uur', 8820],
    ['07A11', 'Dagbesteding ouderen', 'dagdeel', 4235],
    ['07W01', 'WerktMee arbeidsmatige dagbesteding', 'dagdeel', 5110],
    ['04A04', 'Kortdurend verblijf', 'etmaal', 13975],
  ],
  Jeugdwet: [
    ['45A04', 'Ambulante jeugdhulp individueel', 'uur', 9240],
    ['45A55', 'Ambulante jeugdhulp groep', 'uur', 4865],
    ['44A09', 'Gezinshuis', 'etmaal', 17130],
    ['46G01', 'SGGZ crisiszorg', 'uur', 13125],
  ],
};
const NAMES = [
  ...['Acacia', 'Beuk', 'Ceder', 'Den', 'Eik', 'Fijnspar', 'Goudiep', 'Hazelaar', 'Iep', 'Jeneverbes'],
  ...['Kastanje', 'Linde', 'Meidoorn', 'Noot', 'Olm', 'Populier', 'Quercus', 'Rododendron', 'Spar', 'Taxus'],
  ...['Ulmus', 'Vlier', 'Wilg', 'Xylia', 'Ypsilon', 'Zilverden', 'Berk', 'Haagbeuk', 'Lork', 'Esdoorn'],
  ...['Hulst', 'Sering'],
].map((tree) => `Stichting Voorbeeld ${tree}`);
/** What is wrong with whose prognosis, by number. The rest only has what chance brings. */
const FAULTS = {
  2: 'declared',
  4: 'total',
  6: 'text',
  8: 'hidden',
  10: 'jump',
  12: 'unknown',
  14: 'zero-ceiling',
  16: 'year',
  18: 'typed-over',
  20: 'missing-product',
  22: 'broken',
  24: 'negative',
};
/** Sends the same workbook twice, the second time under another name. */
const TWICE = 26;
/** Sent nothing in the first round; the first of them is there in the second. */
const LATE = [29, 30, 31];
/** Corrected in the second round. */
const SOLVED = new Set(['declared', 'total', 'text', 'year', 'broken', 'negative']);

/** Figures that are the same in every run. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const euro = (cents) =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const monthOf = (month, year = YEAR) => `${year}-${String(month + 1).padStart(2, '0')}`;
const sum = (list) => list.reduce((total, one) => total + one, 0);

/** What each provider delivers and expects: whole units, so that amounts are whole cents. */
function provider(number) {
  const random = chance(1000 + 37 * number);
  const domains = number % 3 === 0 ? ['Wmo'] : number % 3 === 1 ? ['Wmo', 'Jeugdwet'] : ['Jeugdwet'];
  const size = 0.4 + random() * 2.4;
  const growth = 0.96 + random() * 0.1;
  const lines = domains.flatMap((domain) => {
    const all = PRODUCTS[domain];
    const count = 2 + Math.floor(random() * (all.length - 1));
    const first = Math.floor(random() * all.length);
    return Array.from({ length: count }, (_, at) => all[(first + at) % all.length]).map(
      ([code, name, unit, tariff]) => {
        const base = (1_800_000 + random() * 2_600_000) * size;
        const year = (scale) =>
          MONTHS.map((_, month) =>
            Math.max(
              1,
              Math.round(
                ((base * scale) / tariff) *
                  (month === 6 || month === 7 ? 0.88 : 1) *
                  (0.95 + random() * 0.1) *
                  growth ** (month / 12),
              ),
            ),
          );
        const before = year(0.94);
        const volumes = year(1);
        return {
          domain,
          code,
          name,
          unit,
          tariff,
          before,
          volumes,
          amounts: volumes.map((volume) => volume * tariff),
          clients: 2 + Math.floor(random() * 2),
        };
      },
    );
  });
  return { number, name: NAMES[number], domains, lines, fault: FAULTS[number] ?? null, random };
}

/** The figures as the provider states them: the truth, with its mistake. */
function stated({ number, lines, fault }, round) {
  const wrong = round === 1 || !SOLVED.has(fault) ? fault : null;
  const copies = lines.map((line) => ({ ...line, amounts: [...line.amounts] }));
  const [first] = copies;
  if (wrong === 'declared') first.amounts[2] += 125_000;
  if (wrong === 'jump') first.amounts[9] *= 5;
  if (wrong === 'negative') first.amounts[8] = -first.amounts[8];
  // After questions about its overrun this provider expects less.
  if (round === 2 && number % 5 === 1) {
    for (const line of copies)
      for (let month = CLOSED; month < 12; month++)
        line.amounts[month] = Math.round((line.amounts[month] * 0.92) / 100) * 100;
  }
  return { lines: wrong === 'missing-product' ? copies.slice(1) : copies, wrong };
}

const number = (cents) => ({ t: 'n', v: cents / 100, z: '#,##0.00' });
const total = (formula, cents) => ({ t: 'n', f: formula, v: cents / 100, z: '#,##0.00' });
const letter = (column) => XLSX.utils.encode_col(column);

/** Products as rows, months to the right, one sheet for each domain. */
function monthsRight(book, who, figures, { dates = false, codes = true } = {}) {
  for (const domain of who.domains) {
    const own = figures.lines.filter((line) => line.domain === domain);
    const lead = codes ? ['Productcode', 'Omschrijving', 'Eenheid'] : ['Omschrijving'];
    const months = dates ? MONTHS.map((_, month) => ({ t: 'n', v: serial(month), z: 'mmm-yy' })) : MONTHS;
    const rows = [
      [`Prognose ${domain} ${figures.wrong === 'year' ? YEAR - 1 : YEAR}`],
      ['Aanbieder', who.name],
      ['Jaar', figures.wrong === 'year' ? YEAR - 1 : YEAR],
      [],
      [...lead, ...months, 'Totaal'],
    ];
    const from = lead.length;
    const start = rows.length + 1;
    own.forEach((line, at) => {
      const row = rows.length + 1;
      const cells = line.amounts.map(number);
      if (figures.wrong === 'text' && at === 0) cells[8] = { t: 's', v: euro(line.amounts[8]) };
      const last = total(`SUM(${letter(from)}${row}:${letter(from + 11)}${row})`, sum(line.amounts));
      if (figures.wrong === 'typed-over' && at === 1) {
        delete last.f;
        last.v += 2500;
      }
      rows.push([...(codes ? [line.code, line.name, line.unit] : [line.name]), ...cells, last]);
    });
    if (figures.wrong === 'unknown') {
      const extra = MONTHS.map((_, month) => (month < CLOSED ? 0 : 180_000));
      rows.push([
        ...(codes ? ['99Z99', 'Innovatieproject buurtteam', 'stuks'] : ['Innovatieproject buurtteam']),
        ...extra.map(number),
        number(sum(extra)),
      ]);
    }
    const end = rows.length;
    const columns = MONTHS.map((_, month) => sum(own.map((line) => line.amounts[month])));
    const bottom = [...columns, sum(columns)].map((cents, at) =>
      total(`SUM(${letter(from + at)}${start}:${letter(from + at)}${end})`, cents),
    );
    if (figures.wrong === 'total') {
      const cell = bottom[3];
      delete cell.f;
      cell.v += 10_000;
    }
    rows.push(['Totaal', ...Array(from - 1).fill(null), ...bottom]);
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    sheet['!cols'] = [
      ...lead.map((title) => ({ wch: title === 'Omschrijving' ? 38 : 12 })),
      ...Array(13).fill({ wch: 13 }),
    ];
    if (figures.wrong === 'hidden')
      sheet['!rows'] = rows.map((_, at) => (at === start ? { hidden: true } : {}));
    XLSX.utils.book_append_sheet(book, sheet, domain);
  }
}

/** The first of a month as a spreadsheet keeps it. */
const serial = (month) => Math.round(Date.UTC(YEAR, month, 1) / 86_400_000) + 25_569;

/** Months as rows, a column for each product, the domains side by side on sheets of their own. */
function monthsDown(book, who, figures) {
  for (const domain of who.domains) {
    const own = figures.lines.filter((line) => line.domain === domain);
    const rows = [
      [`${who.name}: verwachting ${YEAR}, ${domain}`],
      [],
      ['Maand', ...own.map((line) => `${line.code} ${line.name}`), 'Totaal'],
    ];
    MONTHS.forEach((_, month) => {
      const row = rows.length + 1;
      const cells = own.map((line) => line.amounts[month]);
      rows.push([
        `${LONG[month]} ${YEAR}`,
        ...cells.map(number),
        total(`SUM(B${row}:${letter(own.length)}${row})`, sum(cells)),
      ]);
    });
    const sums = own.map((line) => sum(line.amounts));
    rows.push([
      'Totaal',
      ...[...sums, sum(sums)].map((cents, at) => total(`SUM(${letter(at + 1)}4:${letter(at + 1)}15)`, cents)),
    ]);
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    sheet['!cols'] = [{ wch: 18 }, ...Array(own.length + 1).fill({ wch: 24 })];
    XLSX.utils.book_append_sheet(book, sheet, `Verwachting ${domain}`);
  }
}

/** One sheet with a block for each domain, realised and expected months told apart. */
function blocks(book, who, figures) {
  const rows = [[`Productieprognose ${YEAR}`], ['Zorgaanbieder', who.name], ['Peildatum', `30-06-${YEAR}`]];
  for (const domain of who.domains) {
    const own = figures.lines.filter((line) => line.domain === domain);
    rows.push(
      [],
      [domain],
      [
        'Product',
        'Naam',
        ...MONTHS.map((month, at) => `${month} ${at < CLOSED ? 'realisatie' : 'prognose'}`),
        'Jaar',
      ],
    );
    const start = rows.length + 1;
    for (const line of own) {
      const row = rows.length + 1;
      rows.push([
        line.code,
        line.name,
        ...line.amounts.map(number),
        total(`SUM(C${row}:N${row})`, sum(line.amounts)),
      ]);
    }
    const end = rows.length;
    const columns = MONTHS.map((_, month) => sum(own.map((line) => line.amounts[month])));
    rows.push([
      `Subtotaal ${domain}`,
      null,
      ...[...columns, sum(columns)].map((cents, at) =>
        total(`SUM(${letter(at + 2)}${start}:${letter(at + 2)}${end})`, cents),
      ),
    ]);
  }
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!cols'] = [{ wch: 20 }, { wch: 38 }, ...Array(13).fill({ wch: 16 })];
  XLSX.utils.book_append_sheet(book, sheet, 'Prognose');
}

const LAYOUTS = [
  (book, who, figures) => monthsRight(book, who, figures),
  monthsDown,
  blocks,
  (book, who, figures) => monthsRight(book, who, figures, { dates: true }),
];

function workbook(who, round) {
  const figures = stated(who, round);
  const book = XLSX.utils.book_new();
  // Mistakes that need rows of products are made in the layouts that have them.
  const layout =
    who.fault === null ? LAYOUTS[who.number % LAYOUTS.length] : LAYOUTS[who.number % 4 === 0 ? 0 : 3];
  layout(book, who, figures);
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  return figures.wrong === 'broken' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
}

const fileName = (who) =>
  `${who.name.replace('Stichting Voorbeeld ', '').toLowerCase()}-prognose-${YEAR}.xlsx`;

/** Amounts of a line divided over its clients, to the cent. */
function declarations(who, months, field, year) {
  const rows = [];
  who.lines.forEach((line, at) => {
    for (let month = 0; month < months; month++) {
      let left = line[field][month];
      for (let client = 0; client < line.clients; client++) {
        const volume = client === line.clients - 1 ? left : Math.floor(line[field][month] / line.clients);
        left -= volume;
        if (volume === 0) continue;
        const key = `C${String(100 * who.number + 10 * at + client).padStart(5, '0')}`;
        rows.push([
          who.name,
          line.domain,
          line.code,
          key,
          monthOf(month, year),
          volume,
          line.unit,
          euro(volume * line.tariff),
          `T${key.slice(1)}${at}`,
        ]);
      }
    }
  });
  return rows;
}

const csv = (rows) => Buffer.from(`${rows.map((row) => row.join(';')).join('\n')}\n`);

function basis(everyone) {
  const head = [
    'aanbieder',
    'domein',
    'product',
    'client',
    'periode',
    'aantal',
    'eenheid',
    'bedrag',
    'toewijzing',
  ];
  const ceilings = [['aanbieder', 'domein', 'jaar', 'soort', 'client', 'bedrag', 'vanaf']];
  const forecast = [['aanbieder', 'domein', 'product', 'periode', 'bedrag']];
  for (const who of everyone) {
    for (const domain of who.domains) {
      const own = who.lines.filter((line) => line.domain === domain);
      // Crisis care stands outside the ceiling, WerktMee raises it.
      const counting = own.filter(({ code }) => code !== '46G01' && code !== '07W01');
      const whole = sum(counting.map((line) => sum(line.amounts)));
      const part = 0.96 + who.random() * 0.2;
      const base = who.fault === 'zero-ceiling' ? 0 : Math.round((whole * part) / 100_000) * 100_000;
      ceilings.push([who.name, domain, YEAR, 'basis', '', euro(base), `01-01-${YEAR}`]);
      if (who.number % 7 === 3) {
        ceilings.push([
          who.name,
          domain,
          YEAR,
          'ophoging',
          '',
          euro(Math.round(base / 4_000_000) * 100_000),
          `01-04-${YEAR}`,
        ]);
      }
      for (const line of own) {
        for (let month = CLOSED; month < 12; month++) {
          const amount = Math.round((line.amounts[month] * (0.93 + who.random() * 0.1)) / 1000) * 1000;
          forecast.push([who.name, domain, line.code, monthOf(month), euro(amount)]);
        }
      }
    }
  }
  const tariffs = [['product', 'omschrijving', 'eenheid', 'tarief', 'vanaf', 'tot']];
  for (const list of Object.values(PRODUCTS))
    for (const [code, name, unit, tariff] of list)
      tariffs.push([code, name, unit, euro(tariff), `01-01-${YEAR}`, `31-12-${YEAR}`]);
  return new Map([
    [
      'gedeclareerd-2023.csv',
      csv([head, ...everyone.flatMap((who) => declarations(who, CLOSED, 'volumes', YEAR))]),
    ],
    [
      'gedeclareerd-2022.csv',
      csv([
        head,
        ...everyone.flatMap((who) =>
          declarations(
            { ...who, lines: who.lines.map((line) => ({ ...line, clients: 1 })) },
            12,
            'before',
            YEAR - 1,
          ),
        ),
      ]),
    ],
    ['plafonds.csv', csv(ceilings)],
    ['tarieven.csv', csv(tariffs)],
    ['raming-regio.csv', csv(forecast)],
  ]);
}

/** The files of the example by their path: `ronde-1/…`, `ronde-2/…`, and the data beside them. */
export function deskDemo() {
  const everyone = NAMES.map((_, index) => provider(index));
  const files = basis(everyone);
  for (const round of [1, 2]) {
    for (const who of everyone) {
      if (LATE.includes(who.number) && !(round === 2 && who.number === LATE[0])) continue;
      const bytes = workbook(who, round);
      files.set(`ronde-${round}/${fileName(who)}`, bytes);
      if (who.number === TWICE && round === 1) files.set(`ronde-1/kopie van ${fileName(who)}`, bytes);
    }
  }
  return files;
}

const ROLES = [
  ['production', 'gedeclareerd-2023.csv'],
  ['production', 'gedeclareerd-2022.csv'],
  ['forecast', 'raming-regio.csv'],
  ['ceilings', 'plafonds.csv'],
  ['tariffs', 'tarieven.csv'],
];

/** What the workbench has to know to load it: `index.json`. */
export const deskDemoIndex = (files) => ({
  settings: { rulebook: 'zutphen-2023', year: String(YEAR), asOf: `30-06-${YEAR}` },
  files: ROLES.map(([role, file]) => ({ role, file })),
  rounds: ['ronde-1/', 'ronde-2/'].map((folder) =>
    [...files.keys()].filter((file) => file.startsWith(folder)),
  ),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    console.error('Usage: node scripts/desk-demo.mjs FOLDER');
    process.exit(2);
  }
  for (const [file, bytes] of deskDemo()) {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, bytes);
  }
}
