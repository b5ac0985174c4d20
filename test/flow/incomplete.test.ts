import { addMoney, formatMoney, parseMoney, recompute, subtractMoney } from '../../src/core';
import { runCheck, runFill, type FillOutcome, type RunInput } from '../../src/flow';
import { openGrid, openSample, runInput, silent, text, textFile } from './sample-case';

const OWN = 'eigen-months-right.xlsx';
const HEAD = 'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing;status';
const WHO = 'Stichting Voorbeeld 11';
const LATE = '1000,10';
const MORE = '200,05';
/** A forecast as `forecast --out` writes it: one month ahead, and two months that aren’t declared in full. */
const FORECAST = [
  HEAD,
  `${WHO};Wmo;02A03;;2023-07;;;33990,00;;prognose`,
  `${WHO};Wmo;02A03;;2023-06;;;${LATE};;nog te declareren`,
  `${WHO};Jeugdwet;45A04;;2023-05;;;${MORE};;nog te declareren`,
].join('\r\n');

async function fill(incomplete?: RunInput['incomplete']): Promise<FillOutcome> {
  const port = await openSample('a', OWN);
  return runFill(
    {
      ...runInput('a', {
        forecast: [textFile('prognose.csv', FORECAST)],
        ...(incomplete === undefined ? {} : { incomplete }),
      }),
      prognosis: { file: OWN, port },
      profile: null,
    },
    openGrid,
    silent,
  );
}

const totalOf = (outcome: FillOutcome, domain: string): string | null =>
  text(outcome.prognoses[0]?.domains.find((one) => one.domain === domain)?.total);
/** The planned amount of 02A03 in June. */
const june = ({ layout, plan }: FillOutcome): string => {
  const slot = layout.slots.find(
    ({ product, measure, period, phase }) =>
      product === '02A03' && measure === 'amount' && period.from === '2023-06' && phase !== 'forecast',
  );
  return (
    [...plan.writes, ...plan.unchanged].find(
      ({ sheet, row, col }) => sheet === slot?.sheet && row === slot.row && col === slot.col,
    )?.value?.text ?? ''
  );
};

describe('months that are over and not declared in full', () => {
  it('count as declared unless asked otherwise, and the amount left out is named', async () => {
    const outcome = await fill();
    const [prognosis] = outcome.prognoses;
    const found = prognosis?.findings.find(
      ({ message }) => message.code === 'checks.left-out-still-to-declare',
    );
    expect(found).toMatchObject({ rule: 'NAT-05', severity: 'notice' });
    expect(text(found?.amount)).toBe('1200.15');
    expect(text(prognosis?.reconciliation.difference)).toBe('0.00');
    expect(
      prognosis?.reconciliation.notFilled
        .filter(({ reason }) => reason.code === 'flow.left-out-still-to-declare')
        .map(({ amount }) => formatMoney(amount)),
    ).toEqual(['1000.10', '200.05']);
  });

  it('count as estimated in totals and ceiling, while the cells stay as declared', async () => {
    const [plain, estimated] = [await fill(), await fill('estimate')];
    for (const [domain, late] of [
      ['Wmo', '1000.10'],
      ['Jeugdwet', '200.05'],
    ] as const) {
      const before = parseMoney(totalOf(plain, domain) ?? '');
      expect(totalOf(estimated, domain)).toBe(formatMoney(addMoney(before, parseMoney(late))));
    }
    expect(june(estimated)).toBe(june(plain));
    const [prognosis] = estimated.prognoses;
    expect(text(prognosis?.reconciliation.difference)).toBe('0.00');
    const found = prognosis?.findings.find(({ message }) => message.code === 'checks.late-counted');
    expect(text(found?.amount)).toBe('1200.15');
    const [root] = found?.steps ?? [];
    expect(root && recompute(root)).toBeGreaterThan(0);
    expect(root?.assumed).not.toBeNull();
    for (const step of prognosis?.domains.flatMap((domain) => domain.steps) ?? []) recompute(step);
  });

  it('stand in the cell of the month when asked, to the cent', async () => {
    const [plain, cells] = [await fill(), await fill('estimate-in-cells')];
    const more = subtractMoney(parseMoney(june(cells)), parseMoney(june(plain)));
    expect(formatMoney(more)).toBe('1000.10');
    const [prognosis] = cells.prognoses;
    expect(text(prognosis?.reconciliation.difference)).toBe('0.00');
    expect(prognosis?.findings.map(({ message }) => message.code)).not.toContain('checks.declared-differs');
    expect(text(prognosis?.reconciliation.filledTotal)).toBe(
      formatMoney(
        addMoney(plain.prognoses[0]?.reconciliation.filledTotal ?? parseMoney('0'), parseMoney('1200.15')),
      ),
    );
  });

  it('a submission that states the estimate is held against the estimate', async () => {
    const port = await openSample('a', OWN);
    const input = runInput('a', {
      forecast: [textFile('prognose.csv', FORECAST)],
      incomplete: 'estimate-in-cells',
    });
    const filled = await runFill(
      { ...input, prognosis: { file: OWN, port }, profile: null },
      openGrid,
      silent,
    );
    const differs = async (incomplete: RunInput['incomplete']): Promise<number> => {
      const outcome = await runCheck(
        { ...input, ...(incomplete ? { incomplete } : {}), prognoses: [{ file: OWN, port }] },
        openGrid,
        silent,
      );
      const codes = outcome.prognoses[0]?.findings.map(({ message }) => message.code) ?? [];
      return codes.filter((code) => code === 'checks.declared-differs').length;
    };
    expect(filled.written.length).toBeGreaterThan(0);
    expect(await differs('estimate-in-cells')).toBe(0);
    expect(await differs('declared')).toBe(2);
  });

  it('lines of months that lie ahead count as forecast, whatever their status says', async () => {
    const port = await openSample('a', OWN);
    const outcome = await runFill(
      {
        ...runInput('a', {
          asOf: '2023-05-31',
          forecast: [textFile('prognose.csv', FORECAST)],
        }),
        prognosis: { file: OWN, port },
        profile: null,
      },
      openGrid,
      silent,
    );
    const forecasts = outcome.prognoses[0]?.domains.find(({ domain }) => domain === 'Wmo')?.forecast;
    expect(text(forecasts)).toBe('34990.10');
  });
});
