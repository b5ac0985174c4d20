import {
  CoreError,
  Decimal,
  formatMoney,
  isRefused,
  parseDate,
  parseMoney,
  type IsoDate,
  type Money,
  type Outcome,
  type Step,
} from '../../../../src/core';
import { refusals, type Answer, type Json, type JsonObject } from '../case';

/** Reads the fields of a case; a field that is missing or of another kind is a mistake in the data file. */
export class Input {
  constructor(private readonly fields: JsonObject) {}

  has = (name: string): boolean => this.fields[name] !== undefined && this.fields[name] !== null;

  raw(name: string): Json {
    const value = this.fields[name];
    if (value === undefined) throw new Error(`No field ${name}`);
    return value;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string') throw new Error(`${name} is no text`);
    return value;
  }

  textOr = (name: string): string | null => (this.has(name) ? this.text(name) : null);
  money = (name: string): Money => parseMoney(this.text(name));
  moneyOr = (name: string): Money | null => (this.has(name) ? this.money(name) : null);
  decimal = (name: string): Decimal => new Decimal(this.text(name));
  decimalOr = (name: string): Decimal | null => (this.has(name) ? this.decimal(name) : null);
  date = (name: string): IsoDate => parseDate(this.text(name));
  dateOr = (name: string): IsoDate | null => (this.has(name) ? this.date(name) : null);

  number(name: string): number {
    const value = this.raw(name);
    if (typeof value !== 'number') throw new Error(`${name} is no number`);
    return value;
  }

  flag = (name: string): boolean => this.fields[name] === true;
  flagOr = (name: string): boolean | null => (this.has(name) ? this.flag(name) : null);

  list(name: string): readonly Json[] {
    if (!this.has(name)) return [];
    const value = this.raw(name);
    if (!Array.isArray(value)) throw new Error(`${name} is no list`);
    return value as readonly Json[];
  }

  rows = (name: string): readonly (readonly Json[])[] => this.list(name) as readonly (readonly Json[])[];

  map(name: string): ReadonlyMap<string, Json> {
    return new Map(Object.entries((this.has(name) ? this.raw(name) : {}) as JsonObject));
  }
}

export const euro = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));
export const plain = (value: Decimal | null): string | null => value?.toFixed() ?? null;
export const cents = (value: Json | undefined): Money => parseMoney(String(value));
export const words = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const wordsOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** What a refusing calculation gives: its values, or the codes of why not. */
export function outcome<T>(
  result: Outcome<T>,
  show: (value: T) => JsonObject,
  more: readonly Step[] = [],
): Answer {
  if (isRefused(result)) return { out: { refused: refusals(result.issues) }, steps: [] };
  return { out: { ...show(result.value), notices: refusals(result.notices) }, steps: [result.step, ...more] };
}

/** A broken contract is an answer too: its code. */
export function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof CoreError) return { out: { error: error.code }, steps: [] };
    throw error;
  }
}
