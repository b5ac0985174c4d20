import type { Step } from '../core';
import { say, showValue, type Language } from '../messages';
import {
  isMessageCell,
  plainCell,
  plainRow,
  sectionHeader,
  shownCell,
  stepToJson,
  type SectionCell,
} from '../report';
import type { ReportRow, RuleReport } from '../flow';
import { csvBytes, findingJson, findingLine } from './commands/regional';
import { sayIssue } from './session';

const words = (code: string, language: Language): string => say({ code, facts: {} }, language);

function outline(step: Step, depth: number, language: Language): string[] {
  const indent = '  '.repeat(depth);
  const rule = step.rule === null ? '' : ` [${step.rule}]`;
  return [
    `${indent}${say(step.label, language)}: ${showValue(step.value, language)}${rule}`,
    ...(step.assumed === null ? [] : [`${indent}  ${say(step.assumed, language)}`]),
    ...step.parts.flatMap((part) => outline(part, depth + 1, language)),
  ];
}

const isWords = (cell: SectionCell): boolean => cell === null || isMessageCell(cell) || cell.kind === 'text';

/** Columns of words to the left, of figures to the right. */
function tableLines(columns: readonly string[], rows: readonly ReportRow[], language: Language): string[] {
  const heads = sectionHeader(columns, language);
  const texts = rows.map(({ cells }) => columns.map((_, at) => shownCell(cells[at] ?? null, language)));
  const left = columns.map((_, at) => rows.every(({ cells }) => isWords(cells[at] ?? null)));
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...texts.map((line) => (line[at] ?? '').length)),
  );
  return [heads, ...texts].map((line) =>
    line
      .map((text, at) => (left[at] ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** The report as text: its tables, the findings and, when asked for, every calculation. */
export function ruleReportText(report: RuleReport, language: Language, withSteps: boolean): string {
  const lines = [say(report.title, language)];
  for (const { title, columns, rows } of report.sections) {
    lines.push('', say(title, language));
    if (rows.length === 0) lines.push(`  ${words('finance.nothing', language)}`);
    else {
      lines.push(...tableLines(columns, rows, language));
    }
    if (withSteps) {
      for (const { steps } of rows) lines.push(...steps.flatMap((step) => outline(step, 1, language)));
    }
  }
  if (report.findings.length > 0) {
    lines.push('', words('finance.findings', language));
    for (const found of report.findings) lines.push(findingLine(found, language));
  }
  return `${lines.join('\n')}\n`;
}

/** The report as data: rows by column name, every row with its steps. */
export function ruleReportJson(report: RuleReport, language: Language, engine: string): unknown {
  const { rulebook } = report;
  return {
    version: 1,
    engine,
    rulebook: { id: rulebook.id, title: rulebook.title[language], version: rulebook.version },
    year: report.year,
    sections: report.sections.map(({ id, columns, rows }) => ({
      section: id,
      rows: rows.map(({ cells, steps, place }) => ({
        ...plainRow({ columns }, { cells, steps, place }, language),
        place,
        steps: steps.map((step) => stepToJson(step, language)),
      })),
    })),
    findings: report.findings.map((found) => findingJson(found, language)),
    files: report.receipts.map(({ file, lines, issues }) => ({
      file,
      lines,
      issues: issues.map((issue) => ({ level: issue.level, message: sayIssue(issue, language) })),
    })),
    documents: rulebook.documents,
  };
}

/** Every table after the other, each with its name in the first column. */
export function ruleReportCsv(report: RuleReport, language: Language): Uint8Array {
  const point = (text: string | null, cell: SectionCell): string =>
    text === null
      ? ''
      : language === 'nl' &&
          cell !== null &&
          !isMessageCell(cell) &&
          cell.kind !== 'text' &&
          cell.kind !== 'date'
        ? text.replace('.', ',')
        : text;
  return csvBytes(
    report.sections.flatMap(({ title, columns, rows }) => [
      [words('finance.column-section', language), ...sectionHeader(columns, language)],
      ...rows.map(({ cells }) => [
        say(title, language),
        ...cells.map((cell) => point(plainCell(cell, language), cell)),
      ]),
    ]),
  );
}
