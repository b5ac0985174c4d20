/** Nine digits fit in a whole number of 32 bits. */
const MOST_DIGITS = 9;

/**
 * 64 bits of a byte string, in two numbers. With a random seed nobody can make lines that are taken for one
 * another; among ten million lines two differ in nothing here once in 400,000 runs.
 */
export class LineHash {
  high = 0;
  low = 0;
  /**
   * Near one another for bytes that end in numbers in a row, such as reference numbers: for tables that keep
   * together in memory what comes together.
   */
  home = 0;
  private readonly seedHigh: number;
  private readonly seedLow: number;

  constructor() {
    const seed = globalThis.crypto.getRandomValues(new Int32Array(2));
    this.seedHigh = seed[0] as number;
    this.seedLow = seed[1] as number;
  }

  /** Starts a new hash within a scope, such as a provider. */
  begin(scope: number): void {
    this.high = this.seedHigh;
    this.low = this.seedLow;
    this.word(scope);
  }

  bytes(bytes: Uint8Array, start: number, end: number): void {
    let { high, low } = this;
    // The number at the end apart: numbers in a row have everything before it in common.
    let last = end;
    let number = 0;
    const least = end - start > MOST_DIGITS ? end - MOST_DIGITS : start;
    for (let scale = 1; last > least; last--, scale *= 10) {
      const digit = (bytes[last - 1] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      number = (number + Math.imul(digit, scale)) | 0;
    }
    let word: number;
    for (let at = start; at < last; at += 4) {
      word = bytes[at] as number;
      if (at + 4 <= last) {
        word |=
          ((bytes[at + 1] as number) << 8) |
          ((bytes[at + 2] as number) << 16) |
          ((bytes[at + 3] as number) << 24);
      } else {
        if (at + 1 < last) word |= (bytes[at + 1] as number) << 8;
        if (at + 2 < last) word |= (bytes[at + 2] as number) << 16;
      }
      high = mixed(high, word);
      low = turned(low, word, high);
    }
    // Both lengths: a zero byte before the number is no digit zero of it.
    word = ((end - start) << 16) | (last - start);
    high = mixed(high, word);
    low = turned(low, word, high);
    this.home = (high + number) | 0;
    high = mixed(high, number);
    low = turned(low, number, high);
    this.high = high;
    this.low = low;
  }

  /** A whole number of 32 bits. */
  word(word: number): void {
    this.high = mixed(this.high, word);
    this.low = turned(this.low, word, this.high);
  }
}

/** Another 32 bits for every word, by way of steps that can each be taken back: no two words give the same. */
export function mixed(state: number, word: number): number {
  let high = Math.imul(state ^ word, 0x9e3779b1);
  high ^= high >>> 16;
  high = Math.imul(high, 0x27d4eb2f);
  return high ^ (high >>> 15);
}

function turned(state: number, word: number, high: number): number {
  const low = (Math.imul(state ^ word, 0x85ebca6b) + high) | 0;
  return (low << 13) | (low >>> 19);
}
