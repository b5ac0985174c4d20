import type { Issue, Message, Place } from '../values/message';
import type { Step } from '../values/step';

/** A result with the calculation behind it, and what a reader should know about it. */
export interface Worked<T> {
  readonly value: T;
  readonly step: Step;
  readonly notices: readonly Issue[];
}

/** No result: what is missing or wrong, and what was expected. */
export interface Refused {
  readonly issues: readonly Issue[];
}

export type Outcome<T> = Worked<T> | Refused;

/** Whether there is no result. */
export const isRefused = <T extends object>(outcome: T | Refused): outcome is Refused => 'issues' in outcome;

/** A result without remarks. */
export const worked = <T>(value: T, step: Step, notices: readonly Issue[] = []): Worked<T> => ({
  value,
  step,
  notices,
});

export const refused = (code: string, facts: Message['facts'] = {}, place: Place = {}): Refused => ({
  issues: [{ level: 'error', code, facts, place }],
});

export const notice = (code: string, facts: Message['facts'] = {}, place: Place = {}): Issue => ({
  level: 'notice',
  code,
  facts,
  place,
});
