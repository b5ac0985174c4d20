import { Decimal, moneyFromCents, type Allocation } from '../../core';
import type { IntakeReceipt } from '../contract';
import type { MessageRun } from '../declared/run';
import { unitWord } from '../declared/units';
import { isCategory } from './categories';
import { ClientMessage } from './client-message';
import { dateIn } from './values';
import { BODY, HEADER, HEADER_SHAPE, type IMessage } from './walk';
import type { Walker } from './walker';

const F = {
  bsn: BODY,
  number: BODY + 1,
  category: BODY + 2,
  code: BODY + 3,
  decided: BODY + 4,
  decidedAt: BODY + 5,
  from: BODY + 6,
  until: BODY + 7,
  reason: BODY + 8,
  volume: BODY + 9,
  unit: BODY + 10,
  frequency: BODY + 11,
  budget: BODY + 12,
} as const;
const FIELDS = BODY + 13;

const SHAPE = {
  Bericht: {
    Header: HEADER_SHAPE,
    Client: {
      Bsn: F.bsn,
      ToegewezenProducten: {
        ToegewezenProduct: {
          ToewijzingNummer: F.number,
          Product: { '~Categorie': F.category, '~Code': F.code },
          Toewijzingsdatum: F.decided,
          Toewijzingstijd: F.decidedAt,
          Ingangsdatum: F.from,
          Einddatum: F.until,
          RedenWijziging: F.reason,
          Omvang: { '~Volume': F.volume, '~Eenheid': F.unit, '~Frequentie': F.frequency },
          Budget: F.budget,
        },
      },
    },
  },
};

const FREQUENCIES: Readonly<Record<string, Allocation['frequency'] | undefined>> = {
  '1': 'day',
  '2': 'week',
  '4': 'month',
  '6': 'total',
};

/** Units that may not be allocated per day. */
const NOT_PER_DAY = new Set(['14', '16', '83', '84']);

/**
 * Reads a WMO301 or JW301: what a municipality allocated to one client. The allocations go to `run`; of the
 * client only a pseudonym is kept. Errors: `IntakeError` when it can't be read at all.
 */
export async function readAllocationMessage(message: IMessage, run: MessageRun): Promise<IntakeReceipt> {
  const told = new ClientMessage(message, run);
  const { tally } = told;
  const { domain } = message.kind.standard;
  const found: Allocation[] = [];
  const numbers = new Set<string>();

  const take = (walker: Walker): void => {
    const text = (field: number): string => walker.text(field);
    const remark = (code: string): void => told.remark(code);
    const refuse = (code: string): void => told.refuse(code);
    tally.total++;
    if (walker.repeated) return refuse('messages-in.line-element-twice');
    const number = walker.number(F.number, 9);
    const from = dateIn(walker, F.from);
    const until = dateIn(walker, F.until);
    const decided = dateIn(walker, F.decided);
    if (Number.isNaN(number)) return refuse('messages-in.allocation-number');
    if (from === null || (walker.has(F.until) && until === null) || decided === null) {
      return refuse('messages-in.line-dates');
    }
    if (until !== null && until < from) return refuse('messages-in.line-dates-reversed');
    const volume = walker.has(F.volume) ? walker.number(F.volume, 8) : null;
    const budget = walker.has(F.budget) ? walker.number(F.budget, 8) : null;
    const frequency = walker.has(F.frequency) ? FREQUENCIES[text(F.frequency)] : 'total';
    const unit = walker.has(F.unit) ? text(F.unit) : null;
    if (Number.isNaN(volume) || Number.isNaN(budget) || frequency === undefined) {
      return refuse('messages-in.line-volume');
    }
    if (unit !== null && unitWord('istandaard', Number(unit)) === undefined) {
      return refuse('messages-in.line-unit');
    }
    const category = walker.has(F.category) ? text(F.category) : null;
    const code = walker.has(F.code) ? text(F.code) : null;
    const reason = walker.has(F.reason) ? text(F.reason) : null;
    if (numbers.has(String(number))) remark('messages-in.allocation-twice');
    numbers.add(String(number));
    // The conditions of the standard; none of them makes the allocation unusable.
    if (category === null && budget === null) remark('messages-in.allocation-no-product');
    if (code !== null && volume === null) remark('messages-in.allocation-no-volume');
    if (budget !== null && volume !== null) remark('messages-in.allocation-both');
    if (until === null && (budget !== null || frequency === 'week')) {
      remark('messages-in.allocation-no-end');
    }
    if (frequency === 'day' && unit !== null && NOT_PER_DAY.has(unit)) {
      remark('messages-in.allocation-per-day');
    }
    if (reason === '13' && until !== from) remark('messages-in.allocation-not-deleted');
    if (category !== null && !isCategory(domain, category)) remark('messages-in.category-unknown');
    if (unit === '83' && volume !== null && volume > 0 && volume < 1000) {
      remark('messages-in.allocation-cents');
    }
    tally.read++;
    found.push({
      number: String(number),
      provider: run.providerOf(text(HEADER.receiver)),
      domain,
      product: code ?? category ?? '',
      client: told.client === '' ? null : told.client,
      from,
      until,
      // Euros are allocated in cents.
      volume: volume === null ? null : new Decimal(volume).dividedBy(unit === '83' ? 100 : 1),
      frequency,
      unit: unit === null ? null : (unitWord('istandaard', Number(unit)) ?? null),
      amount: budget === null ? null : moneyFromCents(budget),
      place: told.place(told.line),
      decidedAt: `${decided}${walker.has(F.decidedAt) ? `T${text(F.decidedAt)}` : ''}`,
      changeReason: reason,
      municipality: text(HEADER.sender),
    });
  };

  const { receipt } = await told.read(
    SHAPE,
    FIELDS,
    { bsn: F.bsn, first: F.number, products: ['ToegewezenProducten'], product: ['ToegewezenProduct'] },
    take,
  );
  for (const allocated of found) run.allocated.push(allocated);
  return receipt(domain === 'Wmo' ? 'wmo301' : 'jw301');
}
