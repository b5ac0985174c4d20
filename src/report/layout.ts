import { a1, Decimal, describeCorrection, placeOfCorrection, type Layout, type ProductMatch } from '../core';
import { showRatio, type Language } from '../messages';
import { sayClean } from './say-clean';
import { showDay } from './text';
import { indented, printable } from './text-lines';
import { wordsIn, type Words } from './words';

/** What detection saw, as JSON: the layout with sentences said and cells as A1 addresses. */
export function layoutToJson(layout: Layout, language: Language): unknown {
  const cell = (at: { readonly sheet: string; readonly row: number; readonly col: number }): object => ({
    sheet: at.sheet,
    cell: a1(at.row, at.col),
  });
  return {
    version: 1,
    file: layout.file,
    provider: layout.provider,
    year: layout.year,
    asOf: layout.asOf,
    blocks: layout.blocks.map((block) => ({
      ...block,
      evidence: block.evidence.map((message) => sayClean(message, language)),
      groups: (block.groups ?? []).map((group) => ({
        ...group,
        evidence: group.evidence.map((message) => sayClean(message, language)),
      })),
    })),
    products: layout.products.map(({ label, product, how, confidence, candidates, ...at }) => ({
      ...cell(at),
      label,
      product,
      how,
      confidence,
      candidates,
    })),
    headers: layout.headers.map(({ what, text, role, ...at }) => ({ ...cell(at), what, text, role })),
    slots: layout.slots.map(({ measure, label, product, period, domain, phase, scale, role, ...at }) => ({
      ...cell(at),
      measure,
      label,
      product,
      period,
      domain,
      phase,
      scale,
      role,
    })),
    totals: layout.totals.map(({ measure, domain, label, period, scale, formula, over, ...at }) => ({
      ...cell(at),
      measure,
      domain,
      label,
      period,
      scale,
      formula,
      over: over.length,
    })),
    ...(layout.corrections
      ? {
          corrections: layout.corrections.map(({ correction, cells }) => ({
            place: placeOfCorrection(correction),
            says: describeCorrection(correction).map((message) => sayClean(message, language)),
            cells,
          })),
        }
      : {}),
    remarks: layout.remarks.map((message) => sayClean(message, language)),
  };
}

const sure = (confidence: number, language: Language): string =>
  showRatio(new Decimal(confidence).toDecimalPlaces(2), language);

function matchLine(match: ProductMatch, words: Words, language: Language): string {
  const where = `${match.sheet}!${a1(match.row, match.col)}`;
  if (match.product === null) {
    return match.candidates.length === 0
      ? words('report.match-none', { where, label: match.label })
      : words('report.match-candidates', { where, label: match.label, candidates: match.candidates });
  }
  return words('report.match', {
    where,
    label: match.label,
    product: match.product,
    how: words(`report.match-how.${match.how}`),
    sure: sure(match.confidence, language),
  });
}

/** What detection saw, for a terminal. Ends with a line end. */
export function layoutToText(layout: Layout, language: Language, width: number): string {
  const words = wordsIn(language);
  const unknown = words('report.not-found');
  const lines = [
    words('report.prognosis-of', { file: printable(layout.file) }),
    words('report.provider-is', { provider: printable(layout.provider ?? unknown) }),
    words('report.year-and-day', {
      year: layout.year === null ? unknown : String(layout.year),
      asOf: layout.asOf === null ? unknown : showDay(layout.asOf, language),
    }),
    '',
    words('report.blocks', { count: layout.blocks.length }),
  ];
  for (const block of layout.blocks) {
    lines.push(
      ...indented(
        words('report.block', {
          range: `${block.sheet}!${block.range}`,
          orientation: words(`report.orientation.${block.orientation}`),
          products: block.products,
          periods: block.periods,
          sure: sure(block.confidence, language),
        }),
        2,
        width,
      ),
      ...indented(
        [
          block.domain,
          ...block.measures.map((measure) => words(`report.measure.${measure}`)),
          block.scale === 1000 ? words('report.in-thousands') : null,
        ]
          .filter((part) => part !== null)
          .join(', '),
        4,
        width,
      ),
      ...block.evidence.flatMap((message) => indented(sayClean(message, language), 4, width)),
    );
  }
  const inputs = layout.slots.filter((slot) => slot.role === 'input').length;
  lines.push(
    '',
    words('report.slots', {
      count: inputs,
      rest: layout.slots.length - inputs,
      totals: layout.totals.length,
    }),
  );
  if (layout.products.length > 0) {
    lines.push('', words('report.matches', { count: layout.products.length }));
    for (const match of layout.products) lines.push(...indented(matchLine(match, words, language), 2, width));
  }
  layout.corrections?.forEach(({ correction }, index) => {
    const said = describeCorrection(correction).map((message) => sayClean(message, language));
    const line = sayClean(
      {
        code: 'corrections.line',
        facts: { number: index + 1, place: placeOfCorrection(correction), said: said.join(', ') },
      },
      language,
    );
    lines.push(...(index === 0 ? [''] : []), ...indented(line, 0, width));
  });
  for (const remark of layout.remarks) {
    lines.push('', ...indented(words('report.remark', { text: sayClean(remark, language) }), 0, width));
  }
  return `${lines.join('\n')}\n`;
}
