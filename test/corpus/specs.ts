import type { Dim, Extra, LabelStyle, MonthStyle, PeriodTotal, Spec } from './shapes';
import { Dice, hash } from './words';

const P: readonly Dim[] = ['product'];
const M: readonly Dim[] = ['period'];
const all = ['all'] as const;

/** Layouts drawn up one by one, each for a dimension that real workbooks show. */
// prettier-ignore
const DRAWN: readonly Spec[] = [
  // Products down, months across.
  { id: 'plain', sheets: ['domain'], rows: P, cols: M, periodTotals: ['year'], totals: all, head: 'title' },
  { id: 'plain-zero', sheets: ['domain'], rows: P, cols: M, contents: 'zero', head: 'full', periodTotals: ['year'], totals: all },
  { id: 'plain-old', sheets: ['domain'], rows: P, cols: M, contents: 'old', head: 'full', months: 'full', phaseHead: 'each', totals: all },
  { id: 'plain-bare', sheets: ['domain'], rows: P, cols: M, bare: true, labels: 'code', months: 'P' },
  { id: 'one-sheet', rows: ['domain', 'product'], cols: M, rowStyle: 'columns', totals: ['domain', 'all'], months: 'abbr-year', periodTotals: ['year'] },
  { id: 'one-sheet-once', rows: ['domain', 'product'], cols: M, rowStyle: 'once', totals: ['domain'], months: 'iso' },
  { id: 'one-sheet-merged', rows: ['domain', 'product'], cols: M, rowStyle: 'merged', totals: ['domain', 'all'], months: 'date' },
  { id: 'outline-domain', rows: ['domain', 'product'], cols: M, rowStyle: 'outline', labels: 'code-name', totals: ['domain', 'all'], months: 'full', totalFormula: 'subtotal' },
  { id: 'outline-totals', rows: ['domain', 'product', 'measure'], cols: M, rowStyle: 'outline', labels: 'code-name', months: 'abbr', measures: ['volume', 'amount'] },
  { id: 'quarters-between', sheets: ['domain'], rows: P, cols: M, periodTotals: ['quarter', 'year'], totals: all, months: 'abbr' },
  { id: 'halves-between', sheets: ['domain'], rows: P, cols: M, periodTotals: ['half', 'year'], months: 'full', labels: 'name' },
  { id: 'ytd-rest', sheets: ['domain'], rows: P, cols: M, periodTotals: ['ytd', 'rest', 'year'], months: 'abbr', totals: all },
  { id: 'cumulative-beside', rows: P, cols: M, domains: ['Wmo'], products: 5, periodTotals: ['cumulative'], months: 'full' },
  { id: 'quarters-only', rows: P, cols: M, periods: 'quarter', months: 'abbr', periodTotals: ['year'], totals: all },
  { id: 'quarters-words', rows: P, cols: M, periods: 'quarter', months: 'full', labels: 'name-code', head: 'full' },
  { id: 'halves-only', rows: P, cols: M, periods: 'half', months: 'full', periodTotals: ['year'] },
  { id: 'months-then-quarters', rows: P, cols: M, periods: 'actuals-then-quarters', months: 'abbr-year', phaseHead: 'once', periodTotals: ['year'] },
  { id: 'year-only', rows: P, cols: M, periods: 'year', labels: 'code-name', head: 'title' },
  { id: 'typed-totals', sheets: ['domain'], rows: P, cols: M, totals: all, periodTotals: ['quarter', 'year'], totalFormula: 'typed', contents: 'old' },
  { id: 'plus-totals', sheets: ['domain'], rows: P, cols: M, totals: all, periodTotals: ['half', 'year'], totalFormula: 'plus' },
  { id: 'totals-above', sheets: ['domain'], rows: P, cols: M, totals: all, totalsAbove: true, months: 'upper', periodTotals: ['year'] },
  { id: 'gaps', sheets: ['domain'], rows: P, cols: M, gaps: 'columns', months: 'abbr', totals: all },
  { id: 'gaps-rows', rows: ['domain', 'product'], cols: M, rowStyle: 'once', gaps: 'both', totals: ['domain'], months: 'maand' },
  { id: 'number-months', sheets: ['domain'], rows: P, cols: M, months: 'number', labels: 'columns', periodTotals: ['year'] },
  { id: 'dated-last-day', sheets: ['domain'], rows: P, cols: M, months: 'last-day', dateSystem: '1904', labels: 'code' },
  { id: 'compact-months', sheets: ['domain'], rows: P, cols: M, months: 'compact', labels: 'code-name' },
  { id: 'misspelt-months', sheets: ['domain'], rows: P, cols: M, months: 'misspelt', labels: 'misspelt' },
  { id: 'english', sheets: ['domain'], rows: P, cols: M, words: 'english', months: 'english', totals: all, totalWord: 'Total', periodTotals: ['year'], head: 'title' },
  { id: 'abbreviated', sheets: ['domain'], rows: P, cols: M, labels: 'abbr', words: 'short', months: 'dotted' },
  { id: 'own-words', sheets: ['domain'], rows: P, cols: M, labels: 'own', months: 'abbr', totals: all, periodTotals: ['year'] },
  { id: 'own-words-down', sheets: ['domain'], rows: M, cols: P, labels: 'own', months: 'full', totals: all },
  { id: 'synonyms', sheets: ['domain'], rows: P, cols: M, labels: 'synonym', months: 'abbr', domains: ['Wmo'], products: 4 },
  { id: 'english-names', sheets: ['domain'], rows: P, cols: M, labels: 'english', words: 'english', months: 'english', domains: ['Wmo'] },
  // Realisation and forecast.
  { id: 'phase-columns', sheets: ['domain'], rows: P, cols: ['period', 'phase'], colStyle: 'merged', totals: all },
  { id: 'phase-columns-joined', sheets: ['domain'], rows: P, cols: ['period', 'phase'], colStyle: 'joined', months: 'full' },
  { id: 'phase-groups', sheets: ['domain'], rows: P, cols: ['phase', 'period'], colStyle: 'merged', periodTotals: ['year'], totals: all },
  { id: 'phase-groups-repeated', sheets: ['domain'], rows: P, cols: ['phase', 'period'], colStyle: 'repeated', months: 'iso', words: 'odd' },
  { id: 'phase-rows', sheets: ['domain'], rows: ['product', 'phase'], cols: M, rowStyle: 'once', totals: all, periodTotals: ['year'] },
  { id: 'phase-blocks', sheets: ['domain'], blocks: ['phase'], rows: P, cols: M, periodTotals: ['year'], totals: all },
  { id: 'phase-blocks-beside', sheets: ['domain'], blocks: ['phase'], blockPlacing: 'beside', rows: P, cols: M, labels: 'code' },
  { id: 'phase-sheets', sheets: ['phase'], rows: ['domain', 'product'], cols: M, rowStyle: 'columns', totals: ['domain'] },
  { id: 'phase-head-merged', sheets: ['domain'], rows: P, cols: M, phaseHead: 'merged', words: 'odd', totals: all, periodTotals: ['year'] },
  { id: 'phase-in-month', sheets: ['domain'], rows: P, cols: M, phaseHead: 'in-month', months: 'abbr' },
  // Measures.
  { id: 'measure-columns', sheets: ['domain'], rows: P, cols: ['period', 'measure'], colStyle: 'merged', measures: ['volume', 'amount'], totals: all },
  { id: 'measure-columns-once', rows: P, cols: ['period', 'measure'], colStyle: 'once', measures: ['clients', 'volume', 'amount'], months: 'full', domains: ['Wmo'] },
  { id: 'measure-groups', sheets: ['domain'], rows: P, cols: ['measure', 'period'], colStyle: 'merged', measures: ['volume', 'amount'], periodTotals: ['year'] },
  { id: 'measure-rows', sheets: ['domain'], rows: ['product', 'measure'], cols: M, rowStyle: 'once', measures: ['volume', 'amount'], totals: all },
  { id: 'measure-rows-clients', rows: ['product', 'measure'], cols: M, rowStyle: 'columns', measures: ['clients', 'volume', 'amount'], words: 'english', months: 'english', domains: ['Jeugdwet'] },
  { id: 'measure-blocks', sheets: ['domain'], blocks: ['measure'], rows: P, cols: M, measures: ['volume', 'amount'], totals: all },
  { id: 'measure-sheets', sheets: ['measure'], rows: ['domain', 'product'], cols: M, rowStyle: 'columns', measures: ['volume', 'amount'] },
  { id: 'pq-columns', sheets: ['domain'], rows: P, cols: ['period', 'measure'], colStyle: 'merged', measures: ['volume', 'amount'], pq: true, extras: ['tariff'], totals: all },
  { id: 'pq-rows', sheets: ['domain'], rows: ['product', 'measure'], cols: M, rowStyle: 'once', measures: ['volume', 'tariff', 'amount'], pq: true, totals: all },
  { id: 'pq-blocks', rows: P, blocks: ['measure'], cols: M, measures: ['volume', 'amount'], pq: true, extras: ['tariff'], domains: ['Wmo'] },
  { id: 'volume-only', sheets: ['domain'], rows: P, cols: M, measures: ['volume'], extras: ['unit'], head: 'title', unitPlace: 'title', unit: 'hours' },
  { id: 'clients-only', sheets: ['measure'], rows: P, cols: M, measures: ['clients', 'amount'], domains: ['Wmo'] },
  { id: 'minutes', rows: P, cols: ['period', 'measure'], measures: ['volume', 'amount'], unit: 'minutes', unitPlace: 'measure', colStyle: 'merged' },
  { id: 'hours-column', sheets: ['domain'], rows: P, cols: ['measure', 'period'], measures: ['volume', 'amount'], unit: 'hours', unitPlace: 'column', colStyle: 'merged', products: 6 },
  { id: 'days', rows: ['product', 'measure'], cols: M, rowStyle: 'once', measures: ['volume', 'amount'], unit: 'days', unitPlace: 'column', domains: ['Wmo', 'Jeugdwet'], products: 6 },
  { id: 'day-parts', rows: P, cols: ['period', 'measure'], measures: ['volume', 'amount'], unit: 'day-parts', unitPlace: 'measure', colStyle: 'once', products: 2 },
  { id: 'thousands-title', sheets: ['domain'], rows: P, cols: M, scale: 'title', totals: all, periodTotals: ['year'] },
  { id: 'thousands-heading', sheets: ['domain'], rows: P, cols: M, scale: 'heading', totals: all, phaseHead: 'each' },
  { id: 'thousands-cover', sheets: ['domain'], rows: P, cols: M, scale: 'cover', head: 'cover' },
  { id: 'thousands-measure', sheets: ['domain'], rows: P, cols: ['period', 'measure'], measures: ['volume', 'amount'], scale: 'measure', colStyle: 'merged' },
  { id: 'thousands-blocks', blocks: ['domain'], rows: P, cols: M, scale: 'domain-title', totals: all },
  // Months down.
  { id: 'down', sheets: ['domain'], rows: M, cols: P, labels: 'code', periodTotals: ['year'] },
  { id: 'down-quarters', sheets: ['domain'], rows: M, cols: P, labels: 'columns', periodTotals: ['quarter', 'year'], totals: all },
  { id: 'down-measures', rows: M, cols: ['product', 'measure'], colStyle: 'merged', labels: 'name', measures: ['volume', 'amount'], domains: ['Wmo'] },
  { id: 'down-phase', rows: M, cols: ['product', 'phase'], colStyle: 'merged', labels: 'code-name', months: 'date', domains: ['Jeugdwet'] },
  { id: 'down-domains', rows: M, cols: ['domain', 'product'], colStyle: 'merged', labels: 'code', totals: ['domain', 'all'], months: 'full-year' },
  { id: 'down-phase-rows', rows: ['period', 'phase'], cols: P, rowStyle: 'once', labels: 'code', months: 'iso' },
  { id: 'down-status', rows: M, cols: P, labels: 'code-name', phaseHead: 'each', months: 'abbr-year' },
  { id: 'sheet-per-product', sheets: ['product'], rows: M, cols: ['measure'], labels: 'code', measures: ['volume', 'amount'], periodTotals: ['year'] },
  { id: 'sheet-per-month', sheets: ['period'], rows: P, cols: ['measure'], measures: ['volume', 'amount'], months: 'full', totals: all },
  { id: 'block-per-product', blocks: ['product'], rows: ['measure'], cols: M, measures: ['clients', 'volume', 'amount'], labels: 'code-name', domains: ['Wmo'] },
  // Lists.
  { id: 'list', rows: ['product', 'period'], cols: ['measure'], measures: ['volume', 'amount'], months: 'iso' },
  { id: 'list-phase', rows: ['domain', 'product', 'period', 'phase'], cols: ['measure'], measures: ['volume', 'amount'], months: 'numeric', domains: ['Wmo'] },
  { id: 'list-once', rows: ['product', 'period'], cols: ['measure'], rowStyle: 'once', measures: ['amount'], months: 'full', totals: ['product', 'all'] },
  { id: 'list-measures', rows: ['period', 'product'], cols: ['measure'], measures: ['clients', 'volume', 'amount'], months: 'compact', rowStyle: 'merged' },
  // Clients.
  { id: 'clients', sheets: ['domain'], rows: ['product', 'client'], cols: M, rowStyle: 'columns', extras: ['dates'], totals: ['product', 'all'] },
  { id: 'clients-first', sheets: ['domain'], rows: ['client', 'product'], cols: M, rowStyle: 'columns', extras: ['dates', 'tariff'], periodTotals: ['year'] },
  { id: 'clients-outline', rows: ['product', 'client'], cols: M, rowStyle: 'once', labels: 'code-name', totals: ['product'], domains: ['Jeugdwet'] },
  // Blocks of domains, locations, municipalities.
  { id: 'domain-blocks', blocks: ['domain'], rows: P, cols: M, totals: all, periodTotals: ['year'], head: 'full' },
  { id: 'domain-blocks-beside', blocks: ['domain'], blockPlacing: 'beside', rows: M, cols: P, labels: 'code' },
  { id: 'domain-blocks-lower', blocks: ['domain'], blockPlacing: 'beside-lower', rows: M, cols: P, labels: 'code-name', months: 'full' },
  { id: 'beside-lower-products', blocks: ['domain'], blockPlacing: 'beside-lower', rows: P, cols: M, labels: 'code', periods: 'quarter' },
  { id: 'location-blocks', blocks: ['location'], rows: P, cols: M, totals: all, domains: ['Wmo'] },
  { id: 'location-rows', rows: ['location', 'product'], cols: M, rowStyle: 'columns', totals: ['location', 'all'], domains: ['Jeugdwet'] },
  { id: 'location-sheets', sheets: ['location'], rows: P, cols: M, totals: all, words: 'short' },
  { id: 'location-outline', rows: ['location', 'product'], cols: M, rowStyle: 'outline', labels: 'code-name', words: 'odd', domains: ['Wmo'] },
  // Years.
  { id: 'two-years', sheets: ['domain'], rows: P, cols: M, periods: 'two-years', colStyle: 'merged', contents: 'old' },
  { id: 'two-years-texts', rows: P, cols: M, periods: 'two-years', months: 'abbr-year', domains: ['Wmo'], contents: 'zero' },
  { id: 'two-years-down', rows: M, cols: P, periods: 'two-years', months: 'date', labels: 'code' },
  { id: 'shifted-year', rows: P, cols: M, periods: 'shifted', months: 'abbr-year', totals: all },
  { id: 'shifted-year-levels', rows: P, cols: M, periods: 'shifted', months: 'abbr', colStyle: 'once' },
  { id: 'budget-beside', sheets: ['domain'], rows: P, cols: M, periodTotals: ['year'], extras: ['budget', 'difference', 'percentage', 'average', 'remark'], totals: all },
  { id: 'last-year-beside', rows: P, cols: M, periodTotals: ['year'], extras: ['last-year', 'difference', 'remark'], months: 'full' },
  { id: 'four-weeks', rows: P, cols: M, periods: 'four-weeks' },
  { id: 'four-weeks-words', sheets: ['domain'], rows: P, cols: M, periods: 'four-weeks', months: 'full', totals: all },
  { id: 'four-weeks-down', rows: M, cols: P, periods: 'four-weeks', labels: 'code' },
  // Protection, names, validations, notes, hidden parts.
  { id: 'protected', sheets: ['domain'], rows: P, cols: M, protect: true, totals: all, periodTotals: ['year'], head: 'full' },
  { id: 'protected-pq', rows: P, cols: ['period', 'measure'], protect: true, measures: ['volume', 'amount'], pq: true, extras: ['tariff'], colStyle: 'merged' },
  { id: 'validated', sheets: ['domain'], rows: P, cols: M, validations: true, names: true, totals: all, notes: 'legend' },
  { id: 'noted', sheets: ['domain'], rows: P, cols: M, notes: 'both', extras: ['remark'], contents: 'dash', totals: all },
  { id: 'logo', sheets: ['domain'], rows: P, cols: M, head: 'logo', offset: [1, 1], totals: all, words: 'odd' },
  { id: 'hidden-lists', rows: P, cols: M, hidden: 'lists', head: 'title', labels: 'name' },
  { id: 'hidden-copy', sheets: ['domain'], rows: P, cols: M, hidden: 'copy', months: 'iso' },
  { id: 'hidden-rows', rows: P, cols: M, hidden: 'rows', totals: all },
  { id: 'deep-heading', rows: P, cols: ['domain', 'phase', 'period'], labels: 'code', colStyle: 'merged', domains: ['Wmo'], periodTotals: ['year'] },
  { id: 'accounting', sheets: ['domain'], rows: P, cols: ['period', 'measure'], format: 'accounting', measures: ['amount', 'volume'], colStyle: 'repeated', offset: [2, 2] },
];

/** Layouts put together at random from the same dimensions, so that combinations nobody thought of occur. */
function mixed(count: number, seed?: string): Spec[] {
  return Array.from({ length: count }, (_, at): Spec => {
    const id = `mix-${seed === undefined ? '' : `${seed}-`}${String(at + 1).padStart(3, '0')}`;
    const dice = new Dice(`layout ${id}`);
    const isDown = dice.chance(0.3);
    const inner = dice.pick<Dim | null>([null, null, 'phase', 'measure']);
    const innerOnRows = dice.chance(0.35);
    const outer = dice.pick<'sheet' | 'block' | 'axis' | 'none'>(['sheet', 'sheet', 'block', 'axis', 'none']);
    const productAxis: Dim[] = [...(outer === 'axis' ? (['domain'] as const) : []), 'product'];
    const rows: Dim[] = isDown ? ['period'] : productAxis;
    const cols: Dim[] = isDown ? productAxis : ['period'];
    if (inner !== null) (innerOnRows ? rows : cols).push(inner);
    const months = dice.pick<MonthStyle>([
      'abbr',
      'full',
      'upper',
      'abbr-year',
      'iso',
      'date',
      'P',
      'maand',
      'numeric',
      'dotted',
      'last-day',
      'full-year',
    ]);
    const labels = dice.pick<LabelStyle>([
      'code',
      'name',
      'code-name',
      'name-code',
      'columns',
      'columns',
      'abbr',
      'misspelt',
    ]);
    const periodTotals = dice.pick<readonly PeriodTotal[]>([
      [],
      ['year'],
      ['quarter', 'year'],
      ['half', 'year'],
      ['ytd', 'year'],
      ['year'],
    ]);
    const measures =
      inner === 'measure'
        ? dice.pick<Spec['measures']>([
            ['volume', 'amount'],
            ['clients', 'volume', 'amount'],
            ['amount', 'volume'],
          ])
        : undefined;
    const extras = isDown
      ? []
      : dice.pick<readonly Extra[]>([[], [], ['remark'], ['budget', 'difference'], ['unit'], ['last-year']]);
    const isOutline = !isDown && (rows.length > 1 || outer === 'axis') && dice.chance(0.25);
    return {
      id,
      ...(seed === undefined ? {} : { seed }),
      rows,
      cols,
      ...(outer === 'sheet' ? { sheets: ['domain'] as const } : {}),
      ...(outer === 'block'
        ? {
            blocks: ['domain'] as const,
            blockPlacing: dice.chance(0.75) ? ('below' as const) : ('beside' as const),
          }
        : {}),
      ...(measures ? { measures } : {}),
      ...(inner === null && dice.chance(0.3)
        ? { phaseHead: dice.pick(['each', 'once', 'merged'] as const) }
        : {}),
      months,
      labels: isOutline && labels === 'columns' ? 'code-name' : labels,
      periodTotals,
      totals: dice.chance(0.7) ? (outer === 'axis' ? ['domain', 'all'] : ['all']) : [],
      totalFormula: dice.pick(['sum', 'sum', 'subtotal', 'plus', 'typed'] as const),
      ...(dice.chance(0.2) ? { totalsAbove: true } : {}),
      rowStyle: isOutline ? 'outline' : dice.pick(['columns', 'once', 'merged'] as const),
      colStyle: dice.pick(['once', 'merged', 'repeated', 'joined'] as const),
      words: dice.pick(['dutch', 'dutch', 'english', 'short', 'odd'] as const),
      contents: dice.pick(['empty', 'zero', 'old', 'dash'] as const),
      head: dice.pick(['none', 'title', 'full', 'logo', 'cover'] as const),
      ...(extras.length > 0 ? { extras } : {}),
      ...(dice.chance(0.2) ? { protect: true } : {}),
      ...(dice.chance(0.2) ? { scale: dice.pick(['title', 'heading', 'cover'] as const) } : {}),
      ...(dice.chance(0.2) ? { gaps: dice.pick(['rows', 'columns', 'both'] as const) } : {}),
      ...(dice.chance(0.2) ? { notes: dice.pick(['below', 'legend', 'both'] as const) } : {}),
      ...(dice.chance(0.15) ? { hidden: dice.pick(['lists', 'copy', 'rows', 'columns'] as const) } : {}),
      ...(dice.chance(0.25) ? { offset: [dice.below(4), dice.below(3)] as const } : {}),
      format: dice.pick(['euro', 'plain', 'accounting'] as const),
      products: 2 + dice.below(3),
    };
  });
}

export const SPECS: readonly Spec[] = [...DRAWN, ...mixed(280)];

/** A third of the corpus is kept back: rates on it are reported, its failures aren't looked at while tuning. */
export const isHeldBack = (spec: Spec): boolean => hash(`held ${spec.id}`) % 3 === 0;

/** Layouts put together from a seed that nobody tuned on: none of them is in `SPECS`. */
export const freshSpecs = (seed: string, count = 280): readonly Spec[] => mixed(count, seed);

/** What kind of layout a spec is, for rates per kind. */
export function familyOf({ rows, cols, blocks = [], rowStyle }: Spec): string {
  const across = rows.includes('period') ? 'months down' : 'months across';
  const dims = [...rows, ...cols, ...blocks];
  const apart = dims.includes('phase')
    ? ', realisation and forecast apart'
    : dims.includes('measure')
      ? ', measures apart'
      : '';
  return `${across}${apart}${rowStyle === 'outline' ? ', outline' : ''}${blocks.length > 0 ? ', blocks' : ''}`;
}
