import {
  careUnit,
  dateValue,
  evidenceOf,
  exact,
  formatMoney,
  moneyFromCents,
  moneyValue,
  readNumber,
  scale,
  type Candidate,
  type Decimal,
  type Message,
  type Money,
} from '../../core';
import { runCapacity, type CapacityRequest } from '../../flow';
import { say } from '../../messages';
import { stepToJson } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { UsageError } from '../failure';
import { prepareInput } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay } from '../values';
import { printResult } from './show-outcome';

/** A number as typed in either notation. Errors: `UsageError` when it reads two ways, or is none. */
function digitsOf(
  typed: string,
  option: string,
): NonNullable<ReturnType<typeof readNumber>> & { mark: 'comma' | 'point' } {
  const number = readNumber(typed);
  const mark = number === null ? 'open' : evidenceOf(number);
  if (number === null || mark === 'open' || number.negative) {
    throw new UsageError({ code: 'allocations.not-a-number', facts: { option, typed } });
  }
  return { ...number, mark: mark === 'point' ? 'point' : 'comma' };
}

function amountOf(typed: string): Money {
  const number = digitsOf(typed, '--cost');
  const scaled = number[number.mark] && scale(number[number.mark] ?? raise(typed, '--cost'), false, 2);
  if (!scaled || scaled.difference !== null) throw raise(typed, '--cost');
  return moneyFromCents(scaled.units);
}

const raise = (typed: string, option: string): never => {
  throw new UsageError({ code: 'allocations.not-a-number', facts: { option, typed } });
};

const FREQUENCIES = {
  dag: 'day',
  day: 'day',
  week: 'week',
  maand: 'month',
  month: 'month',
  totaal: 'total',
  total: 'total',
} as const;

/** `3 uur per week`, `20 dagdelen totaal`. Errors: `UsageError`. */
function volumeOf(typed: string): Extract<CapacityRequest['care'], { kind: 'volume' }> {
  const match = /^\s*([\d.,]+)\s+(\S+)\s+(?:per\s+)?(dag|day|week|maand|month|totaal|total)\s*$/i.exec(typed);
  const unit = match?.[2] ?? '';
  const frequency = (match?.[3] ?? '').toLowerCase() as keyof typeof FREQUENCIES;
  if (!match || careUnit(unit) === null) {
    throw new UsageError({ code: 'allocations.volume-unreadable', facts: { typed } });
  }
  const number = digitsOf(match[1] ?? '', '--volume');
  const digits = number[number.mark];
  const volume: Decimal = digits ? exact(digits, false) : raise(typed, '--volume');
  return { kind: 'volume', volume, unit, frequency: FREQUENCIES[frequency] };
}

/** Which providers have room for a new client, now, at year end, and from when (ZUT-01, ZUT-05). */
export async function capacityCommand(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const cost = found.texts.get('cost');
  const volume = found.texts.get('volume');
  if ((cost === undefined) === (volume === undefined)) {
    throw new UsageError({ code: 'allocations.cost-or-volume', facts: {} });
  }
  const until = found.texts.get('until');
  const input = await prepareInput(found, [], world.cwd, engine, world.env);
  const outcome = await runCapacity(
    {
      ...input.run,
      product: found.texts.get('product') ?? '',
      domain: found.texts.get('domain') ?? null,
      from: readDay(found.texts.get('from') ?? '', '--from'),
      until: until === undefined ? null : readDay(until, '--until'),
      care: cost === undefined ? volumeOf(volume ?? '') : { kind: 'cost', yearly: amountOf(cost) },
    },
    openGridWith(engine),
    session.progress,
  );
  const { capacity, domain, product, basis, rulebook } = outcome;
  const line = (code: string, facts: Message['facts'] = {}): string => say({ code, facts }, language);
  if (format === 'json') {
    const json = {
      ...{ rulebook: rulebook.id, domain, product, basis },
      client: {
        thisYear: formatMoney(capacity.thisYear),
        nextYear: formatMoney(capacity.nextYear),
        unknown: capacity.unknown === null ? null : say(capacity.unknown, language),
        steps: [capacity.steps.thisYear, capacity.steps.nextYear].map((step) => stepToJson(step, language)),
      },
      candidates: capacity.candidates.map((one) => ({
        ...one,
        headroom: one.headroom === null ? null : formatMoney(one.headroom),
        headroomYearEnd: one.headroomYearEnd === null ? null : formatMoney(one.headroomYearEnd),
        step: one.step === null ? null : stepToJson(one.step, language),
      })),
    };
    await printResult(`${JSON.stringify(json, null, 2)}\n`, session);
    return EXIT.fine;
  }
  const withRoom = capacity.candidates.filter(({ noRoom }) => noRoom === null);
  const lines = [
    line('allocations.capacity-title', { product, domain, rulebook: rulebook.title[language] }),
    line('allocations.capacity-client', {
      thisYear: moneyValue(capacity.thisYear),
      nextYear: moneyValue(capacity.nextYear),
    }),
    ...(capacity.unknown === null
      ? []
      : [line('allocations.capacity-unknown', { reason: capacity.unknown })]),
    line('allocations.capacity-basis', { basis }),
    '',
    ...(withRoom.length === 0
      ? [line('allocations.capacity-nobody')]
      : withRoom.map((one) => `  ${roomLine(one, line)}`)),
    ...capacity.candidates
      .filter(({ noRoom }) => noRoom !== null)
      .map(
        (one) =>
          `  ${line('allocations.capacity-none', { provider: one.provider, reason: (one.noRoom ?? '').replace('-', '') })}`,
      ),
    '',
    line('allocations.capacity-municipality'),
  ];
  await printResult(`${lines.join('\n')}\n`, session);
  return EXIT.fine;
}

function roomLine(one: Candidate, line: (code: string, facts?: Message['facts']) => string): string {
  const { provider, headroom, headroomYearEnd, fitsNow, fitsYearEnd, startNow, startYearEnd, fitsNextYear } =
    one;
  const start = startNow ?? startYearEnd;
  const when = fitsNow
    ? line('allocations.capacity-now')
    : fitsYearEnd
      ? line('allocations.capacity-year-end')
      : start === null
        ? ''
        : line('allocations.capacity-from', { date: dateValue(start) });
  return line('allocations.capacity-room', {
    ...{ provider, when },
    headroom: headroom === null ? '–' : moneyValue(headroom),
    yearEnd: headroomYearEnd === null ? '–' : moneyValue(headroomYearEnd),
    next: fitsNextYear === null ? 'unknown' : fitsNextYear ? 'yes' : 'no',
  });
}
