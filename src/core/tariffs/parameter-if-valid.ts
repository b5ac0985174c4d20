import type { IsoDate } from '../values/date';
import { Decimal } from '../values/decimal';
import { CoreError } from '../values/error';
import type { Step } from '../values/step';
import { parameterOn, parameterStep, type ParameterOn, type Rulebook, type When } from '../rulebook';

/** A parameter that may not be there for this sector and kind, on this day, or in this rulebook. */
export interface ParameterFound extends ParameterOn {
  /** Null for a word, and when off or not known. */
  readonly number: Decimal | null;
  readonly step: Step;
}

/** As `parameterOn`, but null where the rulebook has no such parameter or value. Errors: none. */
export function parameterIfValid(
  rulebook: Rulebook,
  id: string,
  on: IsoDate,
  when: When = {},
): ParameterFound | null {
  try {
    const found = parameterOn(rulebook, id, on, when);
    const isNumber = !['choice', 'switch', 'date'].includes(found.parameter.unit);
    return {
      ...found,
      number: found.text === null || !isNumber ? null : new Decimal(found.text),
      step: parameterStep(rulebook, id, on, when),
    };
  } catch (error) {
    if (
      error instanceof CoreError &&
      (error.code === 'parameter-not-valid' || error.code === 'parameter-unknown')
    ) {
      return null;
    }
    throw error;
  }
}
