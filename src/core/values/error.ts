/**
 * What core throws when a caller breaks its contract. Bad *data* never throws: it becomes an issue
 * (see `message.ts`). The code names what went wrong, `info` holds the facts.
 */
export interface CoreErrors {
  'money-not-exact': { text: string };
  'money-out-of-range': { text: string };
  'quantity-not-a-number': { text: string };
  'date-not-valid': { text: string };
  'month-not-valid': { text: string };
  'share-of-nothing': { parts: number };
  'weight-negative': { name: string; weight: string };
  'ratio-out-of-range': { text: string };
  'solidarity-unknown': { rulebook: string; year: number };
  'dates-reversed': { from: string; until: string };
  'parameter-unknown': { rulebook: string; parameter: string };
  'parameter-not-valid': { rulebook: string; parameter: string; on: string };
  'parameter-wrong-unit': { rulebook: string; parameter: string; found: string; expected: string };
  'rulebook-unknown': { id: string; known: readonly string[] };
  'step-does-not-add-up': { label: string; stated: string; recomputed: string };
}

export class CoreError<C extends keyof CoreErrors = keyof CoreErrors> extends Error {
  constructor(
    readonly code: C,
    readonly info: CoreErrors[C],
  ) {
    super(`${code} ${JSON.stringify(info)}`);
    this.name = 'CoreError';
  }
}
