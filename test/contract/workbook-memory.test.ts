import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readByOther } from '@e965/xlsx';
import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync } from 'fflate';
import { memoryInMemory, openExcel, openXlsx, type FilePort, type WorkbookMemory } from '../../src/workbook';
import type { Kept } from '../../src/workbook/keeping';
import { FakeExcel } from '../workbook/excel/fake-excel';
import { FakeWorkbook } from '../workbook/excel/fake-workbook';
import { loadLibrary } from '../workbook/excel/library';
import { buildZip, xlsxOf } from '../workbook/package-builder';
import { describeWorkbookMemory } from './workbook-memory.contract';
import { CONTRACT_WORKBOOK } from './workbook-port.contract';

const memoryOf = (port: { readonly memory?: WorkbookMemory }): WorkbookMemory => {
  if (!port.memory) throw new Error('no memory');
  return port.memory;
};

describeWorkbookMemory('memory', () => {
  const shared = new Map<string, Kept>();
  const open = (): Promise<WorkbookMemory> => Promise.resolve(memoryInMemory(shared));
  return Promise.resolve({ open, second: open });
});

describeWorkbookMemory('Excel', () => {
  const excel = new FakeExcel(FakeWorkbook.from(CONTRACT_WORKBOOK));
  const open = async (): Promise<WorkbookMemory> => memoryOf(await openExcel(loadLibrary(excel)));
  return Promise.resolve({ open, second: open });
});

describeWorkbookMemory('xlsx', () => {
  let bytes = xlsxOf(CONTRACT_WORKBOOK);
  let port: FilePort | null = null;
  return Promise.resolve({
    async open() {
      if (port) bytes = await port.save();
      port = await openXlsx(bytes, 'contract.xlsx');
      return memoryOf(port);
    },
  });
});

const samples = ['a', 'b', 'c'].flatMap((folder) => {
  const path = join(__dirname, '../../samples', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join(path, name));
});

function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

/** Part names that the relationships of the package lead to, from the root on. */
function reachable(parts: Record<string, Uint8Array>): Set<string> {
  const found = new Set<string>();
  const visit = (part: string): void => {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const rels = parts[`${folder}_rels/${part.slice(slash + 1)}.rels`];
    if (!rels) return;
    for (const [, target = ''] of strFromU8(rels).matchAll(/Target="([^"]*)"/g)) {
      const url = new URL(target, `file:///${folder}`).pathname.slice(1);
      if (!parts[url] || found.has(url)) continue;
      found.add(url);
      visit(url);
    }
  };
  visit('');
  return found;
}

describe('memory in a file', () => {
  it.each(samples)('%s: nothing else changes', async (path) => {
    const original = new Uint8Array(readFileSync(path));
    const port = await openXlsx(original, 'sample.xlsx');
    const memory = memoryOf(port);
    await memory.set('profile', { version: 1, slots: ['Wmo!D7'] });
    await memory.set('settings', { year: 2023 });
    const saved = await port.save();
    const before = unzipSync(original);
    const after = unzipSync(saved);
    const changed = Object.keys(before).filter(
      (name) => strFromU8(before[name] ?? new Uint8Array()) !== strFromU8(after[name] ?? new Uint8Array()),
    );
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']);
    const added = Object.keys(after).filter((name) => !(name in before));
    expect(added.sort()).toEqual([
      'customXml/_rels/item1.xml.rels',
      'customXml/_rels/item2.xml.rels',
      'customXml/item1.xml',
      'customXml/item2.xml',
      'customXml/itemProps1.xml',
      'customXml/itemProps2.xml',
    ]);
    for (const name of [...changed, ...added]) checkXml(strFromU8(after[name] ?? new Uint8Array()));
    // What was there is still there; the lists only grew.
    for (const name of changed) {
      const old = strFromU8(before[name] ?? new Uint8Array());
      const [head = ''] = old.split(/<\/(?:Types|Relationships)>/);
      expect(strFromU8(after[name] ?? new Uint8Array()).startsWith(head)).toBe(true);
    }
    for (const name of added.filter((one) => !one.endsWith('.rels'))) {
      expect([name, reachable(after).has(name)]).toEqual([name, true]);
    }
    expect(readByOther(saved, { type: 'array' }).SheetNames).toEqual(
      readByOther(original, { type: 'array' }).SheetNames,
    );
  });

  it('stays when a write is undone, and goes with it into the file', async () => {
    const port = await openXlsx(xlsxOf(CONTRACT_WORKBOOK), 'contract.xlsx');
    await port.write([{ sheet: 'Wmo', row: 1, col: 1, value: { kind: 'number', text: '1' } }]);
    await memoryOf(port).set('settings', { year: 2023 });
    await port.undo();
    const again = await openXlsx(await port.save(), 'contract.xlsx');
    expect(await memoryOf(again).get('settings')).toEqual({ year: 2023 });
    expect((await again.read()).sheets).toEqual(CONTRACT_WORKBOOK.sheets);
  });

  it('leaves custom XML of others alone, and takes the next number', async () => {
    const parts = unzipSync(xlsxOf(CONTRACT_WORKBOOK));
    const rels = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    const own = '<x xmlns="urn:iets-anders">999990019</x>';
    const bytes = buildZip([
      ...Object.entries(parts)
        .filter(([name]) => name !== 'xl/_rels/workbook.xml.rels')
        .map(([name, data]) => ({ name, data })),
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: rels.replace(
          '</Relationships>',
          '<Relationship Id="rIdMemory1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
        ),
      },
      { name: 'customXml/item1.xml', data: own },
    ]);
    const port = await openXlsx(bytes, 'contract.xlsx');
    expect(await memoryOf(port).keys()).toEqual([]);
    await memoryOf(port).set('settings', 1);
    const saved = unzipSync(await port.save());
    expect(strFromU8(saved['customXml/item1.xml'] ?? new Uint8Array())).toBe(own);
    expect(strFromU8(saved['customXml/item2.xml'] ?? new Uint8Array())).toContain('key="settings"');
    const list = strFromU8(saved['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    const ids = [...list.matchAll(/\bId="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes a part of ours that somebody broke for none, and writes it anew', async () => {
    const first = await openXlsx(xlsxOf(CONTRACT_WORKBOOK), 'contract.xlsx');
    await memoryOf(first).set('settings', { year: 2023 });
    const parts = unzipSync(await first.save());
    const bytes = buildZip(
      Object.entries(parts).map(([name, data]) => ({
        name,
        data: name === 'customXml/item1.xml' ? strFromU8(data).replace('{"year"', '{{year') : data,
      })),
    );
    const port = await openXlsx(bytes, 'contract.xlsx');
    expect(await memoryOf(port).get('settings')).toBeNull();
    await memoryOf(port).set('settings', { year: 2024 });
    const again = await openXlsx(await port.save(), 'contract.xlsx');
    expect(await memoryOf(again).get('settings')).toEqual({ year: 2024 });
  });
});
