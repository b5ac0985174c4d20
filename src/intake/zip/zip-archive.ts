import { Inflate } from 'fflate';
import type { Issue } from '../../core';
import { IntakeError, type InputFile } from '../contract';

/** The packed file is held in memory; what is in it never is as a whole. */
const MOST_PACKED = 256 * 1024 * 1024;
/** Unpacked bytes of all files together. */
const MOST_UNPACKED = 8 * 1024 * 1024 * 1024;
const MOST_FILES = 50_000;
/** Packed bytes handed over at a time; bounds what one step can blow up to (about 8 MB). */
const STEP = 8 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** What a file of a run is called that stands in a zip: `berichten.zip/mei.xml`. */
const inside = (zip: string, name: string): string => `${zip}/${name}`;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

const CRC = new Int32Array(256);
for (let n = 0; n < 256; n++) {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  CRC[n] = value;
}

/** A zip file: the files in it, each to be read as a stream. */
export class ZipArchive {
  private constructor(
    private readonly archive: InputFile,
    private readonly bytes: Uint8Array,
    private readonly entries: readonly Entry[],
  ) {}

  /** Errors: `IntakeError` when it is no whole zip file, or too large. */
  static async open(file: InputFile, signal?: AbortSignal): Promise<ZipArchive> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of file.open()) {
      signal?.throwIfAborted();
      length += chunk.length;
      if (length > MOST_PACKED) throw refuse('messages-in.zip-too-large', file.name, { limit: 256 });
      parts.push(chunk);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return new ZipArchive(file, bytes, readDirectory(bytes, file.name));
  }

  /** Whether it is a workbook: those are zip files themselves. */
  get isWorkbook(): boolean {
    return this.entries.some(({ name }) => name.toLowerCase() === '[content_types].xml');
  }

  /** The files in it, without folders and what operating systems leave behind. */
  files(): InputFile[] {
    return this.entries
      .filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)|\/$/i.test(name))
      .map((entry) => {
        const name = inside(this.archive.name, entry.name);
        return {
          name,
          size: entry.size,
          open: () => {
            const chunks = this.unpack(entry);
            return this.archive.alongside?.(name, chunks) ?? chunks;
          },
        };
      });
  }

  private async *unpack(entry: Entry): AsyncIterable<Uint8Array> {
    const { bytes } = this;
    const name = inside(this.archive.name, entry.name);
    const corrupt = (): IntakeError => refuse('messages-in.zip-corrupt', name);
    if (entry.encrypted) throw refuse('messages-in.zip-encrypted', name);
    if (entry.method !== 0 && entry.method !== 8) {
      throw refuse('messages-in.zip-method', name, { method: entry.method });
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== LOCAL) throw corrupt();
    const start =
      entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
    const end = start + entry.packed;
    if (end > bytes.length) throw corrupt();
    let crc = -1;
    let size = 0;
    const count = (chunk: Uint8Array): void => {
      size += chunk.length;
      for (let at = 0; at < chunk.length; at++) {
        crc = (CRC[(crc ^ (chunk[at] as number)) & 255] as number) ^ (crc >>> 8);
      }
    };
    if (entry.method === 0) {
      for (let at = start; at < end; at += 1 << 18) {
        const chunk = bytes.subarray(at, Math.min(at + (1 << 18), end));
        count(chunk);
        yield chunk;
      }
    } else {
      let ready: Uint8Array[] = [];
      const inflate = new Inflate((chunk) => {
        if (chunk.length > 0) ready.push(chunk);
      });
      for (let at = start; at < end; at += STEP) {
        try {
          inflate.push(bytes.subarray(at, Math.min(at + STEP, end)), at + STEP >= end);
        } catch {
          throw corrupt();
        }
        for (const chunk of ready) {
          count(chunk);
          // More comes out than the directory states: the directory lies.
          if (size > entry.size) throw corrupt();
          yield chunk;
        }
        ready = [];
      }
    }
    if (size !== entry.size || ~crc >>> 0 !== entry.crc) throw corrupt();
  }
}

function readDirectory(bytes: Uint8Array, file: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= bytes.length) {
      end = at;
      break;
    }
  }
  if (end < 0) throw refuse('messages-in.zip-truncated', file);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const stated = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || stated === 0xffffffff || count > MOST_FILES) {
    throw refuse('messages-in.zip-too-large', file, { limit: 256 });
  }
  const from = end - size;
  // Bytes before the zip shift everything the directory states.
  const shift = from - stated;
  if (from < 0 || shift < 0) throw refuse('messages-in.zip-truncated', file);
  const entries: Entry[] = [];
  let at = from;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw refuse('messages-in.zip-truncated', file);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw refuse('messages-in.zip-truncated', file);
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true) + shift,
    };
    total += entry.size;
    if (total > MOST_UNPACKED || entry.size === 0xffffffff) {
      throw refuse('messages-in.zip-too-large', file, { limit: 256 });
    }
    entries.push(entry);
    at = next;
  }
  return entries;
}

const refuse = (code: string, file: string, facts: Issue['facts'] = {}): IntakeError =>
  new IntakeError([{ level: 'error', code, facts: { file, ...facts }, place: { file } }]);
