import type { CellObject, Row } from 'write-excel-file/universal';
import {
  CAUSES,
  negateMoney,
  standingText,
  sumMoney,
  ZERO,
  type ComparedSide,
  type FollowedNote,
  type Log,
  type SnapshotComparison,
  type SnapshotOverride,
  type Step,
} from '../core';
import { showMoney, type Language } from '../messages';
import type { ReportOutcome } from './input';
import { logText } from './log-text';
import { maskServiceNumbers, sayClean } from './say-clean';
import {
  column,
  countCell,
  dateCell,
  INPUT,
  moneyCell,
  monthCell,
  OVERRIDE,
  quantityCell,
  SECTION,
  STRONG,
  tableSheet,
  textCell,
  tooManyRows,
  valueCell,
  type TableSheet,
} from './sheet-cells';
import { showDay } from './text';
import type { Words } from './words';

/** Every month of every product with its status, and which figures were put there by hand. */
export function statusSheet(
  outcome: ReportOutcome,
  overrides: readonly SnapshotOverride[],
  words: Words,
  language: Language,
): TableSheet {
  const columns = [
    column(words, 'report.file', 24),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 14),
    column(words, 'report.description', 36),
    column(words, 'report.month', 12),
    column(words, 'report.status', 26),
    column(words, 'report.production', 17, 'right'),
    column(words, 'report.measure.volume', 13, 'right'),
    column(words, 'report.forecast', 17, 'right'),
    column(words, 'report.measure.volume', 13, 'right'),
    column(words, 'report.unit', 10),
    column(words, 'report.measure.clients', 10, 'right'),
    column(words, 'report.total', 17, 'right'),
    column(words, 'report.own-figure', 40),
  ];
  const byHand = new Map(
    overrides.map((one) => [JSON.stringify([one.domain, one.product, one.month]), one] as const),
  );
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) => {
    const descriptions = new Map(
      prognosis.domains.flatMap(({ domain, products }) =>
        products.map((one) => [`${domain}|${one.product}`, one.description] as const),
      ),
    );
    return (prognosis.productYears ?? []).flatMap(({ domain, product, unit, months }) =>
      months.map((month) => {
        const own = byHand.get(JSON.stringify([domain, product, month.month]));
        const forecast = own ? OVERRIDE : {};
        return [
          textCell(prognosis.file, { wrap: false }),
          textCell(domain),
          textCell(product),
          textCell(descriptions.get(`${domain}|${product}`) ?? null),
          monthCell(month.month),
          textCell(sayClean(standingText(month), language)),
          moneyCell(month.production, language),
          quantityCell(month.productionVolume),
          moneyCell(month.forecast, language, forecast),
          quantityCell(month.forecastVolume, forecast),
          textCell(unit),
          month.clients === null ? {} : countCell(month.clients),
          moneyCell(sumMoney([month.production, month.forecast]), language),
          own
            ? textCell(maskServiceNumbers(`${showMoney(own.amount, language)}: ${own.reason}`), forecast)
            : {},
        ];
      }),
    );
  });
  return tableSheet(words('report.sheet-status'), columns, rows, tooManyRows(words), { frozenColumns: 3 });
}

/** A side of a comparison in a few words. */
export function sideText(side: ComparedSide, words: Words, language: Language): string {
  if (side.kind === 'budget') return words('report.side-budget', { file: side.file });
  return words('report.side-run', {
    asOf: showDay(side.asOf ?? '', language),
    note: side.note === '' ? 'none' : 'some',
    text: maskServiceNumbers(side.note),
  });
}

/** What changed between two states: per domain, under it per product, by cause. */
export function comparisonSheet(
  comparisons: readonly SnapshotComparison[],
  words: Words,
  language: Language,
): TableSheet {
  const causes = CAUSES.filter((cause) =>
    comparisons.some((one) => one.causes[cause] !== ZERO || cause === 'other'),
  );
  const columns = [
    column(words, 'report.provider', 24),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 40),
    column(words, 'report.before', 17, 'right'),
    ...causes.map((cause) => ({
      title: words(`snapshots.cause-${cause}`),
      width: 16,
      align: 'right' as const,
    })),
    column(words, 'report.after', 17, 'right'),
    column(words, 'report.change', 17, 'right'),
    column(words, 'report.ceiling-before', 17, 'right'),
    column(words, 'report.ceiling-after', 17, 'right'),
    column(words, 'report.room-before', 17, 'right'),
    column(words, 'report.room-after', 17, 'right'),
  ];
  const rows: Row[] = [];
  for (const comparison of comparisons) {
    const { before, after } = comparison;
    const title = words('report.comparison-of', {
      before: sideText(before, words, language),
      after: sideText(after, words, language),
    });
    rows.push([textCell(title, { ...STRONG, wrap: false })]);
    for (const domain of comparison.domains) {
      const money = (amount: Parameters<typeof moneyCell>[0]): CellObject =>
        moneyCell(amount, language, SECTION);
      rows.push([
        textCell(after.provider, { ...SECTION, wrap: false }),
        textCell(domain.domain, SECTION),
        textCell(words('report.whole-domain'), SECTION),
        money(domain.before),
        ...causes.map((cause) => money(domain.causes[cause])),
        money(domain.after),
        money(domain.difference),
        money(domain.ceilingBefore),
        money(domain.ceilingAfter),
        money(domain.roomBefore),
        money(domain.roomAfter),
      ]);
      for (const one of domain.products) {
        const label = one.description === null ? one.product : `${one.product} ${one.description}`;
        rows.push([
          textCell(after.provider, { wrap: false }),
          textCell(domain.domain),
          textCell(label, { indent: 1 }),
          moneyCell(one.before, language),
          ...causes.map((cause) => moneyCell(one.causes[cause], language)),
          moneyCell(one.after, language),
          moneyCell(one.difference, language),
        ]);
      }
      if (domain.excludedBefore !== ZERO || domain.excludedAfter !== ZERO) {
        rows.push([
          textCell(after.provider, { wrap: false }),
          textCell(domain.domain),
          textCell(words('report.excluded'), { indent: 1 }),
          moneyCell(domain.excludedBefore, language),
          ...causes.map((): CellObject => ({})),
          moneyCell(domain.excludedAfter, language),
          moneyCell(sumMoney([domain.excludedAfter, negateMoney(domain.excludedBefore)]), language),
        ]);
      }
    }
    const told = [...comparison.notices, ...comparison.domains.flatMap(({ notices }) => notices)];
    for (const notice of told) rows.push([textCell(sayClean(notice, language), { wrap: false })]);
  }
  return tableSheet(words('report.sheet-comparison'), columns, rows, tooManyRows(words), {
    frozenColumns: 3,
  });
}

/** How each difference comes about, step by step. */
export function comparisonSteps(
  comparisons: readonly SnapshotComparison[],
  words: Words,
  language: Language,
): TableSheet {
  const columns = [
    column(words, 'report.domain', 14),
    column(words, 'report.step', 70),
    column(words, 'report.value', 18, 'right'),
    column(words, 'report.unit', 10),
    column(words, 'report.assumption', 50),
  ];
  const rows: Row[] = [];
  const add = (step: Step, depth: number, domain: string): void => {
    rows.push([
      textCell(domain),
      textCell(sayClean(step.label, language), {
        ...(depth === 0 ? STRONG : {}),
        indent: Math.min(depth, 15),
      }),
      valueCell(step.value, language),
      textCell(step.value.kind === 'quantity' ? step.value.unit : null),
      textCell(step.assumed === null ? null : sayClean(step.assumed, language)),
    ]);
    for (const part of step.parts) add(part, depth + 1, domain);
  };
  for (const { domains } of comparisons) {
    for (const { domain, step, roomStep, products } of domains) {
      add(step, 0, domain);
      if (roomStep) add(roomStep, 0, domain);
      for (const product of products) if (product.difference !== ZERO) add(product.step, 0, domain);
    }
  }
  return tableSheet(words('report.sheet-comparison-steps'), columns, rows, tooManyRows(words));
}

/** When what was imported, overridden, filled, undone and frozen, and by which version. Oldest first. */
export function logSheet(log: Log, words: Words, language: Language): TableSheet {
  const columns = [
    column(words, 'report.log-at', 18),
    column(words, 'report.log-what', 70),
    column(words, 'report.file', 30),
    column(words, 'report.amount', 18, 'right'),
    column(words, 'report.hash', 68),
    column(words, 'report.log-engine', 12),
  ];
  const rows: Row[] = log.entries.map((entry) => [
    textCell(entry.at.replace('T', ' '), { wrap: false }),
    textCell(maskServiceNumbers(logText(entry, language))),
    textCell(entry.what === 'import' ? maskServiceNumbers(entry.file) : null, { wrap: false }),
    moneyCell('amount' in entry ? entry.amount : null, language),
    textCell(entry.what === 'import' ? entry.hash : null),
    textCell(entry.engine),
  ]);
  if (log.dropped > 0)
    rows.unshift([{}, textCell(words('report.log-dropped', { count: log.dropped }), STRONG)]);
  return tableSheet(words('report.sheet-log'), columns, rows, tooManyRows(words));
}

/** What was written with findings; those that are gone as solved. The text may be gone on with in the sheet. */
export function notesSheet(notes: readonly FollowedNote[], words: Words): TableSheet {
  const columns = [
    column(words, 'report.rule', 12),
    column(words, 'report.finding', 70),
    column(words, 'report.note-state', 14),
    column(words, 'report.note', 60),
    column(words, 'report.log-at', 18),
  ];
  const ordered = [...notes].sort((a, b) => Number(a.isSolved) - Number(b.isSolved));
  const rows: Row[] = ordered.map((note) => [
    textCell(note.rule),
    textCell(maskServiceNumbers(note.finding)),
    textCell(words(note.isSolved ? 'report.note-solved' : 'report.note-open')),
    textCell(maskServiceNumbers(note.text), INPUT),
    dateCell(note.at.slice(0, 10)),
  ]);
  const sheet = tableSheet(words('report.sheet-notes'), columns, rows, tooManyRows(words));
  return { ...sheet, inputs: [`D2:D${rows.length + 1}`] };
}
