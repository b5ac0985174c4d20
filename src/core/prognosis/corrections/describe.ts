import { a1, formatRange, parseRange } from '../grid';
import type { Message } from '../../values/message';
import type { Correction } from './correction';

/** Where a correction was pointed at, as people write it. */
export function placeOfCorrection({ at }: Correction): string {
  if (at.range === null) return at.sheet;
  const range = parseRange(at.range);
  if (!range) return `${at.sheet}!${at.range}`;
  const letters = (col: number): string => a1(0, col).replace(/\d+$/, '');
  if (at.scope === 'rows') return `${at.sheet}!${range.top + 1}:${range.bottom + 1}`;
  if (at.scope === 'columns') return `${at.sheet}!${letters(range.left)}:${letters(range.right)}`;
  return `${at.sheet}!${formatRange(range)}`;
}

/** What a correction says, one sentence for each thing. */
export function describeCorrection({ say }: Correction): Message[] {
  switch (say.what) {
    case 'total':
      return [{ code: 'corrections.said.total', facts: {} }];
    case 'read-only':
      return [{ code: 'corrections.said.read-only', facts: {} }];
    case 'ignored':
      return [{ code: 'corrections.said.ignored', facts: {} }];
    case 'header':
      return [
        { code: 'corrections.said.header', facts: { header: say.header === 'as-of' ? 'day' : say.header } },
      ];
    case 'cells': {
      const said: Message[] = [];
      const add = (code: string, facts: Message['facts']): number =>
        said.push({ code: `corrections.said.${code}`, facts });
      if (say.measure !== undefined) add('measure', { measure: say.measure });
      if (say.product !== undefined) add('product', { product: say.product });
      if (say.period !== undefined) {
        const { from, until, year, along } = say.period;
        if (from === until && along === 'none') add('month', { from });
        else add('period', { from, until, along });
        if (year !== 0) add('year', { year });
      }
      if (say.phase !== undefined) add('phase', { phase: say.phase });
      if (say.scale !== undefined) add('scale', { scale: say.scale });
      if (say.unit !== undefined) add('unit', { unit: say.unit });
      if (say.domain !== undefined) add('domain', { domain: say.domain });
      return said;
    }
  }
}
