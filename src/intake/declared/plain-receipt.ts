import { ZERO, type IsoDate } from '../../core';
import type { IntakeReceipt, MessageFormat } from '../contract';
import type { Tally } from '../tally';
import type { Remarks } from './remarks';

/** The receipt of a message without declared lines: what it is, how much of it was read, and remarks. */
export function plainReceipt(
  tally: Tally,
  remarks: Remarks,
  encoding: string | null,
  message: {
    readonly format: MessageFormat;
    readonly name: string;
    readonly domain: string;
    readonly sender: string;
    readonly receiver: string;
    readonly number: string;
    readonly date: IsoDate | null;
  },
): IntakeReceipt {
  const { format, ...facts } = message;
  const none = { lines: 0, amount: ZERO };
  tally.addNotices(remarks.issues);
  return tally.close(
    {
      kind: 'production',
      format,
      encoding,
      delimiter: null,
      decimal: null,
      columns: [],
      ignoredColumns: [],
      years: new Map(),
      providers: [],
      message: {
        ...facts,
        period: null,
        statuses: null,
        credits: none,
        unmatchedCredits: none,
        late: none,
        triangle: [],
      },
    },
    null,
  );
}
