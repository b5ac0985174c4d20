import { Decimal } from '../core';

/** What a whole number of these stands for: amounts with up to six decimals are added without a decimal each. */
const PARTS = 1e6;
/** Up to fifteen digits a double stands for exactly one decimal. */
const MAX_PART = 1e15;

/** The exact sum of decimals, and of doubles that stand for the shortest decimal they are written as. */
export class ExactSum {
  private parts = 0;
  private rest: Decimal | null = null;

  add(value: Decimal | number): void {
    if (typeof value === 'number') {
      const part = Math.round(value * PARTS);
      const sum = this.parts + part;
      if (part / PARTS === value && Math.abs(part) < MAX_PART && Number.isSafeInteger(sum)) {
        this.parts = sum;
        return;
      }
    }
    this.rest = this.rest ? this.rest.plus(value) : new Decimal(value);
  }

  value(): Decimal {
    const sum = new Decimal(`${this.parts}e-6`);
    return this.rest ? sum.plus(this.rest) : sum;
  }
}
