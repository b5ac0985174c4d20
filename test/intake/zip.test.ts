import { zipSync, type Zippable } from 'fflate';
import type { IntakeError } from '../../src/intake';
import { aw319Records, BSN, declaration } from './message-builders';
import { readAll } from './read-all';

const WMO = declaration([
  {
    bsn: BSN[0],
    lines: [
      {
        reference: 'A',
        allocation: 1,
        category: '02',
        code: '02A16',
        from: '2023-05-01',
        until: '2023-05-31',
        volume: 2,
        unit: '04',
        tariff: 6000,
        cents: 12000,
      },
    ],
  },
]);
const WLZ = aw319Records([
  {
    bsn: BSN[0],
    own: 'C-1',
    lines: [
      {
        product: 'Z053',
        from: '20230201',
        until: '20230202',
        count: 2,
        unit: '14',
        tariff: 100,
        cents: 200,
        reference: 'A',
      },
    ],
  },
]).join('\n');
const CSV =
  'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag\nDe Linde;Wmo;02A16;C-1;2023-05;1;uur;60,00\n';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pack = (files: Zippable): Uint8Array => zipSync(files);
const codeOf = async (text: Uint8Array): Promise<string | undefined> =>
  readAll([{ name: 'b.zip', text }]).then(
    () => undefined,
    (error: unknown) => (error as IntakeError).issues[0]?.code,
  );

describe('a zip of files', () => {
  test('messages and tables in it are read together, each with its own receipt; what is no input is named', async () => {
    const { receipts, rows, table } = await readAll([
      {
        name: 'b.zip',
        text: pack({
          'map/wmo.xml': bytes(WMO),
          'wlz.asc': [bytes(WLZ), { level: 0 }],
          'oud.csv': bytes(CSV),
          'leesmij.pdf': bytes('%PDF-1.4'),
          '__MACOSX/._wmo.xml': bytes('x'),
          'map/': new Uint8Array(0),
        }),
      },
    ]);
    expect(receipts.map(({ file, format }) => [file, format])).toEqual([
      ['b.zip/oud.csv', 'csv'],
      ['b.zip/leesmij.pdf', 'xml'],
      ['b.zip/wlz.asc', 'aw319'],
      ['b.zip/map/wmo.xml', 'wmo323'],
    ]);
    expect(receipts[1]?.issues[0]?.code).toBe('messages-in.not-read');
    expect(rows).toEqual([
      '02A16 2023-05 1 uur 60.00',
      '02A16 2023-05 2 uur 120.00',
      'Z053 2023-02 2 etmaal 2.00',
    ]);
    // The table’s client and that of the Wlz message are one, under one pseudonym.
    const names = [...table.rows()].map(({ product, provider, client }) => [product, provider, client]);
    expect(names[0]?.[2]).toBe(names.find(([product]) => product === 'Z053')?.[2]);
    expect(names[0]?.[2]).toMatch(/^PS-/);
  });

  test('a table alone keeps its clients as written', async () => {
    const { table } = await readAll([{ name: 'p.csv', text: CSV }]);
    expect([...table.rows()][0]?.client).toBe('C-1');
  });

  test.each([
    ['messages-in.zip-truncated', (whole: Uint8Array) => whole.slice(0, whole.length - 30)],
    [
      'messages-in.zip-corrupt',
      (whole: Uint8Array) => whole.map((byte, at) => (at === 60 ? byte ^ 0xff : byte)),
    ],
    [
      // The directory states fewer bytes than come out.
      'messages-in.zip-corrupt',
      (whole: Uint8Array) => {
        const copy = whole.slice();
        const view = new DataView(copy.buffer);
        for (let at = copy.length - 22; at > 0; at--) {
          if (view.getUint32(at, true) === 0x02014b50) {
            view.setUint32(at + 24, 10, true);
            break;
          }
        }
        return copy;
      },
    ],
  ])('%s', async (code, change) => {
    expect(await codeOf(change(pack({ 'wmo.xml': bytes(WMO) })))).toBe(code);
  });

  test('a zip in a zip, an empty one, and a locked one', async () => {
    expect(await codeOf(pack({ 'in.zip': pack({ 'wmo.xml': bytes(WMO) }) }))).toBe('messages-in.zip-nested');
    expect(await codeOf(pack({}))).toBe('messages-in.zip-empty');
    const locked = pack({ 'wmo.xml': bytes(WMO) });
    const view = new DataView(locked.buffer);
    for (let at = locked.length - 22; at > 0; at--) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint16(at + 8, 1, true);
        break;
      }
    }
    expect(await codeOf(locked)).toBe('messages-in.zip-encrypted');
  });
});
