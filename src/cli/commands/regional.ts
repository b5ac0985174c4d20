import { formatMoney, type Finding } from '../../core';
import { say, sayPlace, type Language } from '../../messages';
import { stepToJson } from '../../report';
import { UsageError } from '../failure';

/** A share of one as typed: `0.5`, `0,5` or `50%`. Errors: `UsageError` for anything else or outside 0–1. */
export function readShare(typed: string, option: string): string {
  const match = /^(\d+)(?:[.,](\d+))?\s*(%?)$/.exec(typed.trim());
  const wrong = new UsageError({ code: 'cli.not-a-share', facts: { option, typed } });
  if (!match) throw wrong;
  const [, whole = '0', fraction = '', percent] = match;
  // Shifting the point by two places is exact on text.
  const padded = whole.padStart(3, '0');
  const text =
    percent === '%'
      ? `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`
      : fraction === ''
        ? whole
        : `${whole}.${fraction}`;
  if (!/^0*(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(text)) throw wrong;
  return text;
}

/** One field of a CSV file with semicolons; text that a spreadsheet would take for a formula is kept text. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A CSV file as Dutch spreadsheets read it: semicolons, UTF-8 with a mark, lines ending in CR LF. */
export const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(csvField).join(';')).join('\r\n')}\r\n`);

/** A finding as a line of text, with where it is. */
export function findingLine(found: Finding, language: Language): string {
  const kind = say(
    { code: `region.severity-${found.notChecked ? 'not-checked' : found.severity}`, facts: {} },
    language,
  );
  const place = found.location === null ? '' : sayPlace(found.location, language);
  return `  ${kind} ${found.rule}: ${say(found.message, language)}${place === '' ? '' : ` (${place})`}`;
}

export const findingJson = (found: Finding, language: Language): Record<string, unknown> => ({
  rule: found.rule,
  severity: found.severity,
  notChecked: found.notChecked,
  message: say(found.message, language),
  amount: found.amount === null ? null : formatMoney(found.amount),
  place: found.location,
  source: found.source,
  steps: found.steps.map((step) => stepToJson(step, language)),
});

/** A table for a terminal: the first column left, the others right. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
