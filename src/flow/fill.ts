import {
  a1,
  addMoney,
  answerMeasure,
  asDeclared,
  figuresFromReading,
  isLate,
  parseProfile,
  planFill,
  questionsOf,
  readPrognosis,
  knownLayout,
  recogniseLayout,
  sameProvider,
  submissionFindings,
  subtractMoney,
  sumMoney,
  tariffInMonth,
  ZERO,
  Decimal,
  roundToCents,
  type DetectionContext,
  type Figure,
  type FillPlan,
  type Issue,
  type Layout,
  type Measure,
  type Message,
  type Money,
  type Outlook,
  type Correction,
  type PlannedWrite,
  type Profile,
  type Recognised,
  type Reconciliation,
  type Slot,
  type Unplaced,
  type WorkbookGrid,
} from '../core';
import type { OpenGrid } from '../intake';
import type { RefusedWrite } from '../workbook';
import { allocationFindings } from './allocations';
import { cellAddress } from './cell-address';
import { InputError, inputIssue, inputIssues } from './input-error';
import { firstPlace, loadInputs, type Loaded } from './load';
import { loadWlz } from './wlz-data';
import { isProviderCode } from './production-files';
import { knowProducts, productsInData, type ProductKnowledge } from './products';
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
import type { FillOutcome, FillRequest, Progress, ProfileFile } from './types';

/** The one provider the files are about. Issues: several and none chosen; the chosen one not there. */
export function chooseProvider(loaded: Loaded, wanted: string | null): string {
  const known = distinctProviders(
    loaded.receipts
      .filter(({ kind }) => kind === 'production' || kind === 'forecast')
      .flatMap(({ providers }) => providers),
  );
  if (wanted !== null) {
    const found = findProvider(known, wanted);
    if (found === undefined && known.length > 0) {
      throw new InputError([inputIssue('flow.provider-not-found', { found: wanted, known })]);
    }
    return found ?? wanted;
  }
  if (known.length > 1) {
    const [first, second] = known.map((name) => firstPlace(loaded, 'firstProviders', name));
    throw new InputError([inputIssue('flow.two-providers', { found: known }, second ?? first ?? {})]);
  }
  return known[0] ?? '';
}

/** Reads a profile's JSON. Issues name the path and what was expected. */
export function readProfile(file: ProfileFile): Profile {
  const parsed = parseProfile(file.json);
  if ('issues' in parsed) {
    throw new InputError(
      parsed.issues.map((issue) => ({ ...issue, place: { ...issue.place, file: file.file } })),
    );
  }
  return parsed.profile;
}

/** What detection may know beforehand. */
export function detectionContext(
  loaded: Pick<Loaded, 'year' | 'asOf' | 'rulebook'>,
  products: ProductKnowledge,
  providers: readonly string[],
  aliases: ReadonlyMap<string, string>,
): DetectionContext {
  return {
    year: loaded.year,
    asOf: loaded.asOf,
    products: products.known,
    providers,
    domains: [...new Set([...loaded.rulebook.domains, 'Wmo', 'Jeugdwet', 'Wlz'])],
    aliases,
  };
}

/**
 * Detects, or applies the profile when one is given; then the corrections, or else those of the profile.
 * Issue: nothing that looks like a prognosis, and nothing said about it either.
 */
export function recognise(
  grid: WorkbookGrid,
  context: DetectionContext,
  profile: ProfileFile | null,
  corrections?: readonly Correction[],
  measure?: Measure,
): Recognised {
  const known = profile ? readProfile(profile) : null;
  const found = recogniseAnswered(grid, context, known, corrections, measure);
  mustSaySomething(found.layout, grid);
  return found;
}

/** As `recogniseLayout`; what nothing in the workbook says the measure of is `measure`, where that is given. */
export function recogniseAnswered(
  grid: WorkbookGrid,
  context: DetectionContext,
  profile: Profile | null,
  corrections: readonly Correction[] = profile?.corrections ?? [],
  measure?: Measure,
): Recognised {
  const found = recogniseLayout(grid, context, profile, corrections);
  const answers = measure === undefined ? [] : answerMeasure(grid, found.layout, measure);
  return answers.length === 0 ? found : recogniseLayout(grid, context, profile, [...corrections, ...answers]);
}

function mustSaySomething(layout: Layout, grid: WorkbookGrid): void {
  if (layout.slots.length === 0 && (layout.corrections ?? []).length === 0) {
    throw new InputError([
      inputIssue(
        'flow.nothing-detected',
        { sheets: grid.sheets.map((sheet) => sheet.name) },
        { file: grid.file },
      ),
    ]);
  }
}

/** The layout alone; see `recognise`. */
export function layoutOf(grid: WorkbookGrid, context: DetectionContext, profile: ProfileFile | null): Layout {
  const layout = knownLayout(grid, context, profile ? readProfile(profile) : null);
  mustSaySomething(layout, grid);
  return layout;
}

/** Opens and reads a workbook; problems with it are input issues. */
export async function readGrid(file: string, read: () => Promise<WorkbookGrid>): Promise<WorkbookGrid> {
  try {
    return await read();
  } catch (error) {
    throw new InputError(inputIssues(error, file));
  }
}

/** What was read for a plan, for as long as nothing but the plan changes. */
export interface KeptInputs {
  key: string | null;
  loaded: Loaded | null;
}

/** Reads the input files, or takes what was read under the same key before. */
async function loadOnce(
  input: FillRequest,
  openGrid: OpenGrid,
  progress: Progress,
  kept?: KeptInputs,
): Promise<Loaded> {
  const { inputsKey } = input;
  if (kept?.loaded && inputsKey !== undefined && kept.key === inputsKey) return kept.loaded;
  const loaded: Loaded = {
    ...(await loadInputs(input, openGrid, progress)),
    wlz: await loadWlz(input, openGrid, progress),
  };
  if (kept) {
    kept.key = inputsKey ?? null;
    kept.loaded = inputsKey === undefined || progress.signal?.aborted ? null : loaded;
  }
  return loaded;
}

/**
 * The main job: production and forecast into the provider's own workbook, and the result checked.
 * With `preview` nothing is written and `written` is empty. The port is only written when everything before
 * went well; saving it is the caller's.
 * Issues: as `InputError`. After writing, every cell is read back and compared; a difference is a defect.
 */
export async function runFill(
  input: FillRequest,
  openGrid: OpenGrid,
  progress: Progress,
  kept?: KeptInputs,
): Promise<FillOutcome> {
  const loaded = await loadOnce(input, openGrid, progress, kept);
  const provider = chooseProvider(loaded, input.provider);
  progress.report('workbook', input.prognosis.file, null);
  const grid = await readGrid(input.prognosis.file, () => input.prognosis.port.read());
  const data = productsInData(loaded.tariffs, [loaded.production, loaded.forecast]);
  const before = knowProducts(loaded.rulebook, data, null);
  const aliases = input.aliases ?? new Map<string, string>();
  const context = detectionContext(loaded, before, [provider], aliases);
  const { layout, profile } = recognise(grid, context, input.profile, input.corrections, input.measure);
  const products = knowProducts(loaded.rulebook, data, layout);

  const ceilings = ceilingsOf(loaded, provider);
  // A layout with a line per client gets each client's own amounts.
  const hasClientLines = layout.slots.some((slot) => slot.client !== undefined);
  // And one with lines or blocks per location each location's, as far as the files name it.
  const hasLocationLines = layout.slots.some((slot) => slot.location !== undefined);
  const outlook = outlookOf(
    loaded,
    provider,
    ceilings,
    loaded.production.rows(),
    loaded.forecast.rows(),
    hasClientLines,
    loaded.late.rows(),
    hasLocationLines,
  );
  const isInCells = loaded.incomplete === 'estimate-in-cells';
  const issues: Issue[] = workbookIssues(layout, input.prognosis.file, provider, input.year);
  issues.push(...blockingIssues(loaded, outlook, ceilings, products, input.ceilings?.name ?? ''));
  if (issues.length > 0) throw new InputError(issues);

  const plan = planFill(
    layout,
    grid,
    {
      provider,
      year: loaded.year,
      asOf: loaded.asOf,
      figures: figuresOf(outlook, loaded, hasClientLines, isInCells),
    },
    input.thousandsPlaces === undefined ? {} : { thousandsPlaces: input.thousandsPlaces },
  );
  const selected = plan.writes.filter((write) => !input.only || input.only.has(cellAddress(write)));
  let written: readonly PlannedWrite[] = [];
  let refused: readonly RefusedWrite[] = [];
  let warnings: readonly Message[] = [];
  let after = grid;
  if (!input.preview) {
    if (progress.signal?.aborted) throw new InputError([inputIssue('flow.cancelled', {})]);
    progress.report('fill', input.prognosis.file, null);
    const outcome = await input.prognosis.port.write(selected, { allowLocked: input.allowLocked ?? false });
    const done = new Set(outcome.written.map(cellAddress));
    written = selected.filter((write) => done.has(cellAddress(write)));
    ({ refused, warnings } = outcome);
    after = await input.prognosis.port.read();
    verifyWritten(after, written);
  }
  progress.report('check', input.prognosis.file, null);
  const reconciliation = reconcile(layout, plan, outlook, selected, refused, isInCells);
  const { domains, findings } = evaluateProvider(loaded, outlook, ceilings, products);
  const reading = readPrognosis(layout, after, loaded.asOf);
  const workbookFindings = input.preview
    ? []
    : submissionFindings({
        rulebook: loaded.rulebook,
        file: input.prognosis.file,
        layout,
        reading: { ...reading, totals: [] },
        figures: figuresFromReading(reading, {
          provider,
          year: loaded.year,
          asOf: loaded.asOf,
          productOf: (slot) => slot.product ?? slot.label,
          domainOf: (_product, slot) => slot.domain ?? '',
          tariffOf: (product, month) =>
            loaded.tariffs ? tariffInMonth(loaded.tariffs, product, month, { provider }) : null,
          declared: () => ZERO,
        }),
        declared: isInCells ? asDeclared(outlook) : outlook,
        tariffs: loaded.tariffs,
        provider,
        productOf: (slot) => slot.product ?? slot.label,
        year: loaded.year,
        asOf: loaded.asOf,
      }).filter((found) => found.rule !== 'CHK-16');
  return {
    rulebook: { id: loaded.rulebook.id, version: loaded.rulebook.version, title: loaded.rulebook.title },
    year: loaded.year,
    asOf: loaded.asOf,
    receipts: loaded.receipts,
    layout,
    profile,
    questions: questionsOf(layout, context),
    plan,
    written,
    refused,
    warnings,
    prognoses: [
      {
        file: input.prognosis.file,
        provider,
        domains,
        findings: inOrder([
          ...findings,
          ...evaluateAcross(
            loaded,
            outlook,
            domains,
            [],
            allocationFindings(loaded, provider, domains, ceilings, products),
          ),
          ...workbookFindings,
          ...remarkFindings([...layout.remarks, ...plan.remarks], input.prognosis.file),
          ...receiptFindings(loaded.receipts),
        ]),
        reconciliation,
        ...monthsOfRun(loaded, outlook, loaded.production.rows()),
      },
    ],
  };
}

/** A workbook of another provider or year can't be filled with these files. */
function workbookIssues(layout: Layout, file: string, provider: string, year: number): Issue[] {
  const issues: Issue[] = [];
  const header = (what: 'provider' | 'year'): { file: string; sheet?: string; cell?: string } => {
    const cell = layout.headers.find((candidate) => candidate.what === what);
    return cell ? { file, sheet: cell.sheet, cell: a1(cell.row, cell.col) } : { file };
  };
  if (layout.provider !== null && !isProviderCode(provider) && !sameProvider(layout.provider, provider)) {
    issues.push(
      inputIssue(
        'flow.wrong-provider-in-workbook',
        { found: layout.provider, expected: provider },
        header('provider'),
      ),
    );
  }
  if (layout.year !== null && layout.year !== year) {
    issues.push(
      inputIssue('flow.wrong-year-in-workbook', { found: layout.year, expected: year }, header('year')),
    );
  }
  return issues;
}

/** The outlook's entries per domain, product, month and phase, and per client where asked: what goes into the cells. */
function figuresOf(outlook: Outlook, loaded: Loaded, byClient: boolean, isInCells: boolean): Figure[] {
  const figures = new Map<string, { -readonly [K in keyof Figure]: Figure[K] }>();
  for (const entry of outlook.entries) {
    const late = isLate(entry, outlook.asOf);
    if (late && !isInCells) continue;
    // A month that is over is one amount in the workbook: declared plus what is still to be declared.
    const phase = entry.phase === 'production' || late ? 'actual' : 'forecast';
    const client = byClient ? entry.client : null;
    const { location } = entry;
    const key = [entry.domain, entry.product, entry.month, phase, client ?? '', location ?? ''].join('|');
    const group = [entry.domain, entry.product, entry.month, ...(location === undefined ? [] : [location])];
    const known = figures.get(key);
    if (known) {
      known.amount = addMoney(known.amount, entry.amount);
      // Volumes in different units have no sum; the cell is then left to the user.
      if (known.unit !== entry.unit && known.quantity && entry.quantity) known.quantity = null;
      else if (entry.quantity) known.quantity = (known.quantity ?? new Decimal(0)).plus(entry.quantity);
    } else {
      figures.set(key, {
        domain: entry.domain,
        product: entry.product,
        month: entry.month,
        phase,
        amount: entry.amount,
        quantity: entry.quantity,
        unit: entry.unit,
        clients: phase === 'actual' ? (outlook.clients.get(group.join('|')) ?? null) : null,
        tariff: loaded.tariffs
          ? tariffInMonth(loaded.tariffs, entry.product, entry.month, {
              provider: outlook.provider,
              unit: entry.unit,
            })
          : null,
        ...(client === null ? {} : { client }),
        ...(location === undefined ? {} : { location }),
      });
    }
  }
  return [...figures.values()];
}

/** Reads every written cell back; what was written must be what is there. */
function verifyWritten(grid: WorkbookGrid, written: readonly PlannedWrite[]): void {
  const cells = new Map<string, string>();
  for (const sheet of grid.sheets) {
    for (const cell of sheet.cells) {
      if (cell.value)
        cells.set(cellAddress({ sheet: sheet.name, row: cell.row, col: cell.col }), String(cell.value.value));
    }
  }
  for (const write of written) {
    const found = cells.get(cellAddress(write)) ?? null;
    const expected = write.value?.text ?? null;
    const same =
      found === expected ||
      (write.value?.kind === 'number' && found !== null && Number(found) === Number(expected));
    if (!same) throw new Error(`cell ${cellAddress(write)} reads back differently from what was written`);
  }
}

/**
 * Source = filled + not filled + unmapped, to the cent. Deselected and refused changes are not filled; amounts
 * outside the year's figures are listed with their reason.
 */
function reconcile(
  layout: Layout,
  plan: FillPlan,
  outlook: Outlook,
  selected: readonly PlannedWrite[],
  refused: readonly RefusedWrite[],
  isInCells: boolean,
): Reconciliation {
  const notFilled: Unplaced[] = [...plan.notFilled];
  for (const entry of isInCells ? [] : outlook.entries.filter((one) => isLate(one, outlook.asOf))) {
    const { domain, product, month, amount } = entry;
    notFilled.push({
      ...{ domain, product, month, amount },
      reason: { code: 'flow.late-not-in-cells', facts: {} },
    });
  }
  for (const entry of outlook.leftOut) {
    notFilled.push({
      domain: entry.domain,
      product: entry.product,
      month: entry.month,
      amount: entry.amount,
      reason: { code: `flow.left-out-${entry.reason}`, facts: {} },
    });
  }
  const slots = new Map<string, Slot>(layout.slots.map((slot) => [cellAddress(slot), slot]));
  if (plan.roundingTotal !== ZERO) {
    // A recipient that wants rounded thousands: what the cells then lack is on the list too.
    const reason = { code: 'flow.rounded', facts: {} };
    notFilled.push({ domain: '', product: '', month: null, amount: plan.roundingTotal, reason });
  }
  let missed: Money = ZERO;
  const miss = (write: PlannedWrite | RefusedWrite['write'], reason: Message): void => {
    const slot = slots.get(cellAddress(write));
    if (slot?.measure !== 'amount' || write.value?.kind !== 'number') return;
    const amount = roundToCents(new Decimal(write.value.text).times(slot.scale));
    missed = addMoney(missed, amount);
    notFilled.push({
      domain: slot.domain ?? '',
      product: slot.product ?? slot.label,
      month: slot.period.from,
      amount,
      reason,
    });
  };
  const kept = new Set(selected.map(cellAddress));
  for (const write of plan.writes) {
    if (!kept.has(cellAddress(write)))
      miss(write, { code: 'flow.not-selected', facts: { cell: cellAddress(write) } });
  }
  for (const { write, reason } of refused) {
    miss(write, { code: 'flow.refused', facts: { cell: cellAddress(write), reason } });
  }
  const filledTotal = subtractMoney(plan.filledTotal, missed);
  const unmapped: Unplaced[] = plan.unmapped.map((entry) => ({
    domain: entry.domain,
    product: entry.product,
    month: null,
    amount: entry.amount,
    reason: { code: 'flow.no-line-for-product', facts: { product: entry.product } },
  }));
  const placed = sumMoney([
    filledTotal,
    ...notFilled.map((entry) => entry.amount),
    ...unmapped.map((entry) => entry.amount),
  ]);
  return {
    sourceTotal: outlook.sourceTotal,
    filledTotal,
    difference: subtractMoney(outlook.sourceTotal, placed),
    unmapped,
    notFilled,
  };
}
