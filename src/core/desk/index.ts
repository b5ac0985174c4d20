export { compareSubmissions, type ChangedCell, type SubmissionChange } from './compare';
export {
  readDossier,
  REVIEW_STATUSES,
  writeDossier,
  type Dossier,
  type ProviderDossier,
  type ReviewStatus,
  type StatedCell,
} from './dossier';
export {
  nextRound,
  QUESTION_STATUSES,
  questionId,
  questionsFrom,
  type Question,
  type QuestionStatus,
} from './question';
export { roomPerProduct, totalsPerDomain, type DomainTotal, type ProductRoom } from './room';
