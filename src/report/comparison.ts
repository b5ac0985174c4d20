import {
  CAUSES,
  formatMoney,
  ZERO,
  type CauseAmounts,
  type ComparedSide,
  type Money,
  type SnapshotComparison,
  type Step,
} from '../core';
import { showMoney, type Language } from '../messages';
import { stepToJson, type JsonStep } from './json';
import { comparisonSheet, comparisonSteps, sideText } from './months-sheets';
import { sayClean } from './say-clean';
import { workbookOf } from './sheet-cells';
import { indented, printable } from './text-lines';
import { wordsIn, type Words } from './words';

type JsonCauses = Readonly<Record<string, string>>;

const causesToJson = (causes: CauseAmounts): JsonCauses =>
  Object.fromEntries(CAUSES.map((cause) => [cause, formatMoney(causes[cause])]));
const orNull = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));

/** One comparison as JSON: amounts are decimal text, sentences are said. */
export interface ComparisonJson {
  readonly before: unknown;
  readonly after: unknown;
  readonly total: { readonly before: string; readonly after: string; readonly difference: string };
  readonly causes: JsonCauses;
  readonly domains: readonly unknown[];
  readonly notices: readonly string[];
}

const sideToJson = (side: ComparedSide): unknown => ({
  kind: side.kind,
  id: side.id,
  takenAt: side.takenAt,
  note: side.note,
  file: side.file,
  provider: side.provider,
  year: side.year,
  asOf: side.asOf,
  rulebook: side.rulebook,
  findings: side.findings,
});

/** A comparison as JSON, with the steps of every difference. */
export function comparisonToJson(comparison: SnapshotComparison, language: Language): ComparisonJson {
  const steps = (step: Step | null): JsonStep | null => (step === null ? null : stepToJson(step, language));
  return {
    before: sideToJson(comparison.before),
    after: sideToJson(comparison.after),
    total: {
      before: formatMoney(comparison.total.before),
      after: formatMoney(comparison.total.after),
      difference: formatMoney(comparison.total.difference),
    },
    causes: causesToJson(comparison.causes),
    domains: comparison.domains.map((domain) => ({
      domain: domain.domain,
      before: formatMoney(domain.before),
      after: formatMoney(domain.after),
      difference: formatMoney(domain.difference),
      causes: causesToJson(domain.causes),
      ceilingBefore: orNull(domain.ceilingBefore),
      ceilingAfter: orNull(domain.ceilingAfter),
      roomBefore: orNull(domain.roomBefore),
      roomAfter: orNull(domain.roomAfter),
      roomDifference: orNull(domain.roomDifference),
      excludedBefore: formatMoney(domain.excludedBefore),
      excludedAfter: formatMoney(domain.excludedAfter),
      products: domain.products.map((one) => ({
        product: one.product,
        description: one.description,
        before: formatMoney(one.before),
        after: formatMoney(one.after),
        difference: formatMoney(one.difference),
        causes: causesToJson(one.causes),
        otherReason: one.otherReason,
        step: steps(one.step),
      })),
      notices: domain.notices.map((notice) => sayClean(notice, language)),
      step: steps(domain.step),
      roomStep: steps(domain.roomStep),
    })),
    notices: comparison.notices.map((notice) => sayClean(notice, language)),
  };
}

/** Products that the text lists per domain; the workbook and JSON have them all. */
const LISTED = 10;

const amountLine = (
  label: string,
  amount: Money,
  depth: number,
  language: Language,
  width: number,
): string => {
  const text = showMoney(amount, language);
  const room = Math.max(1, width - 2 * depth - label.length - text.length);
  return `${' '.repeat(2 * depth)}${label}${' '.repeat(room)}${text}`;
};

/** A comparison for a terminal. Ends with a line end. */
export function comparisonToText(comparison: SnapshotComparison, language: Language, width: number): string {
  const words = wordsIn(language);
  const wide = Math.min(width, 76);
  const line = (label: string, amount: Money, depth = 0): string =>
    amountLine(printable(label), amount, depth, language, wide);
  const lines = [
    ...indented(headingOf(comparison, words, language), 0, width),
    ...(comparison.after.provider === '' ? [] : [printable(comparison.after.provider)]),
  ];
  for (const domain of comparison.domains) {
    lines.push('', printable(domain.domain), line(words('report.before'), domain.before, 1));
    for (const cause of CAUSES) {
      const amount = domain.causes[cause];
      if (amount !== ZERO) lines.push(line(words(`snapshots.cause-${cause}`), amount, 2));
    }
    lines.push(line(words('report.after'), domain.after, 1));
    lines.push(line(words('report.change'), domain.difference, 1));
    if (domain.ceilingBefore !== null)
      lines.push(line(words('report.ceiling-before'), domain.ceilingBefore, 1));
    if (domain.ceilingAfter !== null) lines.push(line(words('report.ceiling-after'), domain.ceilingAfter, 1));
    if (domain.roomBefore !== null) lines.push(line(words('report.room-before'), domain.roomBefore, 1));
    if (domain.roomAfter !== null) lines.push(line(words('report.room-after'), domain.roomAfter, 1));
    const moved = domain.products.filter(({ difference }) => difference !== ZERO);
    if (moved.length > 0) lines.push('', `  ${words('report.comparison-products')}`);
    for (const one of moved.slice(0, LISTED)) {
      const label = one.description === null ? one.product : `${one.product} ${one.description}`;
      const room = Math.max(12, wide - 24);
      lines.push(line(label.length > room ? `${label.slice(0, room - 1)}…` : label, one.difference, 2));
    }
    if (moved.length > LISTED) {
      lines.push(`    ${words('report.and-more', { count: moved.length - LISTED })}`);
    }
    for (const notice of domain.notices) lines.push(...indented(sayClean(notice, language), 2, width));
  }
  if (comparison.notices.length > 0) lines.push('');
  for (const notice of comparison.notices) lines.push(...indented(sayClean(notice, language), 0, width));
  return `${lines.join('\n')}\n`;
}

/** What is compared with what, in a sentence. */
export const headingOf = (comparison: SnapshotComparison, words: Words, language: Language): string =>
  words('report.comparison-of', {
    before: sideText(comparison.before, words, language),
    after: sideText(comparison.after, words, language),
  });

/** Comparisons as a workbook: the table by cause with every product, and the steps behind it. */
export function toComparisonWorkbook(
  comparisons: readonly SnapshotComparison[],
  language: Language,
): Promise<Uint8Array> {
  const words = wordsIn(language);
  return workbookOf(
    [comparisonSheet(comparisons, words, language), comparisonSteps(comparisons, words, language)],
    { isProtected: true },
  );
}
