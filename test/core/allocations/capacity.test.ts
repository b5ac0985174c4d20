import {
  capacityFor,
  Decimal,
  formatMoney,
  parseDate,
  parseMoney,
  recompute,
  type Capacity,
  type DomainFigures,
  type NewClient,
  type ProviderRoom,
} from '../../../src/core';
import { allocation, context, tariff, zutphen } from './given';

const figures = (headroom: string, yearEnd = headroom, base = '100000.00'): DomainFigures =>
  ({
    domain: 'Wmo',
    overrun: parseMoney('0.00'),
    headroom: parseMoney(headroom),
    headroomYearEnd: parseMoney(yearEnd),
    ceiling: { base: parseMoney(base) },
  }) as DomainFigures;

const room = (provider: string, part: Partial<ProviderRoom> = {}): ProviderRoom => ({
  ...{ provider, figures: figures('10000.00'), delivers: true, nextYear: null },
  ...part,
});

/** € 36,500 a year is € 100 a day in 2023. */
const client = (part: Partial<NewClient> = {}): NewClient => ({
  ...{ domain: 'Wmo', product: '02A16', from: parseDate('2023-10-01'), until: null },
  care: { kind: 'cost', yearly: parseMoney('36500.00') },
  ...part,
});

const told = ({ candidates }: Capacity): unknown[] =>
  candidates.map((one) => [
    one.provider,
    one.noRoom ?? (one.fitsNow ? 'now' : one.fitsYearEnd ? 'year-end' : (one.startNow ?? one.startYearEnd)),
  ]);

describe('ZUT-05: room for a new client', () => {
  it('costs what falls in each year, and steps that add up', () => {
    const { thisYear, nextYear, steps } = capacityFor(zutphen, client(), [], context());
    expect([formatMoney(thisYear), formatMoney(nextYear)]).toEqual(['9200.00', '36500.00']);
    expect(recompute(steps.thisYear)).toBe(3);
  });

  it('lists those with room first: now, at year end, from a day on; then why not', () => {
    const capacity = capacityFor(
      zutphen,
      client(),
      [
        room('vol', { figures: figures('0.00') }),
        room('nul', { figures: figures('0.00', '0.00', '0.00') }),
        room('later', { figures: figures('3100.00') }),
        room('precies', { figures: figures('9200.00') }),
        room('ruim', { figures: figures('50000.00') }),
        room('einde', { figures: figures('9199.99', '9200.00') }),
        room('anders', { delivers: false }),
        room('onbekend', { figures: null }),
      ],
      context(),
    );
    expect(told(capacity)).toEqual([
      ['ruim', 'now'],
      ['precies', 'now'],
      ['einde', 'year-end'],
      // 31 days at € 100: the whole of December.
      ['later', '2023-12-01'],
      ['anders', 'other-care'],
      ['nul', 'zero-ceiling'],
      ['onbekend', 'no-ceiling'],
      ['vol', 'full'],
    ]);
    for (const { step } of capacity.candidates) if (step) recompute(step);
  });

  it('ZUT-01: a ceiling of zero takes nobody, also when there seems to be room', () => {
    const capacity = capacityFor(
      zutphen,
      client(),
      [room('nul', { figures: figures('5.00', '99999.00', '0.00') })],
      context(),
    );
    expect(told(capacity)).toEqual([['nul', 'zero-ceiling']]);
    expect(capacity.candidates[0]?.startNow).toBeNull();
  });

  it('a volume is valued at the tariff, up to its last day', () => {
    const care = {
      kind: 'volume',
      allocation: allocation({ volume: new Decimal(7), client: null }),
    } as const;
    const { thisYear, nextYear } = capacityFor(zutphen, client({ care }), [], context([tariff()]));
    // One hour a day at € 60, 92 days and 366 days.
    expect([formatMoney(thisYear), formatMoney(nextYear)]).toEqual(['5520.00', '21960.00']);
    const short = capacityFor(
      zutphen,
      client({ care, until: parseDate('2023-10-10') }),
      [],
      context([tariff()]),
    );
    expect([formatMoney(short.thisYear), formatMoney(short.nextYear)]).toEqual(['600.00', '0.00']);
    const blind = capacityFor(zutphen, client({ care }), [], context([]));
    expect(blind.unknown?.code).toBe('allocations.price-unknown');
  });

  it('holds the client against next year too', () => {
    const nextYear = { ceiling: parseMoney('50000.00'), committed: parseMoney('13500.00') };
    const fits = (part: Partial<typeof nextYear>): boolean | null | undefined =>
      capacityFor(zutphen, client(), [room('x', { nextYear: { ...nextYear, ...part } })], context())
        .candidates[0]?.fitsNextYear;
    expect(fits({})).toBe(true);
    expect(fits({ committed: parseMoney('13500.01') })).toBe(false);
  });
});
