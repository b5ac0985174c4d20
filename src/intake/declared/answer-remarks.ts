import { moneyValue, type Money, type Place } from '../../core';
import type { Remarks } from './remarks';
import type { Answer } from './run';
import type { Share } from './share';

/** What an answer says of the amounts of a declaration, against what was read of it. */
export function compareAnswer(
  answer: Answer,
  read: { readonly approved: Share; readonly refused: Share; readonly stated: Money | null },
  remarks: Remarks,
  place: Place,
): void {
  const { approved, refused, stated } = read;
  remarks.add('messages-in.answered', place, {
    answer: answer.file,
    approved: moneyValue(approved.sum.money),
    refused: moneyValue(refused.sum.money),
    lines: refused.lines,
  });
  if (answer.submitted !== null && stated !== null && answer.submitted !== stated) {
    remarks.add('messages-in.answer-other-total', place, {
      answer: answer.file,
      submitted: moneyValue(answer.submitted),
      stated: moneyValue(stated),
    });
  }
  if (answer.granted !== null && answer.whole === null && answer.granted !== approved.sum.money) {
    remarks.add('messages-in.answer-other-granted', place, {
      answer: answer.file,
      granted: moneyValue(answer.granted),
      read: moneyValue(approved.sum.money),
    });
  }
}
