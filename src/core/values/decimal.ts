import { Decimal as Base } from 'decimal.js';

/**
 * Core's own decimal constructor: 60 significant digits and half-up rounding, untouched by whatever
 * other code does to decimal.js' global settings. With 60 digits every sum, difference and product of
 * amounts and percentages in this field is exact; only a division can need rounding, and is then named.
 */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, defaults: true });
export type Decimal = Base;
