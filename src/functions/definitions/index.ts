import type { AnswerFunction } from '../registry';
import { bridge } from './bridge';
import { budgetCeiling, ceiling } from './ceiling';
import { check } from './check';
import { crisisPayment } from './crisis-payment';
import { equalisation } from './equalisation';
import { exhaustion } from './exhaustion';
import { explain } from './explain';
import { extrapolate } from './extrapolate';
import { headroom } from './headroom';
import { nextCeiling } from './next-ceiling';
import { overrun } from './overrun';
import { overrunChance } from './overrun-chance';
import { regime } from './regime';
import { rule } from './rule';
import { spaceCut } from './space-cut';
import { tariff } from './tariff';
import { tariffPercentage } from './tariff-percentage';
import { treatmentExcess } from './treatment-excess';
import { volumeCeiling } from './volume-ceiling';
import { yearPart } from './year-part';

/**
 * Every function by its id. A new one is a file in this folder and a line here; its metadata comes from its
 * doc comment, its Dutch texts from `metadata.nl.json`, its help page from docs/functions.
 */
export const DEFINITIONS: Readonly<Record<string, AnswerFunction>> = {
  BRIDGE: bridge,
  BUDGETCEILING: budgetCeiling,
  CEILING: ceiling,
  CHECK: check,
  CRISISPAYMENT: crisisPayment,
  EQUALISATION: equalisation,
  EXHAUSTION: exhaustion,
  EXPLAIN: explain,
  EXTRAPOLATE: extrapolate,
  HEADROOM: headroom,
  NEXTCEILING: nextCeiling,
  OVERRUN: overrun,
  OVERRUNCHANCE: overrunChance,
  REGIME: regime,
  RULE: rule,
  SPACECUT: spaceCut,
  TARIFF: tariff,
  TARIFFPERCENTAGE: tariffPercentage,
  TREATMENTEXCESS: treatmentExcess,
  VOLUMECEILING: volumeCeiling,
  YEARPART: yearPart,
};
