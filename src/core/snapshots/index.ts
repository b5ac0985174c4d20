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
  partKey,
  readSnapshot,
  readSnapshotHead,
  snapshotDocuments,
  snapshotFromJson,
  snapshotKey,
  snapshotOfKey,
  snapshotsFromJson,
  snapshotsToJson,
  snapshotToJson,
  type KeptDocument,
  type SnapshotHead,
} from './snapshot-json';
export { addToLog, LOG_KEY, logToJson, readLog, NO_LOG, type Log, type LogEntry } from './log';
export {
  followNotes,
  NOTES_KEY,
  notesToJson,
  readNotes,
  writeNote,
  type FindingNote,
  type FollowedNote,
} from './notes';
