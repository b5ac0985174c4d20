import { dateFromSerial, dateOf, isIsoDate, type IsoDate } from '../values/date';
import type { GridCell } from './grid';
import type { DetectionContext, HeaderCell } from './layout';
import type { DomainIndex } from './domains';
import { monthOfWord } from './period-phrase';
import { isDateFormat, type SheetView } from './sheet-view';
import { normaliseLabel } from './text';

const LABELS: readonly (readonly [HeaderCell['what'], RegExp])[] = [
  [
    'as-of',
    /^(peildatum|stand per|stand op|per datum|datum stand|realisatie per|as of|as of date|asof|asof date|reference date|cut off date|cutoff date|reporting date|bijgewerkt tot|bijgewerkt t m|datum peil|gegevens t m|realisatie t m datum)\b/,
  ],
  [
    'provider',
    /^(naam )?(zorg)?(aanbieder|instelling|organisatie|leverancier|provider|care provider|opdrachtnemer)( naam| name)?\b/,
  ],
  ['year', /^(jaar|boekjaar|kalenderjaar|prognosejaar|productiejaar|year|fiscal year|verslagjaar)\b/],
  ['domain', /^(domein|domain|wet|perceel|wettelijk kader)\b/],
];

/** A day written in a text (`30-06-2023`, `2023-06-30`, `30 juni 2023`), or null. */
export function dayInText(text: string): IsoDate | null {
  const make = (year: number, month: number, day: number): IsoDate | null => {
    const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return isIsoDate(iso) ? dateOf(year, month, day) : null;
  };
  let match = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (match) return make(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (match) return make(Number(match[3]), Number(match[2]), Number(match[1]));
  match = /(?<!\d)(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})(?!\d)/.exec(text);
  const month = match ? monthOfWord((match[2] ?? '').toLowerCase()) : null;
  return match && month !== null ? make(Number(match[3]), month, Number(match[1])) : null;
}

/** A day in the notation of an example text; ISO when the example isn't recognised. */
export function dayLike(day: IsoDate, example: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const numeric = /(?<!\d)\d{1,2}([-/.])\d{1,2}[-/.]\d{4}(?!\d)/.exec(example);
  if (numeric) return example.replace(numeric[0], [date, month, year].join(numeric[1] ?? '-'));
  const iso = /(?<!\d)\d{4}([-/.])\d{1,2}[-/.]\d{1,2}(?!\d)/.exec(example);
  if (iso) return example.replace(iso[0], [year, month, date].join(iso[1] ?? '-'));
  return day;
}

export interface FoundHeader extends HeaderCell {
  /** The day, year or name in the cell, when there is one. */
  readonly value: string | null;
}

/** Header cells of a sheet: labels such as `Peildatum` with the value beside, below or behind them. */
export function findHeaderCells(
  view: SheetView,
  context: DetectionContext,
  domains: DomainIndex,
  isTaken: (row: number, col: number) => boolean,
  lastRow: number,
): FoundHeader[] {
  const found: FoundHeader[] = [];
  const providers = context.providers.map((name) => ({ name, normalised: normaliseLabel(name) }));
  const seen = new Set<string>();
  const add = (header: FoundHeader): void => {
    const key = `${header.what}:${header.row}:${header.col}`;
    if (!seen.has(key)) {
      seen.add(key);
      found.push(header);
    }
  };
  const read = (what: HeaderCell['what'], cell: GridCell | undefined, text: string): string | null => {
    if (what === 'as-of') {
      if (cell?.value?.kind === 'number') {
        const serial = cell.value.value;
        return isDateFormat(cell.format) || serial > 30000 ? dateFromSerial(serial, view.dateSystem) : null;
      }
      return dayInText(text);
    }
    if (what === 'year') return /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1] ?? null;
    if (what === 'domain') return domains.mentioned(text);
    return text === '' ? null : text;
  };
  for (const [row, cells] of view.rows) {
    if (row > lastRow) continue;
    for (const cell of cells) {
      if (cell.value?.kind !== 'text' || isTaken(cell.row, cell.col)) continue;
      const text = cell.value.value.trim();
      if (text.length > 120) continue;
      const normalised = normaliseLabel(text);
      const label = LABELS.find(([, pattern]) => pattern.test(normalised));
      const base = { sheet: view.name, row: cell.row, col: cell.col };
      if (!label) {
        const provider = providers.find(
          ({ normalised: name }) => name !== '' && ` ${normalised} `.includes(` ${name} `),
        );
        if (provider) add({ ...base, what: 'provider', text, role: 'text', value: provider.name });
        continue;
      }
      const [what, pattern] = label;
      const tail = normalised.replace(pattern, '').trim();
      if (tail !== '') {
        // Label and value in one cell: `Domein: Wmo`, `Stand per 30 juni 2023`.
        const behind = text.includes(':') ? text.slice(text.indexOf(':') + 1).trim() : text;
        const value = read(what, undefined, behind);
        const isLabelled = text.includes(':') || what === 'as-of' || what === 'year';
        if (value !== null && isLabelled) {
          const provider = providers.find(({ normalised: name }) => name === normaliseLabel(value));
          add({
            ...base,
            what,
            text: behind,
            role: 'text',
            value: what === 'provider' ? (provider?.name ?? value) : value,
          });
          continue;
        }
        if (text.includes(':') && !/:\s*$/.test(text)) continue;
        if (tail.split(' ').length > 2) continue;
      }
      // The value stands beside the label, or below it when the cell beside is another label.
      const merge = view.merge(cell.row, cell.col);
      const right = (merge?.right ?? cell.col) + 1;
      const spots: (readonly [number, number])[] = [
        [cell.row, right],
        [cell.row, right + 1],
        [cell.row, right + 2],
        [(merge?.bottom ?? cell.row) + 1, cell.col],
      ];
      let target: readonly [number, number] | null = null;
      for (const [r, c] of spots) {
        const other = view.at(r, c);
        const otherText = view.text(other);
        if (otherText === '') continue;
        const value = read(what, other, otherText);
        const isOtherLabel = LABELS.some(([, re]) => re.test(normaliseLabel(otherText)));
        if (value === null || isOtherLabel || isTaken(r, c)) {
          if (r === cell.row) break;
          continue;
        }
        target = [r, c];
        break;
      }
      const [r, c] = target ?? [cell.row, right];
      const other = view.at(r, c);
      const otherText = view.text(other);
      if (target === null && (otherText !== '' || isTaken(r, c) || view.isCovered(r, c))) continue;
      // A bare heading word without a value is a heading, not a cell to fill in, unless it ends in a colon.
      if (target === null && what !== 'as-of' && !text.endsWith(':')) continue;
      const fixed = (other?.formula ?? null) !== null || view.isLocked(r, c);
      const value = read(what, other, otherText);
      const provider =
        what === 'provider'
          ? providers.find(({ normalised: name }) => name === normaliseLabel(otherText))
          : undefined;
      add({
        sheet: view.name,
        row: r,
        col: c,
        what,
        text: otherText,
        role: fixed ? 'text' : 'input',
        value: provider?.name ?? value,
      });
    }
  }
  return found;
}
