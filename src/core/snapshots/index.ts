export { budgetSnapshot } from './budget';
export {
  addCauses,
  CAUSES,
  causeLabel,
  compareSnapshots,
  NO_CAUSES,
  type Cause,
  type CauseAmounts,
  type ComparedDomain,
  type ComparedProduct,
  type ComparedSide,
  type SnapshotComparison,
} from './compare';
export {
  newcomersOf,
  productText,
  productYears,
  standingOf,
  standingText,
  type ClientRow,
  type MonthStanding,
  type Newcomers,
  type ProductMonth,
  type ProductMonthStatus,
  type ProductYear,
} from './product-months';
export {
  nextSnapshotId,
  takeSnapshot,
  yearAmount,
  type BudgetRow,
  type Snapshot,
  type SnapshotDomain,
  type SnapshotInput,
  type SnapshotOverride,
  type SnapshotProduct,
  type SnapshotSource,
} from './snapshot';
export {
  countingTotal,
  readSnapshot,
  readSnapshotHead,
  snapshotDocuments,
  snapshotFromJson,
  snapshotsFromJson,
  snapshotsToJson,
  snapshotToJson,
  type SnapshotHead,
} from './snapshot-json';
export { addToLog, LOG_KEY, logToJson, NO_LOG, type Log, type LogEntry } from './log';
export { followNotes, NOTES_KEY, notesToJson, writeNote, type FindingNote, type FollowedNote } from './notes';
export { readLog } from './read-log';
export { readNotes } from './read-notes';
export { partKey, snapshotKey, snapshotOfKey, type KeptDocument } from './snapshot-keys';
