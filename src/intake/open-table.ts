import { CsvSource, foreignFormat, sampleOf } from './csv/csv-source';
import { IntakeError, type InputFile, type TableKind, type IntakeOptions } from './contract';
import { SheetSource } from './sheet-source';
import type { TableSource } from './source';

/**
 * Opens a file as a table, by its content and not by its name. Workbooks go through `options.openGrid`, whose
 * own errors pass through. Errors: `IntakeError` when there is no table of this kind in it.
 */
export async function openTable(
  file: InputFile,
  kind: TableKind,
  options: IntakeOptions,
): Promise<TableSource> {
  options.signal?.throwIfAborted();
  if (file.grid) return SheetSource.open(await file.grid(), file.name, kind, options.sheet);
  const sample = await sampleOf(file);
  const format = foreignFormat(sample.bytes);
  if ((format === 'zip' || format === 'ole') && options.openGrid) {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of file.open()) {
      options.signal?.throwIfAborted();
      parts.push(chunk);
      length += chunk.length;
      options.onProgress?.(length, file.size);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const grid = await options.openGrid(bytes, file.name);
    return SheetSource.open(grid, file.name, kind, options.sheet);
  }
  if (format !== null) {
    throw new IntakeError([
      {
        level: 'error',
        code: 'intake.not-csv',
        facts: { file: file.name, format },
        place: { file: file.name },
      },
    ]);
  }
  return CsvSource.open(file, kind, options, sample);
}
