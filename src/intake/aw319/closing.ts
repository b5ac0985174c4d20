import { moneyFromCents, moneyValue, subtractMoney, type Money } from '../../core';
import { BLANK, numberAt } from '../declared/bytes';
import type { DeclaredFile } from '../declared/declared-file';
import { CentSum } from '../tally';

const D = 0x44;
const C = 0x43;

/** What was found in a file, to be held against what its last record says. */
export class Found {
  clients = 0;
  lines = 0;
  comments = 0;
  others = 0;
  readonly total = new CentSum();
}

/**
 * Holds the closing record (99) against what was found: remarks on counts and total that differ. The result is
 * the stated total; null when there is none to read.
 */
export function readClosing(
  bytes: Uint8Array,
  at: number,
  line: number,
  file: DeclaredFile,
  found: Found,
): Money | null {
  const counts: readonly (readonly [string, number, number, number])[] = [
    ['clients', 2, 8, found.clients],
    ['debtors', 8, 14, found.others],
    ['lines', 14, 20, found.lines],
    ['comments', 20, 26, found.comments],
    ['details', 26, 33, found.clients + found.lines + found.comments + found.others],
  ];
  for (const [what, from, until, count] of counts) {
    const stated = numberAt(bytes, at + from, at + until);
    const optional = what === 'debtors' || what === 'comments';
    if (stated === count || (stated === BLANK && optional && count === 0)) continue;
    file.remarks.add(`messages-in.closing-${what}`, file.place(line), {
      stated: stated >= 0 ? stated : '–',
      found: count,
    });
  }
  const cents = numberAt(bytes, at + 33, at + 44);
  const sign = bytes[at + 44];
  if (!(cents >= 0) || (sign !== D && sign !== C)) {
    file.remark('messages-in.closing-total-missing', line);
    return null;
  }
  const stated = moneyFromCents(sign === C ? -cents : cents);
  const sum = found.total.money;
  if (sum !== stated) {
    file.remark('messages-in.total-differs', line, {
      stated: moneyValue(stated),
      found: moneyValue(sum),
      difference: moneyValue(subtractMoney(stated, sum)),
    });
  }
  return stated;
}
