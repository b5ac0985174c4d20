import {
  allocationYearFindings,
  latestVersions,
  matchLines,
  sumMoney,
  type Allocation,
  type CeilingEntry,
  type Finding,
  type Issue,
  type Matching,
  type Money,
  type Rulebook,
} from '../core';
import {
  ProductionIntake,
  readCeilings,
  type InputFile,
  type IntakeOptions,
  type OpenGrid,
  type TableReceipt,
} from '../intake';
import { versionFindings } from './allocations';
import { InputError, inputIssues } from './input-error';
import { loadRulebook } from './load';
import type { Progress, RunInput } from './types';

export interface MatchRequest {
  readonly production: readonly InputFile[];
  readonly allocations: readonly InputFile[];
  /** For checking allocations against this and next year's ceiling (ZUT-03). */
  readonly ceilings: InputFile | null;
  readonly rulebook: RunInput['rulebook'];
  readonly year: number;
  readonly decimal: 'comma' | 'point' | null;
  /** Names of providers by the AGB code that messages name them with. */
  readonly providerNames?: NonNullable<RunInput['providerNames']>;
}

export interface MatchOutcome {
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly matching: Matching;
  readonly allocations: readonly Allocation[];
  /** Findings of the matching and of allocations that run on. */
  readonly findings: readonly Finding[];
  /** Lines that could not be read; they are in neither list, and told apart. */
  readonly rejected: readonly Issue[];
  /** Amount of the rejected lines as far as it could be read. */
  readonly rejectedTotal: Money;
  readonly receipts: readonly TableReceipt[];
}

/**
 * IJS-08 over files: every line of production against a list of allocations. Lines of other years are
 * matched too: an allocation has its own dates. Errors: `InputError` when a file can't be used.
 */
export async function runMatch(
  request: MatchRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<MatchOutcome> {
  const rulebook = loadRulebook(request.rulebook, request.year);
  const issues: Issue[] = [];
  const receipts: TableReceipt[] = [];
  const attempt = async <T extends { readonly receipt: TableReceipt }>(
    stage: string,
    file: InputFile,
    read: (options: IntakeOptions) => Promise<T>,
  ): Promise<T | null> => {
    progress.report(stage, file.name, null);
    try {
      const result = await read({
        openGrid,
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(request.decimal ? { decimal: request.decimal } : {}),
      });
      receipts.push(result.receipt);
      return result;
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return null;
    }
  };
  const intake = await openIntake(request, openGrid, progress);
  for (const part of intake.parts) {
    await attempt(part.role, part.file, async (options) => ({
      receipt:
        part.role === 'production'
          ? await intake.readLines(part, options)
          : await intake.readAllocationPart(part, options),
    }));
  }
  const { lines } = intake;
  const { ceilings: ceilingFile } = request;
  const ceilings =
    ceilingFile === null
      ? null
      : await attempt('ceilings', ceilingFile, (options) => readCeilings(ceilingFile, options));
  if (issues.length > 0) throw new InputError(issues);

  const versions = latestVersions(intake.allocations);
  const allocations = versions.current;
  const matching = matchLines(rulebook, lines, allocations, request.year);
  const domains = [...new Set(allocations.map(({ domain }) => domain))].sort();
  const findings = [
    ...matching.findings,
    ...versionFindings({ versions }),
    ...domains.flatMap((domain) =>
      allocationYearFindings(rulebook, allocations, domain, request.year, (year) =>
        ceilingOf(ceilings?.entries ?? [], domain, year),
      ),
    ),
  ];
  return {
    rulebook,
    year: request.year,
    matching,
    allocations,
    findings,
    rejected: receipts.flatMap((receipt) => receipt.issues.filter(({ level }) => level === 'rejected')),
    rejectedTotal: sumMoney(
      receipts.filter(({ kind }) => kind === 'production').map(({ amounts }) => amounts.rejected),
    ),
    receipts,
  };
}

/** Looks at the files; what can't be used shows when its turn comes. */
async function openIntake(
  request: MatchRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ProductionIntake> {
  try {
    return await ProductionIntake.open(
      request.production,
      {
        openGrid,
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(request.providerNames ? { providerNames: request.providerNames } : {}),
      },
      request.allocations,
    );
  } catch (error) {
    throw new InputError(inputIssues(error, request.allocations[0]?.name ?? ''));
  }
}

/** Base ceilings of a whole domain and year added up; null when there is none. */
function ceilingOf(entries: readonly CeilingEntry[], domain: string, year: number): Money | null {
  const own = entries.filter(
    (entry) =>
      entry.kind === 'base' &&
      entry.year === year &&
      entry.scope.length === 0 &&
      (entry.domain === domain || domain === ''),
  );
  return own.length === 0 ? null : sumMoney(own.map(({ amount }) => amount));
}
