import { sumMoney, formatMoney, parseMoney } from '../../src/core';
import { toJson, type JsonStep } from '../../src/report';
import { inventedOutcome } from './invented-outcome';

const json = toJson(inventedOutcome, 'nl');
const [prognosis] = json.prognoses;

const keys = (value: unknown): string[] => Object.keys(value as object);

describe('report as JSON', () => {
  test('has the keys of the agreed form, in a fixed order', () => {
    expect(keys(json).slice(0, 1)).toEqual(['version']);
    expect(keys(json)).toEqual(expect.arrayContaining(['version', 'rulebook', 'year', 'asOf', 'prognoses']));
    expect(keys(json.rulebook)).toEqual(expect.arrayContaining(['id', 'title']));
    expect(keys(prognosis)).toEqual(['file', 'provider', 'domains', 'findings', 'reconciliation']);
    expect(keys(prognosis?.domains[0]).slice(0, 12)).toEqual([
      ...['domain', 'production', 'forecast', 'excluded', 'total', 'ceiling', 'headroom', 'headroomYearEnd'],
      ...['overrun', 'overrunYearEnd', 'exhaustionDate', 'overrunChance'],
    ]);
    expect(keys(prognosis?.domains[0]?.ceiling)).toEqual([
      ...['base', 'raises', 'expectedRaises', 'caseBudgets', 'effective', 'effectiveYearEnd'],
    ]);
    expect(keys(prognosis?.findings[0])).toEqual([
      ...['rule', 'severity', 'notChecked', 'message', 'amount', 'location', 'source', 'steps'],
    ]);
    expect(keys(prognosis?.findings[0]?.steps[0])).toEqual([
      ...['label', 'value', 'kind', 'unit', 'operator', 'rule', 'source', 'assumed', 'place', 'parts'],
    ]);
    expect(keys(prognosis?.reconciliation)).toEqual([
      ...['sourceTotal', 'filledTotal', 'difference', 'unmapped', 'notFilled'],
    ]);
    expect(keys(prognosis?.reconciliation.unmapped[0])).toEqual([
      ...['domain', 'product', 'month', 'amount', 'reason'],
    ]);
  });

  test('survives JSON unchanged: nothing undefined, no big integers', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('amounts have two digits, what is unknown is null', () => {
    expect(prognosis?.domains[0]).toMatchObject({
      production: '231000.00',
      overrun: '500.00',
      headroom: '0.00',
    });
    expect(prognosis?.domains[1]).toMatchObject({ production: '0.01', ceiling: null, overrun: null });
    expect(prognosis?.findings.map((finding) => finding.amount)).toEqual(['500.00', '-0.01', null]);
    expect(prognosis?.findings[2]?.location).toBeNull();
  });

  test('steps are a tree with values of their kind', () => {
    const steps = prognosis?.domains[0]?.steps ?? [];
    const flat = (step: JsonStep): JsonStep[] => [step, ...step.parts.flatMap(flat)];
    const found = steps.flatMap(flat).map(({ value, kind, unit, operator }) => [value, kind, unit, operator]);
    expect(found).toContainEqual(['445500.00', 'money', 'EUR', 'sum']);
    expect(found).toContainEqual(['17.75', 'quantity', 'uur', 'given']);
    expect(found).toContainEqual(['0.962', 'ratio', null, 'parameter']);
    expect(found).toContainEqual(['2023-11-23', 'date', null, 'given']);
    const [total] = steps;
    expect(formatMoney(sumMoney((total?.parts ?? []).map((part) => parseMoney(part.value))))).toBe(
      total?.value,
    );
    expect(total?.source).toEqual({ document: '000', place: 'vraag 2' });
    expect(total?.parts[0]?.place).toMatchObject({ file: 'productie.csv', line: 2, cell: null });
  });

  test('no citizen service number gets through', () => {
    expect(JSON.stringify(json)).not.toContain('999900006');
  });

  test('the language changes sentences only', () => {
    const english = toJson(inventedOutcome, 'en');
    expect(english.rulebook.title).toBe('Example municipality 2023');
    expect(english.prognoses[0]?.domains[0]?.ceiling).toEqual(prognosis?.domains[0]?.ceiling);
  });
});
