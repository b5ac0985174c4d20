export * from './grid';
export * from './layout';
export {
  parseAliases,
  questionsOf,
  writeAliases,
  type Aliases,
  type AliasQuestion,
  type AliasTable,
  type Suggestion,
} from './alias-table';
export * from './corrections';
export { detectLayout } from './detect';
export type { Figure, FigureSource } from './figures';
export { planFill } from './fill';
export { plannedLines } from './planned-lines';
export type { PlannedLine } from './planned-lines';
export type { FillOptions, FillPlan, NotFilled, Unmapped } from './fill-plan';
export { linkByFigures } from './link';
export { applyProfile } from './apply-profile';
export { knownLayout, recogniseLayout } from './recognise';
export type { Recognised } from './recognise';
export { makeProfile } from './make-profile';
export { parseProfile } from './profile-shape';
export type { Profile } from './profile-shape';
export { readPrognosis } from './read';
export type { Observation, ObservationCode, PrognosisReading, ReadTotal, ReadValue } from './read';
export { normaliseLabel } from './text';
