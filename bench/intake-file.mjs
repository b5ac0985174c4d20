// Writes a seeded production file: Windows-1252, decimal comma, thousands marks, total row.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PROVIDERS = ['Stichting De Linde', 'Zorggroep Noord BV', 'Jeugdhulp Één', 'Thuiszorg West', 'De Brug'];
const UNITS = ['uur', 'dagdeel', 'etmaal', 'stuks'];

const dutch = (units, places) => {
  const negative = units < 0;
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${negative ? '-' : ''}${whole},${digits.slice(-places)}`;
};

/** Writes `lines` lines to `path`; with `euro` each amount carries a euro sign. Returns the total in cents. */
export async function writeProduction(path, lines, euro) {
  const random = seeded(20230630);
  const pick = (count) => Math.floor(random() * count);
  const out = createWriteStream(path);
  const header = 'Aanbieder;Domein;Product;Client;Periode;Aantal;Eenheid;Bedrag;Toewijzing\r\n';
  let total = 0n;
  let text = header;
  for (let line = 0; line < lines; line++) {
    const product = pick(20);
    const youth = product >= 10;
    const code = `${youth ? 40 + product - 10 : String(product + 1).padStart(2, '0')}A${String(product).padStart(2, '0')}`;
    const client = 10000 + pick(60000);
    const quarters = 1 + pick(400);
    const cents = Math.round((quarters / 4) * (4000 + product * 517)) * (random() < 0.02 ? -1 : 1);
    total += BigInt(cents);
    text += `${PROVIDERS[pick(5)]};${youth ? 'Jeugdwet' : 'Wmo'};${code};C${client};${String(1 + pick(12)).padStart(2, '0')}-2023;`;
    text += `${dutch(quarters * 25, 2)};${UNITS[product % 4]};${euro ? '€ ' : ''}${dutch(cents, 2)};T${client}${line % 10}\r\n`;
    if (text.length > 1 << 20) {
      if (!out.write(windows1252(text))) await once(out, 'drain');
      text = '';
    }
  }
  out.end(windows1252(text));
  await once(out, 'finish');
  return total;
}

function windows1252(text) {
  const bytes = Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');
  return bytes;
}
