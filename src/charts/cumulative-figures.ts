import { addMoney, isMonth, ZERO, type DomainFigures } from '../core';
import { say, showMonth, type Language } from '../messages';
import { euros } from './frame';

/** The figures of a line chart, for a program that draws it itself. Amounts are numbers of euros; null is a gap. */
export interface LineFigures {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly [label: string, ...amounts: (number | null)[]])[];
}

/**
 * Cumulative counting production, the same with what is expected, and the ceiling as known now and at year end, month
 * by month. Null without a ceiling or months.
 */
export function cumulativeFigures(
  domain: DomainFigures,
  year: number,
  language: Language,
): LineFigures | null {
  const { ceiling, months } = domain;
  if (!ceiling || months.length === 0) return null;
  const text = (code: string): string => say({ code, facts: {} }, language);
  let produced = ZERO;
  let total = ZERO;
  return {
    title: say({ code: 'charts.cumulative', facts: { domain: domain.domain, year } }, language),
    head: [
      '',
      text('pane.domain.production'),
      text('pane.domain.total'),
      text('pane.domain.effective'),
      text('pane.domain.effective-year-end'),
    ],
    rows: months.map(({ month, production, forecast, status }) => {
      produced = addMoney(produced, production);
      total = addMoney(addMoney(total, production), forecast);
      return [
        isMonth(month) ? showMonth(month, language) : month,
        status === 'forecast' ? null : euros(produced),
        euros(total),
        euros(ceiling.effective),
        euros(ceiling.effectiveYearEnd),
      ];
    }),
  };
}
