import type { IsoDate } from '../values/date';
import type { Decimal } from '../values/decimal';
import type { Place } from '../values/message';

/**
 * One line of a tariff list. Municipal lists state `tariff`; Wlz lists state the components. Euro per unit,
 * exact as written (a list may carry more than two decimals). A null validity side is open.
 */
export interface TariffEntry {
  readonly product: string;
  readonly description: string;
  readonly unit: string | null;
  readonly tariff: Decimal | null;
  readonly care: Decimal | null;
  readonly nhc: Decimal | null;
  readonly nic: Decimal | null;
  readonly qualitySupplement: Decimal | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly sector: string | null;
  readonly deliveryForm: string | null;
  readonly treatment: string | null;
  readonly place: Place;
  /** For whom alone this tariff is, where a list has tariffs per provider or location; absent: everyone. */
  readonly provider?: string | null;
  readonly location?: string | null;
  /** What else tells two tariffs of one code apart, such as level or target group. */
  readonly variant?: string | null;
}
