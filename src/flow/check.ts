import {
  asDeclared,
  declaredIn,
  figuresFromReading,
  finding,
  fingerprint,
  linkByFigures,
  makeProfile,
  a1,
  Decimal,
  normaliseLabel,
  notChecked,
  providerKey,
  readPrognosis,
  sameProvider,
  statusOf,
  submissionFindings,
  subtractMoney,
  addMoney,
  CareTable,
  sumMoney,
  moneyValue,
  tariffInMonth,
  ZERO,
  type DetectionContext,
  type CareRow,
  type Figure,
  type Finding,
  type Issue,
  type Layout,
  type Money,
  type Outlook,
  type PrognosisOutcome,
  type Profile,
  type PrognosisReading,
  type ProductMatch,
  type ProviderFigures,
  type Reconciliation,
  type Rulebook,
  type Slot,
  type StatedAmount,
  type StatedCell,
  type SubmittedFigures,
  type Unplaced,
  type WorkbookGrid,
} from '../core';
import type { OpenGrid } from '../intake';
import { checkFormulas, type FormulaCheck } from '../workbook';
import { allocationFindings } from './allocations';
import { detectionContext, layoutOf, readGrid, readProfile } from './fill';
import { InputError, inputIssue, inputIssues } from './input-error';
import { loadInputs, type Loaded } from './load';
import { loadWlz } from './wlz-data';
import { isProviderCode } from './production-files';
import { knowProducts, productsInData, type DataProducts } from './products';
import {
  blockingIssues,
  ceilingsOf,
  evaluateAcross,
  evaluateProvider,
  inOrder,
  monthsOfRun,
  outlookOf,
  receiptFindings,
  remarkFindings,
} from './provider-outcome';
import { distinctProviders, findProvider } from './providers';
import type { CheckOutcome, CheckRequest, ProfileFile, PrognosisFile, Progress, UnusableFile } from './types';

/** A submission that could be read, before the providers are compared with each other. */
export interface Submission {
  readonly file: string;
  readonly provider: string;
  readonly outlook: Outlook;
  readonly domains: PrognosisOutcome['domains'];
  readonly findings: readonly Finding[];
  /** What open allocations say of both years (ZUT-03); null when none were given. */
  readonly allocations: readonly Finding[] | null;
  readonly reconciliation: Reconciliation;
  readonly fingerprint: string;
  /** Every amount it states, with its cell. */
  readonly cells: readonly StatedCell[];
  /** How its layout was read. */
  readonly profile: Profile;
}

/** What every submission is checked against: read once a run. */
export interface CheckBasis {
  readonly loaded: Loaded;
  readonly data: DataProducts;
  /** The declared lines of one provider, where `loaded` holds none of them: for a thread that asks for its part. */
  partOf?(provider: string): Promise<CareTable>;
}

/** What the check of one submission needs of the run, beside the basis; plain data. */
export interface SubmissionRequest {
  readonly provider: string | null;
  readonly profile: ProfileFile | null;
  readonly aliases: ReadonlyMap<string, string>;
  /** Profiles remembered per provider (`providerKey`): used where they still read all that detection finds. */
  readonly profiles: ReadonlyMap<string, unknown>;
  /** Whether production files were given: else the workbook's own closed months are the production. */
  readonly hasProduction: boolean;
  /** Name of the ceilings file, for messages. */
  readonly ceilingsFile: string;
}

/**
 * The basis without the lines of providers, for threads that ask for their part; null where each submission
 * needs those of all providers: open allocations are priced on everybody's production.
 */
export const withoutLines = (basis: CheckBasis): CheckBasis | null =>
  basis.loaded.allocations !== null
    ? null
    : {
        ...basis,
        loaded: { ...basis.loaded, production: new CareTable(), forecast: new CareTable() },
      };

/** The declared lines of one provider. */
export const linesOf = ({ loaded }: CheckBasis, provider: string): CareTable =>
  loaded.production.only((name) => sameProvider(name, provider));

/** The request of each submission of a run. */
export const submissionRequest = (input: CheckRequest): SubmissionRequest => ({
  provider: input.provider,
  profile: input.profile ?? null,
  aliases: input.aliases ?? new Map<string, string>(),
  profiles: input.profiles ?? new Map<string, unknown>(),
  hasProduction: input.production.length > 0,
  ceilingsFile: input.ceilings?.name ?? '',
});

/** Reads the files that all submissions share. Issues: as `InputError`, those of all files together. */
export async function prepareCheck(
  input: CheckRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<CheckBasis> {
  const loaded: Loaded = {
    ...(await loadInputs(input, openGrid, progress)),
    wlz: await loadWlz(input, openGrid, progress),
  };
  return { loaded, data: productsInData(loaded.tariffs, [loaded.production, loaded.forecast]) };
}

/** Checks submissions one after another; one unusable workbook doesn't stop the others. */
export async function checkEach(
  basis: CheckBasis,
  request: SubmissionRequest,
  prognoses: readonly PrognosisFile[],
  progress: Progress,
): Promise<{ readonly submissions: readonly Submission[]; readonly unusable: readonly UnusableFile[] }> {
  const submissions: Submission[] = [];
  const unusable: UnusableFile[] = [];
  for (const prognosis of prognoses) {
    if (progress.signal?.aborted) throw new InputError([inputIssue('flow.cancelled', {})]);
    progress.report('check', prognosis.file, null);
    try {
      submissions.push(await checkSubmission(basis, request, prognosis));
    } catch (error) {
      unusable.push({ file: prognosis.file, issues: inputIssues(error, prognosis.file) });
    }
  }
  return { submissions, unusable };
}

/**
 * Checks submitted prognoses: what each states against ceilings and rules, and against what was declared.
 * Production comes from the production files when there are any, else from the workbook's closed months; the
 * forecast comes from the workbook. One unusable workbook doesn't stop the others: it is listed in
 * `unusable`.
 * Issues: as `InputError` when the shared files can't be used, or no workbook can.
 */
export async function runCheck(
  input: CheckRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<CheckOutcome> {
  const basis = await prepareCheck(input, openGrid, progress);
  const { submissions, unusable } = await checkEach(
    basis,
    submissionRequest(input),
    input.prognoses,
    progress,
  );
  if (submissions.length === 0) throw new InputError(unusable.flatMap(({ issues }) => issues));
  const outcome = concludeCheck(basis, submissions, unusable);
  // The months of every product are for who handles a few workbooks; over a region they would be the report.
  return {
    ...outcome,
    prognoses: outcome.prognoses.map((prognosis, index) => {
      const submission = submissions[index];
      if (submission === undefined) return prognosis;
      const { outlook, provider } = submission;
      return { ...prognosis, ...monthsOfRun(basis.loaded, outlook, productionOf(basis.loaded, provider)) };
    }),
  };
}

/** The outcome of a run: submissions compared with each other, findings in order. */
export function concludeCheck(
  { loaded }: CheckBasis,
  submissions: readonly Submission[],
  unusable: readonly UnusableFile[],
): CheckOutcome {
  const everyone: ProviderFigures[] = submissions.map(({ provider, domains }) => ({ provider, domains }));
  return {
    rulebook: { id: loaded.rulebook.id, version: loaded.rulebook.version, title: loaded.rulebook.title },
    year: loaded.year,
    asOf: loaded.asOf,
    receipts: loaded.receipts,
    unusable,
    details: submissions.map(({ file, provider, cells, profile }) => ({ file, provider, cells, profile })),
    prognoses: submissions.map((submission, index) => ({
      file: submission.file,
      provider: submission.provider,
      domains: submission.domains,
      findings: inOrder([
        ...submission.findings,
        ...evaluateAcross(
          loaded,
          submission.outlook,
          submission.domains,
          everyone.filter((_, other) => other !== index),
          submission.allocations,
        ),
        ...sameTwice(submission, submissions, index),
        ...receiptFindings(loaded.receipts),
      ]),
      reconciliation: submission.reconciliation,
    })),
  };
}

/** CHK-13: the same prognosis handed in twice. */
function sameTwice(submission: Submission, all: readonly Submission[], index: number): Finding[] {
  if (submission.fingerprint === '') return [];
  return all
    .filter((other, at) => at !== index && other.fingerprint === submission.fingerprint)
    .map((other) =>
      finding(
        null,
        'CHK-13',
        'warning',
        { code: 'checks.same-twice', facts: { other: other.file } },
        { location: { file: submission.file } },
      ),
    );
}

/** The provider of a submission: asked for, named in the workbook, or the only one in the files. */
function providerOf(
  input: Pick<SubmissionRequest, 'provider'>,
  loaded: Loaded,
  layout: Layout,
  file: string,
): { provider: string; findings: Finding[] } {
  const known = distinctProviders([
    ...loaded.receipts.filter(({ kind }) => kind === 'production').flatMap(({ providers }) => providers),
    ...(loaded.ceilings ?? []).map((entry) => entry.provider),
  ]);
  if (input.provider !== null) {
    const wanted = findProvider(known, input.provider) ?? input.provider;
    const different = layout.provider !== null && !sameProvider(layout.provider, wanted);
    return { provider: wanted, findings: different ? [wrongProvider(layout, wanted, file)] : [] };
  }
  if (layout.provider !== null) {
    const found = findProvider(known, layout.provider);
    if (found !== undefined || known.length === 0)
      return { provider: found ?? layout.provider, findings: [] };
    // One provider in the files and another name in the workbook: go on with the files, and say so.
    const [only] = known;
    if (known.length === 1 && only !== undefined) {
      // A code can't be held against a name.
      if (isProviderCode(only)) return { provider: only, findings: [] };
      return { provider: only, findings: [wrongProvider(layout, only, file)] };
    }
    throw new InputError([
      inputIssue('flow.provider-not-found', { found: layout.provider, known }, { file }),
    ]);
  }
  if (known.length > 1) {
    throw new InputError([inputIssue('flow.provider-of-workbook-unknown', { known }, { file })]);
  }
  return { provider: known[0] ?? '', findings: [] };
}

function wrongProvider(layout: Layout, expected: string, file: string): Finding {
  const header = layout.headers.find((cell) => cell.what === 'provider');
  return finding(
    null,
    'CHK-15',
    'violation',
    { code: 'checks.wrong-provider', facts: { found: layout.provider ?? '', expected } },
    { location: { file, ...(header ? { sheet: header.sheet, cell: a1(header.row, header.col) } : {}) } },
  );
}

/** CHK-01: the workbook's own formulas come to what it states; what couldn't be recomputed is said. */
function formulaFindings(check: FormulaCheck, rulebook: Rulebook, file: string): Finding[] {
  const findings = check.differing.map(({ sheet, row, col, formula, kept, recomputed }): Finding => {
    const place = `${sheet}!${a1(row, col)}`;
    return finding(
      null,
      'CHK-01',
      'warning',
      {
        code: 'checks.formula-value-differs',
        facts: {
          cell: place,
          formula: `=${formula.length > 80 ? `${formula.slice(0, 79)}…` : formula}`,
          stated: new Decimal(kept).toSignificantDigits(15).toFixed(),
          recomputed: recomputed.toSignificantDigits(15).toFixed(),
        },
      },
      { location: { file, sheet, cell: a1(row, col) } },
    );
  });
  if (check.supplied > 0) {
    findings.push(
      finding(
        null,
        'CHK-01',
        'notice',
        { code: 'checks.formulas-supplied', facts: { count: check.supplied } },
        { location: { file } },
      ),
    );
  }
  if (check.unknown > 0) {
    findings.push(
      notChecked(rulebook, 'CHK-01', {
        code: 'checks.formulas-kept',
        facts: { count: check.unknown, formulas: check.formulas },
      }),
    );
  }
  return findings;
}

/** The production lines of one provider: a table with hundreds of them is gone through once, not once each. */
const productionOf = (loaded: Loaded, provider: string): readonly CareRow[] => [
  ...loaded.production.rowsOf((name) => sameProvider(name, provider)),
];

/** Reads one submission and checks it. Issues: as `InputError`, naming the file. */
export async function checkSubmission(
  { loaded: shared, data, partOf }: CheckBasis,
  input: SubmissionRequest,
  prognosis: PrognosisFile,
): Promise<Submission> {
  const { file } = prognosis;
  let loaded = shared;
  const recomputed = checkFormulas(await readGrid(file, () => prognosis.port.read()));
  const { grid } = recomputed;
  const before = knowProducts(loaded.rulebook, data, null);
  const aliases = new Map(input.aliases);
  const providers = distinctProviders(loaded.receipts.flatMap((receipt) => receipt.providers));
  let layout = layoutOf(grid, detectionContext(loaded, before, providers, aliases), input.profile);
  const { provider, findings: providerFindings } = providerOf(input, loaded, layout, file);
  if (partOf) loaded = { ...shared, production: await partOf(provider) };
  const remembered = input.profile === null ? input.profiles.get(providerKey(provider)) : undefined;
  let profile = input.profile;
  if (remembered !== undefined) {
    const context = detectionContext(loaded, before, providers, aliases);
    const known = rememberedLayout(grid, context, { file, json: remembered }, layout);
    if (known) {
      layout = known;
      profile = { file, json: remembered };
    }
  }
  const ceilings = ceilingsOf(loaded, provider);
  const production = input.hasProduction ? productionOf(loaded, provider) : null;
  const declared = production ? outlookOf(loaded, provider, ceilings, production, []) : null;

  let reading = readPrognosis(layout, grid, loaded.asOf);
  const linked = declared ? linkUnmatched(layout, reading, declared) : [];
  if (linked.length > 0) {
    for (const match of linked)
      if (match.product !== null) aliases.set(normaliseLabel(match.label), match.product);
    layout = layoutOf(grid, detectionContext(loaded, before, providers, aliases), profile);
    reading = readPrognosis(layout, grid, loaded.asOf);
  }
  const products = knowProducts(loaded.rulebook, data, layout);
  const productOf = (slot: Slot): string => slot.product ?? slot.label;
  const figures = figuresFromReading(reading, {
    provider,
    year: loaded.year,
    asOf: loaded.asOf,
    productOf,
    domainOf: (product) => data.domainOf(product) ?? onlyDomain(loaded, layout),
    tariffOf: (product, month) =>
      loaded.tariffs ? tariffInMonth(loaded.tariffs, product, month, { provider }) : null,
    declared: (domain, product, months) => declaredIn(declared, domain, product, months),
  });
  const outlook = outlookOf(
    loaded,
    provider,
    ceilings,
    production ?? figures.production.rows(),
    figures.forecast.rows(),
    false,
    // Without production the workbook’s own cells are what is declared: then they may hold the estimate.
    declared || loaded.incomplete === 'estimate' ? loaded.late.rows() : [],
  );
  // What a cell of an incomplete month is held against: the estimate, when that is what cells should state.
  const compared = declared && loaded.incomplete === 'estimate-in-cells' ? asDeclared(outlook) : declared;
  const issues: Issue[] = blockingIssues(loaded, outlook, ceilings, products, input.ceilingsFile);
  if (issues.length > 0) throw new InputError(issues);

  const { domains, findings } = evaluateProvider(loaded, outlook, ceilings, products);
  return {
    file,
    provider,
    outlook,
    domains,
    allocations: allocationFindings(loaded, provider, domains, ceilings, products),
    fingerprint: fingerprint(figures),
    cells: figures.stated.map(statedCell),
    // A corrected layout is known by the profile that holds the corrections.
    profile: layout.corrections && profile ? readProfile(profile) : makeProfile(layout, grid),
    reconciliation: reconcileSubmission(
      loaded.incomplete === 'estimate-in-cells' ? asDeclared(outlook) : outlook,
      figures,
      loaded.asOf,
      declared !== null,
    ),
    findings: [
      ...providerFindings,
      ...formulaFindings(recomputed, loaded.rulebook, file),
      ...yearFindings(layout, grid, loaded.year),
      ...findings,
      ...submissionFindings({
        rulebook: loaded.rulebook,
        file,
        layout,
        reading,
        figures,
        declared: compared,
        tariffs: loaded.tariffs,
        provider,
        productOf,
        year: loaded.year,
        asOf: loaded.asOf,
      }),
      ...productFindings(layout, linked, figures, file, loaded.tariffs !== null),
      ...figures.remarks.map(({ message, slot }) =>
        finding(null, 'CHK-05', 'notice', message, {
          location: { file, sheet: slot.sheet, cell: a1(slot.row, slot.col) },
        }),
      ),
      ...unknownAmounts(figures, file),
      ...remarkFindings(layout.remarks, file),
    ],
  };
}

const statedCell = ({ slot, domain, product, amount }: StatedAmount): StatedCell => ({
  sheet: slot.sheet,
  cell: a1(slot.row, slot.col),
  product,
  domain,
  period:
    slot.period.from === slot.period.until ? slot.period.from : `${slot.period.from}/${slot.period.until}`,
  amount,
});

/**
 * The layout by the profile of an earlier round, or null where that no longer reads everything: a layout that
 * changed is detected anew rather than read in part.
 */
function rememberedLayout(
  grid: WorkbookGrid,
  context: DetectionContext,
  profile: ProfileFile,
  detected: Layout,
): Layout | null {
  try {
    const layout = layoutOf(grid, context, profile);
    return layout.slots.length >= detected.slots.length ? layout : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Names in the workbook and codes in the data are linked where all closed months are equal to the cent. */
function linkUnmatched(
  layout: Layout,
  reading: PrognosisReading,
  declared: Outlook,
): readonly ProductMatch[] {
  if (layout.products.every((match) => match.product !== null)) return [];
  const figures = new Map<string, { -readonly [K in keyof Figure]: Figure[K] }>();
  for (const entry of declared.entries) {
    if (entry.phase !== 'production' || statusOf(entry.month, declared.asOf) !== 'closed') continue;
    const key = `${entry.domain}|${entry.product}|${entry.month}`;
    const known = figures.get(key);
    if (known) known.amount = addMoney(known.amount, entry.amount);
    else {
      figures.set(key, {
        domain: entry.domain,
        product: entry.product,
        month: entry.month,
        phase: 'actual',
        amount: entry.amount,
        quantity: null,
        unit: entry.unit,
        clients: null,
      });
    }
  }
  return linkByFigures(reading, [...figures.values()]).filter((match) => match.product !== null);
}

/** The one domain the workbook states, or the ceilings do; `?` when there is none or more than one. */
function onlyDomain(loaded: Loaded, layout: Layout): string {
  const stated = new Set(layout.slots.flatMap((slot) => (slot.domain === null ? [] : [slot.domain])));
  const [only] = stated;
  if (stated.size === 1 && only !== undefined) return only;
  const ceilings = new Set((loaded.ceilings ?? []).map((entry) => entry.domain));
  const [single] = ceilings;
  return ceilings.size === 1 && single !== undefined ? single : '?';
}

/** CHK-14. */
function yearFindings(layout: Layout, grid: WorkbookGrid, year: number): Finding[] {
  if (layout.year === null || layout.year === year) return [];
  const header = layout.headers.find((cell) => cell.what === 'year');
  return [
    finding(
      null,
      'CHK-14',
      'violation',
      { code: 'checks.wrong-year', facts: { found: layout.year, expected: year } },
      {
        location: {
          file: grid.file,
          ...(header ? { sheet: header.sheet, cell: a1(header.row, header.col) } : {}),
        },
      },
    ),
  ];
}

/** CHK-08: rows that are no known product, and matches the user should confirm. */
function productFindings(
  layout: Layout,
  linked: readonly ProductMatch[],
  figures: SubmittedFigures,
  file: string,
  listGiven: boolean,
): Finding[] {
  const amounts = new Map<string, Money>();
  for (const { slot, amount } of figures.stated) {
    amounts.set(slot.label, addMoney(amounts.get(slot.label) ?? ZERO, amount));
  }
  const seen = new Set<string>();
  const place = (match: ProductMatch): Finding['location'] => ({
    file,
    sheet: match.sheet,
    cell: a1(match.row, match.col),
  });
  const found: Finding[] = [];
  for (const match of layout.products) {
    const key = `${match.sheet}|${match.label}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const amount = amounts.get(match.label) ?? ZERO;
    const link = linked.find((candidate) => candidate.label === match.label && candidate.product !== null);
    if (match.product === null) {
      found.push(
        finding(
          null,
          'CHK-08',
          // Without a tariff list only what was declared is known: a row can well be a product to come.
          listGiven ? 'warning' : 'notice',
          { code: 'checks.unknown-product', facts: { label: match.label, amount: moneyValue(amount) } },
          { amount, location: place(match) },
        ),
      );
    } else if (link || match.how === 'fuzzy') {
      found.push(
        finding(
          null,
          'CHK-08',
          'notice',
          {
            code: link ? 'checks.linked-by-figures' : 'checks.fuzzy-product',
            facts: { label: match.label, product: match.product },
          },
          { amount, location: place(match) },
        ),
      );
    }
  }
  return found;
}

/** Amount cells with a formula and no stored result, and nothing to compute them from. */
function unknownAmounts(figures: SubmittedFigures, file: string): Finding[] {
  return figures.unknown.map((slot) =>
    finding(
      null,
      'CHK-12',
      'warning',
      {
        code: 'checks.amount-unknown',
        facts: { cell: `${slot.sheet}!${a1(slot.row, slot.col)}`, label: slot.label },
      },
      { location: { file, sheet: slot.sheet, cell: a1(slot.row, slot.col) }, notChecked: true },
    ),
  );
}

/**
 * Declared production of the closed months against what the prognosis states for them. `difference` is what
 * is left after products that the prognosis lacks: the sum of all CHK-02 differences.
 */
function reconcileSubmission(
  outlook: Outlook,
  figures: SubmittedFigures,
  asOf: Outlook['asOf'],
  declared: boolean,
): Reconciliation {
  const closed = outlook.entries.filter(
    (entry) => entry.phase === 'production' && statusOf(entry.month, asOf) === 'closed',
  );
  const source = sumMoney(closed.map((entry) => entry.amount));
  const stated = sumMoney(
    [...figures.production.rows()]
      .filter((row) => statusOf(row.month, asOf) === 'closed')
      .map((row) => row.amount),
  );
  if (!declared) {
    return { sourceTotal: stated, filledTotal: stated, difference: ZERO, unmapped: [], notFilled: [] };
  }
  const present = new Set(figures.stated.map((entry) => `${entry.domain}|${entry.product}`));
  const missing = new Map<string, { domain: string; product: string; amount: Money }>();
  for (const entry of closed) {
    const key = `${entry.domain}|${entry.product}`;
    if (present.has(key)) continue;
    const known = missing.get(key) ?? { domain: entry.domain, product: entry.product, amount: ZERO };
    known.amount = addMoney(known.amount, entry.amount);
    missing.set(key, known);
  }
  const unmapped: Unplaced[] = [...missing.values()].map((entry) => ({
    ...entry,
    month: null,
    reason: { code: 'flow.no-line-for-product', facts: { product: entry.product } },
  }));
  const placed = sumMoney([stated, ...unmapped.map((entry) => entry.amount)]);
  return {
    sourceTotal: source,
    filledTotal: stated,
    difference: subtractMoney(source, placed),
    unmapped,
    notFilled: [],
  };
}
