import {
  accuracyOf,
  coverageOf,
  lastYears,
  mase,
  ours,
  sheet,
  smape,
  yearTotals,
} from '../../bench/forecast-metrics';
import { lagErrors } from '../../bench/forecast-lag';
import { holtWinters, yearToDate } from '../../bench/forecast-peers';
import { inventSeries } from '../../bench/forecast-series';

describe('metrics of the forecast benchmark', () => {
  it('sMAPE and MASE by hand', () => {
    expect(smape([100, 200], [150, 200])).toBeCloseTo(((200 * 50) / 250 + 0) / 2, 10);
    expect(smape([0], [0])).toBe(0);
    const history = [...new Array<number>(12).fill(100), ...new Array<number>(12).fill(110)];
    expect(mase([100, 120], [105, 115], history)).toBeCloseTo(5 / 10, 10);
  });

  it('the year that is forecast is the last whole calendar year', () => {
    const [series] = inventSeries(1);
    const years = series ? lastYears(series) : null;
    expect(years?.values).toHaveLength(36);
    expect(years?.from.slice(5)).toBe('01');
  });

  it('peers: year to date, and a line with a season goes on', () => {
    expect(yearToDate([1, 2, 3, 9], 2, 3)).toEqual([6, 6, 6]);
    const line = Array.from({ length: 60 }, (_, at) => 100 + at + (at % 12 === 0 ? 20 : 0));
    holtWinters(line.slice(0, 48), 12).forEach((value, at) => {
      expect(Math.abs(value - (line[48 + at] as number))).toBeLessThan(6);
    });
  });

  it('on the invented set the forecasts beat what users have today, and ranges hold what they say', () => {
    const series = inventSeries(36);
    const own = accuracyOf(series, 'ours', ours('automatic'), 24, 6);
    const other = accuracyOf(series, 'sheet', sheet, 24, 6);
    expect(own.smape).toBeLessThan(other.smape);
    expect(own.mase).toBeLessThan(other.mase);
    const covered = coverageOf(series, 24, 6, 200);
    expect(covered.sum80).toBeGreaterThan(0.65);
    expect(covered.sum95).toBeGreaterThan(0.85);
    const year = yearTotals(series, 6, 200);
    expect(year.errors.ours).toBeLessThan(year.errors.ytd);
    expect(year.brier.ours).toBeLessThan(year.brier.ytd);
    expect(year.reliability.reduce((sum, fifth) => sum + fifth.cases, 0)).toBe(36 * 4);
  });

  it('late declarations: completion is far better than ignoring them', () => {
    const found = lagErrors(inventSeries(12), [0.55, 0.25, 0.1, 0.06, 0.04], 200);
    expect(found['bornhuetter-ferguson'].error).toBeLessThan(found.ignored.error / 4);
    expect(found['bornhuetter-ferguson'].covered95).toBeGreaterThan(0.7);
  });
});
