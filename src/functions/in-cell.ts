import { CoreError, formatMoney, serialFromDate } from '../core';
import { say, type Language } from '../messages';
import { fromCoreError } from './arguments';
import { CellProblem, type Answer, type Explained } from './cell';
import { dateSystem, dateSystemKnown, displayLanguage } from './host';

/** What Excel takes as the result of a function. */
export type ExcelResult = number | string | (number | string)[][];

/** A result in Excel's notation: amounts and numbers as the nearest double, days as serial numbers. */
function toExcel(answer: Answer, language: Language): number | string {
  switch (answer.kind) {
    case 'money':
      return Number(formatMoney(answer.value));
    case 'number':
      return Number(answer.value);
    case 'date':
      return answer.value === null ? '' : serialFromDate(answer.value, dateSystem());
    case 'text':
      return answer.value;
    case 'message':
      return say(answer.value, language);
  }
}

const isTable = (value: Explained['value']): value is readonly (readonly Answer[])[] => Array.isArray(value);

/** Rows of a spilled table are all as wide as the widest. */
function toTable(rows: readonly (readonly Answer[])[], language: Language): (number | string)[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return rows.map((row) =>
    Array.from({ length: width }, (_, col) => {
      const answer = row[col];
      return answer === undefined ? '' : toExcel(answer, language);
    }),
  );
}

/** Excel shows about this many characters of an error's sentence. */
const LONGEST = 255;

/** The error as Excel shows it: #VALUE! or #N/A with a sentence. Nothing else ever leaves a function. */
function toExcelError(thrown: unknown, language: Language): CustomFunctions.Error {
  const error = thrown instanceof CoreError ? fromCoreError(thrown) : thrown;
  const { ErrorCode } = CustomFunctions;
  if (!(error instanceof CellProblem)) {
    const detail = error instanceof Error ? error.message : String(error);
    const text = say({ code: 'functions.defect', facts: { detail: detail.slice(0, 120) } }, language);
    return new CustomFunctions.Error(ErrorCode.invalidValue, text);
  }
  const text = say(error.problem, language);
  return new CustomFunctions.Error(
    error.kind === 'value' ? ErrorCode.invalidValue : ErrorCode.notAvailable,
    text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
  );
}

/** A function as Excel calls it. */
export function inCell(
  answer: (...given: readonly unknown[]) => Explained,
): (...given: readonly unknown[]) => ExcelResult | Promise<ExcelResult> {
  const work = (given: readonly unknown[]): ExcelResult => {
    const language = displayLanguage();
    try {
      const { value } = answer(...given);
      return isTable(value) ? toTable(value, language) : toExcel(value, language);
    } catch (error) {
      throw toExcelError(error, language);
    }
  };
  return (...given) => {
    // Serial numbers mean nothing before the workbook's calendar is known; that is a moment at the start.
    const waiting = dateSystemKnown();
    return waiting === null ? work(given) : waiting.then(() => work(given));
  };
}
