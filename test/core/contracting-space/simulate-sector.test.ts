import fc from 'fast-check';
import {
  findRulebook,
  formatMoney,
  isRefused,
  moneyFromCents,
  parseDate,
  parseMoney,
  reallocate,
  recompute,
  sectorFindings,
  simulateSector,
  sumMoney,
  type Money,
  type ReallocationClaim,
  type SectorInput,
  type SectorProvider,
  type SectorSimulation,
} from '../../../src/core';
import { say } from '../../../src/messages';
import { derived } from '../outcomes';

const book = findRulebook('zilveren-kruis-wlz-2022');
const asOf = parseDate('2022-09-01');
const euro = parseMoney;

const provider = (
  name: string,
  production: string | null,
  rest: Partial<SectorProvider> = {},
): SectorProvider => ({
  provider: name,
  kind: 'existing',
  realised: null,
  backlog: null,
  yearProduction: production === null ? null : euro(production),
  commitment: null,
  crisis: null,
  treatmentCut: null,
  delivered: null,
  paid: null,
  subcontracted: null,
  reported: null,
  place: { file: 'sector.csv', line: 2 },
  ...rest,
});

const sector = (space: string, providers: SectorProvider[], earmark: Money | null = null): SectorInput => ({
  sector: 'V&V',
  asOf,
  space: [{ sector: 'V&V', kind: 'set', amount: euro(space), from: null, place: {} }],
  extraCareEarmark: earmark,
  providers,
});

function simulate(input: SectorInput, rules = book): SectorSimulation {
  const outcome = simulateSector(rules, input);
  if (isRefused(outcome)) throw new Error(outcome.issues.map((issue) => say(issue, 'en')).join('\n'));
  for (const step of [...outcome.steps, ...outcome.providers.flatMap((own) => Object.values(own.steps))]) {
    if (step !== null) expect(recompute(step)).toBeGreaterThanOrEqual(0);
  }
  return outcome;
}

const agreements = (simulation: SectorSimulation): string[] =>
  simulation.providers.map((own) => formatMoney(own.agreement));

describe('simulation of a sector', () => {
  it('everything fits: everybody gets the production, the rest is unused', () => {
    const result = simulate(sector('1000.00', [provider('A', '400.00'), provider('B', '500.00')]));
    expect(agreements(result)).toEqual(['400.00', '500.00']);
    expect(formatMoney(result.totals.unused)).toBe('96.00');
    expect(result.regime).toBe('money-follows-client');
  });

  it('commitments come first (ZK-21), as far as there is production for them', () => {
    // 996.00 for care; 200 + 100 committed, 696 over 700 of other production.
    const result = simulate(
      sector('1000.00', [
        provider('A', '500.00', { commitment: euro('200.00') }),
        provider('B', '400.00'),
        provider('C', '100.00', { commitment: euro('900.00') }),
      ]),
    );
    expect(agreements(result)).toEqual(['498.29', '397.71', '100.00']);
    expect(result.providers.map((own) => formatMoney(own.share.committed))).toEqual([
      '200.00',
      '0.00',
      '100.00',
    ]);
  });

  it('commitments above the space are reduced pro rata with a remark, or refused', () => {
    const input = sector('100.00', [
      provider('A', '150.00', { commitment: euro('150.00') }),
      provider('B', '50.00', { commitment: euro('50.00') }),
    ]);
    const result = simulate(input);
    expect(agreements(result)).toEqual(['74.70', '24.90']);
    expect(result.notices.map((issue) => issue.code)).toContain('wlz.commitments-above-space');
    const refused = simulateSector(derived(book, { 'commitments-above-space': 'refuse' }), input);
    expect(isRefused(refused) && refused.issues[0]?.code).toBe('wlz.commitments-above-space');
  });

  it('crisis agreements come next only where the rulebook says so (ZK-15)', () => {
    const input = sector('1000.00', [
      provider('A', '600.00', { crisis: euro('600.00') }),
      provider('B', '600.00'),
    ]);
    expect(agreements(simulate(input))).toEqual(['498.00', '498.00']);
    expect(agreements(simulate(input, derived(book, { 'crisis-priority': 'on' })))).toEqual([
      '600.00',
      '396.00',
    ]);
  });

  it('the treatment cut goes before the proportional cut, or after it (ZK-14)', () => {
    const input = sector('1000.00', [
      provider('A', '600.00', { treatmentCut: euro('100.00') }),
      provider('B', '600.00'),
    ]);
    expect(agreements(simulate(input))).toEqual(['452.73', '543.27']);
    expect(
      agreements(simulate(input, derived(book, { 'treatment-cut-order': 'after-proportional-cut' }))),
    ).toEqual(['398.00', '498.00']);
  });

  it('above the margin: risk at most 2%, the rest is less volume', () => {
    const result = simulate(sector('1000.00', [provider('A', '510.00'), provider('B', '510.00')]));
    expect(result.regime).toBe('volume-agreements');
    const [own] = result.providers;
    expect(own && [own.reduction, own.risk, own.volumeToReduce].map(formatMoney)).toEqual([
      '12.00',
      '10.20',
      '1.80',
    ]);
  });

  it('settlement: what is delivered, at most the agreement; less what is paid', () => {
    const result = simulate(
      sector('1000.00', [
        provider('A', '400.00', { delivered: euro('390.00'), paid: euro('395.00') }),
        provider('B', '500.00', { delivered: euro('510.00'), paid: euro('100.00') }),
        provider('C', '10.00'),
      ]),
    );
    expect(result.providers.map((own) => formatMoney(own.settlement))).toEqual(['390.00', '500.00', '10.00']);
    expect(result.providers.map((own) => own.balance && formatMoney(own.balance))).toEqual([
      '-5.00',
      '400.00',
      null,
    ]);
    expect(result.providers.map((own) => own.deliveredExpected)).toEqual([false, false, true]);
  });

  it('the earmark for extra care comes off the space (ZK-17)', () => {
    const result = simulate(sector('1000.00', [provider('A', '996.00')], euro('96.00')));
    expect(agreements(result)).toEqual(['900.00']);
  });

  it('refuses what would make shares wrong, all at once and with its place', () => {
    const refused = simulateSector(
      book,
      sector('1000.00', [provider('A', null), provider('B', '1.00', { commitment: euro('-1.00') })]),
    );
    expect(isRefused(refused) && refused.issues.map((issue) => [issue.code, issue.place.line])).toEqual([
      ['wlz.no-production', 2],
      ['wlz.amount-negative', 2],
    ]);
    const twice = simulateSector(book, sector('1000.00', [provider('A', '1.00'), provider(' a', '1.00')]));
    expect(isRefused(twice) && twice.issues[0]?.code).toBe('wlz.provider-twice');
    const none = simulateSector(book, sector('1000.00', []));
    expect(isRefused(none) && none.issues[0]?.code).toBe('wlz.no-providers');
    const late = simulateSector(book, {
      ...sector('1000.00', [provider('A', '1.00')]),
      asOf: parseDate('2023-01-01'),
    });
    expect(isRefused(late) && late.issues[0]?.code).toBe('wlz.outside-rulebook');
  });
});

describe('findings of a sector', () => {
  const find = (input: SectorInput, rules = book): string[] =>
    sectorFindings(rules, input, simulate(input, rules)).map((found) => {
      for (const language of ['nl', 'en'] as const)
        expect(say(found.message, language)).not.toMatch(/^wlz\.|[{}]/);
      return `${found.rule} ${found.notChecked ? 'not checked' : found.severity}`;
    });

  it('says of every rule without data that it was not checked', () => {
    const all = find(sector('1000.00', [provider('A', null, { realised: euro('100.00') })]));
    expect(all).toEqual([
      'ZK-12 not checked',
      'ZK-14 not checked',
      'ZK-15 not checked',
      'ZK-17 not checked',
      'ZK-21 not checked',
      'ZK-22 not checked',
      'ZK-11 not checked',
      'ZK-20 not checked',
      'ZK-01 not checked',
      'ZK-09 not checked',
      'ZK-16 not checked',
      'ZK-18 not checked',
      'ZK-19 not checked',
      'ZK-24 not checked',
    ]);
  });

  it('a cut within the margin is a warning, above it a violation', () => {
    const within = find(sector('1000.00', [provider('A', '1000.00')]));
    const above = find(sector('1000.00', [provider('A', '1020.00')]));
    expect(within[0]).toBe('ZK-13 warning');
    expect(above[0]).toBe('ZK-13 violation');
  });

  it('a provider cut by more than its risk while money follows the client is told (ZK-13, ZK-21)', () => {
    const input = sector('1000.00', [
      provider('A', '800.00', { commitment: euro('800.00') }),
      provider('B', '205.00'),
    ]);
    expect(find(input).slice(0, 2)).toEqual(['ZK-13 warning', 'ZK-13 warning']);
  });

  it('states of subcontracting: nothing said by one of two, or more than the production', () => {
    const input = sector('1000.00', [
      provider('A', '10.00', { subcontracted: euro('0.00') }),
      provider('B', '10.00'),
      provider('C', '10.00', { subcontracted: euro('10.01') }),
    ]);
    expect(find(input).filter((found) => found.startsWith('ZK-20'))).toEqual([
      'ZK-20 warning',
      'ZK-20 warning',
    ]);
  });

  it('substantial changes, once a threshold is set', () => {
    const rules = derived(book, { 'substantial-change': '0.1' });
    const input = sector('1000.00', [
      provider('A', '110.00', { reported: euro('100.00') }),
      provider('B', '109.99', { reported: euro('100.00') }),
      provider('C', '10.00'),
    ]);
    expect(find(input, rules).filter((found) => found.startsWith('ZK-11'))).toEqual([
      'ZK-11 warning',
      'ZK-11 not checked',
    ]);
  });
});

describe('properties of the reallocation', () => {
  const claims = fc
    .array(
      fc.record({
        production: fc.bigInt({ min: 0n, max: 10n ** 12n }),
        commitment: fc.bigInt({ min: 0n, max: 10n ** 11n }),
        crisis: fc.bigInt({ min: 0n, max: 10n ** 11n }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((list) =>
      list.map(({ production, commitment, crisis }, index): ReallocationClaim => ({
        provider: `Voorbeeld ${index}`,
        production: moneyFromCents(production),
        commitment: moneyFromCents(commitment),
        crisis: moneyFromCents(crisis),
      })),
    );
  const spaces = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((cents) => moneyFromCents(cents));
  const divide = (space: Money, list: readonly ReallocationClaim[], rules = book): Map<string, Money> => {
    const outcome = reallocate(rules, space, list, asOf);
    if (isRefused(outcome)) throw new Error('refused');
    for (const share of outcome.shares) recompute(share.step);
    return new Map(outcome.shares.map((share) => [share.provider, share.agreement]));
  };

  it('never pays more than the space, and all of it when production is there', () => {
    fc.assert(
      fc.property(spaces, claims, fc.boolean(), (space, list, crisisFirst) => {
        const shares = divide(space, list, crisisFirst ? crisisBook : book);
        const total = sumMoney(shares.values());
        const production = sumMoney(list.map((claim) => claim.production));
        expect(total).toBe(space < production ? space : production);
        for (const claim of list) {
          const own = shares.get(claim.provider) ?? 0n;
          expect(own >= 0n && own <= claim.production).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the providers', () => {
    fc.assert(
      fc.property(spaces, claims, (space, list) => {
        const there = divide(space, list);
        const back = divide(space, [...list].reverse());
        for (const [name, amount] of there) expect(back.get(name)).toBe(amount);
      }),
      { numRuns: 100 },
    );
  });

  it('more space never gives a provider less, but for the cent of rounding', () => {
    fc.assert(
      fc.property(spaces, claims, fc.bigInt({ min: 0n, max: 10n ** 12n }), (space, list, more) => {
        const before = divide(space, list);
        const after = divide(moneyFromCents(space + more), list);
        for (const [name, amount] of before) expect((after.get(name) ?? 0n) >= amount - 3n).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  const crisisBook = derived(book, { 'crisis-priority': 'on' });
});
