import {
  daysInMonth,
  moneyFromCents,
  moneyValue,
  monthOfDate,
  subtractMoney,
  type CareTable,
  type Money,
} from '../../core';
import { ByteNames } from '../byte-names';
import type { IntakeReceipt } from '../contract';
import { isTestNumber, passesElevenTest } from '../declared/bytes';
import { monthIndex } from '../declared/days';
import { DeclaredFile } from '../declared/declared-file';
import type { MessageRun } from '../declared/run';
import { unitWord } from '../declared/units';
import { CentSum } from '../tally';
import { isCategory } from './categories';
import { dateIn, dayIn } from './values';
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
  type Position,
} from './walk';

const F = {
  number: BODY,
  from: BODY + 1,
  until: BODY + 2,
  total: BODY + 3,
  totalSign: BODY + 4,
  bsn: BODY + 5,
  reference: BODY + 6,
  previous: BODY + 7,
  allocation: BODY + 8,
  category: BODY + 9,
  code: BODY + 10,
  lineFrom: BODY + 11,
  lineUntil: BODY + 12,
  volume: BODY + 13,
  unit: BODY + 14,
  tariff: BODY + 15,
  amount: BODY + 16,
  sign: BODY + 17,
} as const;
const FIELDS = BODY + 18;

const SHAPE = {
  Bericht: {
    Header: HEADER_SHAPE,
    Declaratie: {
      DeclaratieNummer: F.number,
      DeclaratiePeriode: { '~Begindatum': F.from, '~Einddatum': F.until },
      TotaalIngediendBedrag: { '~TotaalBedrag': F.total, '~DebetCredit': F.totalSign },
      Clienten: {
        Client: {
          Bsn: F.bsn,
          Prestaties: {
            Prestatie: {
              ProductReferentie: { '~ReferentieNummer': F.reference, '~VorigReferentieNummer': F.previous },
              ToewijzingNummer: F.allocation,
              ProductCategorie: F.category,
              ProductCode: F.code,
              ProductPeriode: { '~Begindatum': F.lineFrom, '~Einddatum': F.lineUntil },
              GeleverdVolume: F.volume,
              Eenheid: F.unit,
              ProductTarief: F.tariff,
              IngediendBedrag: { '~Bedrag': F.amount, '~DebetCredit': F.sign },
            },
          },
        },
      },
    },
  },
};

const D = 0x44;
const C = 0x43;
const MINUTE = 1;
const EURO = 83;

class DeclarationReader {
  file: DeclaredFile | null = null;
  stated: Money | null = null;
  readonly walker: Walker;
  private readonly total = new CentSum();
  private readonly codes = new ByteNames();
  private readonly key = new Uint8Array(64);
  private readonly products: number[] = [];
  private readonly units: number[] = [];
  private readonly unitNames: string[] = [];
  private month = NaN;
  private lineStart = 1;
  private testClients = 0;
  private realClients = 0;

  constructor(
    private readonly message: IMessage,
    private readonly run: MessageRun,
    private readonly position: Position,
  ) {
    const { namespace, standard } = message.kind;
    this.walker = new Walker(
      SHAPE,
      namespace,
      standard.base,
      FIELDS,
      (name) => this.ended(name),
      (name) => this.began(name),
    );
  }

  private began(name: string): void {
    if (name === 'Prestatie') this.lineStart = this.position.elementLine;
    else if (name === 'Clienten') this.begin();
    else if (name === 'Prestaties') this.client();
  }

  private ended(name: string): void {
    const { walker } = this;
    if (name === 'Prestatie') {
      this.takeLine();
      walker.clear(F.reference, FIELDS);
    } else if (name === 'Client') walker.clear(F.bsn, FIELDS);
    else if (name === 'Header') requireHeader(walker, this.message, this.position.line);
    else if (name === 'Declaratie') this.begin();
  }

  /** An amount with its sign; null when either can't be read. */
  private signed(amount: number, sign: number, digits: number): number | null {
    const { walker } = this;
    const cents = walker.number(amount, digits);
    const mark = walker.length(sign) === 1 ? walker.bytes[walker.start(sign)] : 0;
    if (!(cents >= 0) || (mark !== D && mark !== C)) return null;
    return mark === C ? -cents : cents;
  }

  /** The declaration's own part has been read: from here on there are lines. */
  private begin(): void {
    if (this.file) return;
    const { walker, message } = this;
    const line = this.position.line;
    if (walker.length(HEADER.code) === 0) requireHeader(walker, message, line);
    const { standard } = message.kind;
    const from = dateIn(walker, F.from);
    const until = dateIn(walker, F.until);
    const sender = walker.text(HEADER.sender);
    const receiver = walker.text(HEADER.receiver);
    this.file = new DeclaredFile(
      message.file,
      {
        format: standard.domain === 'Wmo' ? 'wmo323' : 'jw323',
        name: messageName(message.kind),
        domain: standard.domain,
        sender,
        receiver,
        provider: sender,
        message: walker.text(HEADER.message),
        number: walker.text(F.number),
        date: dateIn(walker, HEADER.date),
        period: from !== null && until !== null && from <= until ? { from, until } : null,
        scope: `${sender}|${receiver}`,
        strictReferences: false,
      },
      this.run,
    );
    if (from === null || until === null || from > until) {
      this.file.remark('messages-in.period-unreadable', line);
    } else {
      this.month = monthIndex(dayIn(this.walker, F.from));
      const month = monthOfDate(from);
      if (
        !from.endsWith('-01') ||
        monthOfDate(until) !== month ||
        Number(until.slice(8)) !== daysInMonth(month)
      ) {
        this.file.remark('messages-in.period-no-month', line, { from, until });
      }
    }
    if (!/^\d{8}$/.test(sender)) this.file.remark('messages-in.payee-missing', line);
    const total = this.signed(F.total, F.totalSign, 12);
    if (total === null) this.file.remark('messages-in.closing-total-missing', line);
    else this.stated = moneyFromCents(total);
  }

  private client(): void {
    const { walker, file, run } = this;
    if (!file) return;
    const at = walker.start(F.bsn);
    const length = walker.length(F.bsn);
    const line = this.position.elementLine;
    if (length !== 9 || !passesElevenTest(walker.bytes, at)) file.remark('messages-in.bsn-wrong', line);
    else if (isTestNumber(walker.bytes, at)) this.testClients++;
    else this.realClients++;
    const draft = file.line;
    draft.client = length === 0 ? -1 : run.internClient(file.table, walker.bytes, at, at + length);
    const { hash } = run;
    hash.begin(0);
    hash.bytes(walker.bytes, at, at + length);
    draft.clientHigh = hash.high;
    draft.clientLow = hash.low;
  }

  private takeLine(): void {
    const { walker, file } = this;
    if (!file) return;
    const draft = file.line;
    const line = this.lineStart;
    const cents = this.signed(F.amount, F.sign, 8);
    if (cents !== null) this.total.add(cents);
    const refuse = (reason: string): void => file.reject(reason, cents, line);
    if (walker.repeated) return refuse('messages-in.line-element-twice');
    if (cents === null) return refuse('messages-in.line-amount');
    const from = dayIn(this.walker, F.lineFrom);
    const until = dayIn(this.walker, F.lineUntil);
    if (Number.isNaN(from) || Number.isNaN(until)) return refuse('messages-in.line-dates');
    if (from > until) return refuse('messages-in.line-dates-reversed');
    if (walker.length(F.code) === 0 || walker.length(F.code) > 5) return refuse('messages-in.line-product');
    const volume = walker.number(F.volume, 8);
    if (Number.isNaN(volume)) return refuse('messages-in.line-volume');
    const unit = walker.length(F.unit) === 2 ? walker.number(F.unit, 2) : NaN;
    if (Number.isNaN(unit)) return refuse('messages-in.line-unit');

    draft.line = line;
    draft.credit = walker.bytes[walker.start(F.sign)] === C;
    draft.bytes = walker.bytes;
    draft.reference = walker.start(F.reference);
    draft.referenceEnd = walker.end(F.reference);
    draft.previous = walker.start(F.previous);
    draft.previousEnd = walker.end(F.previous);
    draft.from = from;
    draft.until = until;
    draft.cents = cents;
    const scaled = unit === EURO ? volume * 100 : volume * 10_000;
    draft.volume = draft.credit ? -scaled : scaled;
    const allocation = walker.number(F.allocation, 9);
    draft.allocation = allocation > 0 ? allocation : 0;
    draft.product = this.product(line);
    draft.unit = this.units[unit] ?? this.learnUnit(unit, line);
    draft.unitName = this.unitNames[unit] ?? null;
    this.check(Math.abs(cents), volume, unit, line);
    file.take();
  }

  /** What the message's rules ask of a line that is read all the same. */
  private check(cents: number, volume: number, unit: number, line: number): void {
    const { walker, file } = this;
    if (!file) return;
    const draft = file.line;
    if (!walker.has(F.reference)) file.remark('messages-in.reference-missing', line);
    if (draft.credit && !walker.has(F.previous)) file.remark('messages-in.credit-without-earlier', line);
    if (!draft.credit && walker.has(F.previous)) file.remark('messages-in.debit-with-earlier', line);
    const tariff = walker.number(F.tariff, 8);
    if (unit === EURO) {
      if (walker.has(F.tariff)) file.remark('messages-in.tariff-not-expected', line);
      if (cents !== volume) file.remark('messages-in.amount-not-volume', line);
    } else if (Number.isNaN(tariff)) file.remark('messages-in.tariff-missing', line);
    else {
      const off = Math.abs(cents - volume * tariff);
      // Minutes carry a tariff that is rounded for information; the amount follows from the hourly price.
      if (unit === MINUTE ? off * 2 > volume + 1 : off > 0)
        file.remark('messages-in.amount-not-tariff', line);
    }
    const first = monthIndex(draft.from);
    if (first !== monthIndex(draft.until)) file.remark('messages-in.product-period', line);
    else if (first > this.month) file.remark('messages-in.after-period', line);
  }

  /** The number of the product: category and code together. */
  private product(line: number): number {
    const { walker, key, file } = this;
    const category = walker.length(F.category);
    let end = 0;
    for (let at = walker.start(F.category); at < walker.end(F.category); at++)
      key[end++] = walker.bytes[at] as number;
    key[end++] = 0x7c;
    for (let at = walker.start(F.code); at < walker.end(F.code); at++)
      key[end++] = walker.bytes[at] as number;
    const known = this.codes.size;
    const id = this.codes.of(key, 0, end);
    if (id === known && file) {
      const group = walker.text(F.category);
      const code = walker.text(F.code);
      this.products[id] = file.productOf(code, group, line);
      if (category !== 2 || !isCategory(this.message.kind.standard.domain, group)) {
        file.remark('messages-in.category-unknown', line);
      } else if (/^\d{2}[ABL]\d{2}$/.test(code) && !code.startsWith(group)) {
        file.remark('messages-in.category-other', line, { code });
      }
    }
    return this.products[id] as number;
  }

  private learnUnit(unit: number, line: number): number {
    const { file } = this;
    if (!file) return -1;
    const word = unitWord('istandaard', unit);
    if (word === undefined) file.remark('messages-in.unit-unknown', line, { unit: String(unit) });
    const name = word ?? `eenheid ${unit}`;
    const id = file.table.intern(name);
    this.units[unit] = id;
    this.unitNames[unit] = name;
    return id;
  }

  /** What shows only when everything has been read. */
  finish(complete: boolean): void {
    const { file, stated } = this;
    if (!file) return;
    if (this.testClients > 0 && this.realClients > 0) {
      file.remarks.add('messages-in.test-numbers', file.place(), {}, this.testClients);
    }
    const found = this.total.money;
    if (stated !== null && complete && found !== stated) {
      file.remarks.add('messages-in.total-differs', file.place(), {
        stated: moneyValue(stated),
        found: moneyValue(found),
        difference: moneyValue(subtractMoney(stated, found)),
      });
    }
  }
}

/**
 * Reads a WMO323 or JW323 into `into`, which is only touched when all that is sound has been read. The
 * receipt says what was read and rejected, and what doesn't hold of the message's own rules.
 * Errors: `IntakeError` when it breaks off before its lines, or its header contradicts its namespace.
 */
export async function readDeclaration(
  message: IMessage,
  into: CareTable,
  run: MessageRun,
): Promise<IntakeReceipt> {
  run.expect((message.size ?? 0) / 900);
  const made: { reader: DeclarationReader | null } = { reader: null };
  const { broken, encoding, foreignBytes } = await walk(message, (position) => {
    made.reader = new DeclarationReader(message, run, position);
    return made.reader.walker;
  });
  const { reader } = made;
  if (!reader?.file) throw unusable(message, broken);
  const { file } = reader;
  if (broken) {
    file.remarks.add('messages-in.xml-broken', file.place(broken.line), {
      reason: broken.reason.replace(/-/g, '_'),
    });
  }
  if (foreignBytes)
    file.remarks.add('messages-in.xml-foreign-bytes', file.place(), { encoding: encoding.name });
  reader.finish(broken === null);
  const receipt = file.close(reader.stated, broken === null, encoding.name);
  into.absorb(file.table);
  return receipt;
}
