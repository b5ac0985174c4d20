import { trimmedEnd, wholeAt } from '../declared/bytes';

/** Four spaces. */
const SPACES = 0x20202020;

/** Whether four bytes, taken as a word, are digits all. */
const areDigits = (word: number): boolean =>
  (((word & 0xf0f0f0f0) ^ 0x30303030) | (((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030)) === 0;

/** The number that four digits make, the first of them in the lowest byte of the word. */
function numberOf(word: number): number {
  const digits = word & 0x0f0f0f0f;
  // Two numbers of two digits, and one of four out of those.
  const pairs = (Math.imul(digits, 10) + (digits >> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >> 16);
}

/**
 * Fields at fixed places of a record, read four bytes at a time. Every number is what `wholeAt` makes of the
 * same bytes: `BLANK` for spaces only, `WRONG` for anything but digits after spaces.
 */
export class FixedFields {
  bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);

  /** What the fields are read from until further notice. */
  over(bytes: Uint8Array): void {
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Four bytes as a number, for comparing only. */
  word(at: number): number {
    return this.view.getInt32(at, true);
  }

  /** The number in a field of four. */
  four(at: number): number {
    const word = this.view.getInt32(at, true);
    return areDigits(word) ? numberOf(word) : wholeAt(this.bytes, at, at + 4);
  }

  /** The number in a field of eight. */
  eight(at: number): number {
    const high = this.view.getInt32(at, true);
    const low = this.view.getInt32(at + 4, true);
    if (areDigits(high) && areDigits(low)) return numberOf(high) * 10_000 + numberOf(low);
    return wholeAt(this.bytes, at, at + 8);
  }

  /** The number in a field of nine. */
  nine(at: number): number {
    const last = (this.bytes[at + 8] as number) - 0x30;
    const high = this.view.getInt32(at, true);
    const low = this.view.getInt32(at + 4, true);
    if (last >= 0 && last <= 9 && areDigits(high) && areDigits(low)) {
      return numberOf(high) * 100_000 + numberOf(low) * 10 + last;
    }
    return wholeAt(this.bytes, at, at + 9);
  }

  /** End of a field without the spaces after its text. */
  trimmed(start: number, end: number): number {
    let last = end;
    while (last - 4 >= start && this.view.getInt32(last - 4, true) === SPACES) last -= 4;
    return trimmedEnd(this.bytes, start, last);
  }
}
