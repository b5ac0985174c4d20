import type { LineShare } from '../contract';
import { CentSum } from '../tally';

/** Lines and amount of a part, while it is read. */
export class Share {
  lines = 0;
  readonly sum = new CentSum();

  add(cents: number): void {
    this.lines++;
    this.sum.add(cents);
  }

  get whole(): LineShare {
    return { lines: this.lines, amount: this.sum.money };
  }
}
