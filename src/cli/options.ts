import type { ForecastRequest, Measure } from '../core';

/** How an option takes its value. `files` and `texts` take several, one after another or repeated. */
export type OptionKind = 'flag' | 'text' | 'texts' | 'file' | 'files';

export interface OptionSpec {
  readonly name: string;
  readonly kind: OptionKind;
  /** Name of the value in help; a code under `cli.value`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

/** Files that stand alone on the command line, without an option. */
export interface OperandSpec {
  readonly value: string;
  readonly many: boolean;
}

export interface CommandSpec {
  readonly name: string;
  readonly options: readonly OptionSpec[];
  readonly operand: OperandSpec | null;
}

const COMMON: readonly OptionSpec[] = [
  { name: 'format', kind: 'text', choices: ['text', 'json'] },
  { name: 'lang', kind: 'text', choices: ['nl', 'en'] },
  { name: 'quiet', kind: 'flag' },
  { name: 'help', kind: 'flag' },
];

/** What a Wlz rulebook asks beside the other files. */
const WLZ: readonly OptionSpec[] = [
  { name: 'sector', kind: 'text', choices: ['V&V', 'GZ', 'GGZ'] },
  { name: 'kind', kind: 'text', choices: ['existing', 'new', 'integrated', 'sheltered'] },
  { name: 'treatment', kind: 'file', value: 'file' },
  { name: 'sector-space', kind: 'file', value: 'file' },
  { name: 'providers', kind: 'files', value: 'file' },
];

const RULES: readonly OptionSpec[] = [
  { name: 'rulebook', kind: 'text', value: 'rulebook', required: true },
  { name: 'year', kind: 'text', value: 'year', required: true },
  { name: 'as-of', kind: 'text', value: 'date', required: true },
];

const CLIENTS: readonly OptionSpec[] = [
  { name: 'agb', kind: 'texts', value: 'agb' },
  { name: 'key', kind: 'file', value: 'key' },
  { name: 'keep-client-numbers', kind: 'flag' },
];

const INPUTS: readonly OptionSpec[] = [
  { name: 'forecast', kind: 'files', value: 'file' },
  { name: 'incomplete', kind: 'text', choices: ['declared', 'estimate', 'estimate-in-cells'] },
  { name: 'ceilings', kind: 'file', value: 'file' },
  { name: 'tariffs', kind: 'file', value: 'file' },
  { name: 'tariff-mapping', kind: 'file', value: 'mapping' },
  { name: 'allocations', kind: 'files', value: 'file' },
  { name: 'profile', kind: 'file', value: 'profile' },
  { name: 'aliases', kind: 'file', value: 'aliases' },
  { name: 'provider', kind: 'text', value: 'name' },
  ...CLIENTS,
  { name: 'across-months', kind: 'text', choices: ['days', 'end'] },
  { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
];

const REPORT: readonly OptionSpec[] = [
  { name: 'lines', kind: 'files', value: 'file', required: true },
  { name: 'rulebook', kind: 'text', value: 'rulebook', required: true },
  { name: 'year', kind: 'text', value: 'year', required: true },
  { name: 'as-of', kind: 'text', value: 'date' },
  { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
  { name: 'steps', kind: 'flag' },
  { name: 'out', kind: 'file', value: 'table' },
  { name: 'force', kind: 'flag' },
  ...COMMON,
];
/** Methods that `forecast` can be asked for by name. */
export const FORECAST_METHODS = [
  'automatic',
  'theta',
  'theta-damped',
  'damped',
  'ratio-level',
  'level',
  'running-average',
  'seasonal-naive',
  'own-forecast',
] as const satisfies readonly ForecastRequest['method'][];

/** What cells may ask for of which the workbook doesn’t say it. */
export const UNSTATED = ['amount', 'volume'] as const satisfies readonly Measure[];

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'fill',
    operand: null,
    options: [
      { name: 'prognosis', kind: 'file', value: 'workbook', required: true },
      { name: 'production', kind: 'files', value: 'file', required: true },
      ...INPUTS,
      ...RULES,
      ...WLZ,
      { name: 'out', kind: 'file', value: 'workbook', required: true },
      { name: 'report', kind: 'file', value: 'workbook' },
      { name: 'snapshot', kind: 'file', value: 'snapshot' },
      { name: 'html', kind: 'file', value: 'page' },
      { name: 'thousands-places', kind: 'text', choices: ['0', '1', '2', '3'] },
      { name: 'measure', kind: 'text', choices: [...UNSTATED] },
      { name: 'allow-locked', kind: 'flag' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'check',
    operand: { value: 'workbook', many: true },
    options: [
      { name: 'production', kind: 'files', value: 'file' },
      ...INPUTS,
      ...RULES,
      ...WLZ,
      { name: 'report', kind: 'file', value: 'workbook' },
      { name: 'snapshot', kind: 'file', value: 'snapshot' },
      { name: 'html', kind: 'file', value: 'page' },
      { name: 'dossier', kind: 'file', value: 'dossier' },
      { name: 'questions', kind: 'file', value: 'folder' },
      { name: 'lists', kind: 'files', value: 'file' },
      { name: 'answers', kind: 'files', value: 'workbook' },
      { name: 'threads', kind: 'text', value: 'number' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'compare',
    operand: { value: 'snapshot-or-budget', many: true },
    options: [
      { name: 'report', kind: 'file', value: 'workbook' },
      { name: 'provider', kind: 'text', value: 'name' },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'forecast',
    operand: null,
    options: [
      { name: 'production', kind: 'files', value: 'file', required: true },
      { name: 'year', kind: 'text', value: 'year', required: true },
      { name: 'as-of', kind: 'text', value: 'date', required: true },
      { name: 'method', kind: 'text', choices: FORECAST_METHODS },
      { name: 'forecast', kind: 'files', value: 'file' },
      { name: 'ceilings', kind: 'file', value: 'file' },
      { name: 'tariffs', kind: 'file', value: 'file' },
      { name: 'allocations', kind: 'file', value: 'file' },
      { name: 'client-flow', kind: 'file', value: 'file' },
      { name: 'counts', kind: 'file', value: 'file' },
      { name: 'completion', kind: 'file', value: 'file' },
      { name: 'declarations', kind: 'file', value: 'file' },
      { name: 'overrides', kind: 'file', value: 'file' },
      { name: 'scenario', kind: 'file', value: 'scenario' },
      { name: 'rulebook', kind: 'text', value: 'rulebook' },
      { name: 'seed', kind: 'text', value: 'number' },
      { name: 'paths', kind: 'text', value: 'number' },
      ...CLIENTS,
      { name: 'across-months', kind: 'text', choices: ['days', 'end'] },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'months', kind: 'flag' },
      { name: 'out', kind: 'file', value: 'forecast-table' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'inspect',
    operand: { value: 'workbook', many: false },
    options: [
      { name: 'tariffs', kind: 'file', value: 'file' },
      { name: 'year', kind: 'text', value: 'year' },
      { name: 'as-of', kind: 'text', value: 'date' },
      { name: 'aliases', kind: 'file', value: 'aliases' },
      { name: 'profile', kind: 'file', value: 'profile' },
      { name: 'measure', kind: 'text', choices: [...UNSTATED] },
      { name: 'save', kind: 'file', value: 'profile' },
      { name: 'save-aliases', kind: 'file', value: 'aliases' },
      { name: 'tariff-mapping', kind: 'file', value: 'mapping' },
      { name: 'save-mapping', kind: 'file', value: 'mapping' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'space',
    operand: null,
    options: [
      { name: 'providers', kind: 'files', value: 'file', required: true },
      { name: 'space', kind: 'files', value: 'space', required: true },
      { name: 'rulebook', kind: 'text', value: 'rulebook', required: true },
      { name: 'as-of', kind: 'text', value: 'date', required: true },
      { name: 'production', kind: 'files', value: 'file' },
      { name: 'agb', kind: 'texts', value: 'agb' },
      { name: 'across-months', kind: 'text', choices: ['days', 'end'] },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'steps', kind: 'flag' },
      { name: 'out', kind: 'file', value: 'table' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'equalise',
    operand: null,
    options: [
      { name: 'costs', kind: 'file', value: 'file', required: true },
      { name: 'keys', kind: 'file', value: 'file' },
      { name: 'rulebook', kind: 'text', value: 'rulebook', required: true },
      { name: 'year', kind: 'text', value: 'year', required: true },
      { name: 'solidarity', kind: 'text', value: 'share' },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'out', kind: 'file', value: 'file' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'match',
    operand: null,
    options: [
      { name: 'production', kind: 'files', value: 'file', required: true },
      { name: 'allocations', kind: 'files', value: 'file', required: true },
      { name: 'ceilings', kind: 'file', value: 'file' },
      { name: 'rulebook', kind: 'text', value: 'rulebook', required: true },
      { name: 'year', kind: 'text', value: 'year', required: true },
      { name: 'agb', kind: 'texts', value: 'agb' },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'out', kind: 'file', value: 'file' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'finance',
    operand: null,
    options: [
      ...REPORT,
      { name: 'subcontracts', kind: 'file', value: 'file' },
      { name: 'uncontracted', kind: 'text', choices: ['on', 'off'] },
    ],
  },
  {
    name: 'region',
    operand: { value: 'region-report', many: false },
    options: [...REPORT, { name: 'mains', kind: 'file', value: 'file' }],
  },
  { name: 'wlz', operand: { value: 'wlz-report', many: false }, options: REPORT },
  {
    name: 'allocations',
    operand: null,
    options: [
      { name: 'allocations', kind: 'files', value: 'file', required: true },
      { name: 'production', kind: 'files', value: 'file' },
      { name: 'tariffs', kind: 'file', value: 'file' },
      { name: 'tariff-mapping', kind: 'file', value: 'mapping' },
      { name: 'ceilings', kind: 'file', value: 'file' },
      ...RULES,
      ...CLIENTS,
      { name: 'provider', kind: 'text', value: 'name' },
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      { name: 'out', kind: 'file', value: 'file' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'capacity',
    operand: null,
    options: [
      { name: 'product', kind: 'text', value: 'product', required: true },
      { name: 'from', kind: 'text', value: 'date', required: true },
      { name: 'until', kind: 'text', value: 'date' },
      { name: 'cost', kind: 'text', value: 'amount' },
      { name: 'volume', kind: 'text', value: 'volume' },
      { name: 'domain', kind: 'text', value: 'name' },
      { name: 'ceilings', kind: 'file', value: 'file', required: true },
      { name: 'production', kind: 'files', value: 'file', required: true },
      { name: 'forecast', kind: 'files', value: 'file' },
      { name: 'allocations', kind: 'files', value: 'file' },
      { name: 'tariffs', kind: 'file', value: 'file' },
      { name: 'tariff-mapping', kind: 'file', value: 'mapping' },
      ...RULES,
      ...CLIENTS,
      { name: 'decimal', kind: 'text', choices: ['comma', 'point'] },
      ...COMMON,
    ],
  },
  {
    name: 'anonymise',
    operand: { value: 'file', many: true },
    options: [
      { name: 'key', kind: 'file', value: 'key' },
      { name: 'out', kind: 'file', value: 'file' },
      { name: 'folder', kind: 'file', value: 'folder' },
      { name: 'keep', kind: 'texts', value: 'column' },
      { name: 'hide', kind: 'texts', value: 'column' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
  {
    name: 'rulebook',
    operand: { value: 'subcommand', many: true },
    options: [
      { name: 'set', kind: 'texts', value: 'setting' },
      { name: 'exclude', kind: 'texts', value: 'product' },
      { name: 'raise', kind: 'texts', value: 'product' },
      { name: 'id', kind: 'text', value: 'name' },
      { name: 'year', kind: 'text', value: 'year' },
      { name: 'purchaser', kind: 'text', value: 'name' },
      { name: 'out', kind: 'file', value: 'file' },
      { name: 'force', kind: 'flag' },
      ...COMMON,
    ],
  },
];
