import { formatMoney } from '../../core';
import { say, type Language } from '../../messages';
import type { IntakeReceipt } from '../../intake';

/** Always quoted, and never a formula for the spreadsheet that opens it. */
const field = (text: string): string =>
  `"${/^[=+\-@\t\r]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;

const HEADS: Record<Language, readonly string[]> = {
  nl: ['bestand', 'regel', 'bedrag', 'reden'],
  en: ['file', 'line', 'amount', 'reason'],
};

/**
 * The rejected lines of a file as CSV: semicolons, decimal comma in Dutch, and a byte order mark so that Excel
 * reads the accents. An amount that couldn't be read is empty.
 */
export function rejectedCsv(receipt: IntakeReceipt, language: Language): string {
  const amount = (text: string): string => (language === 'nl' ? text.replace('.', ',') : text);
  const rows = receipt.rejectedLines.map((line) =>
    [
      field(receipt.file),
      String(line.line),
      line.amount === null ? '' : amount(formatMoney(line.amount)),
      field(say(line.reason, language)),
    ].join(';'),
  );
  return `\ufeff${[HEADS[language].join(';'), ...rows].join('\r\n')}\r\n`;
}
