import type { Decimal } from './decimal';

/** A volume (hours, days, pieces) as an exact decimal. The unit travels beside it, as a label. */
export type Quantity = Decimal;

/**
 * Shortest exact text with a point.
 * @example formatQuantity(new Decimal('17.750')) // '17.75'
 */
export const formatQuantity = (quantity: Quantity): string => quantity.toFixed();
