import { hidesNumber } from '../../../src/core/prognosis/shown-numbers';

describe('number formats that show nothing', () => {
  it.each([
    [';;;', 5, true],
    [';;;', -5, true],
    [';;;@', 5, true],
    ['#,##0;', -5, true],
    ['#,##0;', 5, false],
    ['#,##0.00;-#,##0.00;', 5, false],
    ['#,##0.00;-#,##0.00;', 0, true],
    ['0;-0;;@', -5, false],
    ['" "', 5, true],
    ['[Red]"n.v.t."', 5, true],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0, false],
    ['General', 5, false],
    ['Standaard', 5, false],
    ['mmm-jj', 5, false],
    ['@', 5, false],
    ['[<100]"";0', 5, false],
    [null, 5, false],
  ] as const)('%s with %d: %s', (format, value, hidden) => {
    expect(hidesNumber(format, value)).toBe(hidden);
  });
});
