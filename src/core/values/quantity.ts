import { Decimal } from './decimal';
import { CoreError } from './error';

/** A volume (hours, days, pieces) as an exact decimal. The unit travels beside it, as a label. */
export type Quantity = Decimal;

/** A quantity from plain decimal text with a point. Errors: `quantity-not-a-number`. */
export function parseQuantity(text: string): Quantity {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text.trim())) throw new CoreError('quantity-not-a-number', { text });
  return new Decimal(text.trim());
}

/**
 * Shortest exact text with a point.
 * @example formatQuantity(new Decimal('17.750')) // '17.75'
 */
export const formatQuantity = (quantity: Quantity): string => quantity.toFixed();
