import { z } from 'zod';
import {
  Decimal,
  formatMoney,
  isIsoDate,
  isMonth,
  parseMoney,
  type Fact,
  type Issue,
  type Message,
  type Money,
  type Value,
} from '../values';
import { SEVERITIES } from '../checks/outcome';
import { keepMessage, QUESTION_STATUSES, type Question } from './question';

/** One amount cell of a submission, as it was stated. */
export interface StatedCell {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly product: string;
  readonly domain: string;
  /** `2023-01`, or `2023-01/2023-03` for a longer period. */
  readonly period: string;
  readonly amount: Money;
}

/** What is kept of one provider between rounds. */
export interface ProviderDossier {
  readonly provider: string;
  /** `received`: in, not judged. `questions`: asked. `approved`: done. Set by the procurer. */
  readonly review: ReviewStatus;
  readonly note: string;
  /** Name and SHA-256 of the last submission; the round it came in. */
  readonly file: string;
  readonly hash: string | null;
  readonly round: number;
  /** How its layout is read; a profile's JSON. */
  readonly profile: unknown;
  readonly cells: readonly StatedCell[];
  readonly questions: readonly Question[];
}

export type ReviewStatus = 'received' | 'questions' | 'approved';
export const REVIEW_STATUSES: readonly ReviewStatus[] = ['received', 'questions', 'approved'];

/** What a procurer keeps beside a folder of submissions. Holds no client. */
export interface Dossier {
  readonly rulebook: string;
  readonly year: number;
  readonly rounds: readonly { readonly round: number; readonly asOf: string }[];
  readonly providers: readonly ProviderDossier[];
}

const money = z.string().regex(/^-?\d+\.\d{2}$/);
const fact: z.ZodType<unknown> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.strictObject({ kind: z.string(), value: z.string(), unit: z.string().nullable().optional() }),
    z.strictObject({ nl: z.string(), en: z.string() }),
    z.strictObject({ code: z.string(), facts: z.record(z.string(), fact) }),
    z.array(fact),
  ]),
);
const message = z.strictObject({ code: z.string(), facts: z.record(z.string(), fact) });
const round = z.number().int().positive();
const question = z.strictObject({
  id: z.string().min(1),
  rule: z.string().min(1),
  severity: z.enum(SEVERITIES),
  message,
  amount: money.nullable(),
  location: z.strictObject({ sheet: z.string().optional(), cell: z.string().optional() }).nullable(),
  status: z.enum(QUESTION_STATUSES as [string, ...string[]]),
  answer: z.string(),
  note: z.string(),
  firstRound: round,
  lastRound: round,
  before: money.nullable(),
});
const provider = z.strictObject({
  provider: z.string().min(1),
  review: z.enum(REVIEW_STATUSES as [string, ...string[]]),
  note: z.string(),
  file: z.string(),
  hash: z.string().nullable(),
  round,
  profile: z.unknown(),
  // One cell a row, so that a file of forty submissions stays small: sheet, cell, product, domain, period, amount.
  cells: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), money])),
  questions: z.array(question),
});
const shape = z.strictObject({
  plafondwijzer: z.literal('dossier'),
  version: z.literal(1),
  rulebook: z.string().min(1),
  year: z.number().int(),
  rounds: z.array(z.strictObject({ round, asOf: z.string().refine(isIsoDate) })),
  providers: z.array(provider),
});

/** The dossier as JSON; amounts as decimal text. */
export function writeDossier(dossier: Dossier): unknown {
  return {
    plafondwijzer: 'dossier',
    version: 1,
    rulebook: dossier.rulebook,
    year: dossier.year,
    rounds: dossier.rounds,
    providers: dossier.providers.map((kept) => ({
      ...kept,
      cells: kept.cells.map((cell) => [
        cell.sheet,
        cell.cell,
        cell.product,
        cell.domain,
        cell.period,
        formatMoney(cell.amount),
      ]),
      questions: kept.questions.map((one) => ({
        ...one,
        message: keepMessage(one.message),
        amount: one.amount === null ? null : formatMoney(one.amount),
        before: one.before === null ? null : formatMoney(one.before),
      })),
    })),
  };
}

/**
 * The dossier as the text of a file: a line for each provider, so that a file of hundreds stays small and a
 * change shows where it is.
 */
export function dossierText(dossier: Dossier): string {
  const { providers, ...rest } = writeDossier(dossier) as { readonly providers: readonly unknown[] };
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"providers":[\n${providers.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
}

function readFact(kept: unknown): Fact {
  if (typeof kept === 'string' || typeof kept === 'number') return kept;
  if (Array.isArray(kept)) return kept.map(readFact) as (string | number | Value)[];
  const object = kept as Readonly<Record<string, unknown>>;
  if ('kind' in object) return readValue(object as { kind: string; value: string; unit?: string | null });
  if ('code' in object) return readMessage(object as { code: string; facts: Record<string, unknown> });
  return { nl: String(object['nl']), en: String(object['en']) };
}

function readValue(kept: { kind: string; value: string; unit?: string | null }): Value {
  switch (kept.kind) {
    case 'money':
      return { kind: 'money', value: parseMoney(kept.value) };
    case 'quantity':
      return { kind: 'quantity', value: new Decimal(kept.value), unit: kept.unit ?? null };
    case 'ratio':
      return { kind: 'ratio', value: new Decimal(kept.value) };
    case 'date':
      if (isIsoDate(kept.value)) return { kind: 'date', value: kept.value };
      break;
    case 'month':
      if (isMonth(kept.value)) return { kind: 'month', value: kept.value };
      break;
  }
  return { kind: 'text', value: kept.value };
}

const readMessage = (kept: { code: string; facts: Record<string, unknown> }): Message => ({
  code: kept.code,
  facts: Object.fromEntries(Object.entries(kept.facts).map(([name, value]) => [name, readFact(value)])),
});

const amountOrNull = (text: string | null): Money | null => (text === null ? null : parseMoney(text));

/**
 * Reads a dossier that was kept. Issues name the file and the path in it; another kind of file, or a version
 * of a later date, is refused, not guessed.
 */
export function readDossier(
  json: unknown,
  file: string,
): { readonly dossier: Dossier } | { readonly issues: readonly Issue[] } {
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    return {
      issues: parsed.error.issues.slice(0, 20).map((issue) => ({
        level: 'error',
        code: 'desk.dossier-not-valid',
        facts: { expected: issue.message },
        place: { file, path: issue.path.join('.') },
      })),
    };
  }
  const { rulebook, year, rounds, providers } = parsed.data;
  return {
    dossier: {
      rulebook,
      year,
      rounds,
      providers: providers.map((kept) => ({
        ...kept,
        review: kept.review as ReviewStatus,
        cells: kept.cells.map(([sheet, cell, product, domain, period, amount]) => ({
          sheet,
          cell,
          product,
          domain,
          period,
          amount: parseMoney(amount),
        })),
        questions: kept.questions.map((one) => ({
          ...one,
          status: one.status as Question['status'],
          message: readMessage(one.message),
          amount: amountOrNull(one.amount),
          before: amountOrNull(one.before),
          location:
            one.location === null
              ? null
              : {
                  ...(one.location.sheet === undefined ? {} : { sheet: one.location.sheet }),
                  ...(one.location.cell === undefined ? {} : { cell: one.location.cell }),
                },
        })),
      })),
    },
  };
}
