import {
  addMoney,
  compareSubmissions,
  nextRound,
  providerKey,
  questionsFrom,
  roomPerProduct,
  sameProvider,
  statusOf,
  subtractMoney,
  sumMoney,
  totalsPerDomain,
  yearOf,
  ZERO,
  type DomainFigures,
  type DomainTotal,
  type Dossier,
  type Finding,
  type Issue,
  type Money,
  type PrognosisOutcome,
  type ProductRoom,
  type ProviderDossier,
  type Question,
  type ReviewStatus,
  type SubmissionChange,
} from '../core';
import type { Loaded } from './load';
import type { CheckOutcome } from './types';

/** Whether a provider's prognosis came in and could be used. */
export type ReceivedState = 'checked' | 'unreadable' | 'missing';

/** A domain of a provider beside the region's own forecast for it. */
export interface RegionDifference {
  readonly domain: string;
  /** Open months, all products. */
  readonly submitted: Money;
  readonly region: Money;
  /** submitted − region */
  readonly difference: Money;
}

/** One provider on the procurer's desk. */
export interface DeskProvider {
  /** Empty for a workbook of which the provider can't be told. */
  readonly provider: string;
  /** Null when nothing came in. */
  readonly file: string | null;
  readonly state: ReceivedState;
  /** Why it is unreadable. */
  readonly issues: readonly Issue[];
  readonly domains: readonly DomainFigures[];
  readonly findings: readonly Finding[];
  readonly counts: {
    readonly violation: number;
    readonly warning: number;
    readonly notice: number;
    readonly notChecked: number;
  };
  /** Declared minus stated, over the closed months; null without production files. */
  readonly declaredDifference: Money | null;
  /** Against the submission of the round before; null when there was none. */
  readonly change: SubmissionChange | null;
  /** Name of that submission. */
  readonly previousFile: string | null;
  readonly region: readonly RegionDifference[];
  readonly questions: readonly Question[];
  readonly review: ReviewStatus;
  readonly note: string;
}

/** A folder of submissions, as a procurer looks at it. */
export interface DeskOutcome {
  readonly check: CheckOutcome;
  readonly round: number;
  readonly providers: readonly DeskProvider[];
  readonly room: readonly ProductRoom[];
  readonly totals: readonly DomainTotal[];
  /** What to keep for the next round. */
  readonly dossier: Dossier;
}

export interface DeskInput {
  readonly check: CheckOutcome;
  readonly loaded: Pick<Loaded, 'forecast' | 'ceilings' | 'year' | 'asOf'>;
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
  // The same files once more (no submission differs from the dossier's) are the same round.
  const before = dossier?.rounds.at(-1)?.round ?? 0;
  const isSame =
    dossier !== null &&
    check.prognoses.every(({ provider, file }) => {
      const known = keptOf(dossier, provider);
      return known !== null && known.hash !== null && known.hash === (input.hashes.get(file) ?? null);
    });
  const round = isSame && before > 0 ? before : before + 1;
  const entries = check.prognoses.map((prognosis, index) => checkedEntry(input, prognosis, index, round));
  const unreadable = check.unusable.map(({ file, issues }): DeskProvider => ({
    ...NOTHING,
    file,
    state: 'unreadable',
    issues,
  }));
  const here = new Set(entries.map(({ desk }) => providerKey(desk.provider)));
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
        previousFile: kept?.file ?? null,
        questions: kept?.questions ?? [],
        review: kept?.review ?? 'received',
        note: kept?.note ?? '',
      };
    })
    .sort(byName);
  const figures = check.prognoses.map(({ provider, domains }) => ({ provider, domains }));
  const kept = new Map((dossier?.providers ?? []).map((one) => [providerKey(one.provider), one]));
  for (const { record } of entries) kept.set(providerKey(record.provider), record);
  return {
    check,
    round,
    providers: [...entries.map(({ desk }) => desk).sort(byName), ...unreadable, ...missing],
    room: roomPerProduct(figures),
    totals: totalsPerDomain(figures),
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

function checkedEntry(
  input: DeskInput,
  prognosis: PrognosisOutcome,
  index: number,
  round: number,
): { readonly desk: DeskProvider; readonly record: ProviderDossier } {
  const { provider, file, domains, findings, reconciliation } = prognosis;
  const detail = input.check.details[index];
  const cells = detail?.cells ?? [];
  const kept = input.dossier === null ? null : keptOf(input.dossier, provider);
  const hash = input.hashes.get(file) ?? null;
  const isAgain = kept !== null && kept.round === round;
  const questions = nextRound(kept?.questions ?? [], questionsFrom(findings, round), round);
  const review: ReviewStatus = kept?.review ?? 'received';
  const note = kept?.note ?? '';
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
      change: kept === null || isAgain ? null : compareSubmissions(kept.cells, cells),
      previousFile: kept === null || isAgain ? null : kept.file,
      region: input.hasForecast ? regionDifferences(input.loaded, provider, domains) : [],
      questions,
      review,
      note,
    },
    record: {
      provider,
      review,
      note,
      file,
      hash,
      round,
      profile: detail?.profile ?? null,
      cells,
      questions,
    },
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
