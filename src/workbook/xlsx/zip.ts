import { CODEC, TooMuch } from './codec';
import { problem } from './problem';

/** How much a package may unpack to before it is refused. */
export interface UnpackLimits {
  /** Sum of the unpacked sizes of all entries, in bytes. */
  readonly totalBytes: number;
  /** Unpacked over packed size of one entry; only looked at for entries of more than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

export const DEFAULT_LIMITS: UnpackLimits = {
  totalBytes: 300 * 1024 * 1024,
  ratio: 400,
  ratioFromBytes: 32 * 1024 * 1024,
};

/** Deflate can't do better than this, so an entry that states more is lying. */
const DEFLATE_MAXIMUM = 1032;

/** One entry as the central directory states it. Positions are in the file as given. */
export interface ZipEntry {
  /** The name as stored, decoded; not normalised. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localStart: number;
  readonly dataStart: number;
  /** Up to the next entry or the central directory: data, descriptor and padding. */
  readonly spanEnd: number;
  readonly centralStart: number;
  readonly centralEnd: number;
}

export interface ZipFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  readonly byName: ReadonlyMap<string, ZipEntry>;
  /** Everything after the central directory: end records and comment. */
  readonly endStart: number;
  readonly end64: { readonly record: number; readonly locator: number } | null;
  readonly endRecord: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/**
 * The name parts are looked up by: forward slashes, no leading slash, lower case. Package part names are
 * case-insensitive, and some producers write backslashes.
 */
export const normalPartName = (name: string): string =>
  name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Reads the central directory of a package and checks it before anything is unpacked: complete, no entry
 * twice, no entries over one another, within the limits. Errors: `WorkbookError`.
 */
export function readZip(bytes: Uint8Array, file: string, limits: UnpackLimits): ZipFile {
  const view = viewOf(bytes);
  const corrupt = (entry: string): Error => problem('zip-corrupt', { file, entry });
  const endRecord = findEnd(bytes, view);
  if (endRecord < 0) throw problem('zip-truncated', { file });
  let count = view.getUint16(endRecord + 10, true);
  let centralSize = view.getUint32(endRecord + 12, true);
  let centralOffset = view.getUint32(endRecord + 16, true);
  if (view.getUint16(endRecord + 4, true) !== view.getUint16(endRecord + 6, true)) throw corrupt('none');
  let end64: ZipFile['end64'] = null;
  let directoryEnd = endRecord;
  const locator = endRecord - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    let record = Number(view.getBigUint64(locator + 8, true));
    if (!isAt(view, record, END64, 56)) record = locator - 56;
    if (!isAt(view, record, END64, 56)) throw corrupt('none');
    end64 = { record, locator };
    directoryEnd = record;
    count = Number(view.getBigUint64(record + 32, true));
    centralSize = Number(view.getBigUint64(record + 40, true));
    centralOffset = Number(view.getBigUint64(record + 48, true));
  }
  if (centralSize > directoryEnd) throw problem('zip-truncated', { file });
  const centralStart = directoryEnd - centralSize;
  // Bytes before the package (self-extracting stubs) shift every stated offset.
  const shift = centralStart - centralOffset;
  if (shift < 0) throw problem('zip-truncated', { file });
  if (count > centralSize / 46) throw corrupt('none');

  interface Draft extends Omit<ZipEntry, 'dataStart' | 'spanEnd'> {
    readonly index: number;
  }
  const drafts: Draft[] = [];
  let at = centralStart;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (!isAt(view, at, CENTRAL, 46)) throw corrupt('none');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const end = at + 46 + nameLength + extraLength + commentLength;
    if (end > directoryEnd) throw corrupt('none');
    const flags = view.getUint16(at + 8, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    let size = view.getUint32(at + 24, true);
    let packedSize = view.getUint32(at + 20, true);
    let offset = view.getUint32(at + 42, true);
    const wide = zip64Fields(view, at);
    if (wide) ({ size, packedSize, offset } = wide);
    const localStart = offset + shift;
    if (!isAt(view, localStart, LOCAL, 30) || localStart >= centralStart) throw corrupt(name);
    total += size;
    if (total > limits.totalBytes) throw tooBig(file, limits);
    const ratio = packedSize === 0 ? (size === 0 ? 0 : Infinity) : size / packedSize;
    if (
      ratio > DEFLATE_MAXIMUM + (packedSize < 1024 ? 64 : 0) ||
      (size > limits.ratioFromBytes && ratio > limits.ratio)
    ) {
      throw problem('zip-ratio', { file, entry: name, limit: limits.ratio });
    }
    drafts.push({
      index,
      name,
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      localStart,
      centralStart: at,
      centralEnd: end,
    });
    at = end;
  }

  const entries = new Array<ZipEntry>(drafts.length);
  const ordered = [...drafts].sort((a, b) => a.localStart - b.localStart);
  ordered.forEach((draft, order) => {
    const spanEnd = ordered[order + 1]?.localStart ?? centralStart;
    const dataStart =
      draft.localStart +
      30 +
      view.getUint16(draft.localStart + 26, true) +
      view.getUint16(draft.localStart + 28, true);
    if (dataStart + draft.packedSize > spanEnd) throw problem('zip-overlap', { file, entry: draft.name });
    const { index, ...rest } = draft;
    entries[index] = { ...rest, dataStart, spanEnd };
  });
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = normalPartName(entry.name);
    if (key === '' || key.endsWith('/')) continue;
    if (byName.has(key)) throw problem('zip-duplicate', { file, entry: entry.name });
    byName.set(key, entry);
  }
  return { file, bytes, entries, byName, endStart: directoryEnd, end64, endRecord };
}

const tooBig = (file: string, limits: UnpackLimits): Error =>
  problem('too-big', { file, limit: Math.round(limits.totalBytes / (1024 * 1024)) });

function isAt(view: DataView, at: number, signature: number, length: number): boolean {
  return at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 65535; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= bytes.length)
      return at;
  }
  return -1;
}

/** Where the zip64 extra field of a header holds its 64-bit values: position, or -1. */
function findExtra64(view: DataView, start: number, length: number): number {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at;
  }
  return -1;
}

/** Sizes and offset of a central header with a zip64 field; the field only holds what overflowed. */
function zip64Fields(
  view: DataView,
  at: number,
): { size: number; packedSize: number; offset: number; offsetAt: number | null } | null {
  const nameLength = view.getUint16(at + 28, true);
  const extra = findExtra64(view, at + 46 + nameLength, view.getUint16(at + 30, true));
  if (extra < 0) return null;
  const end = extra + 4 + view.getUint16(extra + 2, true);
  let next = extra + 4;
  const take = (narrow: number): number => {
    if (narrow !== 0xffffffff || next + 8 > end || next + 8 > view.byteLength) return narrow;
    const value = Number(view.getBigUint64(next, true));
    next += 8;
    return value;
  };
  const size = take(view.getUint32(at + 24, true));
  const packedSize = take(view.getUint32(at + 20, true));
  const before = next;
  const offset = take(view.getUint32(at + 42, true));
  return { size, packedSize, offset, offsetAt: next > before ? before : null };
}

function decodeName(raw: Uint8Array): string {
  return new TextDecoder('utf-8').decode(raw);
}

/**
 * Unpacks one entry. Inflating stops as soon as more comes out than the directory states, and the checksum
 * must match. Errors: `WorkbookError`.
 */
export function unpack(zip: ZipFile, entry: ZipEntry): Uint8Array {
  const { file } = zip;
  if (entry.flags & 1) throw problem('encrypted', { file });
  const packed = zip.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  let bytes: Uint8Array;
  if (entry.method === 0) {
    if (entry.size !== entry.packedSize) throw problem('zip-corrupt', { file, entry: entry.name });
    bytes = packed;
  } else if (entry.method === 8) {
    bytes = inflate(zip, entry, packed);
  } else {
    throw problem('zip-method', { file, entry: entry.name, method: entry.method });
  }
  if (CODEC.crc32(bytes) !== entry.crc) throw problem('zip-crc', { file, entry: entry.name });
  return bytes;
}

function inflate(zip: ZipFile, entry: ZipEntry, packed: Uint8Array): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = CODEC.inflate(packed, entry.size);
  } catch (error) {
    throw error instanceof TooMuch
      ? problem('zip-size-lies', { file: zip.file, entry: entry.name })
      : problem('zip-corrupt', { file: zip.file, entry: entry.name });
  }
  if (bytes.length !== entry.size) throw problem('zip-corrupt', { file: zip.file, entry: entry.name });
  return bytes;
}

/** Beyond this size packing a little less tightly saves seconds. */
const HASTE_FROM = 16 * 1024 * 1024;

/**
 * The package with some entries replaced, and new ones at its end. All other entries, and everything the directory
 * says about them, are copied as they are, packed bytes included; only their offsets move.
 */
export function rewriteZip(
  zip: ZipFile,
  changed: ReadonlyMap<ZipEntry, Uint8Array>,
  added: readonly NewEntry[] = [],
): Uint8Array {
  if (changed.size === 0 && added.length === 0) return zip.bytes.slice();
  const { bytes } = zip;
  const pieces: Uint8Array[] = [];
  const offsets = new Map<ZipEntry, number>();
  const replaced = new Map<ZipEntry, { crc: number; packedSize: number; size: number }>();
  let length = 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const entry of [...zip.entries].sort((a, b) => a.localStart - b.localStart)) {
    offsets.set(entry, length);
    const content = changed.get(entry);
    if (!content) {
      add(bytes.subarray(entry.localStart, entry.spanEnd));
      continue;
    }
    const packed = CODEC.deflate(content, content.length > HASTE_FROM ? 3 : 6);
    const facts = { crc: CODEC.crc32(content), packedSize: packed.length, size: content.length };
    replaced.set(entry, facts);
    add(localHeader(bytes, entry, facts));
    add(packed);
  }
  const headers = added.map(({ name, content }) => {
    const packed = CODEC.deflate(content, 6);
    const facts = { crc: CODEC.crc32(content), packedSize: packed.length, size: content.length };
    const headers = newHeaders(name, facts, length);
    add(headers.local);
    add(packed);
    return headers.central;
  });
  const centralOffset = length;
  for (const entry of zip.entries)
    add(centralHeader(bytes, entry, offsets.get(entry) ?? 0, replaced.get(entry)));
  headers.forEach(add);
  const centralSize = length - centralOffset;
  const ending = bytes.slice(zip.endStart);
  const view = viewOf(ending);
  if (zip.end64) {
    const record = zip.end64.record - zip.endStart;
    for (const at of [24, 32]) {
      const count = view.getBigUint64(record + at, true) + BigInt(added.length);
      view.setBigUint64(record + at, count, true);
    }
    view.setBigUint64(record + 40, BigInt(centralSize), true);
    view.setBigUint64(record + 48, BigInt(centralOffset), true);
    view.setBigUint64(zip.end64.locator - zip.endStart + 8, BigInt(length + record), true);
  }
  const end = zip.endRecord - zip.endStart;
  for (const at of [8, 10]) {
    const count = view.getUint16(end + at, true);
    if (count !== 0xffff) view.setUint16(end + at, count + added.length, true);
  }
  // With a zip64 record the narrow fields may hold the "look there" mark; that stays.
  if (view.getUint32(end + 12, true) !== 0xffffffff) view.setUint32(end + 12, centralSize, true);
  if (view.getUint32(end + 16, true) !== 0xffffffff) view.setUint32(end + 16, centralOffset, true);
  add(ending);
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** A file to be added to a package. The name is plain ASCII. */
export interface NewEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** 1 January 1980, the first day zip knows: a file made twice is the same twice. */
const FIRST_DAY = 0x21;

function newHeaders(name: string, sizes: Sizes, offset: number): { local: Uint8Array; central: Uint8Array } {
  const bytes = new TextEncoder().encode(name);
  const local = new Uint8Array(30 + bytes.length);
  const central = new Uint8Array(46 + bytes.length);
  local.set(bytes, 30);
  central.set(bytes, 46);
  const l = viewOf(local);
  l.setUint32(0, LOCAL, true);
  const c = viewOf(central);
  c.setUint32(0, CENTRAL, true);
  c.setUint16(4, 20, true);
  c.setUint32(42, offset, true);
  // From the version on both headers say the same, the central one two bytes later.
  for (const [view, at] of [
    [l, 4],
    [c, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 8, FIRST_DAY, true);
    view.setUint32(at + 10, sizes.crc, true);
    view.setUint32(at + 14, sizes.packedSize, true);
    view.setUint32(at + 18, sizes.size, true);
    view.setUint16(at + 22, bytes.length, true);
  }
  return { local, central };
}

interface Sizes {
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** Flags without "sizes follow the data"; the other flags (such as UTF-8 names) stay. */
const withoutDescriptor = (flags: number): number => flags & ~8;

function withoutExtra64(bytes: Uint8Array, start: number, length: number): Uint8Array {
  const view = viewOf(bytes);
  const at = findExtra64(view, start, length);
  if (at < 0) return bytes.slice(start, start + length);
  const end = at + 4 + view.getUint16(at + 2, true);
  const out = new Uint8Array(length - (end - at));
  out.set(bytes.subarray(start, at), 0);
  out.set(bytes.subarray(end, start + length), at - start);
  return out;
}

function localHeader(bytes: Uint8Array, entry: ZipEntry, sizes: Sizes): Uint8Array {
  const source = viewOf(bytes);
  const nameLength = source.getUint16(entry.localStart + 26, true);
  const extraStart = entry.localStart + 30 + nameLength;
  const extra = withoutExtra64(bytes, extraStart, entry.dataStart - extraStart);
  const out = new Uint8Array(30 + nameLength + extra.length);
  out.set(bytes.subarray(entry.localStart, extraStart), 0);
  out.set(extra, 30 + nameLength);
  const view = viewOf(out);
  view.setUint16(6, withoutDescriptor(view.getUint16(6, true)), true);
  view.setUint16(8, 8, true);
  view.setUint32(14, sizes.crc, true);
  view.setUint32(18, sizes.packedSize, true);
  view.setUint32(22, sizes.size, true);
  view.setUint16(28, extra.length, true);
  return out;
}

function centralHeader(bytes: Uint8Array, entry: ZipEntry, offset: number, sizes?: Sizes): Uint8Array {
  if (!sizes) {
    const out = bytes.slice(entry.centralStart, entry.centralEnd);
    const view = viewOf(out);
    const wide = zip64Fields(view, 0);
    if (wide && wide.offsetAt !== null) view.setBigUint64(wide.offsetAt, BigInt(offset), true);
    else view.setUint32(42, offset, true);
    return out;
  }
  const source = viewOf(bytes);
  const nameLength = source.getUint16(entry.centralStart + 28, true);
  const extraStart = entry.centralStart + 46 + nameLength;
  const extraEnd = extraStart + source.getUint16(entry.centralStart + 30, true);
  const extra = withoutExtra64(bytes, extraStart, extraEnd - extraStart);
  const out = new Uint8Array(46 + nameLength + extra.length + (entry.centralEnd - extraEnd));
  out.set(bytes.subarray(entry.centralStart, extraStart), 0);
  out.set(extra, 46 + nameLength);
  out.set(bytes.subarray(extraEnd, entry.centralEnd), 46 + nameLength + extra.length);
  const view = viewOf(out);
  view.setUint16(8, withoutDescriptor(view.getUint16(8, true)), true);
  view.setUint16(10, 8, true);
  view.setUint32(16, sizes.crc, true);
  view.setUint32(20, sizes.packedSize, true);
  view.setUint32(24, sizes.size, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(42, offset, true);
  return out;
}
