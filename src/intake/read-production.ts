import { readAw319 } from './aw319/read-aw319';
import {
  IntakeError,
  type InputFile,
  type IntakeOptions,
  type IntakeReceipt,
  type TableReceipt,
} from './contract';
import { sampleOf } from './csv/csv-source';
import { sniffEncoding, utf8FromUtf16 } from './csv/encoding';
import { withStops, type CareEvent } from './declared/allocated';
import { fileKind, type FileKind } from './declared/file-kind';
import { plainReceipt } from './declared/plain-receipt';
import { Remarks } from './declared/remarks';
import { MessageRun } from './declared/run';
import { READABLE, RELEASE } from './imessages/kinds';
import { readAllocationMessage } from './imessages/read-allocation';
import { readAnswer } from './imessages/read-answer';
import { readDeclaration } from './imessages/read-declaration';
import { readCareEvents } from './imessages/read-events';
import type { IMessage } from './imessages/walk';
import { readAllocations, readInvoiceLines } from './read-allocations';
import { readCare } from './read-care';
import { Tally } from './tally';
import { ZipArchive } from './zip/zip-archive';
import {
  mergeTriangles,
  CareTable,
  type Allocation,
  type DeclarationTriangle,
  type InvoiceLine,
  type Issue,
} from '../core';

/** One file to read: given as such, or found in a zip. */
export interface ProductionPart {
  readonly file: InputFile;
  readonly kind: FileKind;
  /** What it was given as. */
  readonly role: 'production' | 'allocations';
  readonly inZip: boolean;
  /** Its first bytes; null when even those can't be read, for the reason in `failure`. */
  readonly sample: { readonly bytes: Uint8Array; readonly whole: boolean } | null;
  readonly failure: IntakeError | null;
}

/** Lists are held in memory: no more lines than this. */
const MOST_LINES = 1_000_000;

/** Messages that come back on others and hold nothing to count. */
const RETURNS = new Set(['302', '306', '308', '315', '316', '317', '318', '319', '320']);

/** Order of reading: answers before what they answer, tables before messages that may be named by them. */
function rankOf(kind: FileKind): number {
  if (kind.kind === 'table' || kind.kind === 'zip') return 1;
  if (kind.kind === 'ei') return 2;
  if (kind.kind === 'broken-xml') return 3;
  return { '325': 0, '323': 2 }[kind.xml.standard?.message ?? ''] ?? 3;
}

/**
 * Production in files of any kind: tables, workbooks, AW319, WMO/JW messages, and zip files of those. Told
 * apart by content. `parts` is the order to read them in; each `read` fills a table and gives a receipt.
 */
export class ProductionIntake {
  readonly run: MessageRun;

  private constructor(
    readonly parts: readonly ProductionPart[],
    private readonly options: IntakeOptions,
  ) {
    this.run = new MessageRun(options);
  }

  /**
   * Looks at the beginning of every file. What can't be read shows when its turn comes. `allocations` are
   * files given as such; production may hold allocation messages too.
   */
  static async open(
    files: readonly InputFile[],
    options: IntakeOptions = {},
    allocations: readonly InputFile[] = [],
  ): Promise<ProductionIntake> {
    const parts: ProductionPart[] = [];
    const look = async (file: InputFile, inZip: boolean, role: ProductionPart['role']): Promise<void> => {
      options.signal?.throwIfAborted();
      try {
        const sample = await sampleOf(file);
        const kind = fileKind(sample.bytes);
        if (kind.kind === 'zip') {
          const archive = await ZipArchive.open(file, options.signal);
          if (!archive.isWorkbook) {
            if (inZip) throw refuse('messages-in.zip-nested', file.name);
            const inner = archive.files();
            if (inner.length === 0) throw refuse('messages-in.zip-empty', file.name);
            for (const entry of inner) await look(entry, true, role);
            return;
          }
        }
        parts.push({
          file,
          kind: kind.kind === 'zip' ? { kind: 'table' } : kind,
          role,
          inZip,
          sample,
          failure: null,
        });
      } catch (error) {
        if (!(error instanceof IntakeError)) throw error;
        parts.push({ file, kind: { kind: 'table' }, role, inZip, sample: null, failure: error });
      }
    };
    for (const file of files) await look(file, false, 'production');
    for (const file of allocations) await look(file, false, 'allocations');
    const order = (part: ProductionPart): string => ('order' in part.kind ? part.kind.order : '');
    const sorted = parts
      .map((part, index) => ({ part, index }))
      .sort(
        (a, b) =>
          rankOf(a.part.kind) - rankOf(b.part.kind) ||
          (order(a.part) < order(b.part) ? -1 : order(a.part) > order(b.part) ? 1 : a.index - b.index),
      )
      .map(({ part }) => part);
    return new ProductionIntake(sorted, options);
  }

  /** Whether any of the files is a message: then clients are pseudonyms throughout. */
  get hasMessages(): boolean {
    return this.parts.some(({ kind }) => kind.kind !== 'table');
  }

  /** AGB codes by which the declarations name their providers. */
  get providerCodes(): string[] {
    const codes = this.parts.flatMap(({ kind }) => {
      if (kind.kind === 'ei') return [kind.payee];
      if (kind.kind === 'xml' && kind.xml.standard?.message === '323') {
        return [kind.xml.texts.get('Header/Afzender') ?? ''];
      }
      return [];
    });
    return [...new Set(codes.filter((code) => /^\d{8}$/.test(code)))];
  }

  /**
   * Reads one part into `into`, which is only touched when the whole part could be read as far as it is
   * sound. Errors: `IntakeError` when it can't be used; an aborted signal throws its reason.
   */
  async read(part: ProductionPart, into: CareTable, options: IntakeOptions = {}): Promise<IntakeReceipt> {
    const { file, kind, sample, failure } = part;
    if (failure) throw failure;
    const all: IntakeOptions = { ...this.options, ...options };
    const { run } = this;
    if (kind.kind === 'ei') {
      if (kind.code !== '187') throw refuse('messages-in.ei-other', file.name, { code: kind.code });
      if (kind.version !== '1.4') {
        throw refuse('messages-in.other-release', file.name, {
          name: `AW319 ${kind.version}`,
          expected: 'AW319 1.4',
        });
      }
      const bytes = sample?.bytes ?? new Uint8Array(0);
      const sniffed = sniffEncoding(bytes);
      const chunks = counted(file, all);
      return readAw319(
        file,
        sniffed === 'bytes' ? chunks : utf8FromUtf16(chunks, sniffed, true),
        bytes,
        into,
        run,
      );
    }
    if (kind.kind === 'broken-xml') {
      const { reason, line } = kind.broken;
      throw refuse('messages-in.xml-unusable', file.name, { reason: reason.replace(/-/g, '_') }, line);
    }
    if (kind.kind === 'xml') return this.readXml(part, kind.xml, into, all);
    if (isStray(part)) return notRead(file, file.name);
    return readCare(file, 'production', into, this.tableOptions(options));
  }

  private async readXml(
    part: ProductionPart,
    xml: Extract<FileKind, { kind: 'xml' }>['xml'],
    into: CareTable,
    options: IntakeOptions,
  ): Promise<IntakeReceipt> {
    const { file, sample } = part;
    const { run } = this;
    const { standard } = xml;
    if (standard === null) {
      throw refuse('messages-in.xml-other', file.name, {
        root: /^[\w.-]{1,40}$/.test(xml.root) ? xml.root : '?',
      });
    }
    const short = `${standard.domain === 'Wmo' ? 'WMO' : 'JW'}${standard.message}`;
    if (RETURNS.has(standard.message)) return notRead(file, `${short} ${standard.release}`);
    if (!READABLE.has(standard.message)) {
      throw refuse('messages-in.other-message', file.name, { name: `${short} ${standard.release}` });
    }
    if (standard.release !== RELEASE) {
      throw refuse('messages-in.other-release', file.name, {
        name: `${short} ${standard.release}`,
        expected: `${short} ${RELEASE}`,
      });
    }
    const message: IMessage = {
      file: file.name,
      size: file.size,
      kind: { ...xml, standard },
      sample: sample?.bytes ?? new Uint8Array(0),
      chunks: counted(file, options),
    };
    switch (standard.message) {
      case '323':
        return readDeclaration(message, into, run);
      case '325':
        return readAnswer(message, run);
      case '301':
        return readAllocationMessage(message, run);
      default:
        return readCareEvents(message, run);
    }
  }

  /**
   * As `read`, for production of which every line is wanted: they go to `lines`. Errors: as `read`, and when
   * there are more lines than a list may hold.
   */
  async readLines(part: ProductionPart, options: IntakeOptions = {}): Promise<TableReceipt> {
    const { run } = this;
    if (part.kind.kind === 'table' && part.failure === null && !isStray(part)) {
      const { entries, receipt } = await readInvoiceLines(part.file, this.tableOptions(options));
      for (const line of entries) this.collected.push(line);
      return receipt;
    }
    run.collect = (line) => {
      if (this.collected.push(line) > MOST_LINES)
        throw refuse('messages-in.list-too-long', part.file.name, { most: MOST_LINES });
    };
    try {
      return await this.read(part, new CareTable(), options);
    } finally {
      run.collect = null;
    }
  }

  /**
   * Reads a file that was given as allocations: a table, or messages (301) with starts and stops (305, 307).
   * They show in `allocations`. Errors: as `read`; a declaration is refused, being no allocation.
   */
  async readAllocationPart(part: ProductionPart, options: IntakeOptions = {}): Promise<TableReceipt> {
    const { kind, failure, file } = part;
    if (failure) throw failure;
    if (kind.kind === 'table' && !isStray(part)) {
      const { entries, receipt } = await readAllocations(file, this.tableOptions(options));
      for (const entry of entries) this.run.allocated.push(entry);
      return receipt;
    }
    const message = kind.kind === 'xml' ? (kind.xml.standard?.message ?? '') : '';
    if (kind.kind === 'ei' || message === '323' || message === '325') {
      throw refuse('messages-in.no-allocations', file.name);
    }
    return this.read(part, new CareTable(), options);
  }

  /** Lines of `readLines`, in the order read. */
  get lines(): readonly InvoiceLine[] {
    return this.collected;
  }

  private readonly collected: InvoiceLine[] = [];

  /** Beside messages a table's clients are pseudonyms too, or a client would be two. */
  private tableOptions(options: IntakeOptions): IntakeOptions {
    const all = { ...this.options, ...options };
    const hidden = all.pseudonymise ?? (this.hasMessages ? this.run.pseudonymise : undefined);
    return hidden ? { ...all, pseudonymise: hidden } : all;
  }

  /** All versions of allocations in the order read, with the stops of 307 messages in them. */
  get allocations(): Allocation[] {
    return withStops(this.run.allocated, this.run.events);
  }

  /** Starts and stops, in the order they were read. */
  get events(): readonly CareEvent[] {
    return this.run.events;
  }

  /** What shows only when every part has been read. */
  finish(): Issue[] {
    return this.run.finish();
  }
}

/** Something in a zip that is no table either, such as a manual. */
const isStray = ({ inZip, kind, file }: ProductionPart): boolean =>
  inZip && kind.kind === 'table' && !/\.(?:csv|txt|tsv|xlsx|xlsm)$/i.test(file.name);

/** Declared amounts by month of production and of declaration, over all messages of the receipts. */
export const triangleOf = (receipts: readonly IntakeReceipt[]): DeclarationTriangle =>
  mergeTriangles(receipts.map(({ message }) => ({ cells: message?.triangle ?? [] })));

/** A file that is named, but holds nothing for production. */
function notRead(file: InputFile, name: string): IntakeReceipt {
  const remarks = new Remarks();
  remarks.add('messages-in.not-read', { file: file.name }, { name });
  return plainReceipt(new Tally(file.name), remarks, null, {
    format: 'xml',
    name,
    domain: '',
    sender: '',
    receiver: '',
    number: '',
    date: null,
  });
}

/** The bytes of a message with progress, abortable between chunks. Its readers keep no chunk. */
async function* counted(file: InputFile, options: IntakeOptions): AsyncIterable<Uint8Array> {
  let done = 0;
  for await (const chunk of file.open(true)) {
    options.signal?.throwIfAborted();
    done += chunk.length;
    options.onProgress?.(done, file.size);
    yield chunk;
  }
}

const refuse = (code: string, file: string, facts: Issue['facts'] = {}, line?: number): IntakeError =>
  new IntakeError([
    {
      level: 'error',
      code,
      facts: { file, ...facts },
      place: line === undefined ? { file } : { file, line },
    },
  ]);
