import {
  BRIDGE_PARTS,
  buildBridge,
  lastDay,
  step,
  textValue,
  type BridgeSide,
  type IsoDate,
  type Money,
} from '../../core';
import { choiceArgument, isOmitted, moneyArgument, optionalDate } from '../arguments';
import { EMPTY, type Answer, type Explained } from '../cell';
import { sideArgument, type CareData } from '../tables';

const WITHOUT_VOLUME: ReadonlyMap<string, 'other' | 'known-price'> = new Map([
  ['other', 'other'],
  ['overig', 'other'],
  ['knownprice', 'known-price'],
  ['bekendeprijs', 'known-price'],
]);

const say = (code: string): Answer => ({ kind: 'message', value: { code, facts: {} } });
const text = (value: string): Answer => ({ kind: 'text', value });
const money = (value: Money): Answer => ({ kind: 'money', value });

/**
 * Bridge between two forecasts, budgets or snapshots: the difference per product by price, volume, mix, late declarations, new and left clients, ceiling and other, with a total row. The parts add up to the difference exactly.
 * @customfunction BRIDGE
 * @param before Table of the first side: domain, product, client, period, quantity, unit, amount. Without quantities a difference can't be split into price and volume.
 * @param after Table of the other side, with the same columns.
 * @param asOfBefore As-of date of the first side: its months up to then are production. Left out: none are, so that nothing is late declarations.
 * @param asOfAfter As-of date of the other side.
 * @param ceilingBefore Ceiling on the first side, in euro. With a ceiling on a side the bridge is about total minus ceiling.
 * @param ceilingAfter Ceiling on the other side, in euro.
 * @param withoutVolume Lines without a quantity: other (when left out), or known-price: at the price of the lines of the same product that have one.
 * @returns {unknown[][]}
 */
export function bridge(
  before: unknown[][],
  after: unknown[][],
  asOfBefore?: unknown,
  asOfAfter?: unknown,
  ceilingBefore?: unknown,
  ceilingAfter?: unknown,
  withoutVolume?: unknown,
) {
  const [from, to] = [sideArgument(before, 'before'), sideArgument(after, 'after')];
  const amount = (given: unknown, name: string): Money | null =>
    isOmitted(given, false) ? null : moneyArgument(given, name);
  const missingVolume = isOmitted(withoutVolume)
    ? 'other'
    : choiceArgument(withoutVolume, 'withoutVolume', WITHOUT_VOLUME);
  const found = buildBridge(
    side(from, optionalDate(asOfBefore, 'asOfBefore'), amount(ceilingBefore, 'ceilingBefore')),
    side(to, optionalDate(asOfAfter, 'asOfAfter'), amount(ceilingAfter, 'ceilingAfter')),
    { missingVolume },
  );
  const named = from.providers.size > 0 || to.providers.size > 0;
  const row = (
    names: readonly Answer[],
    line: Pick<typeof found, 'before' | 'after' | 'parts' | 'difference'>,
  ): Answer[] => [
    ...names,
    money(line.before),
    money(line.after),
    ...BRIDGE_PARTS.map((part) => money(line.parts[part])),
    money(line.difference),
  ];
  return {
    value: [
      [
        ...(named ? [say('functions.column-provider')] : []),
        say('functions.column-domain'),
        say('functions.column-product'),
        say('functions.column-before'),
        say('functions.column-after'),
        ...BRIDGE_PARTS.map((part) => say(`bridge.part-${part}`)),
        say('functions.column-difference'),
      ],
      ...found.lines.map((line) =>
        row(
          [
            ...(named ? [text(line.provider)] : []),
            text(line.domain),
            line.product === null ? say('bridge.part-ceiling') : text(line.product),
          ],
          line,
        ),
      ),
      row([...(named ? [EMPTY] : []), EMPTY, say('functions.column-total')], found),
    ],
    steps: [
      found.step,
      ...found.lines.map((line) => line.step),
      ...found.notices.map((notice) => step(notice, textValue('–'))),
    ],
  } satisfies Explained;
}

function side(data: CareData, asOf: IsoDate | null, ceiling: Money | null): BridgeSide {
  return {
    rows: data.rows,
    isActual: (month) => asOf !== null && lastDay(month) <= asOf,
    ...(ceiling === null ? {} : { ceilings: [{ provider: '', domain: '', amount: ceiling }] }),
  };
}
