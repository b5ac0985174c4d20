import { a1, plainNumber, type CellWrite, type GridCell, type SheetGrid } from '../core';
import {
  bsnIn,
  ColumnSurvey,
  coverAlone,
  coverKnown,
  headerRowScore,
  isPrivate,
  namesNobody,
  type AnonymiseChoices,
  type AnonymiseReport,
  type ColumnPlan,
  type Cover,
  type CoveredField,
  type Remainder,
} from '../intake';
import { scrubXlsx, type FilePort } from '../workbook';

const HEAD_ROWS = 60;

/** One sheet with what its columns are taken for. */
interface SheetPlan {
  readonly sheet: SheetGrid;
  /** Row of the headers; -1: none. */
  readonly headerRow: number;
  readonly surveys: ReadonlyMap<number, ColumnSurvey>;
  readonly plans: ReadonlyMap<number, ColumnPlan>;
}

const textOf = ({ value }: GridCell): string => {
  if (value === null) return '';
  return value.kind === 'number' ? plainNumber(value.value) : String(value.value);
};

function planSheet(sheet: SheetGrid, choices: AnonymiseChoices): SheetPlan {
  const rows = new Map<number, GridCell[]>();
  for (const cell of sheet.cells) {
    if (cell.row >= HEAD_ROWS) break;
    if (cell.value === null) continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  let headerRow = -1;
  let best = 0;
  for (const [row, cells] of rows) {
    const texts = cells.filter(({ value }) => value?.kind === 'text').map(textOf);
    const score = headerRowScore(texts);
    if (score > best) [headerRow, best] = [row, score];
  }
  const headers = new Map((rows.get(headerRow) ?? []).map((cell) => [cell.col, textOf(cell)]));
  const surveys = new Map<number, ColumnSurvey>();
  for (const cell of sheet.cells) {
    if (cell.row <= headerRow || cell.value === null) continue;
    let survey = surveys.get(cell.col);
    if (!survey) {
      survey = new ColumnSurvey(
        headers.get(cell.col) ?? `${sheet.name}!${a1(0, cell.col).replace(/\d+$/, '')}`,
        choices,
      );
      surveys.set(cell.col, survey);
    }
    survey.look(textOf(cell));
  }
  const plans = new Map([...surveys].map(([col, survey]) => [col, survey.plan()]));
  return { sheet, headerRow, surveys, plans };
}

/**
 * Covers a workbook: cells of private columns through the lossless port, then what cells leave behind (shared
 * texts, notes, caches). Everything else stays as it is.
 */
export async function anonymiseWorkbook(
  file: string,
  port: FilePort,
  cover: Cover,
  choices: AnonymiseChoices,
): Promise<{ readonly bytes: Uint8Array; readonly report: AnonymiseReport }> {
  const grid = await port.read();
  const sheets = grid.sheets.map((sheet) => planSheet(sheet, choices));
  const known = new Set<number>();
  for (const { surveys, plans } of sheets) {
    for (const [col, survey] of surveys) if (plans.get(col)?.meaning === 'identifier') survey.addTo(known);
  }
  const replaced = new Map<string, string>();
  const writes: CellWrite[] = [];
  const fields: CoveredField[] = [];
  const remaining: Remainder[] = [];
  const left: string[] = [];
  const elsewhere = new Map<string, number>();
  const clients = new Set<string>();
  let records = 0;
  const isKnown = (nine: string): boolean => known.has(Number(nine));

  for (const { sheet, headerRow, surveys, plans } of sheets) {
    const counts = new Map<number, number>();
    const formulas = new Map<number, { count: number; cell: string }>();
    const rows = new Set<number>();
    for (const cell of sheet.cells) {
      if (cell.value === null || cell.row === headerRow) continue;
      if (cell.row > headerRow) rows.add(cell.row);
      const plan = cell.row > headerRow ? plans.get(cell.col) : undefined;
      const text = textOf(cell);
      if (text.trim() === '' || plan?.meaning === 'kept') continue;
      const covered = coverCell(cell, text, plan, isKnown, cover);
      if (covered === null) continue;
      if (plan && isPrivate(plan.meaning)) {
        if (cell.formula !== null) {
          const seen = formulas.get(cell.col);
          formulas.set(cell.col, {
            count: (seen?.count ?? 0) + 1,
            cell: seen?.cell ?? a1(cell.row, cell.col),
          });
          continue;
        }
        counts.set(cell.col, (counts.get(cell.col) ?? 0) + 1);
        if (plan.meaning === 'identifier') clients.add(covered);
        replaced.set(text, covered);
      } else {
        const name = plan?.header ?? sheet.name;
        elsewhere.set(name, (elsewhere.get(name) ?? 0) + 1);
        if (cell.formula !== null) continue;
      }
      const value = covered === '' ? null : ({ kind: 'text', text: covered } as const);
      writes.push({ sheet: sheet.name, row: cell.row, col: cell.col, value });
    }
    records += rows.size;
    for (const [col, plan] of plans) {
      const survey = surveys.get(col);
      const place = { file, sheet: sheet.name };
      if (isPrivate(plan.meaning)) {
        fields.push({
          name: plan.header,
          sheet: sheet.name,
          kind: plan.meaning,
          treatment: plan.meaning === 'identifier' ? 'pseudonym' : 'blanked',
          by: plan.by,
          count: counts.get(col) ?? 0,
        });
        const formula = formulas.get(col);
        if (formula) {
          remaining.push({
            ...{ why: 'formula', what: plan.header, count: formula.count },
            place: { ...place, cell: formula.cell },
          });
        }
        continue;
      }
      left.push(plan.header);
      if (plan.meaning === 'kept' && survey && survey.filled > 0) {
        remaining.push({ why: 'kept-by-choice', what: plan.header, count: survey.filled, place });
      } else if (survey && survey.texts > 0) {
        remaining.push({ why: 'unrecognised-text', what: plan.header, count: survey.texts, place });
      } else if (survey && survey.suspicious > 0) {
        remaining.push({ why: 'bsn-like', what: plan.header, count: survey.suspicious, place });
      }
    }
    if (headerRow < 0 && plans.size > 0) {
      remaining.push({
        why: 'no-header',
        what: sheet.name,
        count: plans.size,
        place: { file, sheet: sheet.name },
      });
    }
  }
  const outcome = await port.write(writes, { allowLocked: true });
  const [refused] = outcome.refused;
  if (refused) {
    const { sheet, row, col } = refused.write;
    remaining.push({
      ...{ why: 'formula', what: sheet, count: outcome.refused.length },
      place: { file, sheet, cell: a1(row, col) },
    });
  }
  const after = await port.read();
  const shown = new Set<string>();
  for (const { cells } of after.sheets) {
    for (const { value } of cells) if (value?.kind === 'text') shown.add(value.value);
  }
  const scrubbed = scrubXlsx(await port.save(), file, {
    isShown: (text) => shown.has(text),
    replacement: (text) => replaced.get(text) ?? (bsnIn(text) !== null ? cover.identifier(text) : null),
    cover: (text) => coverAlone(text, isKnown, cover),
  });
  if (scrubbed.comments > 0) {
    fields.push({
      name: '[notes]',
      kind: 'free-text',
      treatment: 'blanked',
      by: 'name',
      count: scrubbed.comments,
    });
  }
  if (scrubbed.covered > 0) elsewhere.set('[parts]', scrubbed.covered);
  if (scrubbed.closed.length > 0) {
    remaining.push({
      ...{ why: 'part', what: scrubbed.closed.slice(0, 5).join(', '), count: scrubbed.closed.length },
      place: { file },
    });
  }
  return {
    bytes: scrubbed.bytes,
    report: {
      ...{ file, format: 'xlsx', records, clients: clients.size, fields, left, remaining },
      elsewhere: [...elsewhere].map(([name, count]) => ({ name, count })),
    },
  };
}

/** What a cell becomes; null: it stays. */
function coverCell(
  cell: GridCell,
  text: string,
  plan: ColumnPlan | undefined,
  isKnown: (nine: string) => boolean,
  cover: Cover,
): string | null {
  if (plan && isPrivate(plan.meaning)) {
    if (namesNobody(text, plan.header)) return null;
    return plan.meaning === 'identifier' ? cover.identifier(text) : '';
  }
  const strange = plan === undefined || plan.meaning === 'unknown';
  const covered = (cell.value?.kind === 'number' ? coverAlone : coverKnown)(
    text,
    (nine: string, alone?: boolean) => isKnown(nine) || (strange && alone === true && bsnIn(nine) !== null),
    cover,
  );
  return covered.count > 0 ? covered.text : null;
}
