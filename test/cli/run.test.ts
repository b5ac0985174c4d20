import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { read } from '@e965/xlsx';
import type { CheckRequest, FillRequest } from '../../src/flow';
import { Desk, engineWith, FILL, InputProblem, outcome, RULES, SAVED } from './stand-in';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

const INPUTS = ['ander.xlsx', 'eigen.xlsx', 'plafonds.csv', 'productie.csv', 'prognose.csv'];
const files = (): string[] => readdirSync(desk.folder).sort();

describe('what was asked', () => {
  test.each([
    [['fil'], 'Bedoelde je “fill”?'],
    [['xyzzy'], 'Onbekende opdracht “xyzzy”.'],
    [['--frmat'], 'Verwacht eerst een opdracht'],
    [['fill', '--prognose', 'eigen.xlsx'], 'Bedoelde je --prognosis?'],
    [['fill', '--xyzzy'], 'kent geen optie --xyzzy'],
    [['fill', '-x'], 'kent geen optie -x'],
    [['fill'], 'mist de opties --prognosis, --production, --rulebook, --year, --as-of, --out'],
    [['check', ...RULES], 'er staat geen bestand'],
    [['fill', '--year'], '--year vraagt een waarde'],
    [['fill', '--year', '--as-of', '30-06-2023'], '--year vraagt een waarde'],
    [['fill', '--force=yes'], '--force heeft geen waarde'],
    [['fill', '--year', '2023', '--year', '2024'], '--year staat er twee keer'],
    [['check', '--format', 'xml'], '--format kan niet “xml” zijn; kies uit: text, json'],
    [['fill', 'eigen.xlsx'], '“eigen.xlsx” hoort hier niet'],
    [['space'], 'mist de opties --providers, --space, --rulebook, --as-of'],
    [['anonymise', 'x'], '“anonymise” zit nog niet in deze versie'],
    [['equalise'], 'mist de opties --costs, --rulebook, --year'],
    [['match'], 'mist de opties --production, --allocations, --rulebook, --year'],
    [['anonymise'], 'weet niet waarvoor'],
    [['rulebook', 'derive', 'zutphen-2023'], 'mist de opties --id, --out'],
    [['rulebook', 'derive'], 'Welk regelboek?'],
    [['rulebook', 'show', 'zutphen-2023', '--id', 'x'], '--id hoort bij “rulebook derive”'],
    [['rulebook', 'lst'], 'Bedoelde je “list”?'],
    [['rulebook', 'show', 'zutfen-2023'], 'Bedoelde je “zutphen-2023”?'],
    [['rulebook', 'show', 'nergens'], 'Er is geen regelboek “nergens”'],
  ])('%j is refused with status 2 and says why', async (args, sentence) => {
    const { status, out, err } = await desk.run(args);
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test.each([
    ['2023-02-30', 'is geen datum'],
    ['30-6', 'is geen datum'],
    ['31-06-2023', 'is geen datum'],
  ])('%s is no date', async (day, sentence) => {
    const { status, err } = await desk.run([
      ...['check', 'eigen.xlsx', '--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', day],
    ]);
    expect(err).toContain(sentence);
    expect(status).toBe(2);
  });

  test('both notations of a date mean the same day', async () => {
    const days: string[] = [];
    const engine = engineWith({
      runCheck: (request) => {
        days.push(request.asOf);
        return Promise.resolve(outcome(false));
      },
    });
    for (const day of ['30-06-2023', '2023-06-30', '30-6-2023']) {
      await desk.run(
        ['check', 'eigen.xlsx', '--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', day],
        engine,
      );
    }
    expect(days).toEqual(['2023-06-30', '2023-06-30', '2023-06-30']);
  });

  test('files may follow one option, and the option may be repeated', async () => {
    let asked: FillRequest | undefined;
    const engine = engineWith({
      runFill: (request) => {
        asked = request;
        return Promise.resolve(outcome(false));
      },
    });
    desk.put('extra.csv', 'x');
    const { status } = await desk.run(
      [
        ...['fill', '--production', 'productie.csv', 'extra.csv', '--prognosis=eigen.xlsx'],
        ...['--forecast', 'prognose.csv', '--forecast', 'plafonds.csv', ...RULES, '--out', 'uit.xlsx'],
        ...['--decimal', 'point', '--provider', 'Stichting Voorbeeld 1', '--allow-locked'],
      ],
      engine,
    );
    expect(status).toBe(0);
    expect(asked?.production.map((file) => file.name)).toEqual(['productie.csv', 'extra.csv']);
    expect(asked?.forecast.map((file) => file.name)).toEqual(['prognose.csv', 'plafonds.csv']);
    expect(asked).toMatchObject({
      decimal: 'point',
      provider: 'Stichting Voorbeeld 1',
      year: 2023,
      rulebook: { id: 'zutphen-2023' },
      allowLocked: true,
    });
  });

  test('patterns are expanded here, without lock files', async () => {
    let asked: CheckRequest | undefined;
    const engine = engineWith({
      runCheck: (request) => {
        asked = request;
        return Promise.resolve(outcome(false));
      },
    });
    desk.put('~$eigen.xlsx', 'lock');
    await desk.run(['check', '*.xlsx', ...RULES], engine);
    expect(asked?.prognoses.map((prognosis) => prognosis.file)).toEqual(['ander.xlsx', 'eigen.xlsx']);
    expect((await desk.run(['check', '*.ods', ...RULES], engine)).err).toContain('Geen enkel bestand past');
  });

  test('files with the same name in two folders keep their folder', async () => {
    let asked: FillRequest | undefined;
    const engine = engineWith({
      runFill: (request) => {
        asked = request;
        return Promise.resolve(outcome(false));
      },
    });
    mkdirSync(desk.path('jan'));
    mkdirSync(desk.path('feb'));
    desk.put('jan/p.csv', 'x');
    desk.put('feb/p.csv', 'y');
    await desk.run(
      [
        'fill',
        '--production',
        'jan/p.csv',
        'feb/p.csv',
        '--prognosis',
        'eigen.xlsx',
        ...RULES,
        '--out',
        'u.xlsx',
      ],
      engine,
    );
    expect(asked?.production.map((file) => file.name)).toEqual(['jan/p.csv', 'feb/p.csv']);
  });

  test('the same production file twice is refused: its amounts would count double', async () => {
    const { status, err } = await desk.run([...FILL, '--production', './productie.csv', '--out', 'uit.xlsx']);
    expect(status).toBe(2);
    expect(err).toContain('dubbel tellen');
  });
});

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['help']])('%s prints help and succeeds', async (flag) => {
    const { status, out, err } = await desk.run([flag]);
    expect(status).toBe(0);
    expect(out).toContain('Gebruik');
    expect(err).toBe('');
  });

  test('without a command the help goes to standard error', async () => {
    const { status, out, err } = await desk.run([]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Opdrachten');
  });

  test.each(['fill', 'check', 'inspect', 'equalise', 'match', 'rulebook'])(
    '%s has help of its own in both languages',
    async (name) => {
      const nl = await desk.run([name, '--help']);
      const en = await desk.run([name, '--help', '--lang', 'en']);
      expect([nl.status, en.status]).toEqual([0, 0]);
      expect(nl.out).toContain(`plafondwijzer ${name}`);
      expect(en.out).toContain('Usage');
      expect(nl.out).not.toMatch(/cli\./);
      expect(en.out).not.toMatch(/cli\./);
      for (const line of (nl.out + en.out).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    },
  );

  test('version', async () => {
    expect(await desk.run(['--version'])).toEqual({ status: 0, out: '0.1.0\n', err: '' });
  });
});

describe('input files', () => {
  test.each([
    ['weg.csv', 'Bestand “weg.csv” is er niet.'],
    ['.', '“.” is een map; verwacht een bestand.'],
  ])('%s is named', async (file, sentence) => {
    const { status, out, err } = await desk.run([
      ...['fill', '--prognosis', 'eigen.xlsx', '--production', file, ...RULES, '--out', 'uit.xlsx'],
    ]);
    expect(err).toBe(`plafondwijzer: ${sentence}\n`);
    expect([status, out]).toEqual([2, '']);
  });

  test('a profile that is no JSON is named', async () => {
    desk.put('profiel.json', '{ "schema": 1,, }');
    const { status, err } = await desk.run([...FILL, '--profile', 'profiel.json', '--out', 'uit.xlsx']);
    expect(status).toBe(2);
    expect(err).toContain('“profiel.json” is geen geldige JSON');
  });

  test('a rulebook of the user is validated before anything is read', async () => {
    desk.put('eigen.json', '{ "schema": 1 }');
    const { status, err } = await desk.run([
      ...['check', 'eigen.xlsx', '--rulebook', 'eigen.json', '--year', '2023', '--as-of', '2023-06-30'],
    ]);
    expect(status).toBe(2);
    expect(err).toContain('eigen.json');
    expect(err.split('\n').length).toBeGreaterThan(3);
  });

  test('issues of the flow are told with their place, one a line', async () => {
    const engine = engineWith({
      runFill: () =>
        Promise.reject(
          new InputProblem([
            {
              level: 'error',
              code: 'cli.not-a-year',
              facts: { option: 'jaar', typed: 'x' },
              place: { file: 'productie.csv', line: 17 },
            },
            { level: 'error', code: 'cli.not-a-year', facts: { option: 'jaar', typed: 'y' }, place: {} },
          ]),
        ),
    });
    const { status, out, err } = await desk.run([...FILL, '--out', 'uit.xlsx'], engine);
    expect(err).toBe(
      'plafondwijzer: productie.csv, regel 17: jaar: “x” is geen jaar. Verwacht vier cijfers, 2000 tot en met 2100.\n' +
        'plafondwijzer: jaar: “y” is geen jaar. Verwacht vier cijfers, 2000 tot en met 2100.\n',
    );
    expect([status, out]).toEqual([2, '']);
    expect(files()).toEqual(INPUTS);
  });
});

describe('outputs', () => {
  test('fill writes workbook and report, whole, and leaves nothing else', async () => {
    const { status, out, err } = await desk.run([...FILL, '--out', 'uit.xlsx', '--report', 'rapport.xlsx']);
    expect(status).toBe(0);
    expect(files()).toEqual([...INPUTS, 'rapport.xlsx', 'uit.xlsx'].sort());
    expect(new Uint8Array(readFileSync(desk.path('uit.xlsx')))).toEqual(SAVED);
    expect(read(readFileSync(desk.path('rapport.xlsx'))).SheetNames).toContain('Bevindingen');
    expect(out).toContain('Prognosewerkmap eigen.xlsx');
    expect(err).toBe('Geschreven: uit.xlsx\nGeschreven: rapport.xlsx\n');
  });

  test.each([
    ['an input', ['--out', 'eigen.xlsx'], 'hetzelfde bestand als de invoer'],
    ['an input, forced', ['--out', 'eigen.xlsx', '--force'], 'hetzelfde bestand als de invoer'],
    [
      'an input by another path',
      ['--out', './x/../eigen.xlsx', '--force'],
      'hetzelfde bestand als de invoer',
    ],
    ['an input through a link', ['--out', 'link.xlsx', '--force'], 'hetzelfde bestand als de invoer'],
    ['an input with a second name', ['--out', 'hard.xlsx', '--force'], 'hetzelfde bestand als de invoer'],
    ['a file that exists', ['--out', 'ander.xlsx'], 'bestaat al'],
    [
      'a report over an input',
      ['--out', 'uit.xlsx', '--report', 'link.xlsx', '--force'],
      'hetzelfde bestand',
    ],
    ['one file for both', ['--out', 'uit.xlsx', '--report', './uit.xlsx'], 'zijn hetzelfde bestand'],
    ['a folder', ['--out', 'map.xlsx'], 'is een map'],
    ['a folder that is not there', ['--out', 'weg/uit.xlsx'], 'is er niet'],
    ['another kind of file', ['--out', 'uit.csv'], 'moet eindigen op .xlsx, .xlsm'],
    ['another kind of report', ['--out', 'uit.xlsx', '--report', 'r.pdf'], 'moet eindigen op .xlsx'],
  ])('%s is refused before any work', async (_what, outputs, sentence) => {
    mkdirSync(desk.path('x'));
    mkdirSync(desk.path('map.xlsx'));
    symlinkSync(desk.path('eigen.xlsx'), desk.path('link.xlsx'));
    linkSync(desk.path('eigen.xlsx'), desk.path('hard.xlsx'));
    const before = files();
    const engine = engineWith({ runFill: () => Promise.reject(new Error('no work should be done')) });
    const { status, out, err } = await desk.run([...FILL, ...outputs], engine);
    expect(err).toContain(sentence);
    expect([status, out]).toEqual([2, '']);
    expect(files()).toEqual(before);
    expect(readFileSync(desk.path('eigen.xlsx'), 'utf8')).toBe('eigen.xlsx');
  });

  test('--force replaces an earlier output', async () => {
    desk.put('uit.xlsx', 'old');
    const { status } = await desk.run([...FILL, '--out', 'uit.xlsx', '--force']);
    expect(status).toBe(0);
    expect(new Uint8Array(readFileSync(desk.path('uit.xlsx')))).toEqual(SAVED);
    expect(files()).toEqual([...INPUTS, 'uit.xlsx'].sort());
  });

  test('a file that appears meanwhile is not overwritten, and no other output is left', async () => {
    const engine = engineWith({
      runFill: () => {
        desk.put('rapport.xlsx', 'of someone else');
        return Promise.resolve(outcome(false));
      },
    });
    const { status, out, err } = await desk.run(
      [...FILL, '--out', 'uit.xlsx', '--report', 'rapport.xlsx'],
      engine,
    );
    expect(err).toContain('“rapport.xlsx” bestaat al');
    expect([status, out]).toEqual([2, '']);
    expect(files()).toEqual([...INPUTS, 'rapport.xlsx'].sort());
    expect(readFileSync(desk.path('rapport.xlsx'), 'utf8')).toBe('of someone else');
  });

  test('a forced output comes back when a later one fails', async () => {
    desk.put('uit.xlsx', 'old');
    const engine = engineWith({
      runFill: () => {
        mkdirSync(desk.path('rapport.xlsx'));
        return Promise.resolve(outcome(false));
      },
    });
    const { status } = await desk.run(
      [...FILL, '--out', 'uit.xlsx', '--report', 'rapport.xlsx', '--force'],
      engine,
    );
    expect(status).toBe(2);
    expect(readFileSync(desk.path('uit.xlsx'), 'utf8')).toBe('old');
    expect(files()).toEqual([...INPUTS, 'rapport.xlsx', 'uit.xlsx'].sort());
  });
});

describe('exit status', () => {
  test('violations give 1, and the outputs are there', async () => {
    const engine = engineWith({ runFill: () => Promise.resolve(outcome(true)) });
    const { status, out } = await desk.run([...FILL, '--out', 'uit.xlsx'], engine);
    expect(status).toBe(1);
    expect(out).toContain('1 overtreding');
    expect(files()).toContain('uit.xlsx');
  });

  test('a defect gives 3, without a stack and without what the error quotes', async () => {
    const engine = engineWith({ runCheck: () => Promise.reject(new TypeError('client 999900006')) });
    const { status, out, err } = await desk.run(['check', 'eigen.xlsx', ...RULES], engine);
    expect([status, out]).toEqual([3, '']);
    expect(err).toContain('TypeError');
    expect(err).not.toContain('999900006');
    expect(err).not.toContain('    at ');
  });

  test('PLAFONDWIJZER_DEBUG=1 shows the stack', async () => {
    const engine = engineWith({ runCheck: () => Promise.reject(new TypeError('boom')) });
    const { err } = await desk.run(['check', 'eigen.xlsx', ...RULES], engine, {
      env: { PLAFONDWIJZER_DEBUG: '1' },
    });
    expect(err).toContain('boom');
    expect(err).toContain('    at ');
  });

  test('one unusable workbook of two: the other is checked, status 2', async () => {
    const engine = engineWith({
      runCheck: () =>
        Promise.resolve({
          ...outcome(true),
          unusable: [
            {
              file: 'ander.xlsx',
              issues: [{ level: 'error', code: 'cli.input-missing', facts: { file: 'x' }, place: {} }],
            },
          ],
        }),
    });
    const { status, out, err } = await desk.run(
      ['check', 'eigen.xlsx', 'ander.xlsx', ...RULES, '--format', 'json'],
      engine,
    );
    expect(status).toBe(2);
    expect(err).toContain('plafondwijzer: ander.xlsx: Bestand “x” is er niet.');
    expect(err).toContain('1 van de 2 werkmappen is niet te gebruiken');
    const json = JSON.parse(out) as { prognoses: unknown[]; unusable: { file: string }[] };
    expect(json.prognoses).toHaveLength(1);
    expect(json.unusable[0]?.file).toBe('ander.xlsx');
  });

  test('a workbook that does not open is left out; when none opens there is no output at all', async () => {
    const real = engineWith();
    class NotAWorkbook extends Error {
      readonly detail = { code: 'cli.input-is-folder', facts: { file: 'ander.xlsx' } };
    }
    const some = engineWith({
      openXlsx: (bytes, file) =>
        file === 'ander.xlsx' ? Promise.reject(new NotAWorkbook()) : real.openXlsx(bytes, file),
    });
    const both = await desk.run(['check', 'eigen.xlsx', 'ander.xlsx', ...RULES], some);
    expect(both.status).toBe(2);
    expect(both.out).toContain('Prognosewerkmap eigen.xlsx');
    const none = await desk.run(['check', 'ander.xlsx', ...RULES, '--report', 'r.xlsx'], some);
    expect([none.status, none.out]).toEqual([2, '']);
    expect(files()).toEqual(INPUTS);
  });
});

describe('what is shown', () => {
  test('standard output carries the JSON and nothing else', async () => {
    const { out, err } = await desk.run(['check', 'eigen.xlsx', ...RULES, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ version: 1, year: 2023 });
    expect(err).toBe('');
  });

  test('--quiet leaves out remarks, not problems or the result', async () => {
    const { out, err } = await desk.run([...FILL, '--out', 'uit.xlsx', '--quiet']);
    expect(err).toBe('');
    expect(out).not.toBe('');
  });

  test('colour only on a terminal, and not with NO_COLOR', async () => {
    const plain = await desk.run(['check', 'eigen.xlsx', ...RULES]);
    const terminal = await desk.run(['check', 'eigen.xlsx', ...RULES], engineWith(), { outIsTerminal: true });
    const without = await desk.run(['check', 'eigen.xlsx', ...RULES], engineWith(), {
      outIsTerminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(terminal.out).toContain('\u001b[');
    expect(plain.out).not.toContain('\u001b[');
    expect(without.out).toBe(plain.out);
  });

  test('progress shows on a terminal only, and is wiped', async () => {
    const engine = engineWith({
      runCheck: (_request, _open, progress) => {
        progress.report('production', 'productie.csv', 0.5);
        return Promise.resolve(outcome(false));
      },
    });
    const shown = await desk.run(['check', 'eigen.xlsx', ...RULES], engine, {
      errIsTerminal: true,
      columns: 80,
    });
    const hidden = await desk.run(['check', 'eigen.xlsx', ...RULES], engine);
    expect(shown.err).toContain('Productie lezen productie.csv 50%');
    expect(shown.err.endsWith('\r\u001b[K')).toBe(true);
    expect(hidden.err).toBe('');
  });

  test('English on request', async () => {
    const { out } = await desk.run(['check', 'eigen.xlsx', ...RULES, '--lang', 'en']);
    expect(out).toContain('Prognosis workbook eigen.xlsx');
    expect((await desk.run(['--lang', 'en', 'fil'])).err).toContain('Did you mean “fill”?');
  });
});

describe('rulebook', () => {
  test('list, show and validate', async () => {
    const list = await desk.run(['rulebook', 'list', '--format', 'json']);
    expect((JSON.parse(list.out) as { id: string }[]).map(({ id }) => id)).toContain('zutphen-2023');
    const show = await desk.run(['rulebook', 'show', 'zutphen-2023', '--format', 'json']);
    desk.put('mijn.json', show.out);
    const valid = await desk.run(['rulebook', 'validate', 'mijn.json']);
    expect(valid).toEqual({ status: 0, out: 'mijn.json: geldig regelboek “zutphen-2023”.\n', err: '' });
    const text = await desk.run(['rulebook', 'show', './mijn.json']);
    expect(text.out).toContain('ZUT-02');
    expect(text.out).not.toMatch(/cli\.|rulebook\./);
    desk.put('kapot.json', show.out.replace('"schema": 1', '"schema": 2'));
    const invalid = await desk.run(['rulebook', 'validate', 'kapot.json', 'mijn.json']);
    expect(invalid.status).toBe(2);
    expect(invalid.err).toContain('kapot.json');
    expect(invalid.out).toContain('mijn.json');
  });
});
