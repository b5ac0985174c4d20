import { Decimal, formatMoney, parseMoney, parseMonth, parseScenarios, sumMoney } from '../../../src/core';
import type { Progress } from '../../../src/flow';
import { forecastEngine } from '../../../src/taskpane/forecast/forecast-engine';
import { productKey } from '../../../src/taskpane/forecast/forecast-view';
import { findProducts, sortProducts } from '../../../src/taskpane/forecast/ProductList';
import {
  draftsFromJson,
  emptyAssumption,
  scenariosJson,
} from '../../../src/taskpane/forecast/scenario-draft';
import { readTypedAmount, readTypedPercentage } from '../../../src/taskpane/forecast/typed-number';
import { sharesOf } from '../../../src/taskpane/state/forecast-actions';
import {
  keptOf,
  NO_FORECAST,
  readRemembered,
  recallInto,
  reduceForecast,
  withoutFigures,
  type ForecastState,
} from '../../../src/taskpane/state/forecast-state';
import { openGrid, textFile } from '../../flow/sample-case';

const silent: Progress = { report: () => undefined, signal: null };
const A1 = { provider: 'De Linde', domain: 'Wmo', product: 'A1' };
const november = { ...A1, month: parseMonth('2023-11'), amount: parseMoney('12.50'), reason: 'dicht' };

const HEAD = 'aanbieder;domein;product;periode;bedrag';
const production = (): string =>
  [2021, 2022, 2023]
    .flatMap((year) =>
      Array.from({ length: year === 2023 ? 6 : 12 }, (_, at) => at + 1).flatMap((month) => {
        const of = `${year}-${String(month).padStart(2, '0')}`;
        return [
          `De Linde;Wmo;A1;${of};${1000 + ((month * 37) % 11) * 10},00`,
          `De Linde;Wmo;B2;${of};${200 + ((month * 17) % 7) * 5},00`,
        ];
      }),
    )
    .join('\n');
const request = () => ({
  ...{ production: [textFile('p.csv', `${HEAD}\n${production()}`)], forecast: [] },
  ...{ ceilings: null, tariffs: null, allocations: null, completion: null, declarations: null },
  ...{ overrides: null, scenarios: null, rulebook: null, year: 2023, asOf: '2023-06-30' },
  ...({ method: 'automatic', seed: null, paths: null, decimal: null } as const),
});

/** Where plain data holds something with methods of its own; a Decimal is carried across by name. */
function methodsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null || Decimal.isDecimal(value) || value instanceof Map)
    return [];
  return Object.entries(value).flatMap(([key, part]) => methodsIn(part, `${path}.${key}`));
}

describe('the forecast engine of the pane', () => {
  it('answers with plain data that adds up, and explains each month on asking', async () => {
    const engine = forecastEngine(openGrid, '0');
    const view = await engine.forecast(request(), {}, silent);
    expect(methodsIn(view)).toEqual([]);
    expect(formatMoney(view.total)).toBe(
      formatMoney(sumMoney(view.products.flatMap(({ months }) => months.map(({ amount }) => amount)))),
    );
    const [root] = await engine.forecastSteps(0, 9);
    expect(root?.value).toEqual({ kind: 'money', value: view.products[0]?.months[9]?.amount });
    expect(await engine.forecastSteps(99, null)).toEqual([]);
  });

  it('works out other choices on the same files, and marks them', async () => {
    const engine = forecastEngine(openGrid, '0');
    const first = await engine.forecast(request(), {}, silent);
    const again = await engine.forecastAgain(
      { overrides: [november], methods: [{ ...A1, method: 'running-average' }] },
      silent,
    );
    const [product] = again?.products ?? [];
    expect(product).toMatchObject({ method: 'running-average', chosen: 'running-average' });
    expect(product?.backtest.filter(({ chosen }) => chosen).map(({ method }) => method)).toEqual([
      'running-average',
    ]);
    expect(product?.months[10]).toMatchObject({ overridden: true, overrideReason: 'dicht' });
    expect(product?.months[10]?.amount).toBe(november.amount);
    expect(again?.products[1]?.months).toEqual(first.products[1]?.months);
    const file = await engine.forecastFile('nl');
    const text = new TextDecoder().decode(file?.bytes);
    expect(text).toContain('A1;;2023-11;;;12,50;;met de hand;dicht');
    expect(file?.notes.map(({ code }) => code)).toEqual([
      'flow.forecast-calculated',
      'flow.forecast-by-hand',
    ]);
  });

  it('has nothing to say when no forecast is at hand, so that it is made anew', async () => {
    const engine = forecastEngine(openGrid, '0');
    expect(await engine.forecastAgain({}, silent)).toBeNull();
    expect(await engine.forecastFile('nl')).toBeNull();
    expect(await engine.forecastScenarios({}, 'x')).toBeNull();
  });

  it('finds and sorts products', async () => {
    const { products } = await forecastEngine(openGrid, '0').forecast(request(), {}, silent);
    expect(sortProducts(products, 'amount').map(({ product }) => product)).toEqual(['A1', 'B2']);
    expect(sortProducts(products, 'code').map(({ product }) => product)).toEqual(['A1', 'B2']);
    expect(findProducts(products, 'linde b').map(({ product }) => product)).toEqual(['B2']);
  });
});

describe('what the user decides', () => {
  const decided = (): ForecastState =>
    [
      { what: 'override', override: november } as const,
      { what: 'method', product: A1, method: 'level' } as const,
      { what: 'shares', shares: ['85', '97,5', '', ''] } as const,
    ].reduce(reduceForecast, NO_FORECAST);

  it('survives new files and settings; figures don’t', () => {
    const after = withoutFigures({ ...decided(), made: null });
    expect(after.overrides).toEqual([november]);
    expect(after.methods).toEqual([{ ...A1, method: 'level' }]);
    expect(after.view).toBeNull();
  });

  it('one amount a month: the last one holds, and can be taken back', () => {
    const twice = reduceForecast(decided(), {
      what: 'override',
      override: { ...november, provider: 'Stichting De Linde', amount: parseMoney('1.00') },
    });
    expect(twice.overrides.map(({ amount }) => formatMoney(amount))).toEqual(['1.00']);
    expect(reduceForecast(twice, { what: 'override-undone', override: november }).overrides).toEqual([]);
    expect(reduceForecast(twice, { what: 'method', product: A1, method: null }).methods).toEqual([]);
  });

  it('is kept in the workbook and recalled from it, to the cent; rubbish is left out', () => {
    const kept = JSON.parse(JSON.stringify(keptOf(decided()))) as Parameters<typeof readRemembered>[0];
    const recalled = recallInto(NO_FORECAST, readRemembered(kept));
    expect(recalled.overrides).toEqual([november]);
    expect(recalled.methods).toEqual([{ ...A1, method: 'level' }]);
    expect(recalled.shares).toEqual(['85', '97,5', '', '']);
    // What was decided now goes before what was decided last time.
    const own = reduceForecast(NO_FORECAST, {
      what: 'override',
      override: { ...november, amount: parseMoney('7.00') },
    });
    expect(recallInto(own, readRemembered(kept))).toBe(own);
    expect(
      readRemembered({ overrides: [{ month: 'x' }, 3, null], methods: 'no', shares: [1] }),
    ).toMatchObject({ overrides: [], methods: [], shares: ['', '', '', ''], use: 'file' });
    expect(productKey(A1)).toBe(productKey({ ...A1, product: 'a1' }));
  });
});

describe('what is typed', () => {
  it.each([
    ['1.234,56', 'nl', '1234.56'],
    ['1.234', 'nl', '1234.00'],
    ['12,5', 'nl', '12.50'],
    ['1,234.56', 'en', '1234.56'],
    ['€ -3,20', 'nl', '-3.20'],
    ['1.234,-', 'nl', '1234.00'],
    ['twaalf', 'nl', null],
    ['1,234', 'nl', null],
  ] as const)('the amount %j in %s is %s', (text, language, amount) => {
    const found = readTypedAmount(text, language);
    expect(found === null ? null : formatMoney(found)).toBe(amount);
  });

  it('shares are percentages above 0 to 100; after the last one a month counts as complete', () => {
    expect(readTypedPercentage('97,5%', 'nl')?.toFixed()).toBe('0.975');
    expect(sharesOf(['85', '', '97,5', ''], 'nl')?.map(({ age, share }) => [age, share.toFixed()])).toEqual([
      [0, '0.85'],
      [2, '0.975'],
      [3, '1'],
    ]);
    for (const wrong of ['0', '101', 'veel', '-5']) expect(sharesOf([wrong], 'nl')).toBeNull();
    expect(sharesOf(['', ''], 'nl')).toEqual([]);
  });
});

describe('scenarios as typed', () => {
  it('become JSON that the command line reads, and come back as they were typed', () => {
    const assumptions = [
      { ...emptyAssumption('growth', 'Wmo'), value: '2,5' },
      { ...emptyAssumption('ceiling', 'Wmo'), value: '850.000,00' },
      { ...emptyAssumption('budget', 'Jeugdwet'), name: 'uitname', value: '-20.000', certain: false },
      {
        ...emptyAssumption('intake', 'Wmo'),
        ...{ product: 'A1', clients: '3', months: '6', quantity: '12', tariff: '61,80' },
      },
    ];
    const json = scenariosJson(
      [{ name: 'Groei', assumptions }],
      { provider: 'De Linde', domains: ['Wmo'] },
      { growth: (domain) => `${domain} groei`, tariff: (domain) => `${domain} tarief` },
      'nl',
    );
    const parsed = parseScenarios(JSON.parse(JSON.stringify(json)), 's.json');
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    expect(parsed.file.scenarios[0]?.assumptions).toMatchObject([
      { kind: 'growth', domain: 'Wmo' },
      { kind: 'ceiling', provider: 'De Linde', amount: parseMoney('850000.00') },
      { kind: 'budget', amount: parseMoney('-20000.00'), certain: false },
      { kind: 'intake', monthsInCare: 6 },
    ]);
    expect(parsed.file.knobs.map(({ name }) => name)).toEqual(['Wmo groei', 'Wmo tarief']);
    const back = draftsFromJson(JSON.stringify(json), 'nl');
    expect(back?.[0]?.assumptions[0]?.value).toBe('2,5');
    expect(back?.[0]?.assumptions[1]?.value).toBe('850000,00');
    expect(draftsFromJson('{"version":2}', 'nl')).toBeNull();
    expect(draftsFromJson('geen json', 'nl')).toBeNull();
  });
});
