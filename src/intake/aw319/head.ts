import { dateFromDayNumber, type IsoDate } from '../../core';
import { textAt } from '../declared/bytes';
import { dayOfDigits, NO_DAY } from '../declared/days';
import { DeclaredFile } from '../declared/declared-file';
import type { MessageRun } from '../declared/run';

/** Codes of who is paid (0113) and where that party's AGB code stands in 01. */
const PAYEES: ReadonlyMap<string, number> = new Map([
  ['01', 30],
  ['02', 38],
  ['03', 46],
  ['04', 54],
]);

/** Ends of the declaration period of files without one: no day is after it. */
const NEVER = 1e9;

/** What the first record (01) says: the file of lines to come, and the last day of its period. */
export function readHead(
  bytes: Uint8Array,
  at: number,
  line: number,
  name: string,
  run: MessageRun,
): { readonly file: DeclaredFile; readonly until: number } {
  const text = (from: number, until: number): string => textAt(bytes, at + from, at + until);
  const date = (from: number): IsoDate | null => {
    const day = dayOfDigits(bytes, at + from);
    return day === NO_DAY ? null : dateFromDayNumber(day);
  };
  const from = date(64);
  const until = date(72);
  const payeeAt = PAYEES.get(text(62, 64));
  const payee = payeeAt === undefined ? '' : text(payeeAt, payeeAt + 8);
  // An unknown or unfilled payee: the first code that is filled.
  const provider =
    /^0*$/.test(payee) === false
      ? payee
      : ([54, 46, 38, 30].map((place) => text(place, place + 8)).find((found) => !/^0*$/.test(found)) ?? '');
  const number = text(80, 92);
  const file = new DeclaredFile(
    name,
    {
      format: 'aw319',
      name: 'AW319 1.4',
      domain: 'Wlz',
      sender: provider,
      receiver: text(26, 30),
      provider,
      message: number,
      number,
      date: date(92),
      period: from !== null && until !== null && from <= until ? { from, until } : null,
      scope: provider,
      strictReferences: true,
    },
    run,
  );
  if (from === null || until === null || from > until) file.remark('messages-in.period-unreadable', line);
  if (payeeAt === undefined || /^0*$/.test(payee)) file.remark('messages-in.payee-missing', line);
  if (text(9, 10) === 'T') {
    file.refuseAll = { code: 'messages-in.line-test', facts: {} };
    file.remark('messages-in.test-message', line);
  }
  const currency = text(114, 117);
  if (currency !== '' && currency !== 'EUR') {
    file.refuseAll = { code: 'messages-in.line-currency', facts: {} };
    file.remark('messages-in.other-currency', line);
  }
  const last = dayOfDigits(bytes, at + 72);
  return { file, until: last === NO_DAY ? NEVER : last };
}
