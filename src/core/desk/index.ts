export { compareSubmissions, type ChangedCell, type SubmissionChange } from './compare';
export {
  dossierText,
  readDossier,
  REVIEW_STATUSES,
  writeDossier,
  type Dossier,
  type ProviderDossier,
  type ReviewStatus,
  type StatedCell,
} from './dossier';
export {
  RECEIVED_STATES,
  type DeskProvider,
  type ReceivedState,
  type RegionDifference,
} from './desk-provider';
export {
  domainsOnDesk,
  EVERYTHING,
  isAlarm,
  overviewOf,
  overviewRows,
  overviewTotals,
  type NumberedRow,
  type OverviewColumn,
  type OverviewFilter,
  type OverviewOrder,
  type OverviewRow,
  type OverviewTotals,
} from './overview';
export {
  isOpenQuestion,
  nextRound,
  questionAbout,
  QUESTION_STATUSES,
  questionId,
  questionsFrom,
  type Question,
  type QuestionStatus,
} from './question';
export { askAbout, reviewProvider, reviewQuestion, takeAnswers, type Answer } from './review';
export { roomPerProduct, totalsPerDomain, type DomainTotal, type ProductRoom } from './room';
export { NOTHING_ACROSS, type AcrossProviders, type ReportRow, type ReportSection } from './section';
