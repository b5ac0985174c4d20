import writeXlsxFile, { type Row } from 'write-excel-file/universal';
import { linesOf, type Decimal, type TotalLine } from '../core';
import type { Language } from '../messages';
import type { ForecastReport } from './forecast-input';
import { forecastTable, forecastRows } from './forecast-rows';
import { sayClean } from './say-clean';
import {
  dateCell,
  moneyCell,
  monthCell,
  ratioCell,
  STRONG,
  tableFeatures,
  tableSheet,
  textCell,
  type Column,
  type TableSheet,
} from './sheet-cells';
import { wordsIn, type Words } from './words';

/**
 * A forecast as a workbook: the lines that `fill` and `check` take as forecast on the first sheet, then the
 * months with their ranges and grounds, the totals, and what to know about it.
 */
export async function toForecastWorkbook(
  report: ForecastReport,
  running: 'whole-month' | 'remainder',
  language: Language,
): Promise<Uint8Array> {
  const words = wordsIn(language);
  const sheets = [
    linesSheet(report, running, language),
    monthsSheet(report, words, language),
    totalsSheet(report, words, language),
    notesSheet(report, words, language),
  ];
  const blob = await writeXlsxFile(sheets, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [tableFeatures(sheets.map(({ filter }) => filter))],
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const column = (words: Words, name: string, width: number, align?: 'right'): Column => ({
  title: words(`totals.column-${name}`),
  width,
  ...(align === undefined ? {} : { align }),
});

const more =
  (words: Words) =>
  (left: number): string =>
    words('totals.products-more', { count: left });

function linesSheet(
  report: ForecastReport,
  running: 'whole-month' | 'remainder',
  language: Language,
): TableSheet {
  const words = wordsIn(language);
  const [header = [], ...texts] = forecastTable(report, running, language);
  const rows = forecastRows(report, running);
  return tableSheet(
    words('totals.sheet-lines'),
    header.map((title) => ({ title, width: 16 })),
    texts.map((cells, at): Row => {
      const row = rows[at];
      return cells.map((text, index) =>
        row === undefined || header[index] !== 'bedrag'
          ? index === 4 && row !== undefined
            ? monthCell(row.month)
            : textCell(text)
          : moneyCell(row.amount, language),
      );
    }),
    more(words),
  );
}

function monthsSheet(report: ForecastReport, words: Words, language: Language): TableSheet {
  const rows = report.result.products.flatMap((product) =>
    product.months.map((month): Row => {
      const style = month.overridden ? STRONG : {};
      return [
        textCell(product.provider, style),
        textCell(product.domain, style),
        textCell(product.product, style),
        textCell(report.describe(product.product), style),
        monthCell(month.month, style),
        textCell(words(`totals.month-${month.overridden ? 'overridden' : month.status}`), style),
        moneyCell(month.declared, language, style),
        ratioCell(month.completion, style),
        moneyCell(month.amount, language, style),
        moneyCell(month.low80, language, style),
        moneyCell(month.high80, language, style),
        textCell(words(`totals.method-${product.method}`), style),
        textCell(month.overrideReason ?? sayClean(month.step.label, language), { ...style, wrap: false }),
      ];
    }),
  );
  return tableSheet(
    words('totals.sheet-months'),
    [
      column(words, 'provider', 24),
      column(words, 'domain', 12),
      column(words, 'product', 14),
      column(words, 'description', 26),
      column(words, 'month', 12),
      column(words, 'status', 12),
      column(words, 'declared', 16, 'right'),
      column(words, 'complete', 11, 'right'),
      column(words, 'estimate', 16, 'right'),
      column(words, 'low80', 16, 'right'),
      column(words, 'high80', 16, 'right'),
      column(words, 'method', 24),
      column(words, 'why', 50),
    ],
    rows,
    more(words),
  );
}

function totalsSheet(report: ForecastReport, words: Words, language: Language): TableSheet {
  const label = (line: TotalLine): string =>
    line.level === 'total' ? words('totals.everything') : line.provider || words('totals.nameless');
  const share = (value: Decimal | null | undefined): ReturnType<typeof ratioCell> => ratioCell(value ?? null);
  const rows = [...linesOf(report.totals)]
    .filter((line) => line.level !== 'product')
    .map((line): Row => {
      const { against } = line;
      return [
        textCell(line.domain),
        textCell(line.level === 'domain' ? '' : label(line)),
        moneyCell(line.declared, language),
        moneyCell(line.amount, language),
        moneyCell(line.range.low80, language),
        moneyCell(line.range.high80, language),
        moneyCell(against?.ceiling ?? null, language),
        share(against?.expectedUtilisation),
        moneyCell(against?.overrun ?? null, language),
        share(against?.chance.chance),
        moneyCell(against?.chance.expectedOverrun ?? null, language),
        dateCell(against?.exhaustion.expected ?? null),
        dateCell(against?.exhaustion.early ?? null),
      ];
    });
  return tableSheet(
    words('totals.sheet-totals'),
    [
      column(words, 'domain', 12),
      column(words, 'provider', 26),
      ...['declared', 'estimate', 'low80', 'high80', 'ceiling'].map((name) =>
        column(words, name, 16, 'right'),
      ),
      column(words, 'utilisation', 12, 'right'),
      column(words, 'overrun', 16, 'right'),
      column(words, 'chance', 10, 'right'),
      column(words, 'expected-overrun', 16, 'right'),
      column(words, 'used-up', 12),
      column(words, 'used-up-early', 12),
    ],
    rows,
    more(words),
  );
}

function notesSheet(report: ForecastReport, words: Words, language: Language): TableSheet {
  const rows: Row[] = [
    [
      textCell(
        words('totals.paths', { count: report.result.paths.count, seed: String(report.result.paths.seed) }),
      ),
    ],
    ...report.notices.map((notice): Row => [textCell(sayClean(notice, language))]),
    ...report.result.products.flatMap((product) =>
      [product.reason, ...product.notices].map((notice): Row => [
        textCell(
          `${[product.provider, product.domain, product.product].join(' ').trim()}: ${sayClean(notice, language)}`,
        ),
      ]),
    ),
    ...report.receipts.map((receipt): Row => [
      textCell(`${receipt.file}: sha256 ${report.hashes.get(receipt.file) ?? '–'}`),
    ]),
  ];
  return tableSheet(
    words('totals.notices'),
    [{ title: words('totals.notices'), width: 110 }],
    rows,
    more(words),
  );
}
