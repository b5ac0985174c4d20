export { answerMeasure, askedCells, type AskedCells } from './answer-measure';
export { applyCorrections } from './apply';
export type { AppliedCorrection, Correction, CorrectionPlace, CorrectionSay } from './correction';
export { blockAt, pointAt, scopeOf } from './point-at';
export { describeCorrection, placeOfCorrection } from './describe';
