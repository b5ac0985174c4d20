import { formatQuantity, type Fact, type Message, type Money, type Place } from '../values';
import { formatMoney } from '../values/money';
import type { Finding, Severity } from '../checks/outcome';

/**
 * `open`: put to the provider, or about to be. `answered`: the provider explained; the procurer hasn't
 * decided. `accepted`: the procurer is content with the answer. `solved`: a later submission no longer
 * gives rise to it. `withdrawn`: the procurer dropped it.
 */
export type QuestionStatus = 'open' | 'answered' | 'accepted' | 'solved' | 'withdrawn';
export const QUESTION_STATUSES: readonly QuestionStatus[] = [
  'open',
  'answered',
  'accepted',
  'solved',
  'withdrawn',
];

/** A finding put to the provider, followed over rounds. */
export interface Question {
  /** Stays the same from round to round: rule, sentence and what it is about, without amounts. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly amount: Money | null;
  /** Where in the submission; the file's name is left out, because it changes from round to round. */
  readonly location: Place | null;
  readonly status: QuestionStatus;
  /** What the provider answered. */
  readonly answer: string;
  /** The procurer's own note. */
  readonly note: string;
  readonly firstRound: number;
  readonly lastRound: number;
  /** The amount in the round before, when it changed. */
  readonly before: Money | null;
}

/**
 * What a message is about, without its amounts, volumes, shares and days: those move from round to round
 * (another as-of date, another day of exhaustion) while the question stays the same.
 */
function subjectOf(message: Message): string {
  return Object.entries(message.facts)
    .flatMap(([name, fact]) => {
      const text = lastingText(fact);
      return text === null ? [] : [`${name}=${text}`];
    })
    .sort()
    .join(';');
}

function lastingText(fact: Fact): string | null {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return null;
  if (Array.isArray(fact)) {
    const parts = (fact as readonly Fact[]).flatMap((part) => lastingText(part) ?? []);
    return parts.length === 0 ? null : parts.join(',');
  }
  if ('kind' in fact) return fact.kind === 'month' || fact.kind === 'text' ? fact.value : null;
  if ('code' in fact) return `${(fact as Message).code}(${subjectOf(fact as Message)})`;
  return 'nl' in fact ? fact.nl : null;
}

/** A short number of a text, the same on every machine (FNV-1a, 32 bits, twice with different starts). */
function shortHash(text: string): string {
  const half = (start: number): string => {
    let hash = start;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
    }
    return hash.toString(36).padStart(7, '0');
  };
  return half(0x811c9dc5) + half(0x3c6ef372);
}

/**
 * Identity of the question behind a finding. Two findings of one submission that are about the same thing
 * (rule, sentence, cell, product …) have one identity, whatever the amounts.
 */
export function questionId(finding: Pick<Finding, 'rule' | 'message' | 'location'>): string {
  const { location, message, rule } = finding;
  const place = [location?.sheet, location?.cell, location?.path].filter((part) => part !== undefined);
  return `${rule}-${shortHash([rule, message.code, subjectOf(message), ...place].join('|'))}`;
}

/** A finding as a question, not yet put to anyone. */
export function questionAbout(finding: Finding, round: number): Question {
  const { location } = finding;
  return {
    id: questionId(finding),
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    amount: finding.amount,
    location:
      location?.sheet === undefined && location?.cell === undefined
        ? null
        : {
            ...(location.sheet === undefined ? {} : { sheet: location.sheet }),
            ...(location.cell === undefined ? {} : { cell: location.cell }),
          },
    status: 'open',
    answer: '',
    note: '',
    firstRound: round,
    lastRound: round,
    before: null,
  };
}

/**
 * About the procurer's own files: lines rejected, totals in them that differ, amounts of another year. No
 * provider can answer for those.
 */
const OWN_FILES: ReadonlySet<string> = new Set(['CHK-19', 'CHK-20', 'CHK-21']);

/**
 * The findings a provider is asked about: violations and warnings that could be checked and that concern its
 * own submission. Notices and what is about other files are for the procurer, except what was `asked` before.
 */
export function questionsFrom(
  findings: readonly Finding[],
  round: number,
  asked: ReadonlySet<string> = new Set(),
): Question[] {
  const questions = new Map<string, Question>();
  for (const finding of findings) {
    const question = questionAbout(finding, round);
    const { id } = question;
    const isForProcurer = finding.severity === 'notice' || finding.notChecked || OWN_FILES.has(finding.rule);
    if (isForProcurer && !asked.has(id)) continue;
    if (!questions.has(id)) questions.set(id, question);
  }
  return [...questions.values()];
}

/** Questions that go to the provider now. */
export const isOpenQuestion = (question: Question): boolean =>
  question.status === 'open' || question.status === 'answered';

/**
 * The questions of a new round: those that no longer arise are solved, those that do keep their status, answer
 * and note (with the amount of before where it changed), new ones are added. Solved ones that come back are
 * open again; accepted and withdrawn ones stay so unless their amount changed. Nothing disappears.
 */
export function nextRound(known: readonly Question[], found: readonly Question[], round: number): Question[] {
  const now = new Map(found.map((question) => [question.id, question]));
  const kept = known.map((question): Question => {
    const again = now.get(question.id);
    if (!again) {
      return question.status === 'withdrawn' || question.status === 'accepted'
        ? question
        : { ...question, status: 'solved', before: null };
    }
    now.delete(question.id);
    const changed = again.amount !== question.amount;
    return {
      ...again,
      status:
        question.status === 'solved' ||
        (changed && (question.status === 'accepted' || question.status === 'withdrawn'))
          ? 'open'
          : question.status,
      answer: question.answer,
      note: question.note,
      firstRound: question.firstRound,
      lastRound: round,
      before: changed ? question.amount : null,
    };
  });
  return [...kept, ...now.values()];
}

/** A message's facts as text, for a file that keeps them. */
export type KeptFact =
  | string
  | number
  | { readonly kind: string; readonly value: string; readonly unit?: string | null }
  | { readonly nl: string; readonly en: string }
  | { readonly code: string; readonly facts: Readonly<Record<string, KeptFact>> }
  | readonly KeptFact[];

/** @example keepFact({ kind: 'money', value: parseMoney('12.50') }) // { kind: 'money', value: '12.50' } */
export function keepFact(fact: Fact): KeptFact {
  if (typeof fact === 'string' || typeof fact === 'number') return fact;
  if (Array.isArray(fact)) return (fact as readonly Fact[]).map(keepFact);
  if ('kind' in fact) {
    switch (fact.kind) {
      case 'money':
        return { kind: 'money', value: formatMoney(fact.value) };
      case 'quantity':
        return { kind: 'quantity', value: formatQuantity(fact.value), unit: fact.unit };
      case 'ratio':
        return { kind: 'ratio', value: fact.value.toFixed() };
      default:
        return { kind: fact.kind, value: fact.value };
    }
  }
  if ('code' in fact) return keepMessage(fact as Message);
  const text = fact as { nl: string; en: string };
  return { nl: text.nl, en: text.en };
}

export const keepMessage = (
  message: Message,
): { readonly code: string; readonly facts: Readonly<Record<string, KeptFact>> } => ({
  code: message.code,
  facts: Object.fromEntries(Object.entries(message.facts).map(([name, fact]) => [name, keepFact(fact)])),
});
