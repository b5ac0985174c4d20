/**
 * A text that reads as a name rather than a code: it describes itself.
 * @example isProductName('Begeleiding individueel') // true
 * @example isProductName('02A03') // false
 */
export const isProductName = (product: string): boolean =>
  /[a-zà-ÿ]{3,}/i.test(product) && (/\s/.test(product.trim()) || !/\d/.test(product));
