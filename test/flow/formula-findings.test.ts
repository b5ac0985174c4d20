import { runCheck } from '../../src/flow';
import { openMemory } from '../../src/workbook';
import { bookOf, sheetOf } from '../core/prognosis/grid-builder';
import { openGrid, runInput, silent } from './sample-case';
import { JAN_DEC } from '../months';

const submission = (total: { f: string; v?: number }): ReturnType<typeof bookOf> =>
  bookOf(
    sheetOf('Wmo', [
      ['Aanbieder', 'Stichting X'],
      ['Product', ...JAN_DEC.map((name) => `${name} (€)`), 'Totaal'],
      ['02A03', ...JAN_DEC.map((_, at) => 100 + at), total],
    ]),
  );

async function findingsOf(book: ReturnType<typeof bookOf>): Promise<string[]> {
  const outcome = await runCheck(
    {
      ...runInput('a', { production: [], forecast: [], ceilings: null, tariffs: null }),
      prognoses: [{ file: 'ingediend.xlsx', port: openMemory(book) }],
    },
    openGrid,
    silent,
  );
  return (outcome.prognoses[0]?.findings ?? [])
    .filter(({ rule }) => rule === 'CHK-01')
    .map(({ message }) => message.code);
}

describe('CHK-01 formulas of a submission', () => {
  it('reports a kept value that the formula doesn’t come to', async () => {
    expect(await findingsOf(submission({ f: 'SUM(B3:M3)', v: 1266 }))).toEqual([]);
    expect(await findingsOf(submission({ f: 'SUM(B3:M3)', v: 1200 }))).toEqual(
      expect.arrayContaining(['checks.formula-value-differs', 'checks.total-differs']),
    );
  });

  it('recomputes formulas saved without a value, and says so', async () => {
    expect(await findingsOf(submission({ f: 'SUM(B3:M3)' }))).toEqual(['checks.formulas-supplied']);
  });

  it('says which kept values it had to rely on', async () => {
    expect(await findingsOf(submission({ f: 'SUMPRODUCT(B3:M3)', v: 1266 }))).toEqual([
      'checks.formulas-kept',
    ]);
  });
});
