import type { AnswerFunction } from '../registry';
import { budgetCeiling, ceiling } from './ceiling';
import { check } from './check';
import { exhaustion } from './exhaustion';
import { explain } from './explain';
import { extrapolate } from './extrapolate';
import { headroom } from './headroom';
import { nextCeiling } from './next-ceiling';
import { overrun } from './overrun';
import { overrunChance } from './overrun-chance';
import { rule } from './rule';
import { tariff } from './tariff';

/**
 * Every function by its id. A new one is a file in this folder and a line here; its metadata comes from its
 * doc comment, its Dutch texts from `metadata.nl.json`, its help page from docs/functions.
 */
export const DEFINITIONS: Readonly<Record<string, AnswerFunction>> = {
  BUDGETCEILING: budgetCeiling,
  CEILING: ceiling,
  CHECK: check,
  EXHAUSTION: exhaustion,
  EXPLAIN: explain,
  EXTRAPOLATE: extrapolate,
  HEADROOM: headroom,
  NEXTCEILING: nextCeiling,
  OVERRUN: overrun,
  OVERRUNCHANCE: overrunChance,
  RULE: rule,
  TARIFF: tariff,
};
