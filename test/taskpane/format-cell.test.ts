import { formatCell } from '../../src/taskpane/sheet/format-cell';

const number = (value: number) => ({ kind: 'number' as const, value });

describe('a cell as a spreadsheet shows it', () => {
  it.each([
    [1234.5, null, 'nl', '1234,5'],
    [1234.5, '#,##0.00', 'nl', '1.234,50'],
    [1234.5, '#,##0.00', 'en', '1,234.50'],
    [-1234.5, '€ #,##0.00', 'nl', '-€ 1.234,50'],
    [1234.5, '[$€-413] #,##0.00', 'nl', '€ 1.234,50'],
    [1234.5, '"€" #,##0.00;[Red]"€" -#,##0.00', 'nl', '€ 1.234,50'],
    [-1234.5, '"€" #,##0.00;[Red]"€" -#,##0.00', 'nl', '€ -1.234,50'],
    [0.962, '0.0%', 'nl', '96,2%'],
    [1234567, '#,##0,', 'nl', '1.235'],
    [45107, 'dd-mm-yyyy', 'nl', '30-06-2023'],
    [45107, 'yyyy-mm-dd', 'en', '2023-06-30'],
    [45107.5, 'd-m-yyyy h:mm', 'nl', '30-6-2023 12:00'],
    [0, '0.00', 'nl', '0,00'],
    [7, '0 "uur"', 'nl', '7 uur'],
  ] as const)('%d with %s in %s is %s', (value, format, language, shown) => {
    expect(formatCell(number(value), format, '1900', language)).toBe(shown);
  });

  it('shows dates of the 1904 calendar', () => {
    expect(formatCell(number(43645), 'dd-mm-yyyy', '1904', 'nl')).toBe('30-06-2023');
  });

  it('shows texts, errors and truth values as they are', () => {
    expect(formatCell({ kind: 'text', value: '02A03' }, '0.00', '1900', 'nl')).toBe('02A03');
    expect(formatCell({ kind: 'error', value: '#REF!' }, null, '1900', 'nl')).toBe('#REF!');
    expect(formatCell({ kind: 'boolean', value: true }, null, '1900', 'nl')).toBe('WAAR');
    expect(formatCell(null, '0.00', '1900', 'nl')).toBe('');
  });
});
