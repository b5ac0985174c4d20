import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Issue, Rulebook, Step } from '../../../src/core';

/**
 * On which side of a threshold or a validity a case lies. `example`: a worked example of the source or of the
 * rule's description. `case`: any other case.
 */
export const EDGES = [
  'below',
  'at',
  'above',
  'day-before',
  'first-day',
  'last-day',
  'day-after',
  'example',
  'case',
] as const;
export type Edge = (typeof EDGES)[number];

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One case of one rule: what goes in, what comes out, and the arithmetic by hand. */
export interface GoldenCase {
  readonly rule: string;
  readonly book: string;
  /** Parameters changed first, as `rulebook derive --set` takes them. */
  readonly set?: readonly string[];
  readonly call: string;
  readonly edge: Edge;
  readonly case: string;
  readonly in: JsonObject;
  /** Exactly these keys are compared. */
  readonly out: JsonObject;
  /** How the answer was worked out on paper. */
  readonly hand: string;
  /** Values that stand in the steps, worked out on paper too. */
  readonly steps?: readonly string[];
}

/** What a call gives back: named values, the steps behind them and what was found. */
export interface Answer {
  readonly out: JsonObject;
  readonly steps: readonly Step[];
}

export type Call = (rulebook: Rulebook, input: JsonObject, rule: string) => Answer;

const FOLDER = __dirname;

/** All cases of the data files in this folder, with the file each is in. */
export function goldenCases(): (GoldenCase & { readonly file: string })[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json') && file !== 'validity.json')
    .sort()
    .flatMap((file) =>
      (JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenCase[]).map((one) => ({ ...one, file })),
    );
}

/** One value of a parameter on its four days, written down from the source. */
export interface ValidityCase {
  readonly book: string;
  readonly rule: string;
  readonly parameter: string;
  readonly when?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  readonly value: string | null;
  /** On the day before and the day after: the other value, or absent when there is none. */
  readonly before?: string | null;
  readonly after?: string | null;
}

type Line = readonly [rule: string, parameter: string, value: string | null, rest?: Partial<ValidityCase>];

/** The validity table, spelled out. */
export function validityCases(): ValidityCase[] {
  const books = JSON.parse(readFileSync(join(FOLDER, 'validity.json'), 'utf8')) as readonly {
    readonly books: readonly string[];
    readonly from: string;
    readonly until: string;
    readonly parameters: readonly Line[];
  }[];
  return books.flatMap(({ books: ids, from, until, parameters }) =>
    ids.flatMap((book) =>
      parameters.map(([rule, parameter, value, rest]) => ({
        book,
        rule,
        parameter,
        value,
        from,
        until,
        ...rest,
      })),
    ),
  );
}

/** A finding as a case writes it: `warning 350.00`, `violation`, `notice not checked`. */
export const found = (
  findings: readonly Finding[],
  rule: string,
  money: (amount: bigint) => string,
): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map((finding) =>
      [
        finding.severity,
        finding.notChecked ? 'not checked' : '',
        finding.amount === null ? '' : money(finding.amount),
      ]
        .filter((part) => part !== '')
        .join(' '),
    );

/** Why something was refused, as codes. */
export const refusals = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);
