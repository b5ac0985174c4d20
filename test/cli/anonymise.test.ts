import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openXlsx } from '../../src/workbook';
import { Desk, engineWith } from './stand-in';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

const run = (...args: string[]): ReturnType<Desk['run']> =>
  desk.run(['anonymise', ...args], engineWith({ openXlsx }));
const TABLE = 'BSN;Product;Bedrag\n999990019;02A16;5,00\n';

describe('anonymise', () => {
  test('makes a key when there is none, keeps it, and uses it the next time', async () => {
    desk.put('a.csv', TABLE);
    desk.put('b.csv', `Naam;Burgerservicenummer\nX;999990019\n`);
    const first = await run('a.csv', '--key', 'sleutel.txt');
    expect([first.status, first.out]).toEqual([
      0,
      expect.stringContaining('BSN: 1 waarde vervangen door een pseudoniem'),
    ]);
    expect(first.err).toContain('er is er een gemaakt en daar bewaard');
    expect(readFileSync(desk.path('sleutel.txt'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    const [pseudonym = ''] = /\d{9}/.exec(readFileSync(desk.path('a.anoniem.csv'), 'utf8')) ?? [];
    const second = await run('b.csv', '--key', 'sleutel.txt', '--out', 'uit.csv');
    expect([second.status, second.err]).toEqual([0, '']);
    expect(readFileSync(desk.path('uit.csv'), 'utf8')).toBe(`Naam;Burgerservicenummer\n;${pseudonym}\n`);
    expect(readFileSync(desk.path('a.anoniem.csv'), 'utf8')).toBe(
      `BSN;Product;Bedrag\n${pseudonym};02A16;5,00\n`,
    );
  });

  test('says where something may remain, with exit status 1', async () => {
    desk.put('a.csv', 'BSN;Bijzonder\n999990019;zus van Piet\n');
    const { status, out, err } = await run('a.csv', '--format', 'json');
    expect(status).toBe(1);
    expect(err).toContain('Zonder --key');
    const json = JSON.parse(out) as { files: { remaining: { why: string; message: string }[] }[] };
    expect(json.files[0]?.remaining).toMatchObject([
      { why: 'unrecognised-text', message: expect.stringContaining('“Bijzonder” is niet herkend') },
    ]);
  });

  test('all files or none: nothing is left of a run that fails', async () => {
    desk.put('a.csv', TABLE);
    desk.put('stuk.xml', '<a><b></a>');
    const before = readdirSync(desk.folder).sort();
    const { status, out, err } = await run('a.csv', 'stuk.xml', '--key', 'sleutel.txt');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('stuk.xml: De XML klopt niet');
    expect(readdirSync(desk.folder).sort()).toEqual(before);
  });

  test('a service number in the file’s own name doesn’t go along', async () => {
    desk.put('dossier-999990019.csv', TABLE);
    await run('dossier-999990019.csv');
    expect(existsSync(desk.path('dossier-xxxxxxxxx.anoniem.csv'))).toBe(true);
  });

  test.each([
    [['a.csv', 'b.csv', '--out', 'x.csv'], '--out is voor één bestand'],
    [['a.csv', '--out', 'a.csv', '--force'], 'hetzelfde bestand als de invoer'],
    [['a.csv', '--key', 'kort.txt'], 'De sleutel in “kort.txt” is niet te gebruiken'],
    [['a.csv', '--folder', 'nergens'], 'nergens'],
    [['weg.csv'], 'Bestand “weg.csv” is er niet'],
  ])('%j is refused and says why', async (args, sentence) => {
    desk.put('a.csv', TABLE);
    desk.put('b.csv', TABLE);
    desk.put('kort.txt', 'kort');
    const { status, out, err } = await run(...args);
    expect(err).toContain(sentence);
    expect([status, out]).toEqual([2, '']);
  });
});
