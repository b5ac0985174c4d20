import {
  Decimal,
  dateValue,
  moneyValue,
  parseDate,
  parseMoney,
  quantityValue,
  ratioValue,
  step,
  textValue,
  ZERO,
  type DomainFigures,
} from '../../src/core';
import type { ReportOutcome } from '../../src/report';

/** Stand-ins for sentences: any code without a catalogue entry shows as itself with its facts. */
const label = (code: string) => ({ code: `test.${code}`, facts: {} });

const total = step(label('total'), moneyValue(parseMoney('445500.00')), {
  operator: 'sum',
  rule: 'ZUT-02',
  source: { document: '000', place: 'vraag 2' },
  parts: [
    step(label('production'), moneyValue(parseMoney('231000.00')), {
      place: { file: 'productie.csv', line: 2 },
    }),
    step(label('forecast'), moneyValue(parseMoney('214500.00'))),
  ],
});
const caseBudget = step(label('case-budget'), moneyValue(parseMoney('30000.00')), {
  operator: 'min',
  rule: 'ZUT-04',
  assumed: { code: 'test.whole-production', facts: {} },
  parts: [
    step(label('granted'), moneyValue(parseMoney('30000.00'))),
    step(label('used'), moneyValue(parseMoney('36000.00'))),
  ],
});
const assorted = step(label('assorted'), textValue('=1+1'), {
  operator: 'derived',
  parts: [
    step(label('hours'), quantityValue(new Decimal('17.75'), 'uur')),
    step(label('percentage'), ratioValue(new Decimal('0.962')), { operator: 'parameter' }),
    step(label('day'), dateValue(parseDate('2023-11-23'))),
  ],
});

const wmo: DomainFigures = {
  domain: 'Wmo',
  production: parseMoney('231000.00'),
  forecast: parseMoney('214500.00'),
  excluded: parseMoney('12345.67'),
  total: parseMoney('445500.00'),
  ceiling: {
    base: parseMoney('400000.00'),
    raises: parseMoney('20000.00'),
    expectedRaises: parseMoney('20000.00'),
    caseBudgets: parseMoney('25000.00'),
    effective: parseMoney('445000.00'),
    effectiveYearEnd: parseMoney('465000.00'),
  },
  headroom: ZERO,
  headroomYearEnd: parseMoney('19500.00'),
  overrun: parseMoney('500.00'),
  overrunYearEnd: ZERO,
  exhaustionDate: parseDate('2023-12-31'),
  overrunChance: null,
  payableAbove: null,
  months: [
    {
      month: '2023-06',
      production: parseMoney('231000.00'),
      forecast: ZERO,
      status: 'closed',
    },
    { month: '2023-07', production: ZERO, forecast: parseMoney('214500.00'), status: 'forecast' },
  ],
  products: [
    {
      product: '02A03',
      description: 'Begeleiding individueel',
      treatment: 'counts',
      production: parseMoney('220000.00'),
      forecast: parseMoney('200000.00'),
    },
    {
      product: '07W01',
      description: null,
      treatment: 'volume-raised',
      production: parseMoney('11000.00'),
      forecast: parseMoney('14500.00'),
    },
  ],
  steps: [total, caseBudget, assorted],
};

const jeugdwet: DomainFigures = {
  ...wmo,
  domain: 'Jeugdwet',
  production: parseMoney('0.01'),
  forecast: ZERO,
  excluded: ZERO,
  total: parseMoney('0.01'),
  ceiling: null,
  headroom: null,
  headroomYearEnd: null,
  overrun: null,
  overrunYearEnd: null,
  exhaustionDate: null,
  months: [],
  products: [],
  steps: [],
};

/** A small outcome with everything a report has to show at least once. Invented. */
export const inventedOutcome: ReportOutcome = {
  engine: '0.1.0',
  rulebook: {
    id: 'voorbeeld-2023',
    version: '1.0.0',
    title: { nl: 'Voorbeeldgemeente 2023', en: 'Example municipality 2023' },
  },
  year: 2023,
  asOf: '2023-06-30',
  prognoses: [
    {
      file: 'eigen.xlsx',
      provider: '=Stichting Voorbeeld 1',
      domains: [wmo, jeugdwet],
      findings: [
        {
          rule: 'ZUT-02',
          severity: 'violation',
          notChecked: false,
          message: { code: 'test.over', facts: { overrun: moneyValue(parseMoney('500.00')) } },
          amount: parseMoney('500.00'),
          location: { file: 'eigen.xlsx', sheet: 'Wmo', cell: 'O11' },
          source: { document: '000', place: 'vraag 2' },
          steps: [total],
        },
        {
          rule: 'CHK-TOTAL',
          severity: 'warning',
          notChecked: false,
          message: { code: 'test.total-differs', facts: { cell: 'Wmo!P7', seen: '999900006' } },
          amount: parseMoney('-0.01'),
          location: { file: 'eigen.xlsx', sheet: 'Wmo', cell: 'P7' },
          source: null,
          steps: [],
        },
        {
          rule: 'ZUT-03',
          severity: 'notice',
          notChecked: true,
          message: { code: 'test.no-allocations', facts: {} },
          amount: null,
          location: null,
          source: { document: '000', place: 'vraag 2' },
          steps: [],
        },
      ],
      reconciliation: {
        sourceTotal: parseMoney('445500.01'),
        filledTotal: parseMoney('445000.00'),
        difference: ZERO,
        unmapped: [
          {
            domain: 'Jeugdwet',
            product: '45A04',
            month: '2023-03',
            amount: parseMoney('0.01'),
            reason: { code: 'test.no-line', facts: {} },
          },
        ],
        notFilled: [
          {
            domain: 'Wmo',
            product: '02A03',
            month: null,
            amount: parseMoney('500.00'),
            reason: { code: 'test.formula-cell', facts: { cell: 'Wmo!O7' } },
          },
        ],
      },
    },
  ],
  receipts: [
    {
      file: 'productie.csv',
      kind: 'production',
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: 'comma',
      columns: [{ header: '@Bedrag', field: 'amount' }],
      ignoredColumns: ['Opmerking'],
      lines: { total: 2303, read: 2300, rejected: 1, skipped: 2, amountUnknown: 0 },
      amounts: {
        read: parseMoney('231000.00'),
        rejected: parseMoney('12.50'),
        file: parseMoney('231012.50'),
        stated: null,
      },
      issues: [
        {
          level: 'notice',
          code: 'test.total-row',
          facts: {},
          place: { file: 'productie.csv', line: 2303 },
        },
      ],
      rejectedLines: [
        {
          line: 17,
          reason: { code: 'test.bad-amount', facts: { found: '1.2.3' } },
          amount: parseMoney('12.50'),
        },
      ],
    },
  ],
  documents: { '000': 'Voorbeeldgemeente, antwoorden op vragen van aanbieders 2023' },
  hashes: new Map([['productie.csv', 'ab'.repeat(32)]]),
  written: [
    {
      sheet: 'Wmo',
      row: 6,
      col: 3,
      value: { kind: 'number', text: '5778.30' },
      old: null,
      why: { code: 'test.month-of-product', facts: {} },
    },
  ],
  refused: [
    {
      write: { sheet: 'Wmo', row: 6, col: 14, value: { kind: 'number', text: '500.00' } },
      reason: { code: 'test.is-formula', facts: {} },
    },
  ],
  warnings: [{ code: 'test.signature', facts: {} }],
};
