import type { CareTable, DeclaredCell, Money, Month } from '../../core';
import type { IntakeOptions } from '../contract';
import { FIRST_MONTH, firstDayOf, monthIndex, MONTHS, nameOf } from './days';
import type { DeclaredLine } from './declared-line';
import { mixed } from './line-hash';
import { Share } from './share';

const NONE = -1;
/** As `CareTable.addInterned` takes it: whether the line names an allocation. */
const YES = 0;
const UNKNOWN = 2;

/** A product of a file: its number in the table, and what the lines add up to by month. */
interface Product {
  readonly code: string;
  readonly group: string;
  readonly id: number;
  /** 32 bits that stand for the code. */
  readonly hash: number;
  /** By number of the month in this file. */
  readonly cells: (Share | undefined)[];
}

/** A month in which a file delivers. */
interface BookedMonth {
  readonly name: Month;
  readonly id: number;
  readonly year: Share;
}

/** Books the lines of one declaration in a table, each on its month or months, and adds up by year and month. */
export class Booking {
  readonly years = new Map<number, Share>();
  private readonly monthNumbers = new Int16Array(MONTHS).fill(NONE);
  private readonly months: BookedMonth[] = [];
  private readonly products: Product[] = [];
  private readonly productNumbers = new Map<string, number>();

  constructor(
    private readonly table: CareTable,
    private readonly provider: number,
    private readonly domain: number,
    private readonly acrossMonths: IntakeOptions['acrossMonths'],
    private readonly remark: (code: string, line: number) => void,
  ) {}

  /** The number of a product. `group` is its category. */
  productOf(code: string, group: string): number {
    const key = `${group}|${code}`;
    const known = this.productNumbers.get(key);
    if (known !== undefined) return known;
    let hash = code.length;
    for (let at = 0; at < code.length; at++) hash = mixed(hash, code.charCodeAt(at));
    const number = this.products.push({ code, group, id: this.table.intern(code), hash, cells: [] }) - 1;
    this.productNumbers.set(key, number);
    return number;
  }

  codeOf(product: number): string {
    return (this.products[product] as Product).code;
  }

  hashOf(product: number): number {
    return (this.products[product] as Product).hash;
  }

  /** Books a line: over the months it runs through by days, or on the last of them where that is asked for. */
  book(line: DeclaredLine): void {
    const first = monthIndex(line.from);
    const last = monthIndex(line.until);
    if (first === last) {
      this.add(line, last, line.volume, line.cents, true);
      return;
    }
    if (this.acrossMonths === 'end-month') {
      this.remark('messages-in.across-months-end', line.line);
      this.add(line, last, line.volume, line.cents, true);
      return;
    }
    this.remark('messages-in.across-months', line.line);
    const days = line.until - line.from + 1;
    let volumeDone = 0;
    let centsDone = 0;
    for (let month = first; month <= last; month++) {
      const end = month === last ? line.until : firstDayOf(month + 1) - 1;
      const done = end - line.from + 1;
      const volume = part(line.volume, done, days);
      const cents = part(line.cents, done, days);
      this.add(line, month, volume - volumeDone, cents - centsDone, month === first);
      volumeDone = volume;
      centsDone = cents;
    }
  }

  private add(line: DeclaredLine, month: number, volume: number, cents: number, whole: boolean): void {
    let number = this.monthNumbers[month - FIRST_MONTH] as number;
    if (number === NONE) number = this.learnMonth(month);
    const booked = this.months[number] as BookedMonth;
    const product = this.products[line.product] as Product;
    this.table.addInterned(
      this.provider,
      this.domain,
      product.id,
      line.client,
      booked.id,
      line.unit,
      line.allocation > 0 ? YES : UNKNOWN,
      volume,
      cents,
    );
    booked.year.sum.add(cents);
    if (whole) booked.year.lines++;
    let cell = product.cells[number];
    if (cell === undefined) product.cells[number] = cell = new Share();
    cell.add(cents);
  }

  private learnMonth(month: number): number {
    const name = nameOf(month);
    const calendar = Math.floor(month / 12);
    const year = this.years.get(calendar) ?? new Share();
    this.years.set(calendar, year);
    const number = this.months.push({ name, id: this.table.intern(name), year }) - 1;
    this.monthNumbers[month - FIRST_MONTH] = number;
    return number;
  }

  /** What was declared in a month, by product and month of production. */
  triangle(provider: string, domain: string, declared: Month): DeclaredCell[] {
    return this.products.flatMap(({ code, group, cells }) =>
      cells.flatMap((share, number) =>
        share === undefined
          ? []
          : [
              {
                provider,
                domain,
                group,
                product: code,
                origin: (this.months[number] as BookedMonth).name,
                declared,
                amount: share.sum.money,
                lines: share.lines,
              },
            ],
      ),
    );
  }

  /** Lines and amounts by calendar year. */
  get yearShares(): Map<number, { readonly lines: number; readonly amount: Money }> {
    return new Map(
      [...this.years]
        .sort(([a], [b]) => a - b)
        .map(([year, share]) => [year, { lines: share.lines, amount: share.sum.money }]),
    );
  }
}

/** `done` of `days` parts of a whole number, rounded half up in size, so that the parts add up. */
function part(value: number, done: number, days: number): number {
  const size = Math.floor((2 * Math.abs(value) * done + days) / (2 * days));
  return value < 0 ? -size : size;
}
