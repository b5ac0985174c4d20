import type { CellObject, Row } from 'write-excel-file/universal';
import { questionId, SEVERITIES, type Finding, type Operator, type Step } from '../../core';
import { maskServiceNumbers, sayClean, sayPlaceOrNothing } from '../say-clean';
import {
  column,
  INPUT,
  moneyCell,
  SECTION,
  STRONG,
  tableSheet,
  textCell,
  tooManyRows,
  valueCell,
  type TableSheet,
} from '../sheet-cells';
import { type Context, fileColumn, sourceText, RED } from './context';

export function findingsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.severity', 15),
    column(words, 'report.rule', 10),
    column(words, 'report.finding', 70),
    column(words, 'report.amount', 17, 'right'),
    column(words, 'report.where', 34),
    column(words, 'report.source', 26),
    column(words, 'report.note', 50),
  ];
  const notes = new Map((outcome.remembered?.notes ?? []).map((note) => [note.id, note.text] as const));
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    [...prognosis.findings]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((finding) => [
        textCell(prognosis.file, { wrap: false }),
        textCell(
          words(finding.notChecked ? 'report.severity.not-checked' : `report.severity.${finding.severity}`),
          finding.severity === 'violation' ? RED : {},
        ),
        textCell(finding.rule),
        textCell(sayClean(finding.message, language)),
        moneyCell(finding.amount, language),
        textCell(sayPlaceOrNothing(finding.location, language)),
        textCell(sourceText(finding.source)),
        textCell(maskServiceNumbers(notes.get(questionId(finding)) ?? ''), INPUT),
      ]),
  );
  const inputs = rows.length === 0 ? [] : [`H2:H${rows.length + 1}`];
  if (rows.length === 0) rows.push([{}, {}, {}, textCell(words('report.no-findings'))]);
  return { ...tableSheet(words('report.sheet-findings'), columns, rows, tooManyRows(words)), inputs };
}

const orderOf = (finding: Finding): number =>
  finding.notChecked ? SEVERITIES.length : SEVERITIES.indexOf(finding.severity);

const OPERATORS: Readonly<Record<Operator, string>> = {
  given: 'report.operator.given',
  parameter: 'report.operator.parameter',
  sum: 'report.operator.sum',
  difference: 'report.operator.difference',
  product: 'report.operator.product',
  quotient: 'report.operator.quotient',
  min: 'report.operator.min',
  max: 'report.operator.max',
  'round-cents': 'report.operator.round-cents',
  'round-to': 'report.operator.round-to',
  derived: 'report.operator.derived',
};

/** Every step of every calculation, its parts indented under it. */
export function calculationSheet({ words, language, outcome, mostSteps }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.step', 58),
    column(words, 'report.value', 18, 'right'),
    column(words, 'report.unit', 10),
    column(words, 'report.how', 26),
    column(words, 'report.rule', 10),
    column(words, 'report.source', 26),
    column(words, 'report.assumption', 44),
    column(words, 'report.where', 30),
  ];
  const rows: Row[] = [];
  let left = 0;
  const add = (step: Step, depth: number, file: string, about: string): void => {
    if (rows.length >= mostSteps) {
      left += 1;
      for (const part of step.parts) add(part, depth + 1, file, about);
      return;
    }
    const style: CellObject = depth === 0 ? STRONG : {};
    rows.push([
      textCell(file, { wrap: false }),
      textCell(about),
      textCell(sayClean(step.label, language), { ...style, indent: Math.min(depth, 15) }),
      valueCell(step.value, language, style),
      textCell(step.value.kind === 'quantity' ? step.value.unit : null),
      textCell(words(OPERATORS[step.operator])),
      textCell(step.rule),
      textCell(sourceText(step.source)),
      textCell(step.assumed === null ? null : sayClean(step.assumed, language)),
      textCell(sayPlaceOrNothing(step.place, language)),
    ]);
    for (const part of step.parts) add(part, depth + 1, file, about);
  };
  for (const prognosis of outcome.prognoses) {
    for (const figures of prognosis.domains) {
      for (const step of figures.steps) add(step, 0, prognosis.file, figures.domain);
    }
    for (const finding of prognosis.findings) {
      if (finding.steps.length === 0) continue;
      if (rows.length >= mostSteps) {
        for (const step of finding.steps) add(step, 1, prognosis.file, '');
        continue;
      }
      const heading = words('report.steps-of-finding', {
        rule: finding.rule,
        message: sayClean(finding.message, language),
      });
      rows.push([
        textCell(prognosis.file, { ...SECTION, wrap: false }),
        textCell(null, SECTION),
        textCell(heading, { ...SECTION, wrap: false }),
        ...Array.from({ length: 7 }, () => ({ ...SECTION })),
      ]);
      for (const step of finding.steps) add(step, 1, prognosis.file, '');
    }
  }
  if (left > 0) rows.push([textCell(tooManyRows(words)(left), STRONG)]);
  return tableSheet(words('report.sheet-calculation'), columns, rows, tooManyRows(words));
}
