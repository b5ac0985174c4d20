import {
  finding,
  isIsoDate,
  moneyValue,
  quantityValue,
  type Decimal,
  type Finding,
  type IsoDate,
  type Issue,
  type Message,
  type Money,
  type Place,
  type ReportRow,
  type ReportSection,
  type Rulebook,
  type Step,
  type Value,
} from '../core';
import {
  readRuleList,
  type InputFile,
  type IntakeOptions,
  type OpenGrid,
  type RuleLine,
  type RuleListNeeds,
  type TableReceipt,
} from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import { loadRulebook } from './load';
import { rejectedFinding } from './provider-outcome';
import type { Progress, RunInput } from './types';

export type { ReportRow, ReportSection } from '../core';

/** What a rule’s calculation over files says: tables, findings and what was read. */
export interface RuleReport {
  readonly rulebook: Rulebook;
  readonly title: Message;
  readonly year: number;
  readonly sections: readonly ReportSection[];
  readonly findings: readonly Finding[];
  readonly receipts: readonly TableReceipt[];
}

export interface RuleReportRequest {
  readonly lines: readonly InputFile[];
  /** A second list, where a report needs one. */
  readonly second: InputFile | null;
  readonly rulebook: RunInput['rulebook'];
  readonly year: number;
  readonly asOf: string | null;
  readonly decimal: 'comma' | 'point' | null;
}

export const row = (
  cells: ReportRow['cells'],
  steps: readonly Step[] = [],
  place: Place | null = null,
): ReportRow => ({ cells, steps, place });

export const word = (text: string): Value => ({ kind: 'text', value: text });
export const count = (value: Decimal): Value => quantityValue(value, null);
export const amountOrNull = (amount: Money | null): Value | null =>
  amount === null ? null : moneyValue(amount);
export const dayOrNull = (day: IsoDate | null): Value | null =>
  day === null ? null : { kind: 'date', value: day };

export interface ListsRead {
  readonly rulebook: Rulebook;
  readonly lines: readonly RuleLine[];
  readonly second: readonly RuleLine[];
  readonly receipts: readonly TableReceipt[];
  readonly asOf: IsoDate;
}

/**
 * Reads the lists of a report. The as-of date is the last day of the year when none is given. A rulebook
 * without any of the report’s rules is refused. Issues of all files come together, as `InputError`.
 */
export async function readLists(
  request: RuleReportRequest,
  needs: { readonly lines: RuleListNeeds; readonly second?: RuleListNeeds },
  rules: readonly string[],
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ListsRead> {
  const rulebook = loadRulebook(request.rulebook, request.year);
  const asOf = request.asOf ?? `${request.year}-12-31`;
  if (!isIsoDate(asOf)) throw new InputError([inputIssue('flow.as-of-not-a-date', { found: asOf })]);
  if (!rules.some((id) => rulebook.rules.some((rule) => rule.id === id))) {
    throw new InputError([inputIssue('finance.rulebook-without-rules', { rulebook: rulebook.id, rules })]);
  }
  const issues: Issue[] = [];
  const receipts: TableReceipt[] = [];
  const read = async (file: InputFile, wanted: RuleListNeeds): Promise<readonly RuleLine[]> => {
    progress.report('production', file.name, null);
    const options: IntakeOptions = {
      openGrid,
      ...(progress.signal ? { signal: progress.signal } : {}),
      ...(request.decimal ? { decimal: request.decimal } : {}),
    };
    try {
      const result = await readRuleList(file, wanted, options);
      receipts.push(result.receipt);
      return result.entries;
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return [];
    }
  };
  const lines: RuleLine[] = [];
  for (const file of request.lines) for (const line of await read(file, needs.lines)) lines.push(line);
  const second = request.second && needs.second ? await read(request.second, needs.second) : [];
  if (issues.length > 0) throw new InputError(issues);
  return { rulebook, lines, second, receipts, asOf };
}

/** Lines that were not read: the figures rest on less than the whole file, and every one is told. */
export const rejectedFindings = (receipts: readonly TableReceipt[]): Finding[] =>
  receipts.flatMap((receipt) => [
    ...(receipt.lines.rejected === 0 ? [] : [rejectedFinding(receipt, { file: receipt.file })]),
    ...receipt.issues
      .filter(({ level }) => level === 'rejected')
      .map(({ code, facts, place }) =>
        finding(null, 'CHK-20', 'warning', { code, facts }, { location: place }),
      ),
  ]);

/** A field that must hold one of some words; anything else is an issue at its line. */
export function choose<T>(
  line: RuleLine,
  field: Parameters<RuleLine['text']>[0],
  read: (text: string) => T | null,
  expected: readonly string[],
  issues: Issue[],
): T | null {
  const text = line.text(field);
  const found = read(text);
  if (found === null) {
    issues.push(
      inputIssue('finance.word-unknown', { found: text === '' ? '–' : text, expected }, line.place),
    );
  }
  return found;
}

/** What core refuses is about the line: the whole report stops there. */
export const atLine = (issues: readonly Issue[], line: RuleLine): Issue[] =>
  issues.map((issue) => ({ ...issue, level: 'error', place: line.place }));

export const stop = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new InputError(issues);
};

/** What a report over a list makes of it. */
export interface ListMade {
  readonly sections: readonly ReportSection[];
  readonly findings: readonly Finding[];
}

/** A report over a list: which rules it rests on, what the list must hold, and how it is worked out. */
export interface ListReport {
  readonly rules: readonly string[];
  readonly needs: { readonly lines: RuleListNeeds; readonly second?: RuleListNeeds };
  readonly make: (read: ListsRead, year: number) => ListMade;
}

/** A section under the title of its name. */
export const table = (
  id: string,
  columns: readonly string[],
  rows: ReportSection['rows'],
): ReportSection => ({
  id,
  title: { code: `finance.section-${id}`, facts: {} },
  columns,
  rows,
});

/** Reads the lists of a report and works it out; sections without a line are left out. Errors: `InputError`. */
export async function listReport(
  name: string,
  { rules, needs, make }: ListReport,
  request: RuleReportRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RuleReport> {
  const read = await readLists(request, needs, rules, openGrid, progress);
  const made = make(read, request.year);
  return {
    rulebook: read.rulebook,
    title: {
      code: `finance.report-${name}`,
      facts: { rulebook: read.rulebook.title, year: String(request.year) },
    },
    year: request.year,
    sections: made.sections.filter(({ rows }, index) => rows.length > 0 || index === 0),
    findings: [...made.findings, ...rejectedFindings(read.receipts)],
    receipts: read.receipts,
  };
}
