import type { CellObject, Row } from 'write-excel-file/universal';
import { isAlarm, overviewOf, sumMoney, type Money, type Value } from '../../core';
import type { Language } from '../../messages';
import { reportSheets } from '../report-workbook';
import { maskServiceNumbers, sayClean } from '../say-clean';
import {
  countCell,
  dateCell,
  moneyCell,
  ratioCell,
  STRONG,
  tableSheet,
  textCell,
  valueCell,
  workbookOf,
  type Column,
  type TableSheet,
} from '../sheet-cells';
import { showDay } from '../text';
import { isFigure, isMessageCell, sectionHeader } from '../section';
import { wordsIn, type Words } from '../words';
import type { DeskEntry, DeskReport } from './input';
import { questionPlace, questionText } from './question-text';

const RED: CellObject = { textColor: '#C00000', fontWeight: 'bold' };

/**
 * Steps of calculation in the workbook: those of hundreds of submissions are more than a sheet, or its writer,
 * can hold. The sheet says how many are left out; the check of one submission has all of its own.
 */
const MOST_STEPS = 50_000;

const isNothingAcross = ({ across }: DeskReport): boolean =>
  across.sections.length + across.findings.length + across.missing.length === 0;

interface Context {
  readonly desk: DeskReport;
  readonly language: Language;
  readonly words: Words;
}

const titled = (
  words: Words,
  columns: readonly (readonly [code: string, width: number, right?: true])[],
): Column[] =>
  columns.map(([code, width, right]) => ({
    title: words(code),
    width,
    ...(right === undefined ? {} : { align: 'right' as const }),
  }));

const more =
  (words: Words) =>
  (left: number): string =>
    words('report.and-more', { count: left });

const alarm = (amount: Money | null, language: Language): CellObject =>
  moneyCell(amount, language, isAlarm(amount) ? RED : {});

/** One row for each provider; the first thing a procurer reads. */
function overviewSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.provider', 30],
    ['desk.column.state', 14],
    ['report.file', 32],
    ['report.count-violations', 14, true],
    ['report.count-warnings', 16, true],
    ['report.count-notices', 12, true],
    ['desk.column.not-checked', 14, true],
    ['desk.column.questions', 14, true],
    ['report.total', 17, true],
    ['report.ceiling-effective', 17, true],
    ['report.overrun', 17, true],
    ['report.overrun-year-end', 17, true],
    ['report.overrun-chance', 14, true],
    ['desk.column.declared-difference', 17, true],
    ['desk.column.change', 17, true],
    ['desk.column.region-difference', 17, true],
    ['desk.column.review', 16],
    ['desk.column.note', 40],
  ]);
  const rows = desk.providers.map((entry): Row => {
    const row = overviewOf(entry);
    return [
      textCell(entry.provider === '' ? words('desk.provider-unknown') : entry.provider),
      textCell(words(`desk.state.${entry.state}`), entry.state === 'checked' ? {} : RED),
      textCell(entry.file, { wrap: false }),
      countCell(row.violations, row.violations > 0 ? RED : {}),
      countCell(row.warnings),
      countCell(row.notices),
      countCell(row.notChecked),
      countCell(row.openQuestions),
      moneyCell(row.total, language),
      moneyCell(row.ceiling, language),
      alarm(row.overrun, language),
      alarm(row.overrunYearEnd, language),
      ratioCell(row.chance),
      moneyCell(row.declared, language),
      moneyCell(row.change, language),
      moneyCell(row.region, language),
      textCell(words(`desk.review.${entry.review}`)),
      textCell(
        entry.state === 'unreadable'
          ? entry.issues.map((issue) => sayClean(issue, language)).join(' ')
          : maskServiceNumbers(entry.note),
      ),
    ];
  });
  const above: Row[] = [
    [textCell(words('desk.title'), { ...STRONG, fontSize: 14, wrap: false })],
    [textCell(headline(desk, words, language), { wrap: false })],
    [],
  ];
  return tableSheet(words('desk.sheet.overview'), columns, rows, more(words), { above, frozenColumns: 1 });
}

/** How many came in, in a sentence. */
export function headline(desk: DeskReport, words: Words, language: Language): string {
  const count = (state: DeskEntry['state']): number =>
    desk.providers.filter((entry) => entry.state === state).length;
  return words('desk.headline', {
    title: desk.check.rulebook.title[language],
    year: String(desk.check.year),
    asOf: showDay(desk.check.asOf, language),
    round: desk.round,
    checked: count('checked'),
    unreadable: count('unreadable'),
    missing: count('missing'),
  });
}

/** A link to the cell in the provider's own workbook, when both lie in one folder; else the place as text. */
function linkCell(file: string | null, sheet: string | undefined, cell: string | undefined): CellObject {
  const shown = [sheet, cell].filter((part) => part !== undefined).join('!');
  if (file === null || sheet === undefined || cell === undefined) return textCell(shown);
  const quoted = (text: string): string => text.replace(/"/g, '""');
  const target = `${file}#'${sheet.replace(/'/g, "''")}'!${cell}`;
  // Longer texts aren't allowed in a formula.
  if (target.length > 250 || shown.length > 250) return textCell(shown);
  return {
    value: `HYPERLINK("${quoted(target)}","${quoted(shown)}")`,
    type: 'Formula',
    textColor: '#0563C1',
    alignVertical: 'top',
  } as unknown as CellObject;
}

function deskFindingsSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.provider', 30],
    ['report.severity', 15],
    ['report.rule', 10],
    ['report.finding', 70],
    ['report.amount', 17, true],
    ['report.where', 26],
    ['report.file', 32],
  ]);
  const order = { violation: 0, warning: 1, notice: 2 } as const;
  const rows = desk.providers.flatMap((entry) =>
    [...entry.findings]
      .filter((finding) => finding.severity !== 'notice')
      .sort((a, b) => order[a.severity] - order[b.severity])
      .map((finding): Row => [
        textCell(entry.provider),
        textCell(words(`report.severity.${finding.severity}`), finding.severity === 'violation' ? RED : {}),
        textCell(finding.rule),
        textCell(sayClean(finding.message, language)),
        moneyCell(finding.amount, language),
        linkCell(finding.location?.file ?? entry.file, finding.location?.sheet, finding.location?.cell),
        textCell(finding.location?.file ?? entry.file, { wrap: false }),
      ]),
  );
  if (rows.length === 0) rows.push([{}, {}, {}, textCell(words('report.no-findings'))]);
  return tableSheet(words('desk.sheet.findings'), columns, rows, more(words), { frozenColumns: 1 });
}

function questionsSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.provider', 30],
    ['desk.column.id', 24],
    ['desk.column.status', 14],
    ['desk.column.question', 70],
    ['desk.column.cell', 18],
    ['desk.column.amount', 17, true],
    ['desk.column.answer', 40],
    ['desk.column.note', 40],
    ['desk.column.first-round', 12, true],
    ['desk.column.last-round', 12, true],
  ]);
  const rows = desk.providers.flatMap((entry) =>
    entry.questions.map((question): Row => [
      textCell(entry.provider),
      textCell(question.id),
      textCell(words(`desk.status.${question.status}`)),
      textCell(questionText(question, words, language)),
      textCell(questionPlace(question)),
      moneyCell(question.amount, language),
      textCell(maskServiceNumbers(question.answer)),
      textCell(maskServiceNumbers(question.note)),
      countCell(question.firstRound),
      countCell(question.lastRound),
    ]),
  );
  return tableSheet(words('desk.sheet.questions'), columns, rows, more(words), { frozenColumns: 1 });
}

/** Cell by cell what changed since the round before. */
function changesSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.provider', 30],
    ['report.domain', 14],
    ['report.product', 16],
    ['desk.column.period', 20],
    ['desk.column.cell-before', 18],
    ['desk.column.before', 17, true],
    ['desk.column.cell-after', 18],
    ['desk.column.after', 17, true],
    ['report.difference', 17, true],
  ]);
  const rows = desk.providers.flatMap((entry) =>
    (entry.change?.changed ?? []).map((cell): Row => [
      textCell(entry.provider),
      textCell(cell.domain),
      textCell(cell.product),
      textCell(cell.period),
      textCell(cell.before === null ? null : `${cell.before.sheet}!${cell.before.cell}`),
      moneyCell(cell.before?.amount ?? null, language),
      textCell(cell.after === null ? null : `${cell.after.sheet}!${cell.after.cell}`),
      moneyCell(cell.after?.amount ?? null, language),
      moneyCell(cell.difference, language),
    ]),
  );
  return tableSheet(words('desk.sheet.changes'), columns, rows, more(words), { frozenColumns: 1 });
}

function roomSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.domain', 14],
    ['report.product', 16],
    ['report.description', 40],
    ['desk.column.full', 40],
    ['desk.column.with-room', 34],
    ['report.headroom', 17, true],
  ]);
  const rows = desk.room.flatMap((room): Row[] => {
    const first = [
      textCell(room.domain),
      textCell(room.product),
      textCell(room.description),
      textCell(room.full.join(', ')),
    ];
    if (room.candidates.length === 0) return [[...first, textCell(words('desk.nobody-with-room')), {}]];
    return room.candidates.map(({ provider, headroom }, index) => [
      ...(index === 0 ? first : [textCell(room.domain), textCell(room.product), {}, {}]),
      textCell(provider),
      moneyCell(headroom, language),
    ]);
  });
  const above: Row[] = [[textCell(words('desk.room-note'), { wrap: false })], []];
  return tableSheet(words('desk.sheet.room'), columns, rows, more(words), { above });
}

function totalsSheet({ desk, language, words }: Context): TableSheet {
  const columns = titled(words, [
    ['report.domain', 14],
    ['desk.column.month', 14],
    ['desk.column.providers', 12, true],
    ['report.production', 17, true],
    ['report.forecast', 17, true],
    ['report.total', 17, true],
    ['report.ceiling-effective', 17, true],
    ['report.overrun', 17, true],
    ['report.overrun-year-end', 17, true],
  ]);
  const rows = desk.totals.flatMap((total): Row[] => [
    [
      textCell(total.domain, STRONG),
      textCell(words('desk.whole-year'), STRONG),
      countCell(total.providers, STRONG),
      moneyCell(total.production, language, STRONG),
      moneyCell(total.forecast, language, STRONG),
      moneyCell(total.total, language, STRONG),
      moneyCell(total.withCeiling === 0 ? null : total.ceiling, language, STRONG),
      alarm(total.withCeiling === 0 ? null : total.overrun, language),
      alarm(total.withCeiling === 0 ? null : total.overrunYearEnd, language),
    ],
    ...total.months.map((month): Row => [
      textCell(total.domain),
      dateCell(`${month.month}-01`),
      {},
      moneyCell(month.production, language),
      moneyCell(month.forecast, language),
      moneyCell(sumMoney([month.production, month.forecast]), language),
    ]),
  ]);
  return tableSheet(words('desk.sheet.totals'), columns, rows, more(words), { frozenColumns: 1 });
}

/** What the rulebook says over providers together: a sheet of findings and of what is missing, a sheet a table. */
function acrossSheets({ desk, language, words }: Context): TableSheet[] {
  const { sections, findings, missing } = desk.across;
  const columns = titled(words, [
    ['report.severity', 16],
    ['report.rule', 10],
    ['report.finding', 90],
    ['report.amount', 17, true],
  ]);
  const rows: Row[] = [
    ...findings.map((finding): Row => [
      textCell(words(`report.severity.${finding.severity}`), finding.severity === 'violation' ? RED : {}),
      textCell(finding.rule),
      textCell(sayClean(finding.message, language)),
      moneyCell(finding.amount, language),
    ]),
    ...missing.map((message): Row => [
      textCell(words('desk.across-missing')),
      {},
      textCell(sayClean(message, language)),
      {},
    ]),
  ];
  if (rows.length === 0) rows.push([{}, {}, textCell(words('report.no-findings'))]);
  return [
    tableSheet(words('desk.sheet.across'), columns, rows, more(words)),
    ...sections.map((section, index) =>
      tableSheet(
        sheetName(sayClean(section.title, language), index + 1),
        sectionHeader(section.columns, language).map((title, at) => ({
          title,
          width: at === 0 ? 30 : 18,
          ...(section.rows.every(({ cells }) => isFigure(cells[at] ?? null))
            ? { align: 'right' as const }
            : {}),
        })),
        section.rows.map(({ cells }) =>
          section.columns.map((_, at) => {
            const cell = cells[at] ?? null;
            if (cell === null) return {};
            return isMessageCell(cell) ? textCell(sayClean(cell, language)) : figureCell(cell, language);
          }),
        ),
        more(words),
        { frozenColumns: 1 },
      ),
    ),
  ];
}

const figureCell = (value: Value, language: Language): CellObject =>
  value.kind === 'text' ? textCell(value.value) : valueCell(value, language);

/** A sheet's name takes 31 characters and not every mark; the number keeps names apart. */
const sheetName = (title: string, number: number): string =>
  `${number} ${title.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 31).trim();

/**
 * The desk as a workbook: overview of providers, findings with a link to the cell, questions, changes since
 * the round before, room per product, totals per domain; then every sheet of the check's own report. The
 * links work where the report lies beside the submissions.
 */
export function deskWorkbook(desk: DeskReport, language: Language): Promise<Uint8Array> {
  const context: Context = { desk, language, words: wordsIn(language) };
  return workbookOf([
    overviewSheet(context),
    deskFindingsSheet(context),
    questionsSheet(context),
    changesSheet(context),
    roomSheet(context),
    totalsSheet(context),
    ...(isNothingAcross(desk) ? [] : acrossSheets(context)),
    ...reportSheets(desk.check, language, MOST_STEPS),
  ]);
}
