import { attributeOf, childOf, childrenOf, isTrue, type XmlElement } from './xml';

/** What a cell style means for reading and writing. */
export interface CellStyle {
  readonly format: string | null;
  readonly locked: boolean;
  readonly bold: boolean;
  readonly fill: string | null;
  /** Letters in the colour of the fill. */
  readonly concealed?: true;
}

export const PLAIN_STYLE: CellStyle = { format: null, locked: true, bold: false, fill: null };

/** Number formats every file may use by number, without stating them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The default palette behind `indexed` colours 8–63. */
const PALETTE = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF' +
  '00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696' +
  '003366339966003300333300993300993366333399333333'
).match(/.{6}/g);

/**
 * The cell styles by style index. A null part (no styles) gives none, and every cell is plain.
 * @param theme The twelve theme colours in the order `theme` attributes count, when the file has a theme.
 */
export function readStyles(root: XmlElement | null, theme: readonly string[]): CellStyle[] {
  if (!root) return [];
  const list = (container: string, item: string): XmlElement[] => {
    const found = childOf(root, container);
    return found ? childrenOf(found, item) : [];
  };
  const formats = new Map(
    list('numFmts', 'numFmt').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  );
  const bolds = list('fonts', 'font').map((font) => {
    const bold = childOf(font, 'b');
    return bold !== null && isTrue(attributeOf(bold, 'val'), true);
  });
  const colours = childOf(root, 'colors');
  const indexed = colours && childOf(colours, 'indexedColors');
  const palette = indexed ? childrenOf(indexed, 'rgbColor').map((c) => attributeOf(c, 'rgb') ?? '') : null;
  const fills = list('fills', 'fill').map((fill) => fillColour(fill, theme, palette));
  // Without a fill the sheet is white; what shows through a pattern isn't one colour.
  const backgrounds = list('fills', 'fill').map((fill, at) => {
    const pattern = childOf(fill, 'patternFill');
    const type = pattern && attributeOf(pattern, 'patternType');
    return pattern && (type === null || type === 'none') ? 'FFFFFF' : (fills[at] ?? null);
  });
  const letters = list('fonts', 'font').map((font) => {
    const colour = childOf(font, 'color');
    return colour && plainColour(colour, theme, palette);
  });
  const styleLocks = list('cellStyleXfs', 'xf').map((xf) => lockOf(xf) ?? true);
  return list('cellXfs', 'xf').map((xf) => {
    const formatId = Number(attributeOf(xf, 'numFmtId') ?? 0);
    const format = formats.get(formatId) ?? BUILT_IN[formatId] ?? null;
    const own = attributeOf(xf, 'applyProtection');
    const fill = fills[Number(attributeOf(xf, 'fillId') ?? 0)] ?? null;
    const behind = backgrounds[Number(attributeOf(xf, 'fillId') ?? 0)] ?? null;
    const letter = letters[Number(attributeOf(xf, 'fontId') ?? 0)] ?? null;
    const fromStyle = styleLocks[Number(attributeOf(xf, 'xfId') ?? 0)] ?? true;
    return {
      format: format === null || format === '' || /^general$/i.test(format) ? null : format,
      // Excel writes the effective value on the cell; only an explicit "not applied" leaves it to the style.
      locked: own !== null && !isTrue(own) ? fromStyle : (lockOf(xf) ?? true),
      bold: bolds[Number(attributeOf(xf, 'fontId') ?? 0)] ?? false,
      fill,
      ...(letter !== null && letter === behind ? { concealed: true as const } : {}),
    };
  });
}

function lockOf(xf: XmlElement): boolean | null {
  const protection = childOf(xf, 'protection');
  return protection && isTrue(attributeOf(protection, 'locked'), true);
}

function fillColour(
  fill: XmlElement,
  theme: readonly string[],
  palette: readonly string[] | null,
): string | null {
  const pattern = childOf(fill, 'patternFill');
  if (!pattern || attributeOf(pattern, 'patternType') !== 'solid') return null;
  const colour = childOf(pattern, 'fgColor');
  return colour && plainColour(colour, theme, palette);
}

/** A colour as RRGGBB; null when it is automatic or stated in a way that isn't read. */
function plainColour(
  colour: XmlElement,
  theme: readonly string[],
  palette: readonly string[] | null,
): string | null {
  const rgb = attributeOf(colour, 'rgb');
  const index = attributeOf(colour, 'indexed');
  const themed = attributeOf(colour, 'theme');
  let base: string | null = null;
  if (rgb) base = rgb.slice(-6).toUpperCase();
  else if (index !== null) {
    base = (palette?.[Number(index)] ?? PALETTE?.[Number(index) - (Number(index) < 8 ? 0 : 8)] ?? '').slice(
      -6,
    );
  } else if (themed !== null) base = theme[Number(themed)] ?? null;
  if (!base || !/^[0-9A-Fa-f]{6}$/.test(base)) return null;
  const tint = Number(attributeOf(colour, 'tint') ?? 0);
  return tinted(base.toUpperCase(), Number.isFinite(tint) ? tint : 0);
}

/** A colour made lighter (above 0) or darker (below 0) by changing its lightness. */
function tinted(colour: string, tint: number): string {
  if (tint === 0) return colour;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const top = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const light = (top + low) / 2;
  const span = top - low;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * light - 1));
  const hue =
    span === 0
      ? 0
      : top === r
        ? ((g - b) / span + 6) % 6
        : top === g
          ? (b - r) / span + 2
          : (r - g) / span + 4;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const middle = chroma * (1 - Math.abs((hue % 2) - 1));
  const sectors = [
    [chroma, middle, 0],
    [middle, chroma, 0],
    [0, chroma, middle],
    [0, middle, chroma],
    [middle, 0, chroma],
    [chroma, 0, middle],
  ];
  return (sectors[Math.floor(hue) % 6] ?? [0, 0, 0])
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part + target - chroma / 2)) * 255)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase(),
    )
    .join('');
}

/** The colours of a theme part in the order styles count them: light and dark pairs come swapped. */
export function readTheme(root: XmlElement): string[] {
  const elements = childOf(root, 'themeElements');
  const scheme = elements && childOf(elements, 'clrScheme');
  if (!scheme) return [];
  const colour = (name: string): string => {
    const slot = childOf(scheme, name);
    const value = slot?.children[0];
    if (!value) return '';
    return (value.local === 'sysClr' ? attributeOf(value, 'lastClr') : attributeOf(value, 'val')) ?? '';
  };
  return [
    'lt1',
    'dk1',
    'lt2',
    'dk2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ].map(colour);
}
