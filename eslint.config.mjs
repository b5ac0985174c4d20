import tseslint from 'typescript-eslint';

/**
 * Borders: dependencies point inwards, to core. Each folder under src names the neighbours it must not see.
 * test/architecture.test.ts proves that these rules bite.
 */
const FACES = ['cli', 'functions', 'taskpane'];
const EDGES = ['intake', 'workbook', 'charts', 'report'];
const ALL = ['core', 'flow', 'messages', ...EDGES, ...FACES];

const border = (folder, allowed) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...ALL.filter((other) => other !== folder && !allowed.includes(other)).map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `src/${folder} must not depend on src/${other} (docs/architecture.md).`,
          })),
          ...(folder === 'core'
            ? []
            : [{ regex: '^(\\.\\./)+core/', message: 'core has one door: src/core/index.ts.' }]),
        ],
      },
    ],
  },
});

const CORE_BANS = [
  'Date',
  'parseFloat',
  'setTimeout',
  'setInterval',
  'console',
  'process',
  'window',
  'document',
  'fetch',
  'Excel',
  'performance',
  'crypto',
];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'test-artefacts/**', 'test/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  border('core', []),
  border('messages', ['core']),
  border('intake', ['core']),
  border('workbook', ['core']),
  border('charts', ['core', 'messages']),
  border('report', ['core', 'messages', 'charts']),
  border('flow', ['core', 'intake', 'workbook']),
  border('cli', ['core', 'flow', 'messages', ...EDGES]),
  border('taskpane', ['core', 'flow', 'messages', ...EDGES]),
  border('functions', ['core', 'messages']),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...CORE_BANS.map((name) => ({ name, message: 'src/core is pure.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'src/core is pure.' },
        { object: 'Number', property: 'parseFloat', message: 'src/core is pure; amounts are exact.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Outside itself core sees two libraries: decimal.js and zod (docs/decisions).
              regex: '^(?!\\.\\.?/|\\.$|\\.\\.$|decimal\\.js$|zod$|zod/)',
              message: 'src/core imports only core, decimal.js and zod.',
            },
            ...ALL.filter((other) => other !== 'core').map((other) => ({
              regex: `^(\\.\\./)+${other}(/|$)`,
              message: `src/core must not depend on src/${other} (docs/architecture.md).`,
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
