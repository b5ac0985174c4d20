/**
 * What it costs to bring the cells of a workbook from one thread to another: structured clone alone (the least there
 * is) beside the codec of the pane, which also looks for what can't be cloned.
 */
import { MessageChannel } from 'node:worker_threads';
import { Decimal, type GridCell } from '../src/core';
import { pack, unpack, type Side } from '../src/taskpane/worker/wire';

const CELLS = 200_000;
const ROUNDS = 5;

const cells: GridCell[] = Array.from({ length: CELLS }, (_, index) => ({
  row: Math.floor(index / 20),
  col: index % 20,
  value:
    index % 20 === 0 ? { kind: 'text', value: `regel ${index}` } : { kind: 'number', value: index / 100 },
  formula: index % 20 === 19 ? `SUM(B${index}:S${index})` : null,
  format: '#,##0.00',
  locked: false,
  bold: false,
  fill: null,
}));
const grid = { file: 'groot.xlsx', dateSystem: '1900', names: [], sheets: [{ name: 'Blad1', cells }] };
const withDecimals = { grid, rates: Array.from({ length: 1000 }, (_, index) => new Decimal(index).div(7)) };

const none = (): never => {
  throw new Error('nothing here has methods');
};
const side: Side = {
  ...{
    keep: none,
    homeOf: none,
    own: none,
    keepSignal: none,
    follow: none,
    proxy: none,
    proxyFunction: none,
  },
};

async function cross(value: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const arrived = new Promise((resolve) => port2.once('message', resolve));
  port1.postMessage(value);
  const message = await arrived;
  port1.close();
  return message;
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(44)} ${(times[times.length >> 1] ?? 0).toFixed(0).padStart(6)} ms`);
}

async function main(): Promise<void> {
  console.log(`${CELLS.toLocaleString('en')} cells, median of ${ROUNDS}`);
  await timed('structured clone alone (peer)', () => cross(grid));
  await timed('codec: pack only', () => Promise.resolve(pack(grid, side)));
  await timed('codec: pack, cross, unpack', async () =>
    unpack((await cross(pack(grid, side))) as never, side),
  );
  await timed('the same with 1,000 decimals', async () =>
    unpack((await cross(pack(withDecimals, side))) as never, side),
  );
  await timed(
    'as JSON text (peer)',
    async () => JSON.parse((await cross(JSON.stringify(grid))) as string) as unknown,
  );
}

void main();
