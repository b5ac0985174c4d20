import {
  CoreError,
  Decimal,
  equalise,
  type Equalisation,
  type Issue,
  type Money,
  type MunicipalityCost,
  type Rulebook,
} from '../core';
import { readCosts, type CostEntry, type InputFile, type OpenGrid, type TableReceipt } from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import { loadRulebook } from './load';
import type { Progress, RunInput } from './types';

export interface EqualiseRequest {
  readonly costs: InputFile;
  /** Keys per municipality, when the costs file has none. */
  readonly keys: InputFile | null;
  readonly rulebook: RunInput['rulebook'];
  readonly year: number;
  /** 0–1 as decimal text; null: the rulebook's. */
  readonly solidarity: string | null;
  readonly decimal: 'comma' | 'point' | null;
}

export interface EqualiseOutcome {
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly result: Equalisation;
  readonly receipts: readonly TableReceipt[];
}

/**
 * IJS-05 over files: costs and keys per municipality. Every municipality needs one cost and one key; a line
 * that can't be read, a municipality on one side only or twice stops it, because a missing one would move
 * everybody's payment. Errors: `InputError`.
 */
export async function runEqualise(
  request: EqualiseRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<EqualiseOutcome> {
  const { year } = request;
  const rulebook = loadRulebook(request.rulebook, year);
  const read = async (file: InputFile): Promise<Awaited<ReturnType<typeof readCosts>>> => {
    progress.report('production', file.name, null);
    try {
      return await readCosts(file, {
        openGrid,
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(request.decimal ? { decimal: request.decimal } : {}),
      });
    } catch (error) {
      throw new InputError(inputIssues(error, file.name));
    }
  };
  const costs = await read(request.costs);
  const keys = request.keys === null ? null : await read(request.keys);
  const receipts = [costs.receipt, ...(keys ? [keys.receipt] : [])];
  const issues: Issue[] = receipts.flatMap((receipt) =>
    receipt.issues
      .filter(({ level }) => level === 'rejected')
      .map((issue) => ({ ...issue, level: 'error' as const })),
  );
  const ofYear = costs.entries.filter((entry) => entry.year === null || entry.year === year);
  for (const entry of costs.entries) {
    if (!ofYear.includes(entry)) {
      issues.push(
        inputIssue(
          'region.other-year',
          { municipality: entry.municipality, found: String(entry.year), expected: String(year) },
          entry.place,
        ),
      );
    }
  }
  const municipalities = join(ofYear, keys?.entries ?? null, request, issues);
  if (issues.length > 0) throw new InputError(issues);
  try {
    const result = equalise(
      rulebook,
      municipalities,
      year,
      request.solidarity === null ? null : new Decimal(request.solidarity),
    );
    return { rulebook, year, result, receipts };
  } catch (error) {
    throw new InputError([explain(error, rulebook, year)]);
  }
}

const plain = (name: string): string => name.trim().toLowerCase();

function join(
  costs: readonly CostEntry[],
  keys: readonly CostEntry[] | null,
  request: EqualiseRequest,
  issues: Issue[],
): MunicipalityCost[] {
  const once = (entries: readonly CostEntry[]): Map<string, CostEntry> => {
    const map = new Map<string, CostEntry>();
    for (const entry of entries) {
      if (map.has(plain(entry.municipality))) {
        issues.push(
          inputIssue('region.municipality-twice', { municipality: entry.municipality }, entry.place),
        );
      } else map.set(plain(entry.municipality), entry);
    }
    return map;
  };
  const byCost = once(costs);
  const byKey = keys === null ? byCost : once(keys);
  const keyFile = (request.keys ?? request.costs).name;
  for (const [name, entry] of byKey) {
    if (!byCost.has(name)) {
      issues.push(
        inputIssue(
          'region.municipality-without-cost',
          { municipality: entry.municipality, file: request.costs.name },
          entry.place,
        ),
      );
    }
  }
  return [...byCost].flatMap(([name, entry]): MunicipalityCost[] => {
    const key = byKey.get(name)?.key ?? null;
    const cost: Money | null = entry.cost;
    if (key === null || cost === null) {
      issues.push(
        inputIssue(
          key === null ? 'region.municipality-without-key' : 'region.municipality-without-cost',
          { municipality: entry.municipality, file: key === null ? keyFile : request.costs.name },
          entry.place,
        ),
      );
      return [];
    }
    return [{ municipality: entry.municipality, cost, income: entry.income, key }];
  });
}

function explain(error: unknown, rulebook: Rulebook, year: number): Issue {
  if (!(error instanceof CoreError)) throw error;
  switch (error.code) {
    case 'parameter-unknown':
    case 'solidarity-unknown':
    case 'parameter-not-valid':
      return inputIssue('region.no-solidarity', { rulebook: rulebook.id, year: String(year) });
    case 'ratio-out-of-range':
      return inputIssue('region.solidarity-range', {});
    case 'share-of-nothing':
      return inputIssue('region.no-positive-key', {});
    case 'weight-negative':
      return inputIssue('region.key-negative', { municipality: 'name' in error.info ? error.info.name : '' });
    default:
      throw error;
  }
}
