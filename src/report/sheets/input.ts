import type { CellObject, Row } from 'write-excel-file/universal';
import { a1, type Money } from '../../core';
import { sayPlace } from '../../messages';
import { hasAmounts, remarksOn, type FillReport } from '../input';
import { maskServiceNumbers, sayClean } from '../say-clean';
import {
  column,
  countCell,
  moneyCell,
  SECTION,
  tableSheet,
  textCell,
  tooManyRows,
  type TableSheet,
} from '../sheet-cells';
import { KNOWN_ROLES, wordFor } from '../words';
import { type Context, fileColumn, RED } from './context';

export function inputSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.item', 20),
    column(words, 'report.detail', 64),
    column(words, 'report.line-count', 12, 'right'),
    column(words, 'report.amount', 18, 'right'),
    column(words, 'report.where', 30),
  ];
  const rows: Row[] = [];
  for (const receipt of outcome.receipts) {
    const { file, lines, amounts } = receipt;
    const kind = wordFor('report.role', receipt.kind, KNOWN_ROLES, words);
    const hash = outcome.hashes?.get(file);
    const item = (code: string, ...cells: Row): void => {
      rows.push([textCell(file, { wrap: false }), textCell(words(code), { indent: 1 }), ...cells]);
    };
    const amount = (value: Money | null): CellObject =>
      moneyCell(hasAmounts(receipt) ? value : null, language);
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(words('report.file'), SECTION),
      textCell(`${kind}, ${receipt.format}`, SECTION),
      countCell(lines.total, SECTION),
      { ...SECTION },
      { ...SECTION },
    ]);
    if (hash !== undefined) item('report.hash', textCell(hash));
    if (receipt.encoding !== null) item('report.encoding', textCell(receipt.encoding));
    if (receipt.delimiter !== null) {
      item('report.delimiter', textCell(receipt.delimiter === '\t' ? 'tab' : receipt.delimiter));
    }
    if (receipt.decimal !== null) {
      item('report.decimal', textCell(words(`report.decimal.${receipt.decimal}`)));
    }
    item('report.tally-read', {}, countCell(lines.read), amount(amounts.read));
    item('report.tally-rejected', {}, countCell(lines.rejected), amount(amounts.rejected));
    item('report.tally-amount-unknown', {}, countCell(lines.amountUnknown));
    item('report.tally-skipped', {}, countCell(lines.skipped));
    if (hasAmounts(receipt)) {
      item('report.tally-file', {}, {}, amount(amounts.file));
      if (amounts.stated !== null) item('report.tally-stated', {}, {}, amount(amounts.stated));
    }
    for (const { field, header } of receipt.columns) {
      const text = words('report.column-as', { header: maskServiceNumbers(header), field });
      item('report.column', textCell(text));
    }
    for (const header of receipt.ignoredColumns) {
      item('report.column-ignored', textCell(maskServiceNumbers(header)));
    }
    for (const issue of remarksOn(receipt)) {
      item(
        `report.issue.${issue.level}`,
        textCell(sayClean(issue, language)),
        {},
        {},
        textCell(sayPlace({ ...issue.place, file: '' }, language)),
      );
    }
    for (const { line, reason, amount: rejected } of receipt.rejectedLines) {
      item(
        'report.issue.rejected',
        textCell(sayClean(reason, language)),
        {},
        amount(rejected),
        textCell(sayPlace({ line }, language)),
      );
    }
    const unlisted = lines.rejected - receipt.rejectedLines.length;
    if (unlisted > 0) {
      item('report.issue.rejected', textCell(words('report.rejected-unlisted', { count: unlisted })));
    }
  }
  return tableSheet(words('report.sheet-input'), columns, rows, tooManyRows(words));
}

/** Each changed cell with what was there and what came; the refused ones with the reason. */
export function changesSheet({ words, language }: Context, fill: FillReport): TableSheet {
  const columns = [
    column(words, 'report.sheet', 20),
    column(words, 'report.cell', 10),
    column(words, 'report.old', 18, 'right'),
    column(words, 'report.new', 18, 'right'),
    column(words, 'report.outcome', 14),
    column(words, 'report.reason', 70),
  ];
  const content = (value: FillReport['written'][number]['value']): CellObject => {
    if (value === null) return {};
    if (value.kind === 'number' && value.text.replace(/\D/g, '').length <= 15) {
      return { value: Number(value.text), type: Number, format: '#,##0.00##', alignVertical: 'top' };
    }
    return textCell(value.text, { align: 'right' });
  };
  const rows: Row[] = [
    ...fill.written.map((write) => [
      textCell(write.sheet),
      textCell(a1(write.row, write.col)),
      textCell(write.old === null ? null : maskServiceNumbers(write.old), { align: 'right' }),
      content(write.value),
      textCell(words('report.change-written')),
      textCell(sayClean(write.why, language)),
    ]),
    ...fill.refused.map(({ write, reason }) => [
      textCell(write.sheet),
      textCell(a1(write.row, write.col)),
      {},
      content(write.value),
      textCell(words('report.change-refused'), RED),
      textCell(sayClean(reason, language)),
    ]),
    ...fill.warnings.map((warning) => [
      {},
      {},
      {},
      {},
      textCell(words('report.change-warning')),
      textCell(sayClean(warning, language)),
    ]),
  ];
  return tableSheet(words('report.sheet-changes'), columns, rows, tooManyRows(words));
}
