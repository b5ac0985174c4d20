import { runFill } from '../../src/flow';
import { formatMoney, normaliseLabel } from '../../src/core';
import { openMemory } from '../../src/workbook';
import { bookOf, sheetOf, type Spec } from '../core/prognosis/grid-builder';
import { openGrid, runInput, silent, textFile } from './sample-case';
import { JAN_DEC } from '../months';

const PRODUCTION = `aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing
Stichting X;Wmo;02A03;K-1;2023-01;2;uur;120,00;T1
Stichting X;Wmo;02A03;K-2;2023-01;3;uur;180,50;T2
Stichting X;Wmo;02A03;K-3;2023-02;1;uur;60,25;T3
`;
const line = (client: string, product: string): Spec[] => [client, product];
const book = bookOf(
  sheetOf('Wmo', [
    ['Cliëntnummer', 'Product', ...JAN_DEC.map((name) => `${name} (€)`)],
    line('k-1', 'Thuiscoach'),
    line('K-2', 'Thuiscoach'),
  ]),
);

describe('a layout with a line per client', () => {
  it('gets each client’s own amounts, by the wording confirmed; a client without a line is said', async () => {
    const port = openMemory(book);
    const outcome = await runFill(
      {
        ...runInput('a', {
          production: [textFile('productie.csv', PRODUCTION)],
          forecast: [],
          ceilings: null,
          tariffs: null,
        }),
        prognosis: { file: 'eigen.xlsx', port },
        profile: null,
        aliases: new Map([[normaliseLabel('Thuiscoach'), '02A03']]),
      },
      openGrid,
      silent,
    );
    const cells = (await port.read()).sheets[0]?.cells ?? [];
    const value = (row: number, col: number): unknown =>
      cells.find((cell) => cell.row === row && cell.col === col)?.value?.value;
    expect([value(1, 2), value(2, 2)]).toEqual([120, 180.5]);
    const [prognosis] = outcome.prognoses;
    expect(
      prognosis?.reconciliation?.notFilled.map(({ amount, reason }) => [formatMoney(amount), reason.code]),
    ).toEqual([['60.25', 'prognosis.client-without-row']]);
    expect(prognosis?.reconciliation?.difference).toBe(0n);
    expect(outcome.profile.aliases).toEqual({ thuiscoach: '02A03' });
  });
});
