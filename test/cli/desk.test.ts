import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { openXlsx } from '../../src/workbook';

const ROOT = path.resolve(__dirname, '../..');
const PROGRAM = path.join(ROOT, 'bin', 'plafondwijzer.js');
const SAMPLES = ['a', 'b', 'c'] as const;
const sample = (name: string): string => path.join(ROOT, 'samples', name);

if (!existsSync(path.join(ROOT, 'dist', 'cli', 'check-worker.js'))) {
  throw new Error('The command line is not built: npm run build:cli (npm test does it).');
}

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);

/** A file of all three samples with one heading. */
function together(name: string): void {
  const lines = SAMPLES.map((one) => readFileSync(path.join(sample(one), name), 'utf8').split(/\r?\n/));
  const rows = new Set(lines.flatMap((list) => list.slice(1)).filter((line) => line !== ''));
  writeFileSync(at(name), `${[lines[0]?.[0] ?? '', ...rows].join('\n')}\n`);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-desk-'));
  mkdirSync(at('in'));
  mkdirSync(at('in', 'later'));
  for (const [index, one] of SAMPLES.entries()) {
    const [file] = readdirSync(sample(one)).filter((name) => name.startsWith('ingediend'));
    copyFileSync(path.join(sample(one), file ?? ''), at('in', ...(index === 2 ? ['later'] : []), file ?? ''));
  }
  together('plafonds.csv');
  together('tarieven.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BASIS = ['--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', '2023-06-30'];
const production = SAMPLES.map((one) => path.join(sample(one), 'productie.csv'));

interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}
const run = (...args: string[]): Result => {
  const all = ['check', ...args, ...BASIS, '--ceilings', 'plafonds.csv', '--tariffs', 'tarieven.csv'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...all], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
};

interface DeskJson {
  readonly desk: {
    readonly round: number;
    readonly providers: readonly {
      readonly provider: string;
      readonly state: string;
      readonly declaredDifference: string | null;
      readonly change: {
        readonly difference: string;
        readonly cells: readonly { readonly difference: string }[];
      } | null;
      readonly questions: readonly {
        readonly id: string;
        readonly status: string;
        readonly answer: string;
      }[];
    }[];
    readonly totals: readonly { readonly domain: string; readonly total: string; readonly overrun: string }[];
  };
}
const json = (result: Result): DeskJson => JSON.parse(result.out) as DeskJson;

describe('check on a folder', () => {
  it('checks the workbooks of the folder and those within; totals are those of the samples', () => {
    const result = run('in', '--production', ...production, '--format', 'json');
    expect(result.status).toBe(1);
    const { providers, totals } = json(result).desk;
    expect(providers.map((entry) => [entry.provider, entry.state, entry.declaredDifference])).toEqual([
      ['Stichting Voorbeeld 11', 'checked', '0.00'],
      ['Stichting Voorbeeld 12', 'checked', '0.00'],
      ['Stichting Voorbeeld 13', 'checked', '0.00'],
    ]);
    const expected = SAMPLES.map(
      (one) =>
        JSON.parse(readFileSync(path.join(sample(one), 'expected.json'), 'utf8')) as {
          domains: Record<string, { total: string; overrun: string }>;
        },
    );
    for (const { domain, total, overrun } of totals) {
      const sum = (pick: 'total' | 'overrun'): string =>
        expected.reduce((all, one) => all + Number(one.domains[domain]?.[pick] ?? 0), 0).toFixed(2);
      expect([domain, total, overrun]).toEqual([domain, sum('total'), sum('overrun')]);
    }
  });

  it('gives the same result with one thread and with two', () => {
    for (let number = 0; number < 6; number++) {
      copyFileSync(at('in', 'ingediend-months-right.xlsx'), at('in', `nogmaals-${number}.xlsx`));
    }
    const one = run('in', '--production', ...production, '--format', 'json', '--threads', '1');
    const two = run('in', '--production', ...production, '--format', 'json', '--threads', '2');
    expect(one.out.length).toBeGreaterThan(10_000);
    expect(two.out).toBe(one.out);
    expect([two.status, two.err]).toEqual([one.status, one.err]);
  });

  it('a broken file never stops the rest, and a provider that sent nothing is on the list', () => {
    writeFileSync(
      at('in', 'kapot.xlsx'),
      readFileSync(at('in', 'ingediend-months-right.xlsx')).subarray(0, 2000),
    );
    writeFileSync(at('in', '~$slot.xlsx'), 'x');
    writeFileSync(at('in', 'brief.pdf'), 'x');
    rmSync(at('in', 'later'), { recursive: true });
    const result = run('in', '--format', 'json');
    expect(result.status).toBe(2);
    expect(json(result).desk.providers.map((entry) => [entry.provider, entry.state])).toEqual([
      ['Stichting Voorbeeld 11', 'checked'],
      ['Stichting Voorbeeld 12', 'checked'],
      ['', 'unreadable'],
      ['Stichting Voorbeeld 13', 'missing'],
    ]);
    expect(result.err).toContain('kapot.xlsx is afgebroken');
    expect(result.err).toContain('Niet als inzending gelezen: brief.pdf.');
    expect(result.err).not.toContain('~$slot');
  });

  it('writes report, page and questions, and nothing over what is there', async () => {
    const outputs = ['--report', 'r.xlsx', '--html', 'r.html', '--questions', 'vragen'];
    const result = run('in', '--production', ...production, ...outputs);
    expect(result.status).toBe(1);
    const page = readFileSync(at('r.html'), 'utf8');
    expect(page).toContain('<td>getoetst</td>');
    expect(page).not.toMatch(/<script|https?:|<link|<img/);
    expect(page.match(/<article /g)).toHaveLength(3);
    const book = read(readFileSync(at('r.xlsx')));
    expect(book.SheetNames.slice(0, 6)).toEqual([
      ...['Overzicht', 'Te bespreken', 'Vragen', 'Gewijzigd', 'Ruimte per product', 'Totaal per domein'],
    ]);
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets['Overzicht'] ?? {}, { header: 1 });
    expect(rows[4]?.slice(0, 3)).toEqual([
      'Stichting Voorbeeld 11',
      'getoetst',
      'ingediend-months-right.xlsx',
    ]);
    expect(readdirSync(at('vragen')).sort()).toEqual([
      ...['Stichting Voorbeeld 11.txt', 'Stichting Voorbeeld 11.xlsx'],
      ...['Stichting Voorbeeld 12.txt', 'Stichting Voorbeeld 12.xlsx'],
    ]);
    const letter = readFileSync(at('vragen', 'Stichting Voorbeeld 11.txt'), 'utf8');
    expect(letter).toContain('Vragen bij de prognose 2023 van Stichting Voorbeeld 11 (ronde 1)');
    expect(letter.replace(/\s+/g, ' ')).toContain(
      'Wat is de oorzaak, en hoe brengt u dit binnen de afspraken?',
    );
    const twice = run('in', '--production', ...production, ...outputs);
    expect(twice.status).toBe(2);
    expect(twice.err).toContain('r.xlsx');
  });

  it('remembers a round: answers are taken in, changes are told cell by cell, solved questions are marked', async () => {
    const first = run('in', '--production', ...production, '--dossier', 'd.json', '--questions', 'vragen');
    expect(first.status).toBe(1);

    const list = await openXlsx(readFileSync(at('vragen', 'Stichting Voorbeeld 11.xlsx')), 'lijst.xlsx');
    const [sheet] = (await list.read()).sheets;
    const headers = new Map(
      (sheet?.cells ?? []).filter((cell) => cell.row === 3).map((cell) => [cell.value?.value, cell.col]),
    );
    const answerColumn = headers.get('Antwoord') ?? -1;
    expect(answerColumn).toBeGreaterThan(0);
    await list.write(
      [
        {
          sheet: sheet?.name ?? '',
          row: 4,
          col: answerColumn,
          value: { kind: 'text', text: 'Instroom gaat omlaag.' },
        },
      ],
      { allowLocked: false },
    );
    writeFileSync(at('antwoord.xlsx'), await list.save());

    const book = await openXlsx(readFileSync(at('in', 'ingediend-months-right.xlsx')), 'ingediend.xlsx');
    const cells = (await book.read()).sheets.find((one) => one.name === 'Wmo')?.cells ?? [];
    const old = cells.find((cell) => cell.row === 6 && cell.col === 10)?.value;
    expect(old).toEqual({ kind: 'number', value: 54445.8 });
    await book.write([{ sheet: 'Wmo', row: 6, col: 10, value: { kind: 'number', text: '44445.8' } }], {
      allowLocked: false,
    });
    writeFileSync(at('in', 'ingediend-months-right.xlsx'), await book.save());

    const second = run(
      ...[
        'in',
        '--production',
        ...production,
        '--dossier',
        'd.json',
        '--answers',
        'antwoord.xlsx',
        '--format',
        'json',
      ],
    );
    const { round, providers } = json(second).desk;
    expect(round).toBe(2);
    const [changed, same] = providers;
    expect(changed?.change).toMatchObject({ difference: '-10000.00', cells: [{ difference: '-10000.00' }] });
    expect(changed?.questions[0]).toMatchObject({ status: 'answered', answer: 'Instroom gaat omlaag.' });
    expect(same?.change?.cells).toEqual([]);
    // The same files again are the same round.
    const third = run('in', '--production', ...production, '--dossier', 'd.json', '--format', 'json');
    expect(json(third).desk.round).toBe(2);
  });

  it.each([
    [['leeg'], 'in de map leeg staat geen werkmap'],
    [['in', '--threads', '0'], '--threads vraagt een getal van 1 tot 99; gevonden: 0'],
    [['in', '--answers', 'x.xlsx'], '--answers vraagt ook --dossier'],
    [['in', '--dossier', 'stuk.json'], 'stuk.json'],
    [['in', '--dossier', 'ander.json'], 'geen dossier dat deze versie kan lezen'],
    [['in', '--html', 'r.pdf'], '--html'],
    [['in', '--questions', 'weg/vragen'], 'weg'],
  ])('%j is refused with what was expected', (args, sentence) => {
    mkdirSync(at('leeg'));
    writeFileSync(at('stuk.json'), '{');
    writeFileSync(at('ander.json'), '{"hallo": 1}');
    const before = readdirSync(folder).sort();
    const { status, err, out } = run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/ at .*:\d+:\d+/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  const region = (...names: string[]): string[] => names.map((name) => path.join(ROOT, 'samples', name));
  const across = (rulebook: string, year: string, asOf: string, lists: readonly string[]): Across => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[PROGRAM, 'check', 'in', '--rulebook', rulebook, '--year', year, '--as-of', asOf],
        ...['--format', 'json', '--quiet', '--html', 'r.html', '--report', 'r.xlsx', '--force'],
        ...(lists.length === 0 ? [] : ['--lists', ...lists]),
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (stdout === '') throw new Error(stderr);
    return (JSON.parse(stdout) as { desk: { across: Across } }).desk.across;
  };

  it('tells what holds over providers as far as the lists allow, and which list is missing', () => {
    const given = region('region/uitnutting.csv', 'region/offertes.csv', 'region/openeinde.csv');
    const all = across('ijsselland-2015', '2015', '2015-06-30', given);
    expect(all.sections.map(({ section }) => section)).toEqual([
      ...['utilisation', 'utilisation-months', 'offers', 'forms', 'groups', 'shares'],
    ]);
    // The running total of the months ends in the municipality's own total.
    const [line] = all.sections[0]?.rows ?? [];
    const months = all.sections[1]?.rows.filter((row) => row['municipality'] === line?.['municipality']);
    expect(months?.at(-1)).toMatchObject({ total: line?.['total'], share: line?.['share'] });
    expect(readFileSync(at('r.html'), 'utf8')).toContain('Uitnutting per gemeente');
    expect(read(readFileSync(at('r.xlsx'))).SheetNames).toContain('Over aanbieders heen');

    const none = across('ijsselland-2015', '2015', '2015-06-30', []);
    expect(none.sections).toEqual([]);
    expect(none.missing.map((sentence) => sentence.slice(0, 6))).toEqual([
      'IJS-01',
      'IJS-02',
      'IJS-07',
      'Wie no',
    ]);

    const wlz = across(
      'zilveren-kruis-wlz-2022',
      '2022',
      '2022-09-01',
      region('wlz/ruimte.csv', 'wlz/aanbieders.csv'),
    );
    const [care] = wlz.sections[0]?.rows ?? [];
    expect(care).toMatchObject({ sector: 'V&V', payable: '34959600.00', result: 'vaste volumeafspraken' });
    const agreed = wlz.sections[1]?.rows
      .filter((row) => row['sector'] === 'V&V')
      .map((row) => Number(row['agreed']));
    expect(agreed?.reduce((sum, one) => sum + one, 0).toFixed(2)).toBe('34959600.00');
  });

  it('refuses a list that fits no rule of the rulebook, with what was expected', () => {
    const { status, err } = run('in', '--lists', ...region('region/uitnutting.csv'));
    expect(status).toBe(2);
    expect(err).toContain('uitnutting.csv: deze lijst past bij geen regel van het regelboek');
  });
});

interface Across {
  readonly sections: readonly {
    readonly section: string;
    readonly rows: readonly Readonly<Record<string, string | null>>[];
  }[];
  readonly missing: readonly string[];
}
