import { a1, type CellValue, type CellWrite, type Message, type WorkbookGrid } from '../../core';
import { cellAt, placeKey } from '../cells';
import { findOvertaken } from '../changes';
import type { WorkbookMemory } from '../keeping';
import type {
  ReadOptions,
  RefusedWrite,
  UndoOptions,
  WorkbookPort,
  WriteOptions,
  WriteOutcome,
} from '../port';
import { judgeWrites } from '../refusals';
import { asProblem, excelMessage, excelProblem, missingRequirements, type ExcelHost } from './host';
import { excelMemory } from './memory';
import { readWorkbook, type Batch, type WorkbookRead } from './read';
import { liftProtection, recalculate, restoreProtection, writeContents, type Content } from './write';

/** A write that can be taken back: what was in the cells, and what we put there. */
interface Step {
  readonly cells: readonly {
    readonly before: Content;
    readonly after: CellValue | null;
    readonly isNew: boolean;
  }[];
  readonly allowLocked: boolean;
}

/**
 * The workbook that is open in Excel, as a port. Every operation reads the present state; cells that somebody changed
 * since the last `read` are not overwritten but refused. Nothing is written when Excel is too old.
 * Errors: `WorkbookError` with `excel.*`: too old, a cell is being edited, protected, busy.
 * @example await (await openExcel(host)).read()
 */
export async function openExcel(host: ExcelHost): Promise<WorkbookPort> {
  await Promise.resolve();
  const missing = missingRequirements(host);
  if (missing.length > 0) throw excelProblem('too-old', { missing });
  return new ExcelPort(host);
}

class ExcelPort implements WorkbookPort {
  private file = 'Excel';
  /** What the caller planned on: the last reading, kept up to date with our own writes. */
  private seen: WorkbookGrid | null = null;
  private readonly written = new Map<string, Set<number>>();
  private readonly steps: Step[] = [];
  /** Operations wait for each other: two at once would see each other's half work. */
  private queue: Promise<unknown> = Promise.resolve();

  private readonly batch: Batch;
  readonly memory: WorkbookMemory;

  constructor(host: ExcelHost) {
    this.batch = (work) => host.run(work);
    this.memory = excelMemory(this.batch, () => this.file);
  }

  private readonly isWritten = (sheet: string, row: number, col: number): boolean =>
    this.written.get(sheet)?.has(placeKey(row, col)) ?? false;

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(async () => {
      try {
        return await work();
      } catch (error) {
        throw asProblem(error, this.file);
      }
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async readNow(only: ReadonlySet<string> | null, options: ReadOptions = {}): Promise<WorkbookRead> {
    const read = await readWorkbook(this.batch, this.isWritten, only, options);
    this.file = read.grid.file;
    return read;
  }

  read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    return this.inTurn(async () => {
      const { grid } = await this.readNow(null, options);
      this.seen = grid;
      return grid;
    });
  }

  write(writes: readonly CellWrite[], options: WriteOptions = {}): Promise<WriteOutcome> {
    return this.inTurn(() => this.carryOut(writes, options));
  }

  private async carryOut(writes: readonly CellWrite[], options: WriteOptions): Promise<WriteOutcome> {
    const now = await this.readNow(new Set(writes.map(({ sheet }) => sheet)));
    const { grid, sheets } = now;
    const writable = sheets.map((sheet) => ({
      ...sheet,
      isLocked: (row: number, col: number): boolean => cellAt(sheet.grid.cells, row, col)?.locked ?? true,
    }));
    const judged = judgeWrites(writes, writable, options);
    const refused: RefusedWrite[] = [...judged.refused];
    let accepted: CellWrite[] = judged.accepted;
    const refuse = (some: ReadonlyMap<CellWrite, Message>): void => {
      accepted = accepted.filter((write) => !some.has(write));
      for (const [write, reason] of some) refused.push({ write, reason });
    };
    refuse(
      new Map(
        (this.seen ? findOvertaken(this.seen, grid, accepted) : []).map(({ write, change }) => [
          write,
          excelMessage('refused-changed', {
            sheet: write.sheet,
            cell: a1(write.row, write.col),
            changed: a1(change.row, change.col),
          }),
        ]),
      ),
    );

    const protectedSheets = new Set(grid.sheets.filter((sheet) => sheet.isProtected).map(({ name }) => name));
    const needLifting = new Set(
      accepted
        .filter(({ sheet }) => protectedSheets.has(sheet))
        .filter(({ sheet, row, col }) => writable.find((one) => one.grid.name === sheet)?.isLocked(row, col))
        .map(({ sheet }) => sheet),
    );
    const contents = (write: CellWrite): Content => this.contentOf(write, grid);
    const done = await this.withoutProtection([...needLifting], async (locked) => {
      refuse(
        new Map(
          accepted.flatMap((write) => {
            const reason = locked.get(write.sheet);
            const sheet = writable.find((one) => one.grid.name === write.sheet);
            return reason && sheet?.isLocked(write.row, write.col) ? [[write, reason] as const] : [];
          }),
        ),
      );
      if (accepted.length === 0) return;
      await this.put(accepted.map((write) => ({ after: contents(write), before: beforeOf(write, grid) })));
    });
    if (accepted.length === 0) return { written: [], refused, warnings: judged.warnings };

    const warnings: Message[] = [...judged.warnings, ...done];
    if (now.isManual) {
      await recalculate(this.batch);
      warnings.push(excelMessage('warning-manual', { file: this.file }));
    }
    if (grid.sheets.some(({ pivots }) => pivots.length > 0)) {
      warnings.push({ code: 'workbook.warning-pivots', facts: { file: this.file } });
    }
    this.steps.push({
      allowLocked: needLifting.size > 0,
      cells: accepted.map((write) => ({
        before: beforeOf(write, grid),
        after: contents(write).value,
        isNew: this.remember(write),
      })),
    });
    this.seen = this.seen && withContents(this.seen, accepted.map(contents));
    return { written: accepted, refused, warnings };
  }

  /** Notes a written place; true when it is the first time. */
  private remember({ sheet, row, col }: CellWrite): boolean {
    const places = this.written.get(sheet) ?? new Set<number>();
    this.written.set(sheet, places);
    const key = placeKey(row, col);
    if (places.has(key)) return false;
    places.add(key);
    return true;
  }

  /** What a write puts into its cell. */
  private contentOf({ sheet, row, col, value }: CellWrite, grid: WorkbookGrid): Content {
    const cells = grid.sheets.find((one) => one.name === sheet)?.cells ?? [];
    const content: CellValue | null =
      value === null || value.text === ''
        ? null
        : value.kind === 'number'
          ? { kind: 'number', value: Number(value.text) }
          : { kind: 'text', value: value.text };
    return { sheet, row, col, value: content, format: cellAt(cells, row, col)?.format ?? null };
  }

  /**
   * Writes, and when that fails half-way puts back what was there before. A failing batch may have written part of
   * its cells, so the cells themselves tell which.
   */
  private async put(changes: readonly { after: Content; before: Content }[]): Promise<void> {
    try {
      await writeContents(
        this.batch,
        changes.map(({ after }) => after),
      );
    } catch (error) {
      await this.putBack(changes);
      throw error;
    }
  }

  private async putBack(changes: readonly { after: Content; before: Content }[]): Promise<void> {
    let toRestore = changes.map(({ before }) => before);
    try {
      const { grid } = await this.readNow(new Set(changes.map(({ after }) => after.sheet)));
      toRestore = changes
        .filter(
          ({ before, after }) => isStill(grid, after, after.value) && !isStill(grid, before, before.value),
        )
        .map(({ before }) => before);
      await writeContents(this.batch, toRestore);
    } catch (error) {
      const [first] = toRestore;
      const half = excelProblem('half-written', {
        file: this.file,
        count: toRestore.length,
        cell: first ? `${first.sheet}!${a1(first.row, first.col)}` : '',
      });
      half.cause = error;
      throw half;
    }
  }

  /**
   * Does the work with the protection of these sheets lifted, and protects them again whatever happens. `locked` names
   * the sheets that could not be lifted. Returns what to warn of.
   */
  private async withoutProtection(
    sheets: readonly string[],
    work: (locked: ReadonlyMap<string, Message>) => Promise<void>,
  ): Promise<Message[]> {
    if (sheets.length === 0) {
      await work(new Map());
      return [];
    }
    const { lifted, refused } = await liftProtection(this.batch, sheets);
    let failed: string[] = [];
    try {
      await work(refused);
    } finally {
      failed = await restoreProtection(this.batch, lifted);
    }
    return failed.map((sheet) => excelMessage('warning-unprotected', { sheet }));
  }

  undo(options: UndoOptions = {}): Promise<boolean> {
    return this.inTurn(async () => {
      const step = this.steps.at(-1);
      if (!step) return false;
      const { grid } = await this.readNow(new Set(step.cells.map(({ before }) => before.sheet)));
      const changed = step.cells.filter(({ before, after }) => !isStill(grid, before, after));
      if (changed.length > 0 && !options.keepChanged) {
        throw excelProblem('undo-changed', {
          file: this.file,
          count: changed.length,
          cells: changed.slice(0, 5).map(({ before: { sheet, row, col } }) => `${sheet}!${a1(row, col)}`),
        });
      }
      const kept = new Set(changed);
      const restored = step.cells.filter((cell) => !kept.has(cell));
      const locked = new Set(
        step.allowLocked ? grid.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name) : [],
      );
      const sheets = [...new Set(restored.map(({ before }) => before.sheet))].filter((name) =>
        locked.has(name),
      );
      await this.withoutProtection(sheets, (refused) => {
        const [reason] = refused.values();
        if (reason) throw excelProblem('refused-password', reason.facts);
        return this.put(
          restored.map(({ before, after }) => ({ after: before, before: { ...before, value: after } })),
        );
      });
      this.steps.pop();
      for (const { before, isNew } of step.cells) {
        if (isNew) this.written.get(before.sheet)?.delete(placeKey(before.row, before.col));
      }
      this.seen =
        this.seen &&
        withContents(
          this.seen,
          restored.map(({ before }) => before),
        );
      return true;
    });
  }
}

function beforeOf({ sheet, row, col }: CellWrite, grid: WorkbookGrid): Content {
  const cell = cellAt(grid.sheets.find((one) => one.name === sheet)?.cells ?? [], row, col);
  return { sheet, row, col, value: cell?.value ?? null, format: cell?.format ?? null };
}

/** Whether a cell still holds what we wrote. */
function isStill(grid: WorkbookGrid, place: Content, value: CellValue | null): boolean {
  const cells = grid.sheets.find(({ name }) => name === place.sheet)?.cells;
  if (!cells) return false;
  const cell = cellAt(cells, place.row, place.col);
  if (cell?.formula !== null && cell?.formula !== undefined) return false;
  const found = cell?.value ?? null;
  return found === null || value === null
    ? found === value
    : found.kind === value.kind && found.value === value.value;
}

/** The grid with these constants in it: what the next reading would find, results of formulas aside. */
function withContents(grid: WorkbookGrid, contents: readonly Content[]): WorkbookGrid {
  const bySheet = new Map<string, Map<number, Content>>();
  for (const content of contents) {
    const own = bySheet.get(content.sheet) ?? new Map<number, Content>();
    bySheet.set(content.sheet, own.set(placeKey(content.row, content.col), content));
  }
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => {
      const own = bySheet.get(sheet.name);
      if (!own) return sheet;
      const cells = sheet.cells.map((cell) => {
        const key = placeKey(cell.row, cell.col);
        const content = own.get(key);
        own.delete(key);
        return content ? { ...cell, value: content.value } : cell;
      });
      for (const { row, col, value, format } of own.values()) {
        cells.push({ row, col, value, format, formula: null, locked: true, bold: false, fill: null });
      }
      return { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
    }),
  };
}
