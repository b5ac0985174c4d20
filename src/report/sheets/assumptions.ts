import type { Row } from 'write-excel-file/universal';
import type { Step } from '../../core';
import type { Language } from '../../messages';
import type { ReportOutcome } from '../input';
import { sayClean } from '../say-clean';
import { column, tableSheet, textCell, tooManyRows, valueCell, type TableSheet } from '../sheet-cells';
import { type Context, sourceText } from './context';

interface Assumption {
  readonly rule: string | null;
  readonly parameter: string;
  readonly step: Step;
  readonly reason: string;
  readonly used: Set<string>;
}

function collectAssumptions(outcome: ReportOutcome, language: Language): Assumption[] {
  const found = new Map<string, Assumption>();
  const visit = (step: Step, where: string): void => {
    if (step.assumed !== null) {
      const parameter = sayClean(step.label, language);
      const reason = sayClean(step.assumed, language);
      const key = JSON.stringify([step.rule, parameter, reason]);
      const known = found.get(key);
      if (known) known.used.add(where);
      else found.set(key, { rule: step.rule, parameter, step, reason, used: new Set([where]) });
    }
    for (const part of step.parts) visit(part, where);
  };
  for (const prognosis of outcome.prognoses) {
    for (const figures of prognosis.domains) {
      for (const step of figures.steps) visit(step, `${prognosis.file}: ${figures.domain}`);
    }
    for (const finding of prognosis.findings) {
      for (const step of finding.steps) visit(step, `${prognosis.file}: ${finding.rule}`);
    }
  }
  return [...found.values()];
}

/** Every assumption that a figure or finding rests on, once. */
export function assumptionsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    column(words, 'report.rule', 10),
    column(words, 'report.parameter', 44),
    column(words, 'report.value', 18, 'right'),
    column(words, 'report.assumption', 60),
    column(words, 'report.source', 26),
    column(words, 'report.used-in', 44),
  ];
  const rows: Row[] = collectAssumptions(outcome, language).map((assumption) => [
    textCell(assumption.rule),
    textCell(assumption.parameter),
    assumption.used.size === 1 || assumption.step.operator === 'parameter'
      ? valueCell(assumption.step.value, language)
      : {},
    textCell(assumption.reason),
    textCell(sourceText(assumption.step.source)),
    textCell([...assumption.used].join('; ')),
  ]);
  if (rows.length === 0) rows.push([{}, textCell(words('report.no-assumptions'))]);
  return tableSheet(words('report.sheet-assumptions'), columns, rows, tooManyRows(words));
}

export function sourcesSheet({ words, outcome }: Context): TableSheet {
  const columns = [column(words, 'report.document', 14), column(words, 'report.document-title', 100)];
  const rows: Row[] = Object.entries(outcome.documents ?? {}).map(([id, title]) => [
    textCell(id),
    textCell(title),
  ]);
  return tableSheet(words('report.sheet-sources'), columns, rows, tooManyRows(words));
}
