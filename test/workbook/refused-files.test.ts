import { deflateSync, strToU8 } from 'fflate';
import { say } from '../../src/messages';
import { openXlsx, WorkbookError, type OpenOptions } from '../../src/workbook';
import {
  buildPackage,
  buildZip,
  MAIN,
  packageEntries,
  relationships,
  sheetXml,
  type EntryDraft,
} from './package-builder';

const wide = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));

/** A compound file far enough to be recognised: signature and a stream name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(wide(stream), 1024);
  return bytes;
}

const entries = packageEntries({ sheets: { S: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') } });
const good = buildZip(entries);
const withEntry = (name: string, change: Partial<EntryDraft>): Uint8Array =>
  buildZip(entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
const withSheet = (xml: string): Uint8Array => withEntry('xl/worksheets/sheet1.xml', { data: xml });
const contentTypes = (type: string): Uint8Array =>
  withEntry('[Content_Types].xml', {
    data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  });

/** A file whose byte at a place in some entry's data is changed. */
function flipped(): Uint8Array {
  const bytes = buildZip(entries.map((entry) => ({ ...entry, isStored: true })));
  const text = Buffer.from(bytes);
  const at = text.indexOf('<v>1</v>') + 3;
  bytes[at] = '2'.charCodeAt(0);
  return bytes;
}

type Case = [what: string, bytes: Uint8Array, code: string, options?: OpenOptions];

const CASES: Case[] = [
  ['nothing', new Uint8Array(0), 'empty-file'],
  ['an encrypted workbook', compoundFile('EncryptedPackage'), 'encrypted'],
  ['an old .xls', compoundFile('Workbook'), 'legacy-xls'],
  ['a PDF', strToU8('%PDF-1.7\n...'), 'not-a-workbook'],
  ['a web page', strToU8('\ufeff<!DOCTYPE html><html><table>'), 'not-a-workbook'],
  ['an XML file', strToU8('<?xml version="1.0"?><Workbook/>'), 'not-a-workbook'],
  ['a CSV', strToU8('product;bedrag\n02A15;1,50\n'), 'not-a-workbook'],
  ['noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 251), 'not-a-workbook'],
  [
    'an OpenDocument file',
    buildZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true }]),
    'not-a-workbook',
  ],
  ['another zip', buildZip([{ name: 'leesmij.txt', data: 'hoi' }]), 'not-a-workbook'],
  [
    'a Word document',
    contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    'not-a-workbook',
  ],
  ['an xlsb', contentTypes('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'binary-xlsb'],
  ['half a file', good.slice(0, good.length / 2), 'zip-truncated'],
  ['a file without its last byte', good.slice(0, -1), 'zip-truncated'],
  ['a file without its start', good.slice(200), 'not-a-workbook'],
  ['four bytes', good.slice(0, 4), 'zip-truncated'],
  ['a changed byte', flipped(), 'zip-crc'],
  ['a wrong checksum', withEntry('xl/workbook.xml', { stated: { crc: 1 } }), 'zip-crc'],
  [
    'packed rubbish',
    withEntry('xl/workbook.xml', { data: 'rubbish', isStored: true, stated: { method: 8 } }),
    'zip-corrupt',
  ],
  ['a strange packing method', withEntry('xl/workbook.xml', { stated: { method: 12 } }), 'zip-method'],
  ['an encrypted entry', withEntry('xl/workbook.xml', { flags: 1 }), 'encrypted'],
  ['a part twice', buildZip([...entries, { name: 'XL\\workbook.xml', data: '<x/>' }]), 'zip-duplicate'],
  ['entries over one another', buildZip(entries, { sameOffset: true }), 'zip-overlap'],
  ['an entry bigger than stated', withEntry('xl/workbook.xml', { stated: { size: 10 } }), 'zip-size-lies'],
  ['an entry smaller than stated', withEntry('xl/workbook.xml', { stated: { size: 5000 } }), 'zip-corrupt'],
  [
    'a stated size no packing reaches',
    withEntry('xl/workbook.xml', { stated: { size: 200_000_000 } }),
    'zip-ratio',
  ],
  ['500 MB stated', withEntry('xl/workbook.xml', { stated: { size: 500_000_000 } }), 'too-big'],
  [
    'more than the limit',
    withSheet(sheetXml(`<!--${'x'.repeat(300_000)}-->`)),
    'too-big',
    { limits: { totalBytes: 200_000 } },
  ],
  [
    'a suspicious ratio',
    withSheet(sheetXml(`<!--${'x'.repeat(300_000)}-->`)),
    'zip-ratio',
    { limits: { ratio: 100, ratioFromBytes: 200_000 } },
  ],
  ['no document in it', withEntry('_rels/.rels', { data: relationships() }), 'no-workbook-part'],
  [
    'a document that is missing',
    withEntry('_rels/.rels', { data: relationships(['a', 'officeDocument', 'nergens.xml']) }),
    'no-workbook-part',
  ],
  ['a workbook part that is none', withEntry('xl/workbook.xml', { data: '<html/>' }), 'no-workbook-part'],
  [
    'no sheets',
    withEntry('xl/workbook.xml', { data: `<workbook xmlns="${MAIN}"><sheets/></workbook>` }),
    'no-sheets',
  ],
  [
    'a sheet that is missing',
    withEntry('xl/_rels/workbook.xml.rels', { data: relationships() }),
    'sheet-missing',
  ],
  ['half a sheet', withSheet(sheetXml('').slice(0, -20)), 'xml-malformed'],
  ['an empty sheet part', withSheet(''), 'xml-malformed'],
  ['crossed tags', withSheet(sheetXml('<row r="1"><c r="A1"><v>1</c></v></row>')), 'xml-malformed'],
  [
    'an attribute twice',
    withSheet(sheetXml('<row r="1"><c r="A1" r="B1"><v>1</v></c></row>')),
    'xml-malformed',
  ],
  ['an unknown entity', withSheet(sheetXml('<row r="1"><c r="A1"><v>&euro;</v></c></row>')), 'xml-malformed'],
  ['a cell address that is none', withSheet(sheetXml('<row r="1"><c r="AAAA1"/></row>')), 'xml-malformed'],
  ['a row that is none', withSheet(sheetXml('<row r="0"/>')), 'xml-malformed'],
  [
    'deep nesting',
    withSheet(sheetXml('', '', `${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}`)),
    'xml-malformed',
  ],
  ['no cell data', withSheet(`<worksheet xmlns="${MAIN}"/>`), 'xml-malformed'],
  ['a chart for a sheet', withSheet('<chartsheet xmlns="urn:x"/>'), 'xml-malformed'],
  ['text after the end', withSheet(`${sheetXml('')}x`), 'xml-malformed'],
  [
    'entities that multiply',
    withSheet(
      `<!DOCTYPE lol [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheetXml('<row><c><v>&b;</v></c></row>')}`,
    ),
    'doctype',
  ],
  [
    'bytes that are no UTF-8',
    withEntry('xl/worksheets/sheet1.xml', { data: new Uint8Array([60, 255, 255]) }),
    'encoding',
  ],
  [
    'an encoding of long ago',
    withSheet(`<?xml version="1.0" encoding="windows-1252"?>${sheetXml('<!--é-->')}`),
    'encoding',
  ],
  [
    'a cell twice',
    withSheet(sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
    'cell-twice',
  ],
  [
    'a shared text that is missing',
    withSheet(sheetXml('<row r="1"><c r="A1" t="s"><v>3</v></c></row>')),
    'string-missing',
  ],
];

async function failure(bytes: Uint8Array, options?: OpenOptions): Promise<unknown> {
  return openXlsx(bytes, 'prognose.xlsx', options).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('files that are refused at opening', () => {
  it.each(CASES.map(([what, bytes, code, options]) => ({ what, bytes, code, options })))(
    '$what',
    async ({ bytes, code, options }) => {
      const error = await failure(bytes, options);
      expect(error).toBeInstanceOf(WorkbookError);
      const { detail } = error as WorkbookError;
      expect(detail.code).toBe(`workbook.${code}`);
      for (const language of ['nl', 'en'] as const) {
        const sentence = say(detail, language);
        expect(sentence).toMatch(/^prognose\.xlsx/);
        expect(sentence).not.toContain(detail.code);
        expect(sentence).not.toMatch(/[{}]|undefined/);
      }
    },
  );

  it('opens the file the cases are made from', async () => {
    expect(await failure(good)).toBeNull();
  });

  it('answers with a refusal, never another error, wherever a file is cut or a byte is changed', async () => {
    const bytes = buildPackage({
      sheets: { S: sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>') },
      strings: `<sst xmlns="${MAIN}"><si><t>a</t></si></sst>`,
    });
    for (let at = 0; at < bytes.length; at += 7) {
      const cut = await failure(bytes.slice(0, at));
      expect(cut).toBeInstanceOf(WorkbookError);
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const error = await failure(changed);
      expect(error === null || error instanceof WorkbookError).toBe(true);
      if (error instanceof WorkbookError) expect(error.detail.code).not.toBe('workbook.unreadable');
    }
  });

  it('stops inflating a bomb at the size the directory states', async () => {
    // 8 MB of zeros behind a stated 100 bytes.
    const packed = deflateSync(new Uint8Array(8 * 1024 * 1024));
    const bytes = withEntry('xl/workbook.xml', {
      data: packed,
      isStored: true,
      stated: { method: 8, size: 100, crc: 0 },
    });
    expect(((await failure(bytes)) as WorkbookError).detail.code).toBe('workbook.zip-size-lies');
  });
});
