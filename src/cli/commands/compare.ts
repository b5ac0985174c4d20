import {
  compareSnapshots,
  moneyValue,
  sameProvider,
  ZERO,
  type Snapshot,
  type SnapshotComparison,
} from '../../core';
import { readBudget } from '../../flow';
import { comparisonToJson, comparisonToText, toComparisonWorkbook } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { fileProblem, UsageError } from '../failure';
import { displayNames, inputFile, type FoundFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { decimalChoice, findAll, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readSnapshots } from '../snapshot-file';
import { printResult } from './show-outcome';

const isSnapshot = ({ path }: FoundFile): boolean => path.toLowerCase().endsWith('.json');

/** Compares two frozen states, or a state with a budget, and divides the difference over its causes. */
export async function compare(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const report = found.texts.get('report');
  if (report !== undefined) requireEnding(report, '--report', ['.xlsx']);
  const files = await findAll(found.operands, world.cwd);
  const [first, second] = files;
  if (first === undefined || second === undefined || files.length > 2) {
    throw new UsageError({ code: 'cli.compare-two', facts: { found: files.length } });
  }
  const [target] = planOutputs(
    report === undefined ? [] : [report],
    world.cwd,
    files,
    found.flags.has('force'),
  );
  if (!isSnapshot(first) && !isSnapshot(second)) {
    throw new UsageError({ code: 'cli.compare-two-budgets', facts: {} });
  }
  const chosen = found.texts.get('provider');
  const own = (snapshots: readonly Snapshot[]): readonly Snapshot[] =>
    chosen === undefined ? snapshots : snapshots.filter(({ provider }) => sameProvider(provider, chosen));
  const known = {
    before: isSnapshot(first) ? own(await readSnapshots(first)) : null,
    after: isSnapshot(second) ? own(await readSnapshots(second)) : null,
  };
  const before = known.before ?? (await budgets(first, known.after ?? [], found, session, engine));
  const after = known.after ?? (await budgets(second, known.before ?? [], found, session, engine));
  const { pairs, alone } = pair(before, after);
  if (pairs.length === 0) {
    const names = (side: readonly Snapshot[]): string[] => side.map(({ provider }) => provider);
    throw fileProblem('cli.compare-nobody', second.typed, { before: names(before), after: names(after) });
  }
  const comparisons = pairs.map(([from, to]) => compareSnapshots(from, to));
  if (target !== undefined) {
    session.progress.report('report', null, null);
    await writeOutputs([{ target, bytes: await toComparisonWorkbook(comparisons, language) }]);
  }
  await printResult(rendered(comparisons, format, session), session);
  if (alone.length > 0) session.remark({ code: 'cli.compare-left-out', facts: { providers: alone } });
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}

function rendered(
  comparisons: readonly SnapshotComparison[],
  format: Session['format'],
  { language, world }: Session,
): string {
  if (format === 'json') {
    const json = { version: 1, comparisons: comparisons.map((one) => comparisonToJson(one, language)) };
    return `${JSON.stringify(json, null, 2)}\n`;
  }
  const width = Math.min(world.columns ?? 80, 120);
  return comparisons.map((one) => comparisonToText(one, language, width)).join('\n');
}

/** The budget of each provider and year on the other side. */
async function budgets(
  file: FoundFile,
  others: readonly Snapshot[],
  found: Arguments,
  session: Session,
  engine: Engine,
): Promise<Snapshot[]> {
  const name = displayNames([file]).get(file) ?? file.typed;
  const read: Snapshot[] = [];
  for (const { provider, year } of others) {
    const budget = await readBudget(
      inputFile(file, name, new Map()),
      { provider, year, decimal: decimalChoice(found) },
      openGridWith(engine),
      session.progress,
    );
    const { rejected } = budget.receipt.lines;
    if (budget.leftOut !== ZERO || budget.others !== ZERO || rejected > 0) {
      const facts = {
        file: name,
        amount: moneyValue(budget.leftOut),
        others: moneyValue(budget.others),
        rejected,
      };
      session.remark({ code: 'cli.compare-budget-left-out', facts });
    }
    read.push(budget.snapshot);
  }
  return read;
}

/** What belongs together: a single state on either side always does, several by their provider. */
function pair(
  before: readonly Snapshot[],
  after: readonly Snapshot[],
): { readonly pairs: readonly (readonly [Snapshot, Snapshot])[]; readonly alone: readonly string[] } {
  const [one, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && one && other) return { pairs: [[one, other]], alone: [] };
  const left = [...before];
  const pairs: (readonly [Snapshot, Snapshot])[] = [];
  const alone: string[] = [];
  for (const to of after) {
    const at = left.findIndex(({ provider }) => sameProvider(provider, to.provider));
    const from = left[at];
    if (from === undefined) alone.push(to.provider);
    else {
      pairs.push([from, to]);
      left.splice(at, 1);
    }
  }
  return { pairs, alone: [...alone, ...left.map(({ provider }) => provider)] };
}
