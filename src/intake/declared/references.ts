import type { Fact } from '../../core';
import { monthIndex } from './days';
import type { DeclaredLine } from './declared-line';
import { mixed } from './line-hash';
import type { MessageRun } from './run';
import type { Share } from './share';

const DEBIT = 1;
const CREDITED = 2;
/** A credit was read whose debit wasn't (yet). */
const AWAITED = 4;
const CREDIT = 8;
const FILE_SHIFT = 4;

const NONE = -1;

/** What is told of a line's reference: a remark, or the reason why the line is left out. */
export interface ReferenceEars {
  remark(code: string, line: number): void;
  reject(code: string, line: DeclaredLine, facts?: Readonly<Record<string, Fact>>): void;
}

/**
 * The reference numbers of one file against those of the run: a number that came before is a double, a credit
 * takes back the debit that it names.
 */
export class References {
  constructor(
    private readonly run: MessageRun,
    private readonly fileNumber: number,
    /** What reference numbers are unique within. */
    private readonly scope: number,
    /** A number that comes back is refused, whatever the line holds. */
    private readonly strict: boolean,
    private readonly ears: ReferenceEars,
    private readonly credits: Share,
    private readonly unmatched: Share,
  ) {}

  /**
   * Takes a line's reference, and for a credit that of the line it takes back: its period is then the right
   * one for both. False: the line has been read before and is left out. `product` is the product's hash.
   */
  take(line: DeclaredLine, product: number): boolean {
    const { run, ears, fileNumber } = this;
    const { hash, references } = run;
    // What a credit must repeat of the line it takes back.
    const content = mixed(
      mixed(
        mixed(mixed(mixed(line.clientHigh, line.allocation), line.from), line.until),
        Math.abs(line.cents),
      ),
      product,
    );
    if (line.referenceEnd === line.reference) {
      if (line.credit) this.takeCredit(line, content);
      return true;
    }
    hash.begin(this.scope);
    hash.bytes(line.bytes, line.reference, line.referenceEnd);
    const { high, low, home } = hash;
    let at = references.at(high, low, home);
    let state = references.get(at, 0);
    if ((state & (DEBIT | CREDIT)) !== 0) {
      const file = state >>> FILE_SHIFT;
      if (file !== fileNumber) {
        ears.reject('messages-in.line-read-before', line, { earlier: run.files[file] ?? '' });
        return false;
      }
      const same = references.get(at, 1) === content && ((state & CREDIT) !== 0) === line.credit;
      if (same || this.strict) {
        ears.reject('messages-in.line-reference-twice', line);
        return false;
      }
      ears.remark('messages-in.reference-twice', line.line);
    }
    if (line.credit) {
      this.takeCredit(line, content);
      // A credit may be the first to name an earlier line, and itself be named by its own number.
      at = references.at(high, low, home);
      state = references.get(at, 0);
    }
    if ((state & AWAITED) !== 0 && !line.credit) {
      if (state >>> FILE_SHIFT === fileNumber) {
        this.unmatched.lines--;
        this.unmatched.sum.add(line.cents);
      }
      state = DEBIT | CREDITED;
    } else state = line.credit ? CREDIT : DEBIT;
    references.set(at, 0, (fileNumber << FILE_SHIFT) | state);
    references.set(at, 1, content);
    references.set(at, 2, line.from);
    references.set(at, 3, line.until - line.from + 1);
    return true;
  }

  /** Holds a credit against the line it takes back, whose month is the right one for it. */
  private takeCredit(line: DeclaredLine, content: number): void {
    const { run, ears } = this;
    this.credits.add(line.cents);
    if (line.previousEnd === line.previous) return;
    const { hash, references } = run;
    hash.begin(this.scope);
    hash.bytes(line.bytes, line.previous, line.previousEnd);
    const { high, low, home } = hash;
    const known = references.find(high, low, home);
    if (known === NONE || (references.get(known, 0) & DEBIT) === 0) {
      const at = references.at(high, low, home);
      const state = references.get(at, 0);
      if ((state & AWAITED) !== 0) ears.remark('messages-in.credited-twice', line.line);
      if (state === 0 || (state & AWAITED) !== 0) {
        references.set(at, 0, (this.fileNumber << FILE_SHIFT) | AWAITED);
      }
      this.unmatched.add(line.cents);
      return;
    }
    const state = references.get(known, 0);
    if ((state & CREDITED) !== 0) ears.remark('messages-in.credited-twice', line.line);
    references.set(known, 0, state | CREDITED);
    if (!this.strict && state >>> FILE_SHIFT === this.fileNumber) {
      ears.remark('messages-in.credit-of-own-file', line.line);
    }
    const from = references.get(known, 2);
    const until = from + references.get(known, 3) - 1;
    if (from !== line.from || until !== line.until) {
      if (monthIndex(from) !== monthIndex(line.from) || monthIndex(until) !== monthIndex(line.until)) {
        ears.remark('messages-in.credit-other-period', line.line);
        line.from = from;
        line.until = until;
      }
    } else if (references.get(known, 1) !== content) {
      ears.remark('messages-in.credit-differs', line.line);
    }
  }
}
