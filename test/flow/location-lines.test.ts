import { formatMoney } from '../../src/core';
import { runFill } from '../../src/flow';
import { openMemory } from '../../src/workbook';
import { bookOf, sheetOf, type Spec } from '../core/prognosis/grid-builder';
import { openGrid, runInput, silent, textFile } from './sample-case';
import { JAN_DEC } from '../months';

const line = (location: string, product: string): Spec[] => [location, product];
const book = bookOf(
  sheetOf('Wmo', [
    ['Locatie', 'Product', ...JAN_DEC.map((name) => `${name} (€)`)],
    line('Zutphen', '02A03'),
    line('Zutphen Noord', '02A03'),
    line('Lochem', '02A03'),
  ]),
);
const PRODUCTION = `aanbieder;domein;product;omschrijving;locatie;client;periode;aantal;eenheid;bedrag
Stichting X;Wmo;02A03;Begeleiding individueel;Zutphen;K-1;2023-01;2;uur;120,00
Stichting X;Wmo;02A03;Begeleiding individueel;locatie lochem;K-2;2023-01;3;uur;180,50
Stichting X;Wmo;02A03;Begeleiding individueel;Zutphen Noord;K-3;2023-01;1;uur;60,25
Stichting X;Wmo;02A03;Begeleiding individueel;Brummen;K-4;2023-01;1;uur;10,00
Stichting X;Wmo;02A03;Begeleiding individueel;;K-5;2023-01;1;uur;5,50
`;

async function fill(production: string, forecast: string | null = null, asOf = '2023-06-30') {
  const port = openMemory(book);
  const outcome = await runFill(
    {
      ...runInput('a', {
        production: [textFile('productie.csv', production)],
        forecast: forecast === null ? [] : [textFile('prognose.csv', forecast)],
        ceilings: null,
        tariffs: null,
      }),
      asOf,
      prognosis: { file: 'eigen.xlsx', port },
      profile: null,
    },
    openGrid,
    silent,
  );
  const cells = (await port.read()).sheets[0]?.cells ?? [];
  const valueOf = (row: number, col: number): unknown =>
    cells.find((cell) => cell.row === row && cell.col === col)?.value?.value;
  const reconciliation = outcome.prognoses[0]?.reconciliation;
  return {
    valueOf,
    notFilled: reconciliation?.notFilled.map(({ amount, reason }) => [formatMoney(amount), reason.code]),
    difference: reconciliation?.difference,
  };
}

describe('a layout with a line per location', () => {
  it('gets each location’s own amounts, whatever word stands before the name', async () => {
    const { valueOf, notFilled, difference } = await fill(PRODUCTION);
    expect([valueOf(1, 2), valueOf(2, 2), valueOf(3, 2)]).toEqual([120, 60.25, 180.5]);
    expect(notFilled).toEqual([
      ['10.00', 'prognosis.location-without-cells'],
      ['5.50', 'prognosis.location-needed'],
    ]);
    expect(difference).toBe(0n);
  });

  it('lists everything when the files name no location', async () => {
    const without = PRODUCTION.split('\n')
      .map((text) => text.split(';'))
      .map((fields) => fields.filter((_, at) => at !== 4).join(';'))
      .join('\n');
    const { valueOf, notFilled, difference } = await fill(without);
    expect([valueOf(1, 2), valueOf(2, 2), valueOf(3, 2)]).toEqual([undefined, undefined, undefined]);
    expect(notFilled).toEqual([['376.25', 'prognosis.location-needed']]);
    expect(difference).toBe(0n);
  });

  it('takes what was produced in the month at hand off the location’s own forecast first', async () => {
    const forecast = `aanbieder;domein;product;omschrijving;locatie;periode;aantal;eenheid;bedrag
Stichting X;Wmo;02A03;Begeleiding individueel;Zutphen;2023-01;5;uur;200,00
Stichting X;Wmo;02A03;Begeleiding individueel;Lochem;2023-01;5;uur;100,00
`;
    const production = PRODUCTION.split('\n').slice(0, 3).join('\n').replace('locatie lochem', 'Lochem');
    const { valueOf, difference } = await fill(production, forecast, '2023-01-15');
    // Lochem produced 80.50 more than it expected for the month: that comes off the forecast of Zutphen, 80.00.
    expect([valueOf(1, 2), valueOf(3, 2)]).toEqual([120, 180.5]);
    expect(difference).toBe(0n);
  });
});
