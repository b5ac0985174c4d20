import type { CellObject, Row } from 'write-excel-file/universal';
import {
  SEVERITIES,
  sumMoney,
  ZERO,
  type DomainFigures,
  type Finding,
  type Money,
  type Severity,
} from '../../core';
import { sayClean } from '../say-clean';
import {
  column,
  countCell,
  dateCell,
  moneyCell,
  ratioCell,
  SECTION,
  STRONG,
  tableSheet,
  textCell,
  tooManyRows,
  type TableSheet,
} from '../sheet-cells';
import { showDay } from '../text';
import type { Words } from '../words';
import { type Context, fileColumn, RED } from './context';

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

function overrunTotal(
  domains: readonly DomainFigures[],
  pick: (figures: DomainFigures) => Money | null,
): Money | null {
  const known = domains.map(pick).filter((amount) => amount !== null);
  return known.length === 0 ? null : sumMoney(known);
}

/** One row for each prognosis with its findings, then its domains with where they end up. */
export function summarySheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.provider', 26),
    column(words, 'report.domain', 16),
    column(words, 'report.count-violations', 14, 'right'),
    column(words, 'report.count-warnings', 16, 'right'),
    column(words, 'report.count-notices', 12, 'right'),
    column(words, 'report.total', 17, 'right'),
    column(words, 'report.ceiling-effective', 17, 'right'),
    column(words, 'report.headroom', 17, 'right'),
    column(words, 'report.overrun', 17, 'right'),
    column(words, 'report.exhaustion', 16, 'right'),
    column(words, 'report.ceiling-effective-year-end', 17, 'right'),
    column(words, 'report.headroom-year-end', 17, 'right'),
    column(words, 'report.overrun-year-end', 17, 'right'),
    column(words, 'report.difference', 14, 'right'),
  ];
  const rows: Row[] = [];
  const money = (amount: Money | null, style: CellObject = {}): CellObject =>
    moneyCell(amount, language, style);
  const alarm = (amount: Money | null, style: CellObject = {}): CellObject =>
    money(amount, amount !== null && amount !== ZERO ? { ...style, ...RED } : style);
  const blank = (count: number): CellObject[] => Array.from({ length: count }, () => ({ ...SECTION }));
  for (const { file, provider, domains, findings, reconciliation } of outcome.prognoses) {
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(provider, SECTION),
      textCell(words('report.whole-workbook'), SECTION),
      ...SEVERITIES.map((severity) => {
        const count = countOf(findings, severity);
        return countCell(count, severity === 'violation' && count > 0 ? { ...SECTION, ...RED } : SECTION);
      }),
      ...blank(3),
      money(
        overrunTotal(domains, (figures) => figures.overrun),
        SECTION,
      ),
      ...blank(3),
      money(
        overrunTotal(domains, (figures) => figures.overrunYearEnd),
        SECTION,
      ),
      alarm(reconciliation.difference, SECTION),
    ]);
    for (const figures of domains) {
      rows.push([
        textCell(file, { wrap: false }),
        textCell(provider),
        textCell(figures.domain),
        {},
        {},
        {},
        money(figures.total),
        money(figures.ceiling?.effective ?? null),
        money(figures.headroom),
        alarm(figures.overrun),
        exhaustionCell(figures, words, outcome.year),
        money(figures.ceiling?.effectiveYearEnd ?? null),
        money(figures.headroomYearEnd),
        alarm(figures.overrunYearEnd),
        {},
      ]);
    }
  }
  for (const { file, issues } of outcome.unusable ?? []) {
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(words('report.not-usable'), { ...SECTION, ...RED }),
      textCell(issues.map((issue) => sayClean(issue, language)).join(' '), { wrap: false }),
    ]);
  }
  const basis = words('report.basis', {
    title: outcome.rulebook.title[language],
    id: `${outcome.rulebook.id} ${outcome.rulebook.version}`,
    year: String(outcome.year),
    asOf: showDay(outcome.asOf, language),
  });
  const above: Row[] = [
    [textCell(words('report.title'), { ...STRONG, fontSize: 14, wrap: false })],
    [textCell(basis, { wrap: false })],
    [textCell(words('report.made-with', { engine: outcome.engine ?? '' }), { wrap: false })],
    [],
  ];
  return tableSheet(words('report.sheet-summary'), columns, rows, tooManyRows(words), {
    above,
    frozenColumns: 3,
  });
}

const exhaustionCell = (figures: DomainFigures, words: Words, year: number): CellObject =>
  figures.ceiling !== null && figures.exhaustionDate === null
    ? textCell(words('report.not-this-year', { year: String(year) }), { align: 'right' })
    : dateCell(figures.exhaustionDate, { align: 'right' });

/** How total and ceiling are built up, one row for each domain. */
export function buildUpSheet({ words, language, outcome }: Context): TableSheet {
  const figures: readonly [code: string, pick: (domain: DomainFigures) => Money | null, strong?: true][] = [
    ['report.production', (domain) => domain.production],
    ['report.forecast', (domain) => domain.forecast],
    ['report.total', (domain) => domain.total, true],
    ['report.excluded', (domain) => domain.excluded],
    ['report.ceiling-base', (domain) => domain.ceiling?.base ?? null],
    ['report.ceiling-raises', (domain) => domain.ceiling?.raises ?? null],
    ['report.ceiling-case-budgets', (domain) => domain.ceiling?.caseBudgets ?? null],
    ['report.ceiling-effective', (domain) => domain.ceiling?.effective ?? null, true],
    ['report.ceiling-expected-raises', (domain) => domain.ceiling?.expectedRaises ?? null],
    ['report.ceiling-effective-year-end', (domain) => domain.ceiling?.effectiveYearEnd ?? null, true],
    ['report.payable-above', (domain) => domain.payableAbove],
  ];
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 16),
    ...figures.map(([code]) => column(words, code, 17, 'right')),
    column(words, 'report.overrun-chance', 14, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.map((domain) => [
      textCell(prognosis.file, { wrap: false }),
      textCell(domain.domain),
      ...figures.map(([, pick, strong]) => moneyCell(pick(domain), language, strong ? STRONG : {})),
      ratioCell(domain.overrunChance),
    ]),
  );
  return tableSheet(words('report.sheet-build-up'), columns, rows, tooManyRows(words), { frozenColumns: 2 });
}
