import type { Finding } from '../checks/outcome';
import { providerKey, sameProvider } from '../production/provider';
import type { Dossier, ProviderDossier, ReviewStatus } from './dossier';
import { questionAbout, questionId, type Question, type QuestionStatus } from './question';

/** What was filled in on a question list. */
export interface Answer {
  /** Whose list it is; empty on a list that doesn't say. */
  readonly provider: string;
  readonly id: string;
  readonly answer: string;
  readonly status: QuestionStatus | null;
  readonly note: string;
}

const change = (
  dossier: Dossier,
  provider: string,
  update: (kept: ProviderDossier) => ProviderDossier,
): Dossier => ({
  ...dossier,
  providers: dossier.providers.map((kept) =>
    providerKey(kept.provider) === providerKey(provider) ? update(kept) : kept,
  ),
});

/**
 * Sets how far the procurer is with a provider, and the note on it; also for a provider that sent nothing yet,
 * which then stands in the dossier without a submission.
 */
export function reviewProvider(
  dossier: Dossier,
  provider: string,
  review: { readonly review?: ReviewStatus; readonly note?: string },
): Dossier {
  const key = providerKey(provider);
  if (dossier.providers.some((kept) => providerKey(kept.provider) === key))
    return change(dossier, provider, (kept) => ({ ...kept, ...review }));
  const none: ProviderDossier = {
    provider,
    review: 'received',
    note: '',
    file: '',
    hash: null,
    round: dossier.rounds.at(-1)?.round ?? 1,
    profile: null,
    cells: [],
    questions: [],
  };
  return { ...dossier, providers: [...dossier.providers, { ...none, ...review }] };
}

/** Sets status, answer or note of one question. */
export const reviewQuestion = (
  dossier: Dossier,
  provider: string,
  id: string,
  review: { readonly status?: QuestionStatus; readonly answer?: string; readonly note?: string },
): Dossier =>
  change(dossier, provider, (kept) => ({
    ...kept,
    questions: kept.questions.map((question) => (question.id === id ? { ...question, ...review } : question)),
  }));

/**
 * Puts a finding to the provider that isn't asked about by itself: a notice. It stays a question in later
 * rounds for as long as the finding comes back. Already asked: nothing changes.
 */
export const askAbout = (dossier: Dossier, provider: string, finding: Finding, round: number): Dossier =>
  change(dossier, provider, (kept) =>
    kept.questions.some(({ id }) => id === questionId(finding))
      ? kept
      : { ...kept, questions: [...kept.questions, questionAbout(finding, round)] },
  );

/**
 * Puts answers into the dossier: the text of each, its status where one was chosen; an open question that got
 * an answer is answered. Providers can have the same question, so an answer holds for the provider of its list
 * only. Also says which ids the dossier doesn't know, so that none is lost.
 */
export function takeAnswers(
  dossier: Dossier,
  answers: readonly Answer[],
): { readonly dossier: Dossier; readonly taken: number; readonly unknown: readonly string[] } {
  const used = new Set<Answer>();
  const byId = new Map<string, Answer[]>();
  for (const answer of answers) byId.set(answer.id, [...(byId.get(answer.id) ?? []), answer]);
  const update = (provider: string, question: Question): Question => {
    const given = byId.get(question.id)?.find((answer) => sameProvider(answer.provider, provider));
    if (!given) return question;
    used.add(given);
    const answer = given.answer === '' ? question.answer : given.answer;
    const chosen = given.status !== null && given.status !== question.status ? given.status : null;
    const isAnswered = question.status === 'open' && given.answer !== '' && given.answer !== question.answer;
    return {
      ...question,
      answer,
      note: given.note === '' ? question.note : given.note,
      status: chosen ?? (isAnswered ? 'answered' : question.status),
    };
  };
  return {
    dossier: {
      ...dossier,
      providers: dossier.providers.map((kept) => ({
        ...kept,
        questions: kept.questions.map((question) => update(kept.provider, question)),
      })),
    },
    taken: used.size,
    unknown: answers.filter((answer) => !used.has(answer)).map(({ id }) => id),
  };
}
