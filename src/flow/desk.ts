import {
  addMoney,
  compareSubmissions,
  nextRound,
  providerKey,
  questionId,
  questionsFrom,
  roomPerProduct,
  sameProvider,
  statusOf,
  subtractMoney,
  sumMoney,
  totalsPerDomain,
  yearOf,
  ZERO,
  type AcrossProviders,
  type DomainFigures,
  type DomainTotal,
  type Dossier,
  type Finding,
  type DeskProvider,
  type Money,
  type PrognosisOutcome,
  type ProductRoom,
  type ProviderDossier,
  type Question,
  type RegionDifference,
  type ReviewStatus,
  type StatedCell,
} from '../core';
import { acrossProviders, type RegionLists } from './desk-region';
import type { Loaded } from './load';
import type { CheckOutcome, SubmissionDetail } from './types';

/** A folder of submissions, as a procurer looks at it. */
export interface DeskOutcome {
  readonly check: CheckOutcome;
  readonly round: number;
  readonly providers: readonly DeskProvider[];
  readonly room: readonly ProductRoom[];
  readonly totals: readonly DomainTotal[];
  /** What the rulebook says over providers together. */
  readonly across: AcrossProviders;
  /** What to keep for the next round. */
  readonly dossier: Dossier;
}

export interface DeskInput {
  readonly check: CheckOutcome;
  readonly loaded: Pick<Loaded, 'rulebook' | 'forecast' | 'ceilings' | 'year' | 'asOf' | 'wlz'>;
  /** The region's own lists. */
  readonly lists: RegionLists;
  readonly hasProduction: boolean;
  readonly hasForecast: boolean;
  readonly dossier: Dossier | null;
  /** SHA-256 by file. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Puts a check of many submissions together for the procurer: who sent what, what changed since the round
 * before, what to ask. Every provider of the ceilings file and of the dossier is on it, also those of which
 * nothing came in; nothing of the dossier is lost.
 */
export function buildDesk(input: DeskInput): DeskOutcome {
  const { check, loaded, dossier } = input;
  const groups = submissionsByProvider(input);
  // The same files once more (no submission differs from the dossier's) are the same round.
  const before = dossier?.rounds.at(-1)?.round ?? 0;
  const isSame =
    dossier !== null &&
    groups.every(({ name, hash }) => hash !== null && keptOf(dossier, name)?.hash === hash);
  const round = isSame && before > 0 ? before : before + 1;
  const entries = groups.flatMap((group) => checkedEntries(input, group, round));
  const unreadable = check.unusable.map(({ file, issues }): DeskProvider => ({
    ...NOTHING,
    file,
    state: 'unreadable',
    issues,
  }));
  const here = new Set(groups.map(({ name }) => providerKey(name)));
  const expected = new Map<string, string>();
  for (const entry of loaded.ceilings ?? []) {
    if (entry.year === loaded.year && entry.provider.trim() !== '')
      expected.set(providerKey(entry.provider), entry.provider);
  }
  for (const kept of dossier?.providers ?? []) expected.set(providerKey(kept.provider), kept.provider);
  const missing = [...expected]
    .filter(([key]) => !here.has(key))
    .map(([, provider]): DeskProvider => {
      const kept = dossier === null ? null : keptOf(dossier, provider);
      return {
        ...NOTHING,
        provider,
        state: 'missing',
        previousFile: kept === null || kept.file === '' ? null : kept.file,
        questions: kept?.questions ?? [],
        review: kept?.review ?? 'received',
        note: kept?.note ?? '',
      };
    })
    .sort(byName);
  const figures = check.prognoses.map(({ provider, domains }) => ({ provider, domains }));
  const kept = new Map((dossier?.providers ?? []).map((one) => [providerKey(one.provider), one]));
  for (const { record } of entries) if (record) kept.set(providerKey(record.provider), record);
  return {
    check,
    round,
    providers: [...entries.map(({ desk }) => desk).sort(byName), ...unreadable, ...missing],
    room: roomPerProduct(figures),
    totals: totalsPerDomain(figures),
    across: acrossProviders(loaded, check, input.lists),
    dossier: {
      rulebook: check.rulebook.id,
      year: check.year,
      rounds: [...(dossier?.rounds ?? []).filter((one) => one.round !== round), { round, asOf: check.asOf }],
      providers: [...kept.values()],
    },
  };
}

const byName = (a: DeskProvider, b: DeskProvider): number =>
  a.provider === b.provider ? 0 : a.provider < b.provider ? -1 : 1;

const NOTHING: DeskProvider = {
  provider: '',
  file: null,
  state: 'missing',
  issues: [],
  domains: [],
  findings: [],
  counts: { violation: 0, warning: 0, notice: 0, notChecked: 0 },
  declaredDifference: null,
  change: null,
  previousFile: null,
  region: [],
  questions: [],
  review: 'received',
  note: '',
};

const keptOf = (dossier: Dossier, provider: string): ProviderDossier | null =>
  dossier.providers.find((one) => sameProvider(one.provider, provider)) ?? null;

/** What one provider sent: a workbook, or several that hold together (one for each domain, say). */
interface Submitted {
  /** Its name in the dossier: of the workbook, where the provider can't be told. */
  readonly name: string;
  readonly prognoses: readonly { readonly outcome: PrognosisOutcome; readonly detail: SubmissionDetail }[];
  readonly cells: readonly StatedCell[];
  readonly files: string;
  /** Of all workbooks together; null where that of one isn't known. */
  readonly hash: string | null;
}

function submissionsByProvider({ check, hashes }: DeskInput): Submitted[] {
  const groups = new Map<string, { name: string; prognoses: Submitted['prognoses'][number][] }>();
  check.prognoses.forEach((outcome, index) => {
    const detail = check.details[index];
    if (!detail) return;
    const name = deskName(outcome);
    const group = groups.get(providerKey(name)) ?? { name, prognoses: [] };
    group.prognoses.push({ outcome, detail });
    groups.set(providerKey(name), group);
  });
  return [...groups.values()].map(({ name, prognoses }) => {
    const all = prognoses.map(({ outcome }) => hashes.get(outcome.file) ?? null);
    return {
      name,
      prognoses,
      cells: prognoses.flatMap(({ detail }) => detail.cells),
      files: prognoses.map(({ outcome }) => outcome.file).join(', '),
      hash: all.includes(null) ? null : all.sort().join('+'),
    };
  });
}

/** What the dossier calls the sender of a submission. */
export const deskName = (entry: { readonly provider: string; readonly file: string | null }): string =>
  entry.provider.trim() === '' ? (entry.file ?? '') : entry.provider;

/** The entries of one provider; the first carries what is kept of all its workbooks together. */
function checkedEntries(
  input: DeskInput,
  group: Submitted,
  round: number,
): { readonly desk: DeskProvider; readonly record: ProviderDossier | null }[] {
  const kept = input.dossier === null ? null : keptOf(input.dossier, group.name);
  // A provider that only has a note has sent nothing before.
  const previous = kept === null || kept.round === round || kept.file === '' ? null : kept;
  const asked = new Set(kept?.questions.map(({ id }) => id));
  const all = group.prognoses.flatMap(({ outcome }) => outcome.findings);
  const questions = nextRound(kept?.questions ?? [], questionsFrom(all, round, asked), round);
  const review: ReviewStatus = kept?.review ?? 'received';
  const note = kept?.note ?? '';
  return group.prognoses.map(({ outcome, detail }, at) => {
    const { provider, file, domains, findings, reconciliation } = outcome;
    const count = (severity: Finding['severity']): number =>
      findings.filter((found) => found.severity === severity && !found.notChecked).length;
    return {
      desk: {
        provider,
        file,
        state: 'checked',
        issues: [],
        domains,
        findings,
        counts: {
          violation: count('violation'),
          warning: count('warning'),
          notice: count('notice'),
          notChecked: findings.filter((found) => found.notChecked).length,
        },
        declaredDifference: input.hasProduction
          ? subtractMoney(reconciliation.sourceTotal, reconciliation.filledTotal)
          : null,
        change: previous === null || at > 0 ? null : compareSubmissions(previous.cells, group.cells),
        previousFile: previous?.file ?? null,
        region: input.hasForecast ? regionDifferences(input.loaded, provider, domains) : [],
        questions: questionsOf(questions, findings, group.prognoses, at),
        review,
        note,
      },
      record:
        at > 0
          ? null
          : {
              provider: group.name,
              review,
              note,
              file: group.files,
              hash: group.hash,
              round,
              profile: detail.profile,
              cells: group.cells,
              questions,
            },
    };
  });
}

/** The questions of one workbook; those of no workbook (any more) stand with the first. */
function questionsOf(
  questions: readonly Question[],
  findings: readonly Finding[],
  prognoses: Submitted['prognoses'],
  at: number,
): readonly Question[] {
  if (prognoses.length === 1) return questions;
  const own = new Set(findings.map(questionId));
  const elsewhere = new Set(
    prognoses.flatMap(({ outcome }, index) => (index === 0 ? [] : outcome.findings.map(questionId))),
  );
  return questions.filter(({ id }) => own.has(id) || (at === 0 && !elsewhere.has(id)));
}

/**
 * The desk with another dossier: its reviews, notes, answers and questions on show. Nothing else changes.
 */
export function withDossier(desk: DeskOutcome, dossier: Dossier): DeskOutcome {
  const kept = new Map(dossier.providers.map((one) => [providerKey(one.provider), one]));
  return {
    ...desk,
    dossier,
    providers: desk.providers.map((entry) => {
      const own = entry.state === 'unreadable' ? undefined : kept.get(providerKey(deskName(entry)));
      if (!own) return entry;
      const shown = new Set([...entry.questions.map(({ id }) => id), ...entry.findings.map(questionId)]);
      return {
        ...entry,
        review: own.review,
        note: own.note,
        questions: own.questions.filter(({ id }) => shown.has(id)),
      };
    }),
  };
}

/** The provider's forecast of the open months beside the region's own, per domain. */
function regionDifferences(
  loaded: DeskInput['loaded'],
  provider: string,
  domains: readonly DomainFigures[],
): RegionDifference[] {
  const region = new Map<string, Money>();
  for (const row of loaded.forecast.withoutClients().rows()) {
    if (!sameProvider(row.provider, provider) || yearOf(row.month) !== loaded.year) continue;
    if (statusOf(row.month, loaded.asOf) === 'closed') continue;
    region.set(row.domain, addMoney(region.get(row.domain) ?? ZERO, row.amount));
  }
  const names = new Set([...domains.map((figures) => figures.domain), ...region.keys()]);
  return [...names].map((domain) => {
    const found = domains.find((figures) => figures.domain === domain);
    const submitted = sumMoney((found?.products ?? []).map((product) => product.forecast));
    const own = region.get(domain) ?? ZERO;
    return { domain, submitted, region: own, difference: subtractMoney(submitted, own) };
  });
}
