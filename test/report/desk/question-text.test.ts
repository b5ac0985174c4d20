import type { Question } from '../../../src/core';
import { questionText } from '../../../src/report/desk/question-text';
import { wordsIn } from '../../../src/report/words';

const question = (rule: string, code: string, facts: Question['message']['facts']): Question => ({
  ...{ id: 'x', rule, severity: 'warning', message: { code, facts }, amount: null, location: null },
  ...{ status: 'open', answer: '', note: '', firstRound: 1, lastRound: 1, before: null },
});

describe('what a provider is asked about a message', () => {
  const cutOff = question('CHK-25', 'messages-in.cut-off', { count: 1 });
  const amount = question('CHK-26', 'messages-in.amount-not-tariff', { count: 3 });

  test('the message as a whole (CHK-25)', () => {
    expect(questionText(cutOff, wordsIn('nl'), 'nl')).toMatch(
      /Kunt u nagaan wat er met dit bericht misging, en het zo nodig volledig opnieuw aanleveren\?$/,
    );
    expect(questionText(cutOff, wordsIn('en'), 'en')).toMatch(
      /Can you find out what went wrong with this message, and deliver it again in full if needed\?$/,
    );
  });

  test('its lines (CHK-26)', () => {
    expect(questionText(amount, wordsIn('nl'), 'nl')).toMatch(
      /Kunt u deze regels nakijken, en crediteren en opnieuw declareren wat niet juist is\?$/,
    );
    expect(questionText(amount, wordsIn('en'), 'en')).toMatch(
      /Can you check these lines, and credit and declare again what is not right\?$/,
    );
  });
});
