import type { Row } from 'write-excel-file/universal';
import { isOpenQuestion } from '../../core';
import { showMoney, type Language } from '../../messages';
import { maskServiceNumbers } from '../say-clean';
import { moneyCell, STRONG, tableSheet, textCell, workbookOf } from '../sheet-cells';
import { showDay } from '../text';
import { printable, wrap } from '../text-lines';
import { wordsIn } from '../words';
import type { DeskEntry, DeskReport } from './input';
import { questionPlace, questionText } from './question-text';

/**
 * The open questions to one provider as a letter of plain text, numbered, with cells and amounts; null when
 * there is nothing to ask.
 */
export function questionLetter(desk: DeskReport, entry: DeskEntry, language: Language): string | null {
  const questions = entry.questions.filter(isOpenQuestion);
  if (questions.length === 0 || entry.state !== 'checked') return null;
  const words = wordsIn(language);
  const lines = [
    words('desk.letter.subject', {
      provider: printable(entry.provider),
      year: String(desk.check.year),
      round: desk.round,
    }),
    '',
    words('desk.letter.salutation'),
    '',
    ...wrap(
      words('desk.letter.opening', {
        file: printable(entry.file ?? ''),
        asOf: showDay(desk.check.asOf, language),
        count: questions.length,
      }),
      78,
    ),
    '',
  ];
  questions.forEach((question, index) => {
    const place = questionPlace(question);
    const about = [place, question.amount === null ? '' : showMoney(question.amount, language)]
      .filter((part) => part !== '')
      .join(', ');
    lines.push(
      ...wrap(
        `${index + 1}. ${about === '' ? '' : `[${about}] `}${printable(questionText(question, words, language))}`,
        78,
        '   ',
      ),
      '',
    );
  });
  lines.push(...wrap(words('desk.letter.closing'), 78), '');
  return lines.join('\n');
}

/** The open questions to one provider as a workbook with room for answers, to be sent and read back. */
export async function questionWorkbook(
  desk: DeskReport,
  entry: DeskEntry,
  language: Language,
): Promise<Uint8Array | null> {
  const questions = entry.questions.filter(isOpenQuestion);
  if (questions.length === 0 || entry.state !== 'checked') return null;
  const words = wordsIn(language);
  const columns = [
    { title: words('desk.column.id'), width: 24 },
    { title: words('report.provider'), width: 30 },
    { title: words('desk.column.question'), width: 70 },
    { title: words('desk.column.cell'), width: 18 },
    { title: words('desk.column.amount'), width: 17, align: 'right' as const },
    { title: words('desk.column.answer'), width: 50 },
    { title: words('desk.column.status'), width: 14 },
    { title: words('desk.column.note'), width: 40 },
  ];
  const rows: Row[] = questions.map((question) => [
    textCell(question.id),
    textCell(entry.provider),
    textCell(questionText(question, words, language)),
    textCell(questionPlace(question)),
    moneyCell(question.amount, language),
    textCell(maskServiceNumbers(question.answer)),
    textCell(words(`desk.status.${question.status}`)),
    textCell(maskServiceNumbers(question.note)),
  ]);
  const above: Row[] = [
    [
      textCell(
        words('desk.letter.subject', {
          provider: entry.provider,
          year: String(desk.check.year),
          round: desk.round,
        }),
        { ...STRONG, fontSize: 13, wrap: false },
      ),
    ],
    [textCell(words('desk.letter.how-to-answer'), { wrap: false })],
    [],
  ];
  const more = (left: number): string => words('report.and-more', { count: left });
  return workbookOf([
    tableSheet(words('desk.sheet.questions'), columns, rows, more, { above, frozenColumns: 1 }),
  ]);
}
