import {
  clientFlowSource,
  countSource,
  choiceOn,
  dateOf,
  findRulebook,
  isIsoDate,
  monthOf,
  numberOn,
  providerKey,
  type CareTable,
  type CareRow,
  type CountedCommitments,
  type Step,
  type Issue,
} from '../core';
import type { ClientFlowLine } from '../intake';
import { inputIssue } from './input-error';
import type { ForecastRunRequest } from './forecast-inputs';

/** A forecast of one product that comes from something else than past months, with how each month came about. */
export interface SourceOutcome {
  readonly kind: 'client-flow' | 'counts';
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly steps: readonly Step[];
}

/** A source with its rows still in it. */
export type FoundSource = SourceOutcome & { readonly rows: readonly CareRow[] };

/** Where the rules of client flow and of counts stand: those are theirs, whatever rulebook is used beside. */
const FLOW_RULES = 'achterhoek-2021';

const COUNT_RULES = 'ijsselland-2015';

/**
 * Forecasts from client flow and counts. Issue: a product that another source or the forecast file speaks of
 * as well; adding them up would count it twice.
 */
export function sourcesOf(
  request: ForecastRunRequest,
  flows: readonly ClientFlowLine[],
  counts: readonly CountedCommitments[],
  forecast: CareTable,
): { readonly sources: readonly FoundSource[]; readonly issues: readonly Issue[] } {
  const { year } = request;
  const rules = findRulebook(COUNT_RULES);
  // The paper is of 2015 to 2017; for other years its way of counting is taken over (assumed, and said).
  const on = isIsoDate(rules.validity.until) ? rules.validity.until : dateOf(year, 12, 31);
  const daily = choiceOn(rules, 'daily-amount', on) === 'exact' ? 'exact' : 'cut';
  const days = numberOn(rules, 'count-days', on)?.toNumber() ?? null;
  const named = ({ provider, domain, product }: Omit<SourceOutcome, 'kind' | 'steps'>): string =>
    JSON.stringify([providerKey(provider), domain, product]);
  const sources = [
    ...flows.map((flow): FoundSource => {
      const { from, until } = flow;
      const known = { from: from ?? monthOf(year, 1), until: until ?? monthOf(year, 12) };
      return {
        ...clientFlowSource(findRulebook(FLOW_RULES), { ...flow, ...known }),
        ...{ kind: 'client-flow', provider: flow.provider, domain: flow.domain, product: flow.product },
      };
    }),
    ...counts.map((counted): FoundSource => ({
      ...countSource(rules, year, { ...counted, days: counted.days ?? days, daily }),
      ...{ kind: 'counts', provider: counted.provider, domain: counted.domain, product: counted.product },
    })),
  ];
  const taken = new Map<string, string>();
  for (const row of forecast.rows()) taken.set(named(row), 'forecast');
  const issues: Issue[] = [];
  for (const source of sources) {
    const key = named(source);
    const other = taken.get(key);
    // Several groups of clients of one product add up; another kind of source doesn’t.
    if (other !== undefined && !(other === 'client-flow' && source.kind === 'client-flow')) {
      const file = (source.kind === 'counts' ? request.counts : request.clientFlow)?.name ?? '';
      issues.push(
        inputIssue(
          'flow.forecast-two-sources',
          { product: source.product, domain: source.domain, other },
          { file },
        ),
      );
    }
    taken.set(key, source.kind);
  }
  return { sources, issues };
}
