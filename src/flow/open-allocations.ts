import { sameProvider, type Finding, type OpenAllocations, type Rulebook } from '../core';
import type { IntakeReceipt, OpenGrid } from '../intake';
import { allocationFindings, openAllocationsOf } from './allocations';
import { InputError, inputIssue } from './input-error';
import { loadInputs } from './load';
import { knowProducts, productsInData } from './products';
import { ceilingsOf, evaluateProvider, inOrder, outlookOf } from './provider-outcome';
import type { Progress, RunInput } from './types';

export interface OpenAllocationsOutcome {
  readonly rulebook: Rulebook;
  readonly open: OpenAllocations;
  /** ZUT-03 per provider with a ceiling or production, and what the lists leave to be said. */
  readonly findings: readonly { readonly provider: string; readonly findings: readonly Finding[] }[];
  readonly receipts: readonly IntakeReceipt[];
}

/**
 * What the open allocations are expected to cost, per month and year, and whether both years fit (ZUT-03).
 * Errors: `InputError` when a file can't be used or no allocation is given.
 */
export async function runOpenAllocations(
  input: RunInput,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<OpenAllocationsOutcome> {
  const loaded = await loadInputs(input, openGrid, progress);
  const open = openAllocationsOf(loaded);
  if (open === null) throw new InputError([inputIssue('allocations.none-given', {})]);
  const data = productsInData(loaded.tariffs, [loaded.production, loaded.forecast]);
  const products = knowProducts(loaded.rulebook, data, null);
  const names: string[] = [];
  const all = [
    ...open.versions.current.map(({ provider }) => provider),
    ...(loaded.ceilings ?? []).map(({ provider }) => provider),
  ];
  for (const name of new Set(all)) {
    const asked = input.provider === null || sameProvider(name, input.provider);
    if (asked && !names.some((other) => sameProvider(other, name))) names.push(name);
  }
  const findings = names.map((provider) => {
    const ceilings = ceilingsOf(loaded, provider);
    const outlook = outlookOf(loaded, provider, ceilings, loaded.production.rows(), []);
    const { domains } = evaluateProvider(loaded, outlook, ceilings, products);
    return {
      provider,
      findings: inOrder(allocationFindings(loaded, provider, domains, ceilings, products) ?? []),
    };
  });
  return { rulebook: loaded.rulebook, open, findings, receipts: loaded.receipts };
}
