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

/** Reused for every block: hashing a million numbers makes no garbage. */
const SCHEDULE = new Int32Array(64);

function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  const w = SCHEDULE;
  for (let i = 0, at = offset; i < 16; i++, at += 4) {
    w[i] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + (w[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
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
  private readonly between = new Uint8Array(DIGEST);

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
    this.state.set(this.inner);
    if (end - start <= SHORT) {
      this.last(bytes, start, end);
      writeWords(this.state, this.between);
    } else finish(this.state, BLOCK, bytes.subarray(start, end), this.between);
    this.state.set(this.outer);
    this.last(this.between, 0, DIGEST);
    writeWords(this.state, out);
  }

  /** Takes the last bytes, few enough to fit in one block with their length behind them. */
  private last(bytes: Uint8Array, start: number, end: number): void {
    let to = 0;
    for (let at = start; at < end; at++) TAIL[to++] = bytes[at] as number;
    const bits = (BLOCK + to) * 8;
    TAIL[to] = 0x80;
    TAIL.fill(0, to + 1);
    TAIL[BLOCK - 2] = bits >>> 8;
    TAIL[BLOCK - 1] = bits;
    compress(this.state, TAIL, 0);
  }
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
