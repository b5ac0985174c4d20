import type { Call } from '../case';
import { FINANCING_CALLS } from './financing';
import { MUNICIPAL_CALLS } from './municipal';
import { REGION_CALLS } from './region';
import { SUBMISSION_CALLS } from './submission';
import { WLZ_CALLS } from './wlz';

/** Every calculation a case can ask for, by name. */
export const CALLS: Readonly<Record<string, Call>> = {
  ...MUNICIPAL_CALLS,
  ...FINANCING_CALLS,
  ...REGION_CALLS,
  ...WLZ_CALLS,
  ...SUBMISSION_CALLS,
};
