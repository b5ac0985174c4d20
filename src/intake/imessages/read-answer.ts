import { moneyFromCents, moneyValue, subtractMoney, type Money } from '../../core';
import type { IntakeReceipt } from '../contract';
import { answerKey } from '../declared/declared-file';
import { plainReceipt } from '../declared/plain-receipt';
import { Remarks } from '../declared/remarks';
import type { MessageRun } from '../declared/run';
import { CentSum, Tally } from '../tally';
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
import { dateIn } from './values';

const F = {
  declaration: BODY,
  headerCode: BODY + 1,
  number: BODY + 2,
  submitted: BODY + 3,
  submittedSign: BODY + 4,
  granted: BODY + 5,
  grantedSign: BODY + 6,
  answerCode: BODY + 7,
  clientCode: BODY + 8,
  reference: BODY + 9,
  amount: BODY + 10,
  sign: BODY + 11,
  lineCode: BODY + 12,
} as const;
const FIELDS = BODY + 13;

const codes = (field: number): { readonly [name: string]: number } => ({
  RetourCode: field,
  '~RetourCode': field,
});

const SHAPE = {
  Bericht: {
    Header: {
      ...HEADER_SHAPE,
      DeclaratieIdentificatie: { '~Identificatie': F.declaration },
      RetourCodes: codes(F.headerCode),
    },
    DeclaratieAntwoord: {
      DeclaratieNummer: F.number,
      TotaalIngediendBedrag: { '~TotaalBedrag': F.submitted, '~DebetCredit': F.submittedSign },
      TotaalToegekendBedrag: { '~TotaalBedrag': F.granted, '~DebetCredit': F.grantedSign },
      RetourCodes: codes(F.answerCode),
      Clienten: {
        Client: {
          RetourCodes: codes(F.clientCode),
          Prestaties: {
            Prestatie: {
              ProductReferentie: { '~ReferentieNummer': F.reference },
              IngediendBedrag: { '~Bedrag': F.amount, '~DebetCredit': F.sign },
              RetourCodes: codes(F.lineCode),
            },
          },
        },
      },
    },
  },
};

/** Codes that refuse nothing: no remark on this part, and fully granted. */
const GRANTED = new Set(['0200', '8001']);

/**
 * Reads a WMO325 or JW325: which lines of which declaration a municipality refused. The answer goes to
 * `run`, where the declaration finds it; it has no production of its own.
 * Errors: `IntakeError` when it can't be read at all.
 */
export async function readAnswer(message: IMessage, run: MessageRun): Promise<IntakeReceipt> {
  const tally = new Tally(message.file);
  const remarks = new Remarks();
  const refused = new Map<string, string>();
  const sum = new CentSum();
  /** The first refusing code of each part. */
  let headerCode: string | null = null;
  let answerCode: string | null = null;
  let lineCode: string | null = null;
  let headed = false;
  const made: { walker: Walker | null } = { walker: null };
  const text = (field: number): string => made.walker?.text(field) ?? '';
  const signed = (amount: number, sign: number, digits: number): Money | null => {
    const cents = made.walker?.number(amount, digits) ?? NaN;
    const mark = text(sign);
    if (Number.isNaN(cents) || (mark !== 'D' && mark !== 'C')) return null;
    return moneyFromCents(mark === 'C' ? -cents : cents);
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
        } else if (name === 'Prestatie') {
          tally.total++;
          tally.skipped++;
          const reference = text(F.reference);
          const amount = signed(F.amount, F.sign, 8);
          if (reference === '') remarks.add('messages-in.answer-line-unnamed', place(position.elementLine));
          else refused.set(reference, lineCode ?? '?');
          if (amount !== null) sum.add(Number(amount));
          lineCode = null;
          walker.clear(F.reference, FIELDS);
        } else if (name === 'Client') walker.clear(F.clientCode, FIELDS);
      },
      undefined,
      (field) => {
        if (field !== F.headerCode && field !== F.answerCode && field !== F.lineCode) return;
        const code = walker.text(field);
        if (GRANTED.has(code)) return;
        if (field === F.headerCode) headerCode ??= code;
        else if (field === F.answerCode) answerCode ??= code;
        else lineCode ??= code;
      },
    );
    made.walker = walker;
    return walker;
  });
  const { walker } = made;
  if (!walker || !headed) throw unusable(message, broken);
  function place(line?: number): { file: string; line?: number } {
    return line === undefined ? { file: message.file } : { file: message.file, line };
  }
  if (broken) {
    remarks.add('messages-in.xml-broken', place(broken.line), { reason: broken.reason.replace(/-/g, '_') });
  }
  const { domain } = message.kind.standard;
  const provider = text(HEADER.receiver);
  const number = text(F.number);
  const submitted = signed(F.submitted, F.submittedSign, 12);
  const granted = signed(F.granted, F.grantedSign, 12);
  const whole = headerCode ?? (refused.size === 0 ? answerCode : null);
  const difference = submitted !== null && granted !== null ? subtractMoney(submitted, granted) : null;
  if (!broken && whole === null && difference !== null && difference !== sum.money) {
    remarks.add('messages-in.answer-refused-differs', place(), {
      difference: moneyValue(difference),
      refused: moneyValue(sum.money),
    });
  }
  const date = dateIn(walker, HEADER.date);
  const key = answerKey(domain, provider, number === '' ? `#${text(F.declaration)}` : number);
  const earlier = run.answers.get(key);
  if (earlier) {
    remarks.add('messages-in.answer-again', place(), {
      number: number === '' ? text(F.declaration) : number,
      earlier: earlier.file,
    });
  }
  // Of two answers to one declaration the later one holds.
  if (!earlier || (earlier.date ?? '') <= (date ?? '')) {
    run.answers.set(key, { file: message.file, date, whole, refused, submitted, granted, matched: false });
  }
  return plainReceipt(tally, remarks, encoding.name, {
    format: domain === 'Wmo' ? 'wmo325' : 'jw325',
    name: messageName(message.kind),
    domain,
    sender: text(HEADER.sender),
    receiver: provider,
    number: number === '' ? text(HEADER.message) : number,
    date,
  });
}
