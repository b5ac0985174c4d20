/** Methods of a workbook and its memory that change something. */
const EFFECTS: ReadonlySet<string> = new Set(['write', 'undo', 'set']);

/**
 * Whether a method changes a workbook.
 * @example isEffect('read') // false
 */
export const isEffect = (method: string): boolean => EFFECTS.has(method);
