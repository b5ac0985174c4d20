/// <reference types="office-js" />
import { fromXml, MEMORY_NAMESPACE, memoryOver, toXml, type Kept, type WorkbookMemory } from '../keeping';
import { asProblem } from './host';
import type { Batch } from './read';

/** The workbook's memory as custom XML parts of the workbook that is open in Excel. */
export function excelMemory(batch: Batch, file: () => string): WorkbookMemory {
  const guarded: Batch = async (work) => {
    try {
      return await batch(work);
    } catch (error) {
      throw asProblem(error, file());
    }
  };
  const read = (): Promise<{ id: string; kept: Kept }[]> =>
    guarded(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE);
      parts.load('items/id');
      await context.sync();
      const texts = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
      await context.sync();
      return texts.flatMap(({ id, xml }) => {
        const kept = fromXml(xml.value);
        return kept ? [{ id, kept }] : [];
      });
    });
  return memoryOver({
    load: async () => newest((await read()).map(({ kept }) => kept)),
    async store(kept) {
      const old = (await read()).filter((one) => one.kept.key === kept.key);
      await guarded(async (context) => {
        const { customXmlParts } = context.workbook;
        const [first, ...others] = old;
        if (kept.value === null) for (const { id } of old) customXmlParts.getItem(id).delete();
        else if (first) customXmlParts.getItem(first.id).setXml(toXml(kept));
        else customXmlParts.add(toXml(kept));
        // Two panes may have added the first document at once; one is enough.
        if (kept.value !== null) for (const { id } of others) customXmlParts.getItem(id).delete();
        await context.sync();
      });
    },
  });
}

/** One document per key: the one that was set most often. */
function newest(all: readonly Kept[]): Kept[] {
  const best = new Map<string, Kept>();
  for (const kept of all) {
    const other = best.get(kept.key);
    if (!other || other.revision < kept.revision) best.set(kept.key, kept);
  }
  return [...best.values()];
}
