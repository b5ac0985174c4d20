import { CoreError, Decimal, type IsoDate, type Message } from '../../values';
import { providerKey } from '../../production/provider';
import type { CompletionShare, DeclarationRow } from '../forecast-result';
import { indexOfMonth, lastMonthOver } from '../series/month-index';
import { chainLadder, relativeError, type ChainLadder } from './chain-ladder';

export interface Completion {
  /** Share of the final amount that is declared, six digits. */
  readonly share: Decimal;
  /** Standard error of the final amount as a share of it. */
  readonly error: number;
  readonly ground: 'declarations' | 'given' | 'none';
}

type ProductName = { readonly provider: string; readonly domain: string; readonly product: string };

/** How complete each month of each product is. */
export interface CompletionBook {
  /** `month` as in `indexOfMonth`; `declared` in cents tells how much noise an amount of that size has. */
  completionOf(product: ProductName, month: number, declared: number): Completion;
  /** Products of one group draw the same surprise in their completion. */
  groupOf(product: ProductName): string;
  readonly notices: readonly Message[];
}

/** Longest development that is followed, in months; what is declared later counts as declared then. */
const LONGEST = 36;
/** Fewer origins than this are too few for a standard error of their own. */
const FEW_ORIGINS = 4;
/** Without a standard error: what is still open may be off by this share of itself. */
const OPEN_ERROR = 0.25;

const DIGITS = 6;
const ONE = new Decimal(1);

/**
 * Completion shares from declarations by month (chain ladder per group of products), else from the shares
 * that the user states, else 1 with ground `none`.
 * Errors: `ratio-out-of-range` for a stated share outside 0 to 1.
 */
export function completionBook(input: {
  readonly asOf: IsoDate;
  readonly declarations: Iterable<DeclarationRow>;
  readonly shares: readonly CompletionShare[];
  readonly groupOf: ((product: ProductName) => string) | null;
}): CompletionBook {
  const over = lastMonthOver(input.asOf);
  const group =
    input.groupOf ?? (({ provider, domain }: ProductName) => JSON.stringify([providerKey(provider), domain]));
  for (const { share } of input.shares) {
    if (!share.isFinite() || share.lessThan(0) || share.greaterThan(1)) {
      throw new CoreError('ratio-out-of-range', { text: share.toString() });
    }
  }
  const { ladders, notices } = laddersOf(input.declarations, group, over);
  return {
    groupOf: group,
    notices,
    completionOf(product, month, declared) {
      const age = over - month;
      const ladder = ladders.get(group(product));
      if (ladder) {
        const factor = ladder.toUltimate[age] ?? 1;
        const share = Decimal.min(ONE, new Decimal((1 / factor).toFixed(DIGITS)));
        const thin = ladder.origins.length < FEW_ORIGINS;
        const error = relativeError(ladder, age, Math.abs(declared));
        return {
          share,
          error: thin ? Math.max(error, OPEN_ERROR * (1 - share.toNumber())) : error,
          ground: 'declarations',
        };
      }
      const share = givenShare(input.shares, product, age);
      if (share === null) return { share: ONE, error: 0, ground: 'none' };
      return { share, error: OPEN_ERROR * (1 - share.toNumber()), ground: 'given' };
    },
  };
}

/** The share stated for that age by the most specific rows; above the oldest stated age all is declared. */
function givenShare(shares: readonly CompletionShare[], product: ProductName, age: number): Decimal | null {
  const rank = (share: CompletionShare): number =>
    (share.product === null ? 0 : 2) + (share.domain === null ? 0 : 1);
  const fitting = shares.filter(
    (share) =>
      (share.product === null || share.product === product.product) &&
      (share.domain === null || share.domain === product.domain),
  );
  if (fitting.length === 0) return null;
  const best = Math.max(...fitting.map(rank));
  const specific = fitting.filter((share) => rank(share) === best).sort((a, b) => a.age - b.age);
  // An age between two stated ones takes the younger: rather too little declared than too much.
  const below = specific.filter((share) => share.age <= age);
  const oldest = specific[specific.length - 1];
  if (oldest && age > oldest.age) return ONE;
  return (below[below.length - 1] ?? specific[0])?.share ?? null;
}

function laddersOf(
  declarations: Iterable<DeclarationRow>,
  groupOf: (product: ProductName) => string,
  over: number,
): { ladders: Map<string, ChainLadder>; notices: Message[] } {
  const groups = new Map<string, { name: ProductName; origins: Map<number, Map<number, number>> }>();
  for (const row of declarations) {
    const origin = indexOfMonth(row.origin);
    const declared = indexOfMonth(row.declaredIn);
    if (declared > over || origin > over) continue;
    const key = groupOf(row);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { name: row, origins: new Map() }));
    let ages = group.origins.get(origin);
    if (!ages) group.origins.set(origin, (ages = new Map()));
    const age = Math.min(LONGEST, Math.max(0, declared - origin));
    ages.set(age, (ages.get(age) ?? 0) + Number(row.amount));
  }
  const ladders = new Map<string, ChainLadder>();
  const notices: Message[] = [];
  for (const [key, { name, origins }] of groups) {
    const triangle: number[][] = [];
    for (const [origin, ages] of [...origins].sort(([a], [b]) => a - b)) {
      const row: number[] = [];
      let sum = 0;
      for (let age = 0; age <= Math.min(LONGEST, over - origin); age++) {
        sum += ages.get(age) ?? 0;
        row.push(sum);
      }
      triangle.push(row);
    }
    const ladder = chainLadder(triangle);
    ladders.set(key, ladder);
    if (ladder.origins.length < FEW_ORIGINS) {
      notices.push({
        code: 'forecast.few-origins',
        facts: { provider: name.provider, domain: name.domain, months: ladder.origins.length },
      });
    }
  }
  return { ladders, notices };
}
