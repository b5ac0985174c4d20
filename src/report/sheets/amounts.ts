import type { CellObject, Row } from 'write-excel-file/universal';
import { negateMoney, sumMoney, ZERO, type Money, type Unplaced } from '../../core';
import { sayClean } from '../say-clean';
import {
  column,
  moneyCell,
  monthCell,
  SECTION,
  STRONG,
  tableSheet,
  textCell,
  tooManyRows,
  type TableSheet,
} from '../sheet-cells';
import { type Context, fileColumn, RED } from './context';

export function productsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 14),
    column(words, 'report.description', 44),
    column(words, 'report.treatment', 24),
    column(words, 'report.production', 17, 'right'),
    column(words, 'report.forecast', 17, 'right'),
    column(words, 'report.total', 17, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.flatMap((figures) =>
      figures.products.map((product) => [
        textCell(prognosis.file, { wrap: false }),
        textCell(figures.domain),
        textCell(product.product),
        textCell(product.description),
        textCell(words(`report.treatment.${product.treatment}`)),
        moneyCell(product.production, language),
        moneyCell(product.forecast, language),
        moneyCell(sumMoney([product.production, product.forecast]), language),
      ]),
    ),
  );
  return tableSheet(words('report.sheet-products'), columns, rows, tooManyRows(words));
}

export function monthsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.month', 12),
    column(words, 'report.status', 14),
    column(words, 'report.production', 17, 'right'),
    column(words, 'report.forecast', 17, 'right'),
    column(words, 'report.total', 17, 'right'),
    column(words, 'report.cumulative', 17, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.flatMap((figures) => {
      let running: Money = ZERO;
      return figures.months.map((month) => {
        const total = sumMoney([month.production, month.forecast]);
        running = sumMoney([running, total]);
        return [
          textCell(prognosis.file, { wrap: false }),
          textCell(figures.domain),
          monthCell(month.month),
          textCell(words(`report.month-status.${month.status}`)),
          moneyCell(month.production, language),
          moneyCell(month.forecast, language),
          moneyCell(total, language),
          moneyCell(running, language),
        ];
      });
    }),
  );
  return tableSheet(words('report.sheet-months'), columns, rows, tooManyRows(words));
}

/** Source = filled + not filled + unmapped, with every entry of the two lists. */
export function reconciliationSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.item', 34),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 14),
    column(words, 'report.month', 12),
    column(words, 'report.amount', 18, 'right'),
    column(words, 'report.reason', 60),
  ];
  const rows: Row[] = [];
  const line = (file: string, code: string, amount: Money, style: CellObject = {}): void => {
    rows.push([
      textCell(file, { ...style, wrap: false }),
      textCell(words(code), style),
      { ...style },
      { ...style },
      { ...style },
      moneyCell(amount, language, style),
      { ...style },
    ]);
  };
  const entries = (file: string, code: string, unplaced: readonly Unplaced[]): void => {
    for (const entry of unplaced) {
      rows.push([
        textCell(file, { wrap: false }),
        textCell(words(code), { indent: 1 }),
        textCell(entry.domain),
        textCell(entry.product),
        monthCell(entry.month),
        moneyCell(negateMoney(entry.amount), language),
        textCell(sayClean(entry.reason, language)),
      ]);
    }
  };
  for (const { file, reconciliation } of outcome.prognoses) {
    line(file, 'report.source-total', reconciliation.sourceTotal, SECTION);
    line(file, 'report.less-filled', negateMoney(reconciliation.filledTotal));
    entries(file, 'report.less-not-filled', reconciliation.notFilled);
    entries(file, 'report.less-unmapped', reconciliation.unmapped);
    line(
      file,
      'report.difference',
      reconciliation.difference,
      reconciliation.difference === ZERO ? STRONG : RED,
    );
  }
  return tableSheet(words('report.sheet-reconciliation'), columns, rows, tooManyRows(words));
}
