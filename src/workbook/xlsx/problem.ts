import type { Fact } from '../../core';
import { WorkbookError } from '../port';

/** The refusal of a file at opening, as a typed error: the code without its area prefix, and the facts. */
export const problem = (code: string, facts: Readonly<Record<string, Fact>>): WorkbookError =>
  new WorkbookError({ code: `workbook.${code}`, facts });
