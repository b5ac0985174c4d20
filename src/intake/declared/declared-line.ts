import type { IsoDate } from '../../core';
import type { MessageFormat } from '../contract';

/** No client, or no unit: as `CareTable.addInterned` takes it. */
const NONE = -1;

/** What a declaration says of itself before its lines. */
export interface DeclaredHead {
  readonly format: MessageFormat;
  readonly name: string;
  readonly domain: string;
  readonly sender: string;
  readonly receiver: string;
  /** Code of who is paid; the provider of all lines. */
  readonly provider: string;
  /** Number of the message itself, and of the declaration or invoice in it. */
  readonly message: string;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly period: { readonly from: IsoDate; readonly until: IsoDate } | null;
  /** What reference numbers are unique within. */
  readonly scope: string;
  /** A reference number that comes back is refused, whatever the line holds. */
  readonly strictReferences: boolean;
}

/**
 * One declared line in hand, as numbers: the same object for every line, so that a million of them make no
 * garbage. Whole cents, volumes in ten-thousandths of the unit, days as day numbers; credits negative.
 */
export class DeclaredLine {
  /** Line of the file on which it begins. */
  line = 0;
  product = 0;
  unit = NONE;
  from = 0;
  until = 0;
  volume = 0;
  cents = 0;
  credit = false;
  allocation = 0;
  /** 64 bits that stand for the client, and its number in the table. */
  client = NONE;
  unitName: string | null = null;
  clientHigh = 0;
  clientLow = 0;
  /** Reference of this line and of the line it takes back, as ranges of `bytes`. */
  bytes: Uint8Array = new Uint8Array(0);
  reference = 0;
  referenceEnd = 0;
  previous = 0;
  previousEnd = 0;
}
