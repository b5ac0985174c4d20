import {
  BRIDGE_PARTS,
  ZERO,
  type AmountRange,
  type Decimal,
  type ForecastMonth,
  type Message,
  type Money,
  type ProductForecast,
  type TotalLine,
} from '../core';
import { showDate, showMoney, showMonth, showRatio, type Language } from '../messages';
import type { ForecastReport } from './forecast-input';
import { sayClean } from './say-clean';
import type { TextOptions } from './text';
import { indented, printable, shorten, textTable, type TextRow } from './text-lines';
import { wordsIn, type Words } from './words';

/** With more products than this the months are only shown when asked for. */
const MONTHS_OF = 6;
const NOTICES = 12;
const PRODUCTS = 40;

interface Context {
  readonly language: Language;
  readonly words: Words;
  readonly width: number;
  readonly bold: (line: string) => string;
  readonly red: (line: string) => string;
}

/**
 * A forecast for a terminal: totals per domain and provider against their ceilings, products, months (of a
 * few products, or of all with `months`), scenarios, and what to know about it. Ends with a line end.
 */
export function forecastToText(
  report: ForecastReport,
  language: Language,
  options: TextOptions & { readonly months: boolean },
): string {
  const words = wordsIn(language);
  const paint =
    (code: string) =>
    (text: string): string =>
      options.color && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
  const context: Context = { language, words, width: options.width, bold: paint('1'), red: paint('31') };
  const { result } = report;
  const lines = [
    context.bold(words('totals.title', { year: String(report.year), asOf: showDate(report.asOf, language) })),
    words('totals.paths', { count: result.paths.count, seed: String(result.paths.seed) }),
    ...(report.rulebook === null ? [] : [report.rulebook.title[language]]),
    '',
    ...totalsLines(report.totals, context),
    '',
    ...productLines(report, context),
  ];
  const shown = options.months || result.products.length <= MONTHS_OF ? result.products : [];
  for (const product of shown) lines.push('', ...monthLines(product, context));
  if (shown.length === 0 && result.products.length > 0) lines.push('', words('totals.months-how'));
  if (report.scenarios !== null) lines.push('', ...scenarioLines(report.scenarios, context));
  lines.push('', ...noticeLines(report, context), ...receiptLines(report, context));
  return `${lines.join('\n')}\n`;
}

const bare = (amount: Money | null, { language }: Context): string =>
  amount === null ? '–' : showMoney(amount, language).replace(/^€\u00a0/, '');
const share = (value: Decimal | null, { language }: Context): string =>
  value === null ? '–' : showRatio(value, language);
const between = ({ low80, high80 }: AmountRange, context: Context): string[] => [
  bare(low80, context),
  bare(high80, context),
];

function table(header: TextRow, rows: readonly (TextRow | null)[], context: Context): string[] {
  return textTable(header, rows, context.width, (line, row) =>
    row.mark === undefined ? line : row.mark === 'alarm' ? context.red(line) : context.bold(line),
  );
}

function totalsLines(totals: TotalLine, context: Context): string[] {
  const { words, language } = context;
  const rows: (TextRow | null)[] = [];
  const add = (line: TotalLine, label: string, depth: number): void => {
    const { against } = line;
    rows.push({
      label: `${'  '.repeat(depth)}${shorten(printable(label), 32)}`,
      mark: against !== null && against.overrun > ZERO ? 'alarm' : depth === 0 ? 'strong' : undefined,
      cells: [
        bare(line.declared, context),
        bare(line.amount, context),
        ...between(line.range, context),
        bare(against?.ceiling ?? null, context),
        share(against?.expectedUtilisation ?? null, context),
        bare(against?.overrun ?? null, context),
        share(against?.chance.chance ?? null, context),
        bare(against?.chance.expectedOverrun ?? null, context),
        against?.exhaustion.expected ? showDate(against.exhaustion.expected, language) : '–',
        against?.exhaustion.early ? showDate(against.exhaustion.early, language) : '–',
      ],
    });
  };
  add(totals, words('totals.everything'), 0);
  for (const domain of totals.parts) {
    add(domain, domain.domain, 0);
    for (const provider of domain.parts) add(provider, provider.provider || words('totals.nameless'), 1);
  }
  const columns = ['declared', 'estimate', 'low80', 'high80', 'ceiling', 'utilisation', 'overrun', 'chance'];
  const header: TextRow = {
    label: words('totals.in-euro'),
    mark: 'strong',
    cells: [...columns, 'expected-overrun', 'used-up', 'used-up-early'].map((name) =>
      words(`totals.column-${name}`),
    ),
  };
  const notes = totals.parts
    .filter((domain) => domain.against?.ground === 'sum-of-ceilings' && domain.parts.length > 1)
    .map((domain) => words('totals.sum-note', { domain: domain.domain }));
  if (totals.excluded !== ZERO) {
    notes.push(words('totals.excluded-note', { amount: { kind: 'money', value: totals.excluded } }));
  }
  return [...table(header, rows, context), ...notes.flatMap((note) => indented(note, 0, context.width))];
}

function nameOf(product: ProductForecast, report: ForecastReport, several: boolean): string {
  const described = report.describe(product.product);
  const own =
    described === null || described === product.product ? product.product : `${product.product} ${described}`;
  return [several ? product.provider : '', product.domain, own].filter((part) => part !== '').join(' · ');
}

function productLines(report: ForecastReport, context: Context): string[] {
  const { words } = context;
  const { products } = report.result;
  const several = new Set(products.map((product) => product.provider)).size > 1;
  const rows = products.slice(0, PRODUCTS).map((product): TextRow => ({
    label: shorten(printable(nameOf(product, report, several)), 44),
    cells: [
      words(`totals.method-${product.method}`),
      bare(product.total, context),
      ...between(product.range, context),
    ],
  }));
  const header: TextRow = {
    label: words('totals.products', { count: products.length }),
    mark: 'strong',
    cells: ['method', 'estimate', 'low80', 'high80'].map((name) => words(`totals.column-${name}`)),
  };
  const more = products.length - PRODUCTS;
  return [
    ...table(header, rows, context),
    ...(more > 0 ? [words('totals.products-more', { count: more })] : []),
  ];
}

function monthLines(product: ProductForecast, context: Context): string[] {
  const { words, language } = context;
  const statusOf = (month: ForecastMonth): string =>
    words(`totals.month-${month.overridden ? 'overridden' : month.status}`);
  const rows = product.months.map((month): TextRow => ({
    label: showMonth(month.month, language),
    mark: month.overridden ? 'strong' : undefined,
    cells: [
      bare(month.declared, context),
      share(month.completion, context),
      bare(month.amount, context),
      ...between(month, context),
      statusOf(month),
    ],
  }));
  const header: TextRow = {
    label: shorten(printable([product.provider, product.domain, product.product].join(' ').trim()), 44),
    mark: 'strong',
    cells: ['declared', 'complete', 'estimate', 'low80', 'high80', 'status'].map((name) =>
      words(`totals.column-${name}`),
    ),
  };
  const set = product.months.filter((month) => month.overridden);
  return [
    ...table(header, rows, context),
    ...indented(sayClean(product.reason, language), 2, context.width),
    ...product.notices.flatMap((notice) => indented(sayClean(notice, language), 2, context.width)),
    ...set.flatMap((month) =>
      indented(
        words('totals.overridden', {
          month: { kind: 'month', value: month.month },
          amount: { kind: 'money', value: month.amount },
          replaced: { kind: 'money', value: month.replaced ?? ZERO },
          reason: printable(month.overrideReason ?? ''),
        }),
        2,
        context.width,
      ),
    ),
  ];
}

function scenarioLines(scenarios: NonNullable<ForecastReport['scenarios']>, context: Context): string[] {
  const { words } = context;
  const { comparison, chances, sensitivity } = scenarios;
  const parts = BRIDGE_PARTS.filter((part) =>
    comparison.scenarios.some((one) => one.bridge.parts[part] !== ZERO),
  );
  const row = (label: string, cells: readonly string[], mark?: TextRow['mark']): TextRow => ({
    label,
    cells,
    mark,
  });
  const { scenarios: list } = comparison;
  const rows = [
    row(
      words('totals.column-estimate'),
      [comparison.baseTotal, ...list.map((one) => one.total)].map((amount) => bare(amount, context)),
      'strong',
    ),
    row(words('totals.difference'), ['–', ...list.map((one) => bare(one.difference, context))]),
    ...parts.map((part) =>
      row(`  ${words(`bridge.part-${part}`)}`, [
        '–',
        ...list.map((one) => bare(one.bridge.parts[part], context)),
      ]),
    ),
    row(words('totals.position'), [
      bare(comparison.basePosition, context),
      ...list.map((one) => bare(one.position, context)),
    ]),
  ];
  const lines = table(
    row(
      words('totals.scenarios'),
      [words('totals.base'), ...list.map((one) => shorten(printable(one.name), 24))],
      'strong',
    ),
    rows,
    context,
  );
  for (const [index, one] of list.entries()) {
    for (const found of chances[index] ?? []) {
      lines.push(
        ...indented(
          words('totals.scenario-chance', {
            name: printable(one.name),
            who: [found.provider, found.domain].filter((part) => part !== '').join(' '),
            ceiling: { kind: 'money', value: found.amount },
            chance: { kind: 'ratio', value: found.chance.chance },
          }),
          2,
          context.width,
        ),
      );
    }
    for (const { domain, budget } of one.budgets) {
      const value = (amount: Money): { kind: 'money'; value: Money } => ({ kind: 'money', value: amount });
      const facts = {
        name: printable(one.name),
        domain,
        certain: value(budget.certain),
        lowest: value(budget.lowest),
        highest: value(budget.highest),
      };
      lines.push(...indented(words('totals.scenario-budget', facts), 2, context.width));
    }
  }
  if (sensitivity.length > 0) {
    lines.push(
      '',
      ...table(
        row(
          words('totals.sensitivity'),
          ['low', 'high', 'swing'].map((name) => words(`totals.column-${name}`)),
          'strong',
        ),
        sensitivity.map((one) =>
          row(
            shorten(printable(one.name), 40),
            [one.low, one.high, one.swing].map((amount) => bare(amount, context)),
          ),
        ),
        context,
      ),
    );
  }
  return lines;
}

function noticeLines(report: ForecastReport, context: Context): string[] {
  const { words, language } = context;
  const { products } = report.result;
  // Of a single month table its own notices stand there; here they are counted per sentence.
  const counted = new Map<string, { message: Message; count: number }>();
  for (const product of products) {
    for (const notice of product.notices) {
      const known = counted.get(notice.code);
      counted.set(notice.code, { message: known?.message ?? notice, count: (known?.count ?? 0) + 1 });
    }
  }
  const lines = report.notices.map((notice) => sayClean(notice, language));
  for (const { message, count } of counted.values()) {
    const text = sayClean(message, language);
    lines.push(count === 1 ? text : words('totals.notice-of-several', { text, count: count - 1 }));
  }
  const shown = lines.slice(0, NOTICES);
  if (shown.length === 0) return [];
  return [
    context.bold(words('totals.notices')),
    ...shown.flatMap((line) => indented(line, 2, context.width)),
    ...(lines.length > NOTICES ? [words('totals.notices-more', { count: lines.length - NOTICES })] : []),
    '',
  ];
}

function receiptLines(report: ForecastReport, context: Context): string[] {
  const { words } = context;
  const known = [
    ...['production', 'forecast', 'ceilings', 'tariffs', 'allocations', 'flows'],
    ...['counts', 'overrides', 'completion', 'declarations'],
  ];
  return [
    context.bold(words('totals.read-from')),
    ...report.receipts.flatMap((receipt) =>
      indented(
        words('totals.receipt', {
          file: printable(receipt.file),
          kind: known.includes(receipt.kind) ? words(`totals.kind-${receipt.kind}`) : receipt.kind,
          read: receipt.lines.read,
          rejected: receipt.lines.rejected,
          amount: { kind: 'money', value: receipt.amounts.read },
          hash: (report.hashes.get(receipt.file) ?? '').slice(0, 12) || '–',
        }),
        2,
        context.width,
      ),
    ),
  ];
}
