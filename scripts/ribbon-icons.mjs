/**
 * Draws the ribbon icons into assets/ribbon: bars under a ceiling, the last one just touching it.
 *   node scripts/ribbon-icons.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const SIZES = [16, 32, 64, 80];
const BLUE = [15, 76, 117];
const ORANGE = [214, 104, 20];
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'ribbon');

/** Parts of the drawing in a square of 16 by 16: left, top, right, bottom, colour. */
const PARTS = [
  [1, 2, 15, 4, ORANGE],
  [2, 10, 5, 15, BLUE],
  [6.5, 7, 9.5, 15, BLUE],
  [11, 5, 14, 15, BLUE],
];

/** How much of the pixel a part covers, so that edges between pixels are soft. */
const cover = (from, until, pixel, unit) =>
  Math.max(0, Math.min(until, (pixel + 1) * unit) - Math.max(from, pixel * unit)) / unit;

function pixels(size) {
  const unit = 16 / size;
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x++) {
      for (const [left, top, right, bottom, colour] of PARTS) {
        const alpha = cover(left, right, x, unit) * cover(top, bottom, y, unit);
        if (alpha > 0) row.set([...colour, Math.round(alpha * 255)], 1 + x * 4);
      }
    }
    rows.push(row);
  }
  return Buffer.concat(rows);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(folder, { recursive: true });
for (const size of SIZES) writeFileSync(path.join(folder, `icon-${size}.png`), png(size));
