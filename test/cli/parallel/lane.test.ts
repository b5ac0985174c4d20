import { Worker } from 'node:worker_threads';
import { CareTable } from '../../../src/core';
import type { CheckBasis } from '../../../src/flow';
import { Lane } from '../../../src/cli/parallel/lane';
import type { Checked, WorkbookToCheck } from '../../../src/cli/parallel/one-workbook';

/** A thread that answers with the name of the workbook, and breaks down in one of three ways on some. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  const wait = () => new Promise((resolve) => setTimeout(resolve, 1));
  let before = Promise.resolve();
  const check = async ({ name }) => {
    await wait();
    if (name.startsWith('exit')) process.exit(3);
    if (name.startsWith('throw')) {
      setImmediate(() => { throw new RangeError('9999'); });
      await new Promise(() => undefined);
    }
    if (name.startsWith('defect')) parentPort.postMessage({ defect: 'TypeError' });
    else parentPort.postMessage({ checked: { kind: 'unusable', issues: [] }, hash: name });
  };
  parentPort.on('message', ({ workbook }) => { before = before.then(() => check(workbook)); });
`;

async function run(names: readonly string[], lanes: number): Promise<Map<string, Checked[]>> {
  const workbooks = names.map((name) => ({ name, found: {} }) as WorkbookToCheck);
  const basis = { loaded: { production: new CareTable() } } as unknown as CheckBasis;
  const taken = new Map<string, Checked[]>(names.map((name) => [name, []]));
  let next = 0;
  const claim = (): number | null => (next < names.length ? next++ : null);
  const take = (index: number, checked: Checked): void => {
    taken.get(names[index] ?? '')?.push(checked);
  };
  const begin = (): Worker => new Worker(PROGRAM, { eval: true });
  await Promise.all(
    Array.from({ length: lanes }, () => new Lane(begin, basis, workbooks, new Map(), claim, take).run()),
  );
  return taken;
}

describe('A thread that breaks down', () => {
  test.each([1, 3])('costs its own workbook and no other, with %i at work', async (lanes) => {
    const names = Array.from({ length: 24 }, (_, at) => {
      const way = at % 8 === 3 ? 'exit' : at % 8 === 4 ? 'throw' : at % 8 === 7 ? 'defect' : 'fine';
      return `${way}-${at}.xlsx`;
    });
    const taken = await run(names, lanes);
    for (const name of names) {
      const answers = taken.get(name) ?? [];
      expect([name, answers.length]).toEqual([name, 1]);
      const [answer] = answers;
      expect([name, answer?.hash]).toEqual([name, name.startsWith('fine') ? name : null]);
      const issues = answer?.checked.kind === 'unusable' ? answer.checked.issues : [];
      expect([name, issues.length]).toEqual([name, name.startsWith('fine') ? 0 : 1]);
    }
  });

  test('without any workbook there is nothing to start', async () => {
    expect([...(await run([], 2))]).toEqual([]);
  });
});
