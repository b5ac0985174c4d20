import fc from 'fast-check';
import { CoreError, Decimal } from '../../../src/core';
import { InputError } from '../../../src/flow';
import { inputFile, readAll } from '../../../src/taskpane/state/input-files';
import { clone } from './clone';
import { pack, unpack, type Callable, type Side } from '../../../src/taskpane/worker/wire';

/** A side that gives out numbers and makes nothing of those it gets. */
function side(): Side & { readonly kept: Callable[] } {
  const kept: Callable[] = [];
  return {
    kept,
    keep: (target) => kept.push(target) - 1,
    homeOf: () => null,
    own: (id) => kept[id] ?? {},
    keepSignal: () => 7,
    follow: (_id, aborted) => (aborted ? AbortSignal.abort() : new AbortController().signal),
    proxy: (id, methods, rest) => ({ id, methods, ...rest }),
    proxyFunction: (id) => () => Promise.resolve(id),
  };
}

const across = (value: unknown): unknown => {
  const own = side();
  return unpack(clone(pack(value, own)), own);
};

describe('what crosses to another thread', () => {
  it('is the same on the other side: money, decimals, maps, sets, bytes', () => {
    const value = {
      amount: 123_456_789_012_345n,
      rate: new Decimal('0.962'),
      deep: [{ quantity: new Decimal('1e-30') }, null, undefined, [new Decimal('-0.10')]],
      years: new Map([[2023, { ratio: new Decimal(3), lines: 4 }]]),
      bare: new Map([['a', new Decimal(1)]]),
      rows: new Set([1, 2]),
      bytes: new Uint8Array([1, 2, 3]),
    };
    expect(across(value)).toEqual(value);
  });

  it('keeps every digit of a decimal', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -40, max: 40 }), (digits, exponent) => {
        const decimal = new Decimal(`${digits}e${exponent}`);
        const back = across({ decimal }) as { decimal: Decimal };
        expect(back.decimal.equals(decimal)).toBe(true);
        expect(back.decimal).toBeInstanceOf(Decimal);
      }),
    );
  });

  it('is any plain data, whatever its keys are', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true }), (value) => {
        expect(across(value)).toEqual(value);
      }),
    );
  });

  it('does not change what is sent, and copies only what it must', () => {
    const cells = [{ row: 1, value: { kind: 'number', value: 2 } }];
    const value = { cells, rate: new Decimal(2) };
    const wire = pack(value, side());
    expect(value.rate).toBeInstanceOf(Decimal);
    expect((wire.value as [{ cells: unknown }])[0].cells).toBe(cells);
  });

  it('keeps two mentions of one thing one thing', () => {
    const step = { label: 'x', value: new Decimal(1) };
    const back = across({ first: step, second: { of: [step] } }) as {
      first: object;
      second: { of: object[] };
    };
    expect(back.second.of[0]).toBe(back.first);
  });

  it('gives errors back as what they are', () => {
    const issue = {
      level: 'error',
      code: 'x',
      facts: { rate: new Decimal('0.5') },
      place: { line: 3 },
    } as const;
    const back = across(new InputError([issue as never]));
    expect(back).toBeInstanceOf(InputError);
    expect((back as InputError).issues).toEqual([issue]);
    const core = across(new CoreError('money-not-exact', { text: '1.005' }));
    expect(core).toBeInstanceOf(CoreError);
    expect(core).toMatchObject({ code: 'money-not-exact', info: { text: '1.005' } });
    expect(across(new TypeError('y'))).toMatchObject({ name: 'TypeError', message: 'y' });
  });

  it('sends a file without reading it', async () => {
    const own = side();
    const wire = pack({ file: inputFile(new Blob(['abc']), 'a.csv') }, own);
    expect(own.kept).toEqual([]);
    const back = unpack(clone(wire), own) as { file: ReturnType<typeof inputFile> };
    expect(back.file).toMatchObject({ name: 'a.csv', size: 3 });
    expect(new TextDecoder().decode(await readAll(back.file))).toBe('abc');
  });

  it('names the methods of an object, those of its class included, and shows none of its own fields', () => {
    class Port {
      readonly memory = { get: () => 1 };
      private readonly secret = 'x';
      read(): string {
        return this.secret;
      }
    }
    expect(across({ port: new Port() })).toMatchObject({
      port: { methods: ['read'], memory: { methods: ['get'] } },
    });
    expect(JSON.stringify(across(new Port()))).not.toContain('secret');
  });

  it('leaves nothing behind of what turned out to have methods', () => {
    const own = side();
    const wire = pack({ first: { signal: new AbortController().signal, report: () => 1 } }, own);
    expect(wire.stands).toHaveLength(1);
  });
});
