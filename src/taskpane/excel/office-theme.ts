/// <reference types="office-js" />

export type Brightness = 'light' | 'dark';

/**
 * Whether a colour is dark.
 * @example brightnessOf('#1f1f1f') // 'dark'
 */
export function brightnessOf(colour: string): Brightness | null {
  const hex = /^#?([0-9a-f]{6})/i.exec(colour)?.[1];
  if (hex === undefined) return null;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return red * 299 + green * 587 + blue * 114 < 128_000 ? 'dark' : 'light';
}

/** The theme of Office; null where Office doesn't say (on the web), and the system decides. */
export function officeBrightness(context: Partial<Pick<Office.Context, 'officeTheme'>>): Brightness | null {
  return brightnessOf(context.officeTheme?.bodyBackgroundColor ?? '');
}
