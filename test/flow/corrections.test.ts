import { pointAt, scopeOf, parseRange, type Correction, type CorrectionSay } from '../../src/core';
import { inspect, runFill, type FillOutcome, type FillRequest } from '../../src/flow';
import { openGrid, openSample, runInput, silent, text } from './sample-case';

const FILE = 'eigen-months-right.xlsx';

async function planned(rest: Partial<FillRequest> = {}): Promise<FillOutcome> {
  const port = await openSample('a', FILE);
  const request = {
    ...runInput('a'),
    prognosis: { file: FILE, port },
    profile: null,
    preview: true,
    ...rest,
  };
  return runFill(request, openGrid, silent);
}

async function point(address: string, say: CorrectionSay): Promise<Correction> {
  const { layout } = await planned();
  const grid = await (await openSample('a', FILE)).read();
  const range = parseRange(address);
  const at = range && pointAt(grid, layout, 'Wmo', range, scopeOf(layout, 'Wmo', range));
  if (!at) throw new Error(address);
  return { at, say };
}

describe('what the user corrected', () => {
  it('gives the same plan by itself, by the saved profile, and by looking only', async () => {
    const corrections = [
      await point('D7:F8', { what: 'ignored' }),
      await point('A9', { what: 'read-only' }),
      await point('D10:O10', { what: 'cells', scale: 1000 }),
    ];
    const direct = await planned({ corrections });
    const json = JSON.parse(JSON.stringify(direct.profile)) as unknown;
    const kept = await planned({ profile: { file: 'profiel.json', json } });
    expect(kept.plan.writes).toEqual(direct.plan.writes);
    expect(kept.profile.corrections).toEqual(corrections);
    expect(direct.plan.writes).toHaveLength(108 - 6 - 12);
    const { reconciliation } = direct.prognoses[0] ?? {};
    expect(text(reconciliation?.difference)).toBe('0.00');

    const looked = await inspect(
      { file: FILE, port: await openSample('a', FILE) },
      { year: 2023, asOf: '2023-06-30', profile: { file: 'profiel.json', json } },
    );
    expect(looked.layout.corrections?.map(({ cells }) => cells)).toEqual([6, 12, 12]);
    // Saved again, nothing is lost.
    expect(looked.profile.corrections).toEqual(corrections);
  });

  it('taken back, with the profile still there, is gone', async () => {
    const { profile } = await planned({ corrections: [await point('D7:F8', { what: 'ignored' })] });
    const back = await planned({ profile: { file: 'p.json', json: profile }, corrections: [] });
    expect(back.plan.writes).toHaveLength(108);
    expect(back.profile.corrections).toBeUndefined();
  });

  it('in thousands, rounded as asked: what that leaves out is in the reconciliation', async () => {
    const corrections = [await point('D7:O11', { what: 'cells', scale: 1000 })];
    const exact = await planned({ corrections });
    const rounded = await planned({ corrections, thousandsPlaces: 0 });
    expect(exact.plan.roundingTotal).toBe(0n);
    expect(rounded.plan.roundingTotal).not.toBe(0n);
    const { reconciliation } = rounded.prognoses[0] ?? {};
    expect(text(reconciliation?.difference)).toBe('0.00');
    const line = reconciliation?.notFilled.find(({ reason }) => reason.code === 'flow.rounded');
    expect(line?.amount).toBe(rounded.plan.roundingTotal);
    const cell = rounded.plan.writes.find(({ sheet, row, col }) => sheet === 'Wmo' && row === 6 && col === 3);
    expect(cell?.value?.text).toBe('6');
  });
});

describe('the same files once more', () => {
  it('are read once under one key, and again under another', async () => {
    const port = await openSample('a', FILE);
    const kept = { key: null, loaded: null };
    let opened = 0;
    const input = runInput('a');
    const production = input.production.map((file) => ({
      ...file,
      open() {
        opened += 1;
        return file.open();
      },
    }));
    const fill = async (inputsKey: string): Promise<FillOutcome> =>
      runFill(
        { ...input, production, prognosis: { file: FILE, port }, profile: null, preview: true, inputsKey },
        openGrid,
        silent,
        kept,
      );
    const first = await fill('1');
    const read = opened;
    const second = await fill('1');
    expect(opened).toBe(read);
    expect(second.plan).toEqual(first.plan);
    expect(second.receipts).toEqual(first.receipts);
    await fill('2');
    expect(opened).toBe(2 * read);
  });
});
