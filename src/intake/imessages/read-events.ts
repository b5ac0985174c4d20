import type { IntakeReceipt } from '../contract';
import type { CareEvent } from '../declared/allocated';
import type { MessageRun } from '../declared/run';
import { ClientMessage } from './client-message';
import { dateIn } from './values';
import { BODY, HEADER, HEADER_SHAPE, type IMessage } from './walk';
import type { Walker } from './walker';

const F = {
  bsn: BODY,
  number: BODY + 1,
  category: BODY + 2,
  code: BODY + 3,
  begin: BODY + 4,
  reason: BODY + 5,
  end: BODY + 6,
  status: BODY + 7,
} as const;
const FIELDS = BODY + 8;

const PRODUCT = {
  ToewijzingNummer: F.number,
  Product: { '~Categorie': F.category, '~Code': F.code },
  Begindatum: F.begin,
  RedenBeeindiging: F.reason,
  Einddatum: F.end,
  StatusAanlevering: F.status,
} as const;

const SHAPE = {
  Bericht: {
    Header: HEADER_SHAPE,
    Client: {
      Bsn: F.bsn,
      StartProducten: { StartProduct: PRODUCT },
      StopProducten: { StopProduct: PRODUCT },
    },
  },
};

/**
 * Reads a 305 (start of care) or 307 (stop). The events go to `run`; of the client only a pseudonym is kept.
 * Errors: `IntakeError` when it can't be read at all.
 */
export async function readCareEvents(message: IMessage, run: MessageRun): Promise<IntakeReceipt> {
  const told = new ClientMessage(message, run);
  const { tally } = told;
  const { domain, message: kind } = message.kind.standard;
  const found: CareEvent[] = [];

  const take = (walker: Walker, event: CareEvent['kind']): void => {
    const refuse = (code: string): void => told.refuse(code);
    const text = (field: number): string | null => (walker.has(field) ? walker.text(field) : null);
    tally.total++;
    if (walker.repeated) return refuse('messages-in.line-element-twice');
    const number = text(F.number);
    const begin = dateIn(walker, F.begin);
    const end = dateIn(walker, F.end);
    if (number !== null && !/^\d{1,9}$/.test(number)) return refuse('messages-in.allocation-number');
    if (begin === null || (event === 'stop' && end === null)) return refuse('messages-in.line-dates');
    if (end !== null && end < begin) return refuse('messages-in.line-dates-reversed');
    const status = text(F.status);
    if (status !== '1' && status !== '3') return refuse('messages-in.event-status');
    if (number === null && text(F.category) === null) told.remark('messages-in.event-unnamed');
    tally.read++;
    found.push({
      kind: event,
      domain,
      municipality: walker.text(HEADER.receiver),
      provider: run.providerOf(walker.text(HEADER.sender)),
      client: told.client,
      number: number === null ? null : String(Number(number)),
      category: text(F.category),
      product: text(F.code),
      begin,
      end: event === 'stop' ? end : null,
      reason: event === 'stop' ? text(F.reason) : null,
      deleted: status === '3',
      place: told.place(told.line),
    });
  };

  const { receipt } = await told.read(
    SHAPE,
    FIELDS,
    {
      ...{ bsn: F.bsn, first: F.number },
      products: ['StartProducten', 'StopProducten'],
      product: ['StartProduct', 'StopProduct'],
    },
    (walker, name) => take(walker, name === 'StartProduct' ? 'start' : 'stop'),
  );
  for (const event of found) run.events.push(event);
  return receipt(`${domain === 'Wmo' ? 'wmo' : 'jw'}${kind === '305' ? '305' : '307'}`);
}
