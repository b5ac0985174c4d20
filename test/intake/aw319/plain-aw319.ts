import { unitWord } from '../../../src/intake/declared/units';

/**
 * AW319 read the slow way: one line of text after the other, with regular expressions, maps and bigints. It knows
 * nothing of chunks, bytes or hash tables, and says what the fast reader must say of the same lines.
 */
export interface PlainRead {
  /** `line code cents`, in the order of the file. */
  readonly rejected: string[];
  /** How often each remark, and on which line first. Those on the closing record are left out. */
  readonly remarks: Map<string, { count: number; line: number | undefined }>;
  /** Cents, ten-thousandths of the unit and lines by `product client month unit allocated`. */
  readonly groups: Map<string, { cents: bigint; volume: bigint; lines: number }>;
  readonly read: number;
  readonly skipped: number;
}

const DAY = 86_400_000;

/** The number of a field: null for spaces, NaN for anything but digits after spaces. */
const number = (text: string): number | null =>
  /^ *$/.test(text) ? null : /^ *\d+$/.test(text) ? Number(text) : NaN;

const amount = (text: string): number => number(text) ?? NaN;

function day(text: string): number | null {
  if (!/^\d{8}$/.test(text)) return null;
  const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2199) return null;
  const time = Date.UTC(year, month - 1, date);
  const found = new Date(time).toISOString().slice(0, 10).replace(/-/g, '');
  return found === text ? time / DAY : null;
}

const monthOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 7);

/** Half up in size, as a share of the days. */
function part(value: bigint, done: bigint, days: bigint): bigint {
  const size = ((value < 0n ? -value : value) * 2n * done + days) / (2n * days);
  return value < 0n ? -size : size;
}

function isElevenTest(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn) || /^0+$/.test(bsn)) return false;
  return [...bsn].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
}

function follows(cents: number, tariff: number, count: number, unit: number | null): boolean {
  const product = tariff * count;
  if (Number.isNaN(product)) return false;
  if (product === cents) return true;
  if (unit === 1) return Math.floor(product / 60 + 0.5) === cents;
  return unit === 7 && Math.floor(product / 12 + 0.5) === cents;
}

interface Reference {
  debit: boolean;
  credit: boolean;
  credited: boolean;
  awaited: boolean;
  content: string;
  from: number;
  until: number;
}

/** Reads lines as they stand in the file, the first of them a sound head. */
export function plainAw319(lines: readonly string[]): PlainRead {
  const rejected: string[] = [];
  const remarks: PlainRead['remarks'] = new Map();
  const groups: PlainRead['groups'] = new Map();
  const references = new Map<string, Reference>();
  const debits = new Map<string, number>();
  const twice: { key: string; line: number }[] = [];
  let [read, skipped, sequence, unmatched, late, tests, others] = [0, 1, 0, 0, 0, 0, 0];
  let client: { parent: string; name: string | null; identity: string } | null = null;
  let mayComment = false;
  let closed = false;
  const head = (lines[0] ?? '').padEnd(310);
  const lastDay = day(head.slice(72, 80)) ?? 0;

  const remark = (code: string, line: number | undefined, times = 1): void => {
    const known = remarks.get(code);
    if (known) known.count += times;
    else remarks.set(code, { count: times, line });
  };
  const reject = (line: number, code: string, cents: number | null): void => {
    rejected.push(`${line} ${code} ${cents === null || Number.isNaN(cents) ? '–' : cents}`);
  };
  const follow = (text: string, line: number, step: number): void => {
    const found = number(text);
    const expected = sequence + step;
    if (found !== expected) remark('sequence', line);
    sequence = found !== null && found > 0 ? found : expected;
  };

  const takeCredit = (previous: string, content: string, line: Line): void => {
    if (previous === '') return;
    const known = references.get(previous);
    if (!known?.debit) {
      if (known?.awaited) remark('credited-twice', line.at);
      if (!known || known.awaited) references.set(previous, { ...EMPTY, awaited: true });
      unmatched++;
      return;
    }
    if (known.credited) remark('credited-twice', line.at);
    known.credited = true;
    if (known.from !== line.from || known.until !== line.until) {
      if (monthOf(known.from) !== monthOf(line.from) || monthOf(known.until) !== monthOf(line.until)) {
        remark('credit-other-period', line.at);
        line.from = known.from;
        line.until = known.until;
      }
    } else if (known.content !== content) remark('credit-differs', line.at);
  };

  for (const [index, whole] of lines.entries()) {
    if (index === 0 || whole === '') continue;
    const at = index + 1;
    const kind = whole.slice(0, 2);
    if (whole.length < 310) remark('record-short', at);
    const text = whole.padEnd(310).slice(0, 310);
    const field = (from: number, until: number): string => text.slice(from, until);
    const sign = field(193, 194);
    const size = sign === 'D' || sign === 'C' ? amount(field(185, 193)) : NaN;
    const signed = sign === 'C' ? -size : size;
    const isLine = kind === '04';
    if (whole.trimEnd().length > 310 && /[^ ]/.test(whole.slice(310))) {
      reject(at, 'line-long', null);
    } else if (closed) reject(at, 'line-after-closing', isLine ? signed : null);
    else if (kind === '99') {
      closed = true;
      skipped++;
    } else if (kind === '98') {
      skipped++;
      if (mayComment) follow(field(2, 14), at, 0);
      else remark('comment-astray', at);
    } else if (kind === '02') {
      skipped++;
      mayComment = true;
      follow(field(2, 14), at, 1);
      const bsn = field(14, 23);
      const known = bsn !== '999999999' && amount(bsn) > 0;
      const own = field(42, 53).trimEnd();
      if (known) {
        if (!isElevenTest(bsn)) remark('bsn-wrong', at);
        if (bsn.startsWith('9999')) tests++;
        else others++;
      }
      client = {
        parent: field(14, 42),
        name: own !== '' ? `<${own.trim()}>` : known ? `<${bsn.trim()}>` : null,
        identity: known ? bsn : `${bsn}|${field(42, 53)}`,
      };
    } else if (isLine) {
      follow(field(2, 14), at, 1);
      mayComment = true;
      const [from, until] = [day(field(105, 113)), day(field(113, 121))];
      const count = number(field(129, 133)) ?? NaN;
      const unit = number(field(133, 135));
      const product = field(124, 129).trim();
      const reason =
        client === null
          ? 'line-without-client'
          : client.parent !== field(14, 42)
            ? 'line-other-client'
            : Number.isNaN(size)
              ? 'line-amount'
              : from === null || until === null
                ? 'line-dates'
                : from > until
                  ? 'line-dates-reversed'
                  : product === ''
                    ? 'line-product'
                    : Number.isNaN(count)
                      ? 'line-volume'
                      : Number.isNaN(unit)
                        ? 'line-unit'
                        : null;
      if (client === null || from === null || until === null || reason !== null) {
        reject(at, reason ?? '', signed);
        continue;
      }
      const credit = sign === 'C';
      const computed = amount(field(172, 180));
      if (computed !== size || field(180, 181) !== sign) remark('part-declared', at);
      const asked = Number.isNaN(computed) ? size : computed;
      if (!follows(asked, amount(field(164, 172)), count, unit)) remark('amount-not-tariff', at);
      if (unit === 14 && !credit && count > until - from + 1) remark('more-days', at);
      if (until > lastDay) remark('after-period', at);
      if (![55, 990, 999].includes(amount(field(121, 124)))) remark('other-list', at);
      const [reference, previous] = [field(194, 214).trimEnd(), field(214, 234).trimEnd()];
      if (reference === '') remark('reference-missing', at);
      if (credit && previous === '') remark('credit-without-earlier', at);
      if (!credit && previous !== '') remark('debit-with-earlier', at);
      const word = unitWord('aw319', unit ?? 0);
      if (word === undefined && !remarks.has(`unit ${unit}`)) {
        remarks.set(`unit ${unit}`, { count: 0, line: undefined });
        remark('unit-unknown', at);
      }
      const allocation = amount(field(91, 100)) > 0 ? amount(field(91, 100)) : 0;
      const line: Line = { at, from, until };
      const content = [client.identity, allocation, from, until, size, product].join('|');
      if (reference === '') {
        if (credit) takeCredit(previous, content, line);
      } else {
        const known = references.get(reference);
        if (known?.debit === true || known?.credit === true) {
          reject(at, 'line-reference-twice', signed);
          continue;
        }
        if (credit) takeCredit(previous, content, line);
        const awaited = !credit && references.get(reference)?.awaited === true;
        if (awaited) unmatched--;
        references.set(reference, {
          debit: !credit,
          credit,
          credited: awaited,
          awaited: false,
          content,
          from: line.from,
          until: line.until,
        });
      }
      const key = [client.identity, allocation, line.from, product].join('|');
      const net = (debits.get(key) ?? 0) + (credit ? -1 : 1);
      debits.set(key, net);
      if (net > 1 && !credit) twice.push({ key, line: at });

      read++;
      if (monthOf(line.until) < head.slice(72, 76) + '-' + head.slice(76, 78)) late++;
      const cents = BigInt(signed);
      const volume = BigInt((credit ? -count : count) * 10_000);
      const days = BigInt(line.until - line.from + 1);
      let [centsDone, volumeDone] = [0n, 0n];
      if (monthOf(line.from) !== monthOf(line.until)) remark('across-months', at);
      for (let next = line.from; next <= line.until; next++) {
        const month = monthOf(next);
        if (next < line.until && monthOf(next + 1) === month) continue;
        const done = BigInt(next - line.from + 1);
        const group = [product, client.name, month, word === undefined ? `eenheid ${unit}` : word];
        const name = [...group, allocation > 0 ? 'yes' : 'unknown'].join(' ');
        const sum = groups.get(name) ?? { cents: 0n, volume: 0n, lines: 0 };
        sum.cents += part(cents, done, days) - centsDone;
        sum.volume += part(volume, done, days) - volumeDone;
        sum.lines++;
        groups.set(name, sum);
        [centsDone, volumeDone] = [part(cents, done, days), part(volume, done, days)];
      }
    } else {
      if (kind === '01') remark('second-head', at);
      reject(at, 'record-unknown', null);
    }
  }
  const still = twice.filter(({ key }) => (debits.get(key) ?? 0) > 1);
  if (still[0]) remark('declared-twice', still[0].line, still.length);
  if (unmatched > 0) remark('unmatched-credits', undefined, unmatched);
  if (late > 0) remark('late-lines', undefined, late);
  if (!closed) remark('cut-off', undefined);
  if (tests > 0 && others > 0) remark('test-numbers', undefined, tests);
  for (const code of remarks.keys()) if (code.startsWith('unit ')) remarks.delete(code);
  return { rejected, remarks, groups, read, skipped };
}

interface Line {
  readonly at: number;
  from: number;
  until: number;
}

const EMPTY: Reference = {
  debit: false,
  credit: false,
  credited: false,
  awaited: false,
  content: '',
  from: 0,
  until: 0,
};
