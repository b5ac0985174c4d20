import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import type { GridCell, SheetGrid, WorkbookGrid } from '../../../src/core/prognosis/grid';

/** A workbook file as plain data, by a reader that isn't ours. */
export function gridFromFile(path: string): WorkbookGrid {
  const book = XLSX.read(readFileSync(path), { cellFormula: true, cellNF: true, cellStyles: true });
  const sheets = book.SheetNames.map((name): SheetGrid => {
    const sheet = book.Sheets[name] ?? {};
    const area = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
    const cells: GridCell[] = [];
    for (let row = 0; row <= area.e.r; row++) {
      for (let col = 0; col <= area.e.c; col++) {
        const cell = sheet[XLSX.utils.encode_cell({ r: row, c: col })] as XLSX.CellObject | undefined;
        if (!cell) continue;
        cells.push({
          row,
          col,
          value:
            typeof cell.v === 'number'
              ? { kind: 'number', value: cell.v }
              : typeof cell.v === 'string'
                ? { kind: 'text', value: cell.v }
                : null,
          formula: cell.f ?? null,
          format: cell.z === undefined || cell.z === 'General' ? null : String(cell.z),
          locked: true,
          bold: false,
          fill: null,
        });
      }
    }
    const hidden = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined): Set<number> =>
      new Set((list ?? []).flatMap((item, index) => (item?.hidden ? [index] : [])));
    return {
      name,
      visibility: 'visible',
      isProtected: false,
      rowCount: area.e.r + 1,
      colCount: area.e.c + 1,
      cells,
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
      hiddenRows: hidden(sheet['!rows']),
      hiddenCols: hidden(sheet['!cols']),
      tables: [],
      validations: [],
      pivots: [],
    };
  });
  return { file: path.split('/').pop() ?? path, dateSystem: '1900', sheets, names: [] };
}
