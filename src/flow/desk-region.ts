import {
  moneyValue,
  ratioValue,
  type AcrossProviders,
  type Finding,
  type Message,
  type PrognosisOutcome,
  type ReportSection,
  type Rulebook,
} from '../core';
import { IntakeError, readSectorSpace, type InputFile, type IntakeOptions, type OpenGrid } from '../intake';
import { runFinance } from './finance';
import { InputError, inputIssue } from './input-error';
import { loadRulebook, type Loaded } from './load';
import { runRegionReport, type RegionReportName } from './region-report';
import { amountOrNull, dayOrNull, row, word, type RuleReport, type RuleReportRequest } from './rule-report';
import { runSpace, type SpaceOutcome } from './space';
import type { CheckOutcome, Progress, RunInput } from './types';

/** What the region's own lists say; recognised by their columns. */
export interface RegionLists {
  readonly sections: readonly ReportSection[];
  readonly findings: readonly Finding[];
  /** Rules that a list was given for. */
  readonly told: ReadonlySet<string>;
  readonly space: SpaceOutcome | null;
}

export const NO_LISTS: RegionLists = { sections: [], findings: [], told: new Set(), space: null };

type ListRun = (request: RuleReportRequest, openGrid: OpenGrid, progress: Progress) => Promise<RuleReport>;

interface Kind {
  readonly rules: readonly string[];
  readonly run: ListRun;
}

const region =
  (name: RegionReportName): ListRun =>
  (request, openGrid, progress) =>
    runRegionReport(name, request, openGrid, progress);

/** Kinds of lists, those with the most telling columns first. */
const KINDS: readonly Kind[] = [
  {
    rules: ['ACH-01', 'IJS-02'],
    run: (request, openGrid, progress) => runFinance({ ...request, uncontracted: null }, openGrid, progress),
  },
  { rules: ['IJS-07'], run: region('utilisation') },
  { rules: ['IJS-01'], run: region('offers') },
];

/** What a list must have, for the sentence that says that one fits no kind. */
const EXPECTED = [
  'vorm; aanbieder; product; bedrag',
  'gemeente; periode; gedeclareerd; prognose; budget',
  'aanbieder; plafond; offerte',
  'sector; soort; bedrag; vanaf',
  'aanbieder; sector; soort; realisatie',
];

const lacksColumns = (error: unknown): boolean =>
  (error instanceof IntakeError || error instanceof InputError) &&
  error.issues.length > 0 &&
  error.issues.every(({ code }) => /column-missing|no-header|header/.test(code));

const has = (rulebook: Rulebook, rules: readonly string[]): boolean =>
  rules.some((id) => rulebook.rules.some((rule) => rule.id === id));

/**
 * Reads the region's lists: utilisation per municipality (IJS-07), offers (IJS-01), lines per financing form
 * with open-end contracts and lump sums (IJS-02, ACH-01), and for a Wlz rulebook the sector's space and its
 * providers (ZK-10 to ZK-13). Errors: `InputError` for a list of no known kind, or with mistakes.
 */
export async function readRegionLists(
  lists: readonly InputFile[],
  input: RunInput,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RegionLists> {
  if (lists.length === 0) return NO_LISTS;
  const rulebook = loadRulebook(input.rulebook, input.year);
  const kinds = KINDS.filter(({ rules }) => has(rulebook, rules));
  const sections: ReportSection[] = [];
  const findings: Finding[] = [];
  const told = new Set<string>();
  const rest: InputFile[] = [];
  for (const list of lists) {
    const request: RuleReportRequest = {
      lines: [list],
      second: null,
      rulebook: input.rulebook,
      year: input.year,
      asOf: input.asOf,
      decimal: input.decimal,
    };
    const found = await firstThatReads(kinds, request, openGrid, progress);
    if (!found) {
      rest.push(list);
      continue;
    }
    sections.push(...found.report.sections);
    findings.push(...found.report.findings);
    for (const rule of found.kind.rules) told.add(rule);
  }
  const space = await readSpace(rest, rulebook, input, openGrid, progress);
  return { sections, findings, told, space };
}

async function firstThatReads(
  kinds: readonly Kind[],
  request: RuleReportRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<{ readonly kind: Kind; readonly report: RuleReport } | null> {
  for (const kind of kinds) {
    try {
      return { kind, report: await kind.run(request, openGrid, progress) };
    } catch (error) {
      if (!lacksColumns(error)) throw error;
    }
  }
  return null;
}

/** The sector's space and its providers among the lists left; both or none. */
async function readSpace(
  lists: readonly InputFile[],
  rulebook: Rulebook,
  input: RunInput,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<SpaceOutcome | null> {
  if (lists.length === 0) return null;
  const unknown = (file: InputFile): InputError =>
    new InputError([inputIssue('desk.list-unknown', { expected: EXPECTED }, { file: file.name })]);
  const [first] = lists;
  if (!rulebook.domains.includes('Wlz')) throw unknown(first as InputFile);
  const options: IntakeOptions = { openGrid, ...(input.decimal ? { decimal: input.decimal } : {}) };
  let space: InputFile | null = null;
  const providers: InputFile[] = [];
  for (const list of lists) {
    let isSpace = false;
    try {
      const { receipt } = await readSectorSpace(list, options);
      isSpace = space === null && receipt.lines.read > 0 && receipt.lines.rejected === 0;
    } catch (error) {
      if (!lacksColumns(error)) throw error;
    }
    if (isSpace) space = list;
    else providers.push(list);
  }
  if (space === null || providers.length === 0) {
    throw new InputError([inputIssue('finance.wlz-space-and-providers', {})]);
  }
  return runSpace(
    {
      providers,
      space: { file: space },
      production: [],
      rulebook: input.rulebook,
      asOf: input.asOf,
      decimal: input.decimal,
    },
    openGrid,
    progress,
  );
}

const section = (id: string, columns: readonly string[], rows: ReportSection['rows']): ReportSection => ({
  id,
  title: { code: `desk.section-${id}`, facts: {} },
  columns,
  rows,
});

/** Ceilings or lump sums that run out before the year does, the soonest first (ACH-01, or the rulebook's own). */
function runningOut(prognoses: readonly PrognosisOutcome[]): ReportSection {
  const rows = prognoses
    .flatMap(({ provider, domains }) =>
      domains.flatMap((figures) => (figures.exhaustionDate === null ? [] : [{ provider, figures }])),
    )
    .sort((a, b) => ((a.figures.exhaustionDate ?? '') < (b.figures.exhaustionDate ?? '') ? -1 : 1))
    .map(({ provider, figures }) =>
      row(
        [
          word(provider),
          word(figures.domain),
          amountOrNull(figures.ceiling?.effective ?? null),
          moneyValue(figures.total),
          amountOrNull(figures.overrunYearEnd),
          dayOrNull(figures.exhaustionDate),
        ],
        figures.steps,
      ),
    );
  return section('running-out', ['provider', 'domain', 'limit', 'total', 'above', 'used-up'], rows);
}

/** ZK-10 to ZK-13: per sector the space, what may be used, the cut and the regime; and each provider's part. */
function sectorSections({ sectors }: SpaceOutcome): ReportSection[] {
  return [
    section(
      'sectors',
      ['sector', 'limit', 'payable', 'spent', 'percentage', 'cut', 'result', 'left'],
      sectors.map(({ simulation }) =>
        row(
          [
            word(simulation.sector),
            moneyValue(simulation.space),
            moneyValue(simulation.reservations.forCare),
            moneyValue(simulation.production),
            simulation.utilisation === null ? null : ratioValue(simulation.utilisation.toDecimalPlaces(6)),
            ratioValue(simulation.cut.toDecimalPlaces(6)),
            { code: `wlz.out-regime-${simulation.regime}`, facts: {} },
            moneyValue(simulation.totals.unused),
          ],
          simulation.steps,
        ),
      ),
    ),
    section(
      'sector-providers',
      ['sector', 'provider', 'spent', 'agreed', 'cut', 'payable'],
      sectors.flatMap(({ simulation }) =>
        simulation.providers.map((one) =>
          row(
            [
              word(simulation.sector),
              word(one.input.provider),
              moneyValue(one.production),
              moneyValue(one.agreement),
              moneyValue(one.reduction),
              moneyValue(one.settlement),
            ],
            [one.steps.agreement],
          ),
        ),
      ),
    ),
  ];
}

/** Rules over providers that need a list of their own, with what that list holds. */
const NEEDS: readonly (readonly [rule: string, list: string])[] = [
  ['IJS-01', 'offers'],
  ['IJS-02', 'open-end'],
  ['IJS-07', 'utilisation'],
  ['ZK-13', 'space'],
];

/**
 * What the rulebook says over providers together, as far as the files of the run allow; for the rest it says
 * which list is missing. Who has room for which care form (ZUT-05) is the desk's own table of room.
 */
export function acrossProviders(
  loaded: Pick<Loaded, 'rulebook' | 'ceilings' | 'wlz'>,
  check: CheckOutcome,
  lists: RegionLists,
): AcrossProviders {
  const { rulebook } = loaded;
  const space = lists.space ?? loaded.wlz?.space ?? null;
  const out = runningOut(check.prognoses);
  const missing: Message[] = NEEDS.filter(
    ([rule]) => has(rulebook, [rule]) && !lists.told.has(rule) && !(rule === 'ZK-13' && space !== null),
  ).map(([rule, list]) => ({ code: `desk.missing-${list}`, facts: { rule } }));
  if (loaded.ceilings === null) {
    missing.push({ code: 'desk.missing-ceilings', facts: {} });
  }
  return {
    sections: [
      ...(out.rows.length > 0 ? [out] : []),
      ...lists.sections.filter(({ rows }) => rows.length > 0),
      ...(space === null ? [] : sectorSections(space)),
    ],
    findings: [...lists.findings, ...(space?.sectors.flatMap(({ findings }) => findings) ?? [])],
    missing,
  };
}
