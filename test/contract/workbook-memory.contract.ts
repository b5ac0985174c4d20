import { WorkbookError, type Json, type WorkbookMemory } from '../../src/workbook';

async function problemOf(work: Promise<unknown>): Promise<WorkbookError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

/** Something odd of every kind that JSON and XML treat differently. */
const ODD: Json = {
  text: ' <a>&amp;"\'é€😀\n\r\t]]> \u0000\u001f\ufffe\uffff_x0041_ ',
  lone: '\ud800',
  list: [1, -0.1, 1e21, null, true, [], {}],
  'name with <&>"': '',
};

/** Documents in the memory of one workbook: `open` gives what a pane sees that opens the workbook as it is now. */
export interface Remembering {
  open(): Promise<WorkbookMemory>;
  /** A second pane on the same open workbook, where there can be one. */
  readonly second?: () => Promise<WorkbookMemory>;
}

/** What the memory of every adapter must do. */
export function describeWorkbookMemory(name: string, make: () => Promise<Remembering>): void {
  describe(`workbook memory: ${name}`, () => {
    it('holds nothing at first', async () => {
      const memory = await (await make()).open();
      expect(await memory.keys()).toEqual([]);
      expect(await memory.get('profile')).toBeNull();
    });

    it('gives back what was set, now and when the workbook is opened again', async () => {
      const workbook = await make();
      const memory = await workbook.open();
      await memory.set('settings', ODD);
      await memory.set('profile', { version: 1 });
      for (const one of [memory, await workbook.open()]) {
        expect(await one.keys()).toEqual(['profile', 'settings']);
        expect(await one.get('settings')).toEqual(ODD);
        expect(await one.get('profile')).toEqual({ version: 1 });
      }
    });

    it('replaces and forgets, also in a workbook that was opened again', async () => {
      const workbook = await make();
      const first = await workbook.open();
      await first.set('settings', 1);
      await first.set('settings', 2);
      await first.set('log', ['a']);
      const again = await workbook.open();
      expect(await again.get('settings')).toBe(2);
      await again.set('settings', { year: 2023 });
      await again.get('log');
      await again.set('log', null);
      const last = await workbook.open();
      expect(await last.keys()).toEqual(['settings']);
      expect(await last.get('settings')).toEqual({ year: 2023 });
      expect(await last.get('log')).toBeNull();
      await last.set('log', ['b']);
      expect(await (await workbook.open()).get('log')).toEqual(['b']);
    });

    it('gives a copy, not the object itself', async () => {
      const memory = await (await make()).open();
      const value = { list: [1] };
      await memory.set('settings', value);
      value.list.push(2);
      expect(await memory.get('settings')).toEqual({ list: [1] });
    });

    it('does not overwrite a document it has not seen', async () => {
      const workbook = await make();
      await (await workbook.open()).set('settings', 1);
      const other = await workbook.open();
      expect((await problemOf(other.set('settings', 2))).detail).toEqual({
        code: 'excel.memory-changed',
        facts: { key: 'settings' },
      });
      expect(await other.get('settings')).toBe(1);
      await other.set('settings', 2);
      expect(await other.get('settings')).toBe(2);
    });

    it('notices a second pane, and loses nothing of it', async () => {
      const workbook = await make();
      if (!workbook.second) return;
      const one = await workbook.open();
      const two = await workbook.second();
      await one.set('settings', 1);
      await two.get('settings');
      await two.set('settings', 2);
      expect((await problemOf(one.set('settings', 3))).detail.code).toBe('excel.memory-changed');
      expect(await one.get('settings')).toBe(2);
    });

    it.each([
      ['a client number as a text', { clients: ['999990019'] }, 'settings.clients.0'],
      ['a client number in a file name', { file: 'productie-999990019.csv' }, 'settings.file'],
      ['a client number as a number', { a: { b: 999990019 } }, 'settings.a.b'],
      [
        'a client number as a name, which is not shown',
        { byClient: { '999990019': 1 } },
        'settings.byClient',
      ],
    ])('keeps no client: %s', async (_, value, place) => {
      const memory = await (await make()).open();
      expect((await problemOf(memory.set('settings', value))).detail).toEqual({
        code: 'excel.memory-private',
        facts: { key: 'settings', place },
      });
      expect(await memory.keys()).toEqual([]);
    });

    it('takes amounts, dates, codes and hashes for what they are', async () => {
      const memory = await (await make()).open();
      const value = {
        amount: '999990019.00',
        dutch: '999990019,00',
        day: '2023-06-30',
        hash: 'a999990019b3c0ffee',
        code: '02A15',
      };
      await memory.set('settings', value);
      expect(await memory.get('settings')).toEqual(value);
    });

    it.each(['', 'Profiel', 'a b', '<', '-a', 'x'.repeat(65)])('refuses the key %j', async (key) => {
      const memory = await (await make()).open();
      expect((await problemOf(memory.set(key, 1))).detail.code).toBe('excel.memory-key');
    });

    it('refuses what is too large, and keeps what was there', async () => {
      const memory = await (await make()).open();
      await memory.set('log', 'klein');
      expect((await problemOf(memory.set('log', 'x'.repeat(1_000_001)))).detail.code).toBe(
        'excel.memory-too-large',
      );
      expect(await memory.get('log')).toBe('klein');
      await memory.set('log', 'x'.repeat(900_000));
      expect(await memory.get('log')).toHaveLength(900_000);
    });
  });
}
