/** Number of columns a text takes in a terminal, near enough for Latin script. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;

/** Pads to the left, so that amounts line up at the right. */
export const alignRight = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

export const alignLeft = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/**
 * Control characters out: a file or product name can't move the cursor or colour the terminal.
 * @example printable('a\u001b[31mb') // 'a[31mb'
 */
export const printable = (text: string): string =>
  text.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Breaks a text on spaces into lines of at most `width` columns; a longer word keeps a line of its own.
 * @example wrap('een twee drie', 8, '  ') // ['een twee', '  drie']
 */
export function wrap(text: string, width: number, hang = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const start = lines.length === 0 ? '' : hang;
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = hang + word;
    } else line = line === '' ? start + word : `${line} ${word}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Text at some distance from the left, wrapped within the width. */
export const indented = (text: string, indent: number, width: number): string[] =>
  wrap(printable(text), Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);

/**
 * Cuts in the middle of a text that is too long, keeping both ends.
 * @example shorten('Stichting Voorbeeld', 9) // 'Stic…eeld'
 */
export function shorten(text: string, width: number): string {
  const letters = [...text];
  if (letters.length <= width) return text;
  const tail = Math.floor((width - 1) / 2);
  return `${letters.slice(0, width - 1 - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
}

export interface TextRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** Such as a total or an overrun: shown by the caller's style. */
  readonly mark?: 'strong' | 'alarm' | undefined;
}

/**
 * A table with labels at the left and right-aligned columns. Columns that don't fit the width go into a
 * next table under it, with the labels again.
 */
export function textTable(
  header: TextRow,
  rows: readonly (TextRow | null)[],
  width: number,
  style: (line: string, row: TextRow) => string,
): string[] {
  const present = rows.filter((row) => row !== null);
  const labelWidth = Math.max(...[header, ...present].map((row) => widthOf(row.label)));
  const widths = header.cells.map((cell, index) =>
    Math.max(widthOf(cell), ...present.map((row) => widthOf(row.cells[index] ?? ''))),
  );
  const lines: string[] = [];
  for (let first = 0; first < widths.length;) {
    let last = first;
    let used = labelWidth + 2 + (widths[first] ?? 0);
    while (last + 1 < widths.length && used + 2 + (widths[last + 1] ?? 0) <= width) {
      last += 1;
      used += 2 + (widths[last] ?? 0);
    }
    if (first > 0) lines.push('');
    for (const row of [header, ...rows]) {
      if (row === null) {
        lines.push('');
        continue;
      }
      const cells = row.cells.slice(first, last + 1);
      const text = cells.map((cell, index) => `  ${alignRight(cell, widths[first + index] ?? 0)}`).join('');
      lines.push(style((alignLeft(row.label, labelWidth) + text).trimEnd(), row));
    }
    first = last + 1;
  }
  return lines;
}
