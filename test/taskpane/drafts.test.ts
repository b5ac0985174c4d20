import { memoryInMemory } from '../../src/workbook';
import {
  forgetDraft,
  keepDraft,
  readDraft,
  restoreDraft,
  type DraftStorage,
} from '../../src/taskpane/state/drafts';

/** Storage that holds as many characters as it is told. */
function storageOf(most = 5_000_000): DraftStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      const others = [...kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
      if (others + value.length > most) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('drafts in the browser', () => {
  it('put back what a file that was opened again didn’t have yet', async () => {
    const storage = storageOf();
    const memory = memoryInMemory();
    await memory.set('settings', { year: '2023' });
    await memory.set('notes', { notes: [] });
    expect(await keepDraft(storage, 'abc', memory, '2023-07-05T09:30')).toBe(true);
    const draft = readDraft(storage, 'abc');
    if (!draft) throw new Error('no draft');
    const again = memoryInMemory();
    await again.set('settings', { year: '2022' });
    await restoreDraft(again, draft);
    expect([await again.get('settings'), await again.get('notes')]).toEqual([
      { year: '2023' },
      { notes: [] },
    ]);
    expect(readDraft(storage, 'other')).toBeNull();
    forgetDraft(storage, 'abc');
    expect(readDraft(storage, 'abc')).toBeNull();
  });

  it('leave frozen states out where there are too many, and say when the browser is full', async () => {
    const memory = memoryInMemory();
    await memory.set('settings', { year: '2023' });
    for (let part = 1; part <= 3; part++) await memory.set(`snapshot-x.p${part}`, 'x'.repeat(900_000));
    const storage = storageOf();
    expect(await keepDraft(storage, 'abc', memory, 't')).toBe(true);
    expect(Object.keys(readDraft(storage, 'abc')?.documents ?? {})).toEqual(['settings']);
    expect(await keepDraft(storageOf(10), 'abc', memory, 't')).toBe(false);
  });

  it('of ten files at most, and a damaged one is none', async () => {
    const storage = storageOf();
    const memory = memoryInMemory();
    await memory.set('settings', 1);
    for (let day = 10; day < 22; day++) await keepDraft(storage, `file${day}`, memory, `2023-07-${day}`);
    expect(storage.kept.size).toBe(10);
    expect(readDraft(storage, 'file11')).toBeNull();
    expect(readDraft(storage, 'file12')).not.toBeNull();
    for (const text of ['{', '1', 'null', '{"at":1}']) {
      storage.kept.set('plafondwijzer.draft.abc', text);
      expect(readDraft(storage, 'abc')).toBeNull();
    }
  });
});
