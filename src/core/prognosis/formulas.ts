import { parseA1, type GridRange } from './grid';

/** A reference in a formula; `sheet` null is the formula's own sheet. */
export interface FormulaReference {
  readonly sheet: string | null;
  readonly range: GridRange;
}

export interface FormulaShape {
  readonly references: readonly FormulaReference[];
  /** Nothing but a sum of references: SUM, SUBTOTAL(9), plus signs, brackets. */
  readonly additive: boolean;
}

const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(])/gu;

/**
 * References of a formula, and whether it only adds them up. Table references, names and functions other than
 * sums make it not additive; they are left out of the references.
 * @example readFormula('SUM(D7:O7)').additive // true
 * @example readFormula('C7*$B7').additive // false
 */
export function readFormula(formula: string): FormulaShape {
  const references: FormulaReference[] = [];
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const left = bare.replace(
    REFERENCE,
    (whole: string, sheet: string | undefined, from: string, to?: string) => {
      const a = parseA1(from);
      const b = to === undefined ? a : parseA1(to);
      if (!a || !b) return whole;
      references.push({
        sheet: sheet === undefined ? null : sheet.replace(/^'|'$/g, '').replace(/''/g, "'"),
        range: {
          top: Math.min(a.row, b.row),
          left: Math.min(a.col, b.col),
          bottom: Math.max(a.row, b.row),
          right: Math.max(a.col, b.col),
        },
      });
      return '#';
    },
  );
  const skeleton = left
    .replace(/\s+/g, '')
    .replace(/SUBTOTAL\((?:9|109)[,;]/gi, 'SUM(')
    .replace(/SUM\(/gi, '(')
    .replace(/[,;]/g, '+');
  return { references, additive: references.length > 0 && /^\+?[(#+)]+$/.test(skeleton) };
}

/** The two single cells of a plain product such as `C7*$B7` or `ROUND(C7*B7,2)`; null for anything else. */
export function readProduct(formula: string): readonly [FormulaReference, FormulaReference] | null {
  const bare = formula.replace(/\s+/g, '');
  const inner = /^ROUND\((.+)[,;]2\)$/i.exec(bare)?.[1] ?? bare;
  const shape = readFormula(inner);
  const [first, second] = shape.references;
  if (shape.references.length !== 2 || !first || !second) return null;
  const skeleton = inner.replace(REFERENCE, '#');
  if (!/^\(*#\)*\*\(*#\)*$/.test(skeleton)) return null;
  const single = ({ range }: FormulaReference): boolean =>
    range.top === range.bottom && range.left === range.right;
  return single(first) && single(second) ? [first, second] : null;
}
