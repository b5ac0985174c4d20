import { CareTable, moneyValue, type Message, type Money, type Place } from '../core';
import { ByteNames } from './byte-names';
import { IntakeError } from './contract';
import type { DecimalColumn } from './decimal-column';
import { domainName, domainOfProduct } from './domain-name';
import { normaliseHeader, type Field, type Header } from './fields';
import { scale, scanNumber } from './number-text';
import { readPeriod } from './period-text';
import { looksLikeBsn, showable } from './private-text';
import { BROKEN, EXACT, STRAY, type RecordView } from './record';
import type { Locate, TableSink, TableSource } from './source';
import { CentSum, LARGEST_CENTS, type Tally } from './tally';
import { totalWord } from './total-word';

/** Why a value of a text column needs a closer look. */
const BLANK = 1;
const UNREADABLE = 2;
const TOTAL = 4;

const NONE = -1;
const ALLOCATED_YES = 0;
const ALLOCATED_NO = 1;
const ALLOCATED_UNKNOWN = 2;

/** Amounts in cents, volumes in ten-thousandths of their unit. */
const CENT_PLACES = 2;
const VOLUME_PLACES = 4;

/** A repeated text column: what each distinct value means, worked out once per value. */
class TextColumn {
  readonly names = new ByteNames();
  /** Table number of the meaning, by number of the written value; -1 is none. */
  meanings = new Int32Array(256);
  /** Bits saying why a value needs a closer look. */
  remarks = new Uint8Array(256);

  learn(id: number, meaning: number, remark: number): void {
    if (id >= this.meanings.length) {
      const meanings = new Int32Array(this.meanings.length * 2);
      meanings.set(this.meanings);
      this.meanings = meanings;
      const remarks = new Uint8Array(meanings.length);
      remarks.set(this.remarks);
      this.remarks = remarks;
    }
    this.meanings[id] = meaning;
    this.remarks[id] = remark;
  }
}

const fold = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

const totalRemark = (text: string): number => (totalWord(text) === 'bare' ? TOTAL : 0);

/** Notices about values are cut off after so many; the last says how many there were. */
const NOTICES_PER_KIND = 20;

/** Lines and amount under one name. */
class Share {
  lines = 0;
  readonly sum = new CentSum();
}

/** Status of a line of a forecast of ours, in either language: declared care that is yet to come in. */
const STILL_TO_DECLARE: ReadonlySet<string> = new Set(['nog te declareren', 'still to declare']);

/**
 * Reads the records of a production or forecast file into a table of its own. The common record is read
 * from bytes to table numbers and whole cents without making a string; whatever is unusual about one takes
 * the slow road in `odd`.
 */
export class CareReader implements TableSink {
  readonly table = new CareTable();
  /** Lines still to be declared for months that are over, where they are kept apart. */
  readonly late = new CareTable();
  private header: Header;
  private locate: Locate = () => ({});
  /** Where each provider and each product first stands. */
  readonly firstProviders = new Map<string, Place>();
  readonly firstProducts = new Map<string, Place>();
  private readonly providers = new TextColumn();
  private readonly domains = new TextColumn();
  private readonly products = new TextColumn();
  private readonly clients = new TextColumn();
  private readonly periods = new TextColumn();
  private readonly units = new TextColumn();
  private readonly locations = new TextColumn();
  private readonly statuses = new TextColumn();
  private readonly statusShares: { readonly name: string; readonly share: Share; readonly late: boolean }[] =
    [];
  private readonly described = new Set<number>();

  private providerAt = NONE;
  private domainAt = NONE;
  private productAt = NONE;
  private clientAt = NONE;
  private periodAt = NONE;
  private quantityAt = NONE;
  private unitAt = NONE;
  private locationAt = NONE;
  private amountAt = NONE;
  private allocationAt = NONE;
  private descriptionAt = NONE;
  private statusAt = NONE;

  /** Domain that follows from a product's code, by number of the written product; -1 is none. */
  private productDomains = new Int32Array(256);
  private readonly years = new Map<number, Share>();
  /** The year's share by table number of the month. */
  private readonly monthShares: (Share | undefined)[] = [];
  private readonly providerSpellings: string[] = [];
  private readonly providerRead: number[] = [];
  /** Domains kept as written, by number of the written text. */
  private readonly unknownDomains = new Map<number, { readonly domain: string; readonly place: Place }>();
  private readonly domainRead: number[] = [];
  private monthFirst: Place | null = null;
  private dayFirstSeen = false;
  private eitherOrder: { readonly place: Place; readonly text: string } | null = null;
  private clientCount = 0;
  private bsnCount = 0;
  private readonly noProvider: number;
  private derived = 0;

  constructor(
    private readonly source: TableSource,
    private readonly tally: Tally,
    private readonly amounts: DecimalColumn,
    private readonly quantities: DecimalColumn,
    private readonly pseudonymise: ((client: string) => string) | null = null,
    private readonly keepsLateApart = false,
  ) {
    this.header = source.header;
    this.noProvider = this.table.intern('');
  }

  begin(header: Header, locate: Locate): void {
    this.header = header;
    this.locate = locate;
    const at = (field: Field): number => header.at.get(field) ?? NONE;
    this.providerAt = at('provider');
    this.domainAt = at('domain');
    this.productAt = at('product') === NONE ? at('description') : at('product');
    this.clientAt = at('client');
    this.periodAt = at('period');
    this.quantityAt = at('quantity');
    this.unitAt = at('unit');
    this.locationAt = at('location');
    this.amountAt = at('amount');
    this.allocationAt = at('allocation');
    this.descriptionAt = at('product') === NONE ? NONE : at('description');
    this.statusAt = at('status');
  }

  record(view: RecordView): boolean {
    const { bytes, starts, ends, marks, count } = view;
    this.tally.total++;
    if (count !== this.header.headers.length && !this.rightWidth(view)) return false;

    let remarks = 0;
    let provider = this.noProvider;
    let providerId = NONE;
    let at = this.providerAt;
    if (at >= 0) {
      const { names } = this.providers;
      const known = names.size;
      providerId = names.of(bytes, starts[at] as number, ends[at] as number);
      if (providerId === known) this.learnProvider(view, providerId);
      provider = this.providers.meanings[providerId] as number;
      remarks = this.providers.remarks[providerId] as number;
    }

    at = this.productAt;
    const products = this.products.names;
    const productsKnown = products.size;
    const productId = products.of(bytes, starts[at] as number, ends[at] as number);
    if (productId === productsKnown) this.learnProduct(view, productId);
    const product = this.products.meanings[productId] as number;
    remarks |= this.products.remarks[productId] as number;

    let domain: number;
    let domainId = NONE;
    at = this.domainAt;
    if (at >= 0) {
      const { names } = this.domains;
      const known = names.size;
      domainId = names.of(bytes, starts[at] as number, ends[at] as number);
      if (domainId === known) this.learnDomain(view, domainId);
      domain = this.domains.meanings[domainId] as number;
      remarks |= this.domains.remarks[domainId] as number;
    } else {
      domain = this.productDomains[productId] as number;
      if (domain === NONE) remarks |= UNREADABLE;
    }

    at = this.periodAt;
    const periods = this.periods.names;
    const periodsKnown = periods.size;
    const periodId = periods.of(bytes, starts[at] as number, ends[at] as number);
    if (periodId === periodsKnown) this.learnPeriod(view, periodId);
    const month = this.periods.meanings[periodId] as number;
    remarks |= this.periods.remarks[periodId] as number;

    let client = NONE;
    at = this.clientAt;
    if (at >= 0) {
      const { names } = this.clients;
      const known = names.size;
      const id = names.of(bytes, starts[at] as number, ends[at] as number);
      if (id === known) this.learnClient(view, id);
      client = this.clients.meanings[id] as number;
      remarks |= this.clients.remarks[id] as number;
    }

    let unit = NONE;
    at = this.unitAt;
    if (at >= 0) {
      const { names } = this.units;
      const known = names.size;
      const id = names.of(bytes, starts[at] as number, ends[at] as number);
      if (id === known) this.learnUnit(view, id);
      unit = this.units.meanings[id] as number;
    }

    let location = NONE;
    at = this.locationAt;
    if (at >= 0) {
      const { names } = this.locations;
      const known = names.size;
      const id = names.of(bytes, starts[at] as number, ends[at] as number);
      if (id === known) this.learnLocation(view, id);
      location = this.locations.meanings[id] as number;
    }

    if ((remarks !== 0 || (view.allMarks & (STRAY | BROKEN)) !== 0) && this.odd(view, remarks)) return false;

    at = this.amountAt;
    let cents = scanNumber(
      bytes,
      starts[at] as number,
      ends[at] as number,
      ((marks[at] as number) & EXACT) !== 0 ? 'point' : this.amounts.mark,
      CENT_PLACES,
    );
    if (!(cents <= LARGEST_CENTS && cents >= -LARGEST_CENTS)) {
      const slow = this.slowAmount(view);
      if (slow === null) return false;
      cents = slow;
    }

    let volume: number | null = null;
    at = this.quantityAt;
    if (at >= 0) {
      const start = starts[at] as number;
      const end = ends[at] as number;
      if (end > start) {
        volume = scanNumber(
          bytes,
          start,
          end,
          ((marks[at] as number) & EXACT) !== 0 ? 'point' : this.quantities.mark,
          VOLUME_PLACES,
        );
        if (volume !== volume) {
          const slow = this.slowVolume(view, cents);
          if (slow === undefined) return false;
          volume = slow;
        }
      }
    }

    let allocated = ALLOCATED_UNKNOWN;
    at = this.allocationAt;
    if (at >= 0) {
      allocated = ALLOCATED_NO;
      const end = ends[at] as number;
      for (let byte = starts[at] as number; byte < end; byte++) {
        const value = bytes[byte] as number;
        if (value !== 0x20 && value !== 0xa0 && value !== 0xc2 && value !== 0x09) {
          allocated = ALLOCATED_YES;
          break;
        }
      }
    }
    if (this.descriptionAt >= 0 && !this.described.has(product)) this.describe(view, product);
    const isLate = this.statusAt >= 0 && this.countStatus(view, cents);
    if (domainId >= 0) this.domainRead[domainId] = 1;
    else this.derived++;
    if (providerId >= 0) this.providerRead[providerId] = 1;

    if (isLate && this.keepsLateApart) {
      const own = (id: number): number =>
        id === NONE ? NONE : this.late.intern(this.table.nameOf(id) ?? '');
      const names = [provider, domain, product, client, month, unit, location].map(own);
      const [a = NONE, b = NONE, c = NONE, d = NONE, e = NONE, f = NONE, g = NONE] = names;
      this.late.addInterned(a, b, c, d, e, f, allocated, volume, cents, g);
    } else {
      this.table.addInterned(
        provider,
        domain,
        product,
        client,
        month,
        unit,
        allocated,
        volume,
        cents,
        location,
      );
    }
    this.tally.read++;
    this.tally.readSum.add(cents);
    const share = this.monthShares[month];
    if (share) {
      share.lines++;
      share.sum.add(cents);
    }
    return false;
  }

  /** Whether a record with another number of fields than the header can be read; if not, it is dealt with. */
  private rightWidth(view: RecordView): boolean {
    const { header } = this;
    let filled = view.count;
    while (filled > 0 && fold(this.text(view, filled - 1)) === '') filled--;
    if (filled === 0) {
      this.tally.skipped++;
      return false;
    }
    if (view.count >= header.width && filled <= header.headers.length) return true;
    if (filled <= header.headers.length && this.skipTotalRow(view, true)) return false;
    this.reject(
      view,
      { code: 'intake.line-field-count', facts: { found: view.count, expected: header.width, others: 0 } },
      null,
    );
    return false;
  }

  private text(view: RecordView, at: number): string {
    return at < 0 || at >= view.count
      ? ''
      : this.source.text(view.bytes, view.starts[at] as number, view.ends[at] as number);
  }

  private learnProvider(view: RecordView, id: number): void {
    const name = fold(this.text(view, this.providerAt));
    this.providers.learn(id, this.table.intern(name), totalRemark(name));
    this.providerSpellings[id] = name;
    this.providerRead[id] = 0;
    if (!this.firstProviders.has(name))
      this.firstProviders.set(name, this.locate(view.line, this.providerAt));
  }

  private learnProduct(view: RecordView, id: number): void {
    const name = fold(this.text(view, this.productAt));
    const remark = name === '' ? BLANK : totalRemark(name);
    this.products.learn(id, this.table.intern(name), remark);
    if (!this.firstProducts.has(name)) this.firstProducts.set(name, this.locate(view.line, this.productAt));
    if (id >= this.productDomains.length) {
      const wider = new Int32Array(this.productDomains.length * 2);
      wider.set(this.productDomains);
      this.productDomains = wider;
    }
    const domain = domainOfProduct(name);
    this.productDomains[id] = domain === null ? NONE : this.table.intern(domain);
  }

  private learnDomain(view: RecordView, id: number): void {
    const written = fold(this.text(view, this.domainAt));
    const known = domainName(written);
    const remark = written === '' ? BLANK : totalRemark(written);
    this.domainRead[id] = 0;
    if (known === null) {
      this.unknownDomains.set(id, { domain: written, place: this.locate(view.line, this.domainAt) });
    }
    this.domains.learn(id, this.table.intern(known ?? written), remark);
  }

  private learnPeriod(view: RecordView, id: number): void {
    const text = this.text(view, this.periodAt);
    const reading = readPeriod(text);
    const place = (): Place => this.locate(view.line, this.periodAt);
    if (reading.order === 'day-first') this.dayFirstSeen = true;
    if (reading.order === 'month-first') this.monthFirst ??= place();
    if (reading.order === 'either-order') this.eitherOrder ??= { place: place(), text: text.trim() };
    if (reading.month === null) {
      this.periods.learn(id, NONE, text.trim() === '' ? BLANK : UNREADABLE | totalRemark(text));
      return;
    }
    const month = this.table.intern(reading.month);
    this.periods.learn(id, month, 0);
    const year = Number(reading.month.slice(0, 4));
    let share = this.years.get(year);
    if (!share) this.years.set(year, (share = new Share()));
    this.monthShares[month] = share;
  }

  private learnClient(view: RecordView, id: number): void {
    const name = fold(this.text(view, this.clientAt));
    const kept = this.pseudonymise && name !== '' ? this.pseudonymise(name) : name;
    this.clients.learn(id, name === '' ? NONE : this.table.intern(kept), totalRemark(name));
    if (name !== '') {
      this.clientCount++;
      if (looksLikeBsn(name)) this.bsnCount++;
    }
  }

  private learnUnit(view: RecordView, id: number): void {
    const name = fold(this.text(view, this.unitAt));
    this.units.learn(id, name === '' ? NONE : this.table.intern(name), 0);
  }

  private learnLocation(view: RecordView, id: number): void {
    const name = fold(this.text(view, this.locationAt));
    this.locations.learn(id, name === '' ? NONE : this.table.intern(name), 0);
  }

  private describe(view: RecordView, product: number): void {
    const text = fold(this.text(view, this.descriptionAt));
    if (text === '') return;
    this.described.add(product);
    this.table.describe(fold(this.text(view, this.productAt)), text);
  }

  /** Adds the line to the share of its status. True when that is: still to be declared. */
  private countStatus(view: RecordView, cents: number): boolean {
    const at = this.statusAt;
    const { names } = this.statuses;
    const known = names.size;
    const id = names.of(view.bytes, view.starts[at] as number, view.ends[at] as number);
    if (id === known) {
      const name = fold(this.text(view, at));
      let index = this.statusShares.findIndex((other) => other.name === name);
      if (index < 0) {
        const late = STILL_TO_DECLARE.has(name.toLowerCase());
        index = this.statusShares.push({ name, share: new Share(), late }) - 1;
      }
      this.statuses.learn(id, index, 0);
    }
    const entry = this.statusShares[this.statuses.meanings[id] as number];
    if (entry) {
      entry.share.lines++;
      entry.share.sum.add(cents);
    }
    return entry?.late === true;
  }

  private isHeaderText(text: string, at: number): boolean {
    return normaliseHeader(text) === normaliseHeader(this.header.headers[at] ?? '');
  }

  /**
   * A record with something unusual in its text columns. True when that settled it (skipped or rejected);
   * false when it is a line after all.
   */
  private odd(view: RecordView, remarks: number): boolean {
    const incomplete = (remarks & (UNREADABLE | BLANK)) !== 0;
    if (incomplete && (this.isBlank(view) || this.isRepeatedHeader(view))) {
      this.tally.skipped++;
      return true;
    }
    if ((incomplete || (remarks & TOTAL) !== 0) && this.skipTotalRow(view, incomplete)) return true;
    const reason = this.reasonOf(view);
    if (reason) this.reject(view, reason, this.amountIfReadable(view));
    return reason !== null;
  }

  private isBlank(view: RecordView): boolean {
    for (let at = 0; at < view.count; at++) if (fold(this.text(view, at)) !== '') return false;
    return true;
  }

  private isRepeatedHeader(view: RecordView): boolean {
    let same = 0;
    for (const at of this.header.at.values()) {
      if (this.isHeaderText(this.text(view, at), at)) same++;
      else return false;
    }
    return same > 0;
  }

  /** The first thing that keeps the record from being a line; null when nothing does. */
  private reasonOf(view: RecordView): Message | null {
    const fact = (code: string, at: number, more: Message['facts'] = {}): Message => ({
      code,
      facts: { column: this.headerText(at), others: 0, ...more },
    });
    if (view.allMarks & (STRAY | BROKEN)) {
      for (const at of this.header.at.values()) {
        const mark = view.marks[at] ?? 0;
        if (mark & STRAY) return fact('intake.line-stray-quote', at);
        if (mark & BROKEN) {
          return fact('intake.line-error-cell', at, { found: this.text(view, at) });
        }
      }
    }
    const product = fold(this.text(view, this.productAt));
    if (product === '') return fact('intake.line-product-blank', this.productAt);
    const period = this.text(view, this.periodAt);
    const reading = readPeriod(period);
    if (reading.month === null) {
      if (period.trim() === '') return fact('intake.line-period-blank', this.periodAt);
      return fact(
        reading.otherPeriod ? 'intake.line-period-not-month' : 'intake.line-period-unreadable',
        this.periodAt,
        { found: showable(period) },
      );
    }
    if (this.domainAt >= 0) {
      if (fold(this.text(view, this.domainAt)) === '') return fact('intake.line-domain-blank', this.domainAt);
    } else if (domainOfProduct(product) === null) {
      return { code: 'intake.line-domain-underivable', facts: { product: product.slice(0, 40), others: 0 } };
    }
    return null;
  }

  private headerText(at: number): string {
    return (this.header.headers[at] ?? '').trim();
  }

  /**
   * Skips the record when it is a total row, comparing its amount with the lines so far. On a record that is
   * a complete line only a key that is nothing but a total word counts: a unit or a description may well
   * say "totaal", and a name may begin with it.
   */
  private skipTotalRow(view: RecordView, incomplete: boolean): boolean {
    const { providerAt, domainAt, productAt, clientAt, periodAt, amountAt, quantityAt } = this;
    for (let at = 0; at < view.count; at++) {
      if (at === amountAt || at === quantityAt) continue;
      const isKey = [providerAt, domainAt, productAt, clientAt, periodAt].includes(at);
      if (!isKey && !incomplete) continue;
      const text = this.text(view, at);
      const word = totalWord(text);
      if (word === null || (word === 'phrase' && !incomplete)) continue;
      this.tally.skipped++;
      const stated =
        amountAt < view.count
          ? this.amounts.candidates(this.text(view, amountAt), this.isExact(view, amountAt))
          : [];
      this.tally.totalRow(text, stated, this.locate(view.line, amountAt));
      return true;
    }
    return false;
  }

  private isExact(view: RecordView, at: number): boolean {
    return ((view.marks[at] ?? 0) & EXACT) !== 0;
  }

  /** The cents of a rejected line for the control sum; null when they can't be known. */
  private amountIfReadable(view: RecordView): number | null {
    const at = this.amountAt;
    if ((view.marks[at] ?? 0) & (STRAY | BROKEN)) return null;
    const reading = this.amounts.read(
      this.text(view, at),
      () => this.locate(view.line, at),
      this.isExact(view, at),
    );
    const scaled = reading && scale(reading.digits, reading.negative, CENT_PLACES);
    return scaled && Math.abs(scaled.units) <= LARGEST_CENTS ? scaled.units : null;
  }

  /** The amount of an unusual spelling in cents; null when the record was skipped or rejected over it. */
  private slowAmount(view: RecordView): number | null {
    const at = this.amountAt;
    const place = (): Place => this.locate(view.line, at);
    const rounded = this.roundAmount(view, place);
    if (rounded === rounded) return rounded;
    const text = this.text(view, at);
    const reading = this.amounts.read(text, place, this.isExact(view, at));
    const scaled = reading && scale(reading.digits, reading.negative, CENT_PLACES);
    if (scaled && Math.abs(scaled.units) <= LARGEST_CENTS) {
      if (scaled.difference) this.tally.rounded('amount', scaled.difference, place);
      return scaled.units;
    }
    if (this.isRepeatedHeader(view)) {
      this.tally.skipped++;
      return null;
    }
    if (fold(text) === '' && this.skipTotalRow(view, true)) return null;
    const column = this.headerText(at);
    const reason: Message = reading
      ? { code: 'intake.line-amount-too-large', facts: { column, others: 0 } }
      : fold(text) === ''
        ? { code: 'intake.line-amount-blank', facts: { column, others: 0 } }
        : { code: 'intake.line-amount-unreadable', facts: { column, found: showable(text), others: 0 } };
    this.reject(view, reason, null);
    return null;
  }

  /** An amount with three to six decimals, rounded half up (away from zero at exactly half); NaN for others. */
  private roundAmount(view: RecordView, place: () => Place): number {
    const at = this.amountAt;
    const millionths = scanNumber(
      view.bytes,
      view.starts[at] as number,
      view.ends[at] as number,
      this.isExact(view, at) ? 'point' : this.amounts.mark,
      6,
    );
    if (!(Math.abs(millionths) <= LARGEST_CENTS)) return NaN;
    const size = Math.abs(millionths);
    const rounded = (size + 5000 - ((size + 5000) % 10000)) / 10000;
    const cents = millionths < 0 && rounded !== 0 ? -rounded : rounded;
    const difference = cents * 10000 - millionths;
    if (difference !== 0) this.tally.roundedMillionths('amount', difference, place);
    return cents;
  }

  /** As `slowAmount` for the volume: null is none stated, undefined that the record was rejected. */
  private slowVolume(view: RecordView, cents: number): number | null | undefined {
    const at = this.quantityAt;
    const text = this.text(view, at);
    if (fold(text) === '') return null;
    const place = (): Place => this.locate(view.line, at);
    const reading = this.quantities.read(text, place, this.isExact(view, at));
    const scaled = reading && scale(reading.digits, reading.negative, VOLUME_PLACES);
    if (scaled) {
      if (scaled.difference) this.tally.rounded('quantity', scaled.difference, place);
      return scaled.units;
    }
    this.reject(
      view,
      {
        code: 'intake.line-quantity-unreadable',
        facts: { column: this.headerText(at), found: showable(text), others: 0 },
      },
      cents,
    );
    return undefined;
  }

  private reject(view: RecordView, reason: Message, cents: number | null): void {
    this.tally.reject(reason, cents, this.locate(view.line), view.line);
  }

  /** Says what has to be said once the whole file is known. Errors: `IntakeError` for month-first dates. */
  finish(file: string): void {
    if (this.monthFirst && this.eitherOrder && !this.dayFirstSeen) {
      throw new IntakeError([
        {
          level: 'error',
          code: 'intake.dates-month-first',
          facts: {
            file,
            column: this.headerText(this.periodAt),
            example: this.eitherOrder.text,
          },
          place: this.monthFirst,
        },
      ]);
    }
    const unknown = new Map(
      [...this.unknownDomains]
        .filter(([id]) => this.domainRead[id] === 1)
        .reverse()
        .map(([, { domain, place }]) => [domain, place]),
    );
    for (const [domain, place] of [...unknown].reverse().slice(0, NOTICES_PER_KIND)) {
      this.tally.notice('intake.domain-unknown', { domain }, place);
    }
    if (unknown.size > NOTICES_PER_KIND) this.tally.notice('intake.domains-unknown', { count: unknown.size });
    if (this.derived > 0) this.tally.notice('intake.domain-derived', { count: this.derived });
    if (this.header.at.get('product') === undefined) {
      this.tally.notice('intake.product-from-description', { column: this.headerText(this.productAt) });
    }
    if (this.clientCount > 0 && this.bsnCount * 2 > this.clientCount) {
      this.tally.notice('intake.client-bsn', { column: this.headerText(this.clientAt) });
    }
    const usesStatus = this.keepsLateApart && this.statusShares.some(({ late }) => late);
    if (this.statusShares.length > 1 && !usesStatus) {
      this.tally.notice('intake.status-not-used', {
        column: this.headerText(this.statusAt),
        count: this.statusShares.length,
      });
    }
    for (const { name, share } of this.statusShares.length > 1 ? this.statusShares.slice(0, 10) : []) {
      this.tally.notice('intake.status-share', {
        status: showable(name),
        lines: share.lines,
        amount: moneyValue(share.sum.money),
      });
    }
  }

  /** Providers of the lines that were read, in the order of first appearance. */
  get providerNames(): string[] {
    const names = new Set(this.providerSpellings.filter((_, id) => this.providerRead[id] === 1));
    if (this.providerAt < 0) names.add('');
    return [...names];
  }

  get yearShares(): ReadonlyMap<number, { lines: number; amount: Money }> {
    return new Map(
      [...this.years]
        .filter(([, share]) => share.lines > 0)
        .sort(([a], [b]) => a - b)
        .map(([year, share]) => [year, { lines: share.lines, amount: share.sum.money }]),
    );
  }
}
