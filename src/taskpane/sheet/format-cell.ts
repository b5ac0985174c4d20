import { dateFromSerial, type CellValue } from '../../core';
import type { Language } from '../../messages';

/** The part of a format code that holds for this number, without colours, conditions and padding. */
function sectionFor(format: string, value: number): { section: string; isNegative: boolean } {
  const sections = format.split(';');
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative) return { section: negative, isNegative: true };
  if (value === 0 && zero) return { section: zero, isNegative: false };
  return { section: positive, isNegative: false };
}

/** `[$€-413]` becomes `€`; other brackets, `_x` and `*x` go. */
const plain = (section: string): string =>
  section
    .replace(/\[\$([^\-\]]*)(-[^\]]*)?\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, ' ')
    .replace(/\*./g, '');

const withoutText = (section: string): string => section.replace(/"[^"]*"|\\./g, '');

function showDateCode(code: string, value: number, system: '1900' | '1904'): string | null {
  const day = dateFromSerial(value, system);
  if (day === null) return null;
  const [year = '', month = '', date = ''] = day.split('-');
  const minutes = Math.round((value - Math.floor(value)) * 1440);
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  const minute = String(minutes % 60).padStart(2, '0');
  return code
    .replace(/AM\/PM/gi, '')
    .replace(/"([^"]*)"|\\(.)/g, '$1$2')
    .replace(/(h+:)m+|y+|m+(?=:s)|m+|d+|h+|s+/gi, (token, clock: string | undefined) => {
      if (clock) return `${hour}:${minute}`;
      switch (token[0]?.toLowerCase()) {
        case 'y':
          return token.length > 2 ? year : year.slice(2);
        case 'm':
          return token.length === 1 ? String(Number(month)) : month;
        case 'd':
          return token.length === 1 ? String(Number(date)) : date;
        case 'h':
          return hour;
        default:
          return '00';
      }
    });
}

function group(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark);
}

function showDecimals(text: string, grouped: boolean, language: Language): string {
  const [whole = '0', fraction] = text.split('.');
  const [thousands, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  return `${grouped ? group(whole, thousands) : whole}${fraction ? point + fraction : ''}`;
}

/**
 * A cell's value as a spreadsheet would show it: dates, percentages, thousands, decimals and fixed text of the
 * number format. A format this doesn't know shows the plain number.
 * @example formatCell({ kind: 'number', value: 1234.5 }, '€ #,##0.00', '1900', 'nl') // '€ 1.234,50'
 */
export function formatCell(
  value: CellValue | null,
  format: string | null,
  system: '1900' | '1904',
  language: Language,
): string {
  if (value === null) return '';
  if (value.kind === 'text' || value.kind === 'error') return value.value;
  if (value.kind === 'boolean') {
    return language === 'nl' ? (value.value ? 'WAAR' : 'ONWAAR') : value.value ? 'TRUE' : 'FALSE';
  }
  const number = value.value;
  if (format === null || format === '' || /^(general|standaard|@)$/i.test(format)) {
    return showDecimals(String(number), false, language);
  }
  const { section, isNegative } = sectionFor(format, number);
  const code = plain(section);
  const bare = withoutText(code);
  if (/[dyhs]|m/i.test(bare) && !/[0#?]/.test(bare)) {
    return showDateCode(code, number, system) ?? showDecimals(String(number), false, language);
  }
  const pattern = /[#0?][#0?,.]*/.exec(bare)?.[0];
  if (pattern === undefined) return code.replace(/"([^"]*)"|\\(.)/g, '$1$2').trim();
  const percent = bare.includes('%');
  const scaling = /,+$/.exec(pattern)?.[0].length ?? 0;
  const decimals = (pattern.split('.')[1] ?? '').replace(/[^0#?]/g, '').length;
  const shown = Math.abs(percent ? number * 100 : number) / 1000 ** scaling;
  let digits = shown.toFixed(Math.min(decimals, 20));
  if (/\.[0]*[#?]+$/.test(pattern)) digits = digits.replace(/\.?0+$/, '');
  const grouped = /[#0?],[#0?]/.test(pattern);
  const body = showDecimals(digits, grouped, language);
  const text = code.replace(/"[^"]*"|\\.|[#0?][#0?,.]*/g, (part) => {
    if (part.startsWith('"')) return part.slice(1, -1);
    if (part.startsWith('\\')) return part.slice(1);
    return body;
  });
  const sign = number < 0 && !isNegative && Number(digits) !== 0 ? '-' : '';
  return `${sign}${text.trim()}`;
}
