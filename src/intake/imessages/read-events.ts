import type { IntakeReceipt } from '../contract';
import type { CareEvent } from '../declared/allocated';
import { passesElevenTest } from '../declared/bytes';
import { plainReceipt } from '../declared/plain-receipt';
import { Remarks } from '../declared/remarks';
import type { MessageRun } from '../declared/run';
import { Tally } from '../tally';
import { dateIn } from './values';
import { Walker } from './walker';
import {
  BODY,
  HEADER,
  HEADER_SHAPE,
  messageName,
  requireHeader,
  unusable,
  walk,
  type IMessage,
} from './walk';

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
  const tally = new Tally(message.file);
  const remarks = new Remarks();
  const { domain, message: kind } = message.kind.standard;
  const found: CareEvent[] = [];
  const made: { walker: Walker | null } = { walker: null };
  let headed = false;
  let client = '';
  let line = 1;
  const place = (at: number): { file: string; line: number } => ({ file: message.file, line: at });

  const take = (walker: Walker, event: CareEvent['kind']): void => {
    const refuse = (code: string): void => {
      tally.reject({ code, facts: { others: 0 } }, null, place(line), line);
    };
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
    if (number === null && text(F.category) === null) remarks.add('messages-in.event-unnamed', place(line));
    tally.read++;
    found.push({
      kind: event,
      domain,
      municipality: walker.text(HEADER.receiver),
      provider: run.providerOf(walker.text(HEADER.sender)),
      client,
      number: number === null ? null : String(Number(number)),
      category: text(F.category),
      product: text(F.code),
      begin,
      end: event === 'stop' ? end : null,
      reason: event === 'stop' ? text(F.reason) : null,
      deleted: status === '3',
      place: place(line),
    });
  };

  const { broken, encoding } = await walk(message, (position) => {
    const { namespace, standard } = message.kind;
    const walker = new Walker(
      SHAPE,
      namespace,
      standard.base,
      FIELDS,
      (name) => {
        if (name === 'Header') {
          requireHeader(walker, message, position.line);
          headed = true;
        } else if (name === 'StartProduct' || name === 'StopProduct') {
          take(walker, name === 'StartProduct' ? 'start' : 'stop');
          walker.clear(F.number, FIELDS);
        }
      },
      (name) => {
        if (name === 'StartProduct' || name === 'StopProduct') line = position.elementLine;
        else if (name === 'StartProducten' || name === 'StopProducten') {
          const at = walker.start(F.bsn);
          if (walker.length(F.bsn) !== 9 || !passesElevenTest(walker.bytes, at)) {
            remarks.add('messages-in.bsn-wrong', place(position.elementLine));
          }
          client = run.pseudonymise.ofBytes(walker.bytes, at, walker.end(F.bsn));
        }
      },
    );
    made.walker = walker;
    return walker;
  });
  const { walker } = made;
  if (!walker || !headed) throw unusable(message, broken);
  if (broken) {
    remarks.add('messages-in.xml-broken', place(broken.line), { reason: broken.reason.replace(/-/g, '_') });
  }
  for (const event of found) run.events.push(event);
  const prefix = domain === 'Wmo' ? 'wmo' : 'jw';
  return plainReceipt(tally, remarks, encoding.name, {
    format: `${prefix}${kind === '305' ? '305' : '307'}`,
    name: messageName(message.kind),
    domain,
    sender: walker.text(HEADER.sender),
    receiver: walker.text(HEADER.receiver),
    number: walker.text(HEADER.message),
    date: dateIn(walker, HEADER.date),
  });
}
