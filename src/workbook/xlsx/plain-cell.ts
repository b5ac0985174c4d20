/** How the content of a cell is meant, by its `t` attribute. */
export type PlainKind = 'number' | 'shared' | 'text' | 'other';

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const QUOTE = 34;
const SLASH = 47;
const GREATER = 62;
const LESS = 60;
const MINUS = 45;
const POINT = 46;
const SPACE = 32;

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Reads cells such as `<c r="D5" s="3"><v>12.5</v></c>`, which is what nearly all cells look like, straight from
 * the text: places and numbers come out without a text being made of them. Fields hold the cell that was read
 * last.
 */
export class PlainCellReader {
  row = 0;
  col = 0;
  /** Style number; -1 when none is stated. */
  style = -1;
  kind: PlainKind = 'number';
  /** The number when `kind` is `number` or `shared` and it was read here; else NaN: the text tells. */
  number = Number.NaN;
  /** Where the value's text begins and ends; equal for an empty cell. */
  valueStart = 0;
  valueEnd = 0;

  constructor(private readonly text: string) {}

  /** Reads the cell that begins at `at`: where it ends, or -1 when it isn't that plain. */
  read(at: number): number {
    const { text } = this;
    if (!text.startsWith('<c r="', at)) return -1;
    let i = at + 6;
    let col = 0;
    let code = text.charCodeAt(i);
    for (; code >= 65 && code <= 90; code = text.charCodeAt(++i)) col = col * 26 + code - 64;
    const digits = i;
    let row = 0;
    for (; code >= DIGIT_0 && code <= DIGIT_9; code = text.charCodeAt(++i)) row = row * 10 + code - DIGIT_0;
    if (code !== QUOTE || i === digits || i - digits > 7) return -1;
    if (col < 1 || col > 16384 || row < 1 || row > 1048576) return -1;
    this.row = row - 1;
    this.col = col - 1;
    this.style = -1;
    this.kind = 'number';
    i++;
    if (text.charCodeAt(i) === SPACE && text.charCodeAt(i + 1) === 115) {
      if (!text.startsWith('s="', i + 1)) return -1;
      i += 4;
      const first = i;
      let style = 0;
      for (code = text.charCodeAt(i); code >= DIGIT_0 && code <= DIGIT_9; code = text.charCodeAt(++i))
        style = style * 10 + code - DIGIT_0;
      if (code !== QUOTE || i === first || i - first > 7) return -1;
      this.style = style;
      i++;
    }
    if (text.charCodeAt(i) === SPACE) {
      if (!text.startsWith('t="', i + 1)) return -1;
      if (text.startsWith('s">', i + 4)) {
        this.kind = 'shared';
        i += 6;
      } else if (text.startsWith('str">', i + 4)) {
        this.kind = 'text';
        i += 8;
      } else if (text.startsWith('n">', i + 4)) i += 6;
      else return -1;
    }
    code = text.charCodeAt(i);
    if (code === SLASH) {
      if (text.charCodeAt(i + 1) !== GREATER) return -1;
      this.kind = 'other';
      this.valueStart = this.valueEnd = i;
      return i + 2;
    }
    if (code !== GREATER || !text.startsWith('<v>', i + 1)) return -1;
    this.valueStart = i + 4;
    const end = this.kind === 'text' ? text.indexOf('<', this.valueStart) : this.readNumber(this.valueStart);
    if (end < 0 || !text.startsWith('</v></c>', end)) return -1;
    this.valueEnd = end;
    return end + 8;
  }

  /** Reads a number of up to fifteen digits, and gives where the value ends; any other text is left to the caller. */
  private readNumber(at: number): number {
    const { text } = this;
    this.number = Number.NaN;
    let i = at;
    let code = text.charCodeAt(i);
    const isNegative = code === MINUS;
    if (isNegative) code = text.charCodeAt(++i);
    const first = i;
    let mantissa = 0;
    let point = -1;
    for (; i - first <= 16; code = text.charCodeAt(++i)) {
      if (code >= DIGIT_0 && code <= DIGIT_9) mantissa = mantissa * 10 + code - DIGIT_0;
      else if (code === POINT && point < 0) point = i;
      else break;
    }
    if (code !== LESS) return text.indexOf('<', i);
    const count = i - first - (point < 0 ? 0 : 1);
    // Fifteen digits and a power of ten up to 22 are exact, so that their quotient is the nearest double.
    if (count >= 1 && count <= 15 && point !== first && point !== i - 1) {
      const value = point < 0 ? mantissa : mantissa / (POWERS[i - point - 1] ?? Number.NaN);
      this.number = isNegative ? -value : value;
    }
    return i;
  }
}
