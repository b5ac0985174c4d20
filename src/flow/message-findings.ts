import { finding, type Finding, type Severity } from '../core';
import type { IntakeReceipt } from '../intake';

/** The message as a whole: its records, counts and order. */
const WHOLE = 'CHK-25';
/** Its lines: amounts, periods, references and credits. */
const LINES = 'CHK-26';

/**
 * Rules of the message standards that a remark of a reader says are broken. A warning where it can change an
 * amount; a notice where the figures stand. The stated total is CHK-19.
 */
const RULES: ReadonlyMap<string, readonly [rule: string, severity: Severity]> = new Map([
  ['messages-in.cut-off', [WHOLE, 'warning']],
  ['messages-in.xml-broken', [WHOLE, 'warning']],
  ['messages-in.closing-clients', [WHOLE, 'warning']],
  ['messages-in.closing-debtors', [WHOLE, 'warning']],
  ['messages-in.closing-lines', [WHOLE, 'warning']],
  ['messages-in.closing-comments', [WHOLE, 'notice']],
  ['messages-in.closing-details', [WHOLE, 'warning']],
  ['messages-in.closing-total-missing', [WHOLE, 'warning']],
  ['messages-in.second-head', [WHOLE, 'warning']],
  ['messages-in.test-message', [WHOLE, 'warning']],
  ['messages-in.other-currency', [WHOLE, 'warning']],
  ['messages-in.delivered-before', [WHOLE, 'warning']],
  ['messages-in.delivered-again', [WHOLE, 'warning']],
  ['messages-in.period-unreadable', [WHOLE, 'warning']],
  ['messages-in.period-no-month', [WHOLE, 'notice']],
  ['messages-in.payee-missing', [WHOLE, 'notice']],
  ['messages-in.record-short', [WHOLE, 'notice']],
  ['messages-in.sequence', [WHOLE, 'notice']],
  ['messages-in.comment-astray', [WHOLE, 'notice']],
  ['messages-in.answer-other-total', [WHOLE, 'warning']],
  ['messages-in.answer-other-granted', [WHOLE, 'warning']],
  ['messages-in.answer-refused-differs', [WHOLE, 'warning']],
  ['messages-in.amount-not-tariff', [LINES, 'warning']],
  ['messages-in.amount-not-volume', [LINES, 'warning']],
  ['messages-in.part-declared', [LINES, 'warning']],
  ['messages-in.declared-twice', [LINES, 'warning']],
  ['messages-in.credited-twice', [LINES, 'warning']],
  ['messages-in.unmatched-credits', [LINES, 'warning']],
  ['messages-in.reference-twice', [LINES, 'warning']],
  ['messages-in.credit-differs', [LINES, 'notice']],
  ['messages-in.credit-other-period', [LINES, 'notice']],
  ['messages-in.credit-of-own-file', [LINES, 'notice']],
  ['messages-in.credit-without-earlier', [LINES, 'notice']],
  ['messages-in.debit-with-earlier', [LINES, 'notice']],
  ['messages-in.reference-missing', [LINES, 'notice']],
  ['messages-in.after-period', [LINES, 'notice']],
  ['messages-in.product-period', [LINES, 'notice']],
  ['messages-in.more-days', [LINES, 'notice']],
  ['messages-in.tariff-missing', [LINES, 'notice']],
  ['messages-in.tariff-not-expected', [LINES, 'notice']],
  ['messages-in.other-list', [LINES, 'notice']],
  ['messages-in.unit-unknown', [LINES, 'notice']],
  ['messages-in.category-unknown', [LINES, 'notice']],
  ['messages-in.category-other', [LINES, 'notice']],
  ['messages-in.bsn-wrong', [LINES, 'notice']],
  ['messages-in.test-numbers', [LINES, 'notice']],
]);

/**
 * CHK-25 and CHK-26: what doesn't hold of a message's own rules, each with how often and the line on which it
 * was first seen.
 */
export const messageFindings = (receipt: IntakeReceipt): Finding[] =>
  receipt.issues.flatMap(({ code, facts, place }) => {
    const known = RULES.get(code);
    if (!known || !receipt.message) return [];
    const [rule, severity] = known;
    return [finding(null, rule, severity, { code, facts }, { location: place })];
  });

/** The line on which a file states its own total, where that is known. */
export const totalLine = (receipt: IntakeReceipt): number | undefined =>
  receipt.issues.find(({ code }) => code === 'messages-in.total-differs')?.place.line;
