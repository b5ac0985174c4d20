import { quantityValue, step, type Decimal } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { productStep, roundedStep } from '../region/shares';
import type { WorkedAmount } from './effort-based';

/** What drives the cost of a form of care. */
export interface Drivers {
  readonly clients: Decimal;
  /** Duration per client in months. */
  readonly months: Decimal;
  readonly hoursPerMonth: Decimal;
  /** Euro per hour. */
  readonly tariff: Decimal;
}

/**
 * ACH-04: forecast = clients × months × hours per month × tariff, rounded half up to cents once.
 * @example formatMoney(driverForecast(findRulebook('achterhoek-2021'), { clients: new Decimal(20), months: new Decimal('7.5'), hoursPerMonth: new Decimal(6), tariff: new Decimal('88.20') }).amount) // '79380.00'
 */
export function driverForecast(rulebook: Rulebook, drivers: Drivers): WorkedAmount {
  const part = (code: string, value: Decimal, unit: string | null): ReturnType<typeof step> =>
    step({ code, facts: {} }, quantityValue(value, unit));
  return roundedStep(
    { code: 'region.driver-forecast', facts: {} },
    productStep({ code: 'region.driver-product', facts: {} }, [
      part('region.driver-clients', drivers.clients, null),
      part('region.driver-months', drivers.months, null),
      part('region.driver-hours', drivers.hoursPerMonth, null),
      part('steps.tariff', drivers.tariff, '€'),
    ]),
    groundOf(rulebook, 'ACH-04'),
  );
}
