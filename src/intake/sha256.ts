/**
 * SHA-256 and HMAC (FIPS 180-4, FIPS 198-1) without waiting: the readers replace a client number while a line
 * is in hand, and the Web Crypto of browsers only answers later.
 */

/** Fractions of the cube roots of the first 64 primes. */
const ROUNDS = new Int32Array(64);
/** Fractions of the square roots of the first 8 primes. */
const START = new Int32Array(8);

{
  let found = 0;
  for (let candidate = 2; found < 64; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
      if (candidate % divisor === 0) prime = false;
    }
    if (!prime) continue;
    ROUNDS[found] = fractionBits(BigInt(candidate), 3n);
    if (found < 8) START[found] = fractionBits(BigInt(candidate), 2n);
    found++;
  }
}

/** The first 32 bits after the point of a root, by whole numbers only. */
function fractionBits(value: bigint, degree: bigint): number {
  const scaled = value << (32n * degree);
  let low = 0n;
  let high = value << 32n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle - 1n;
  }
  return Number(BigInt.asIntN(32, low));
}

const BLOCK = 64;
const DIGEST = 32;

/** Reused for every block: hashing a million numbers makes no garbage. The first 16 words are the block. */
const SCHEDULE = new Int32Array(64);

const small0 = (x: number): number => ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
const small1 = (x: number): number => ((x >>> 17) | (x << 15)) ^ ((x >>> 19) | (x << 13)) ^ (x >>> 10);
const large0 = (x: number): number =>
  ((x >>> 2) | (x << 30)) ^ ((x >>> 13) | (x << 19)) ^ ((x >>> 22) | (x << 10));
const large1 = (x: number): number =>
  ((x >>> 6) | (x << 26)) ^ ((x >>> 11) | (x << 21)) ^ ((x >>> 25) | (x << 7));
const choice = (x: number, y: number, z: number): number => z ^ (x & (y ^ z));
const majority = (x: number, y: number, z: number): number => (x & y) | (z & (x | y));

/** Takes a block of bytes. */
function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let i = 0, at = offset; i < 16; i++, at += 4) {
    SCHEDULE[i] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
  compressSchedule(state, state);
}

/** Takes the block that stands in the first words of `SCHEDULE`: `after` becomes what follows on `before`. */
function compressSchedule(before: Int32Array, after: Int32Array): void {
  const w = SCHEDULE;
  for (let i = 16; i < 64; i++) {
    const s0 = small0(w[i - 15] as number);
    const s1 = small1(w[i - 2] as number);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let a = before[0] as number;
  let b = before[1] as number;
  let c = before[2] as number;
  let d = before[3] as number;
  let e = before[4] as number;
  let f = before[5] as number;
  let g = before[6] as number;
  let h = before[7] as number;
  // Two rounds at a time, and what is known beforehand added first: each round waits for the one before.
  for (let i = 0; i < 64; i += 2) {
    const ready1 = (h + (ROUNDS[i] as number) + (w[i] as number)) | 0;
    const ready2 = (g + (ROUNDS[i + 1] as number) + (w[i + 1] as number)) | 0;
    const t1 = (ready1 + choice(e, f, g) + large1(e)) | 0;
    const e1 = (d + t1) | 0;
    const a1 = (t1 + large0(a) + majority(a, b, c)) | 0;
    const t2 = (ready2 + choice(e1, e, f) + large1(e1)) | 0;
    h = f;
    g = e;
    f = e1;
    e = (c + t2) | 0;
    d = b;
    c = a;
    b = a1;
    a = (t2 + large0(a1) + majority(a1, c, d)) | 0;
  }
  after[0] = ((before[0] as number) + a) | 0;
  after[1] = ((before[1] as number) + b) | 0;
  after[2] = ((before[2] as number) + c) | 0;
  after[3] = ((before[3] as number) + d) | 0;
  after[4] = ((before[4] as number) + e) | 0;
  after[5] = ((before[5] as number) + f) | 0;
  after[6] = ((before[6] as number) + g) | 0;
  after[7] = ((before[7] as number) + h) | 0;
}

/** Hashes what follows `done` bytes (a multiple of 64) that `state` has taken already. */
function finish(state: Int32Array, done: number, bytes: Uint8Array, out: Uint8Array): void {
  let at = 0;
  for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, bytes, at);
  const rest = bytes.length - at;
  const tail = rest + 9 <= BLOCK ? TAIL : TAIL2;
  tail.fill(0);
  tail.set(bytes.subarray(at), 0);
  tail[rest] = 0x80;
  const total = done + bytes.length;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(total / 0x20000000));
  view.setUint32(tail.length - 4, (total * 8) >>> 0);
  for (let block = 0; block < tail.length; block += BLOCK) compress(state, tail, block);
  writeWords(state, out);
}

function writeWords(state: Int32Array, out: Uint8Array): void {
  for (let i = 0; i < 8; i++) {
    const word = state[i] as number;
    out[i * 4] = word >>> 24;
    out[i * 4 + 1] = word >>> 16;
    out[i * 4 + 2] = word >>> 8;
    out[i * 4 + 3] = word;
  }
}

/** So many bytes fit in one block with the mark and the length behind them. */
const SHORT = 55;
const TAIL = new Uint8Array(BLOCK);
const TAIL2 = new Uint8Array(BLOCK * 2);

/** The SHA-256 digest of bytes, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(DIGEST);
  finish(START.slice(), 0, bytes, out);
  return out;
}

/** HMAC-SHA-256 under one key; the two key blocks are worked out once. */
export class Hmac {
  private readonly inner = START.slice();
  private readonly outer = START.slice();
  private readonly state = new Int32Array(8);

  constructor(key: Uint8Array) {
    const block = new Uint8Array(BLOCK);
    block.set(key.length > BLOCK ? sha256(key) : key);
    const padded = new Uint8Array(BLOCK);
    for (let i = 0; i < BLOCK; i++) padded[i] = (block[i] as number) ^ 0x36;
    compress(this.inner, padded, 0);
    for (let i = 0; i < BLOCK; i++) padded[i] = (block[i] as number) ^ 0x5c;
    compress(this.outer, padded, 0);
  }

  /** Writes the 32 bytes of the code of `bytes` into `out`. */
  into(bytes: Uint8Array, out: Uint8Array): void {
    this.range(bytes, 0, bytes.length, out);
  }

  /** As `into`, of a range of bytes. */
  range(bytes: Uint8Array, start: number, end: number, out: Uint8Array): void {
    const { state } = this;
    if (end - start <= SHORT) {
      fillSchedule(bytes, start, end);
      SCHEDULE[15] = (BLOCK + end - start) * 8;
      compressSchedule(this.inner, state);
    } else {
      state.set(this.inner);
      finish(state, BLOCK, bytes.subarray(start, end), out);
    }
    for (let i = 0; i < 8; i++) SCHEDULE[i] = state[i] as number;
    SCHEDULE[8] = 0x80000000;
    for (let i = 9; i < 15; i++) SCHEDULE[i] = 0;
    SCHEDULE[15] = (BLOCK + DIGEST) * 8;
    compressSchedule(this.outer, state);
    writeWords(state, out);
  }
}

/** Puts at most `SHORT` bytes with the mark behind them in the first words of the schedule, and zeros after it. */
function fillSchedule(bytes: Uint8Array, start: number, end: number): void {
  let word = 0;
  let to = 0;
  for (let at = start; at < end; at++) {
    word = (word << 8) | (bytes[at] as number);
    if (((at - start) & 3) === 3) {
      SCHEDULE[to++] = word;
      word = 0;
    }
  }
  const left = (end - start) & 3;
  SCHEDULE[to++] = ((word << 8) | 0x80) << ((3 - left) * 8);
  while (to < 16) SCHEDULE[to++] = 0;
}

/** PBKDF2 with HMAC-SHA-256, one block of 32 bytes (RFC 8018). */
export function stretch(password: Uint8Array, salt: Uint8Array, rounds: number): Uint8Array {
  const hmac = new Hmac(password);
  const first = new Uint8Array(salt.length + 4);
  first.set(salt);
  first[salt.length + 3] = 1;
  const step = new Uint8Array(DIGEST);
  hmac.into(first, step);
  const out = step.slice();
  for (let round = 1; round < rounds; round++) {
    hmac.into(step, step);
    for (let i = 0; i < DIGEST; i++) out[i] = (out[i] as number) ^ (step[i] as number);
  }
  return out;
}
