import { isIsoDate, serialFromDate } from '../values/date';
import { dateValue, type Message } from '../values/message';
import type { FigureSource } from './figures';
import { a1 } from './grid';
import { dayInText, dayLike } from './header-cells';
import type { Layout, PlannedWrite } from './layout';
import { isDateFormat, type SheetView } from './sheet-view';
import { normaliseLabel } from './text';

/** Plans a value for a cell, with the reason. */
export type Planner = (
  cell: { sheet: string; row: number; col: number },
  value: PlannedWrite['value'],
  why: Message,
) => void;

/** Plans the as-of date and empty provider and year cells; tells what differs. */
export function planHeaders(
  layout: Layout,
  source: FigureSource,
  views: ReadonlyMap<string, SheetView>,
  plan: Planner,
  remarks: Message[],
): void {
  for (const header of layout.headers) {
    const place = { sheet: header.sheet, cell: a1(header.row, header.col) };
    const view = views.get(header.sheet);
    const cell = view?.at(header.row, header.col);
    if (header.what === 'provider') {
      if (header.role === 'input' && header.text === '') {
        plan(header, { kind: 'text', text: source.provider }, { code: 'prognosis.why-provider', facts: {} });
      } else if (header.role === 'input' && normaliseLabel(header.text) !== normaliseLabel(source.provider)) {
        remarks.push({
          code: 'prognosis.provider-differs',
          facts: { ...place, found: header.text, expected: source.provider },
        });
      }
      continue;
    }
    if (header.what === 'year' && header.role === 'input' && header.text === '') {
      plan(header, { kind: 'number', text: String(source.year) }, { code: 'prognosis.why-year', facts: {} });
      continue;
    }
    if (header.what !== 'as-of') continue;
    const value = cell?.value ?? null;
    const isNumber = value?.kind === 'number';
    const serial = view ? serialFromDate(source.asOf, view.dateSystem) : 0;
    const current = isNumber ? (value.value === serial ? source.asOf : '') : dayInText(header.text);
    if (current === source.asOf) continue;
    if (header.role !== 'input') {
      remarks.push({
        code: 'prognosis.as-of-differs',
        facts: { ...place, found: header.text, expected: dateValue(source.asOf) },
      });
      continue;
    }
    const why: Message = {
      code: header.text === '' ? 'prognosis.why-as-of' : 'prognosis.why-as-of-outdated',
      facts: {
        asOf: dateValue(source.asOf),
        old: isIsoDate(header.text) ? dateValue(header.text) : header.text,
      },
    };
    if (isNumber || (value === null && isDateFormat(cell?.format ?? null)))
      plan(header, { kind: 'number', text: String(serial) }, why);
    else if (value === null) plan(header, { kind: 'text', text: dayLike(source.asOf, '31-12-2000') }, why);
    else plan(header, { kind: 'text', text: dayLike(source.asOf, header.text) }, why);
  }
}
