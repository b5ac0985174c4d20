import { open } from 'node:fs/promises';

/** As much as is read at a time. */
const CHUNK = 1 << 19;

/**
 * The bytes of a file, one chunk ahead: while a chunk is in hand the next one is being read. `fleeting`: a
 * chunk holds only until the next one is asked for, and two pieces of memory serve the whole file.
 * Errors: those of the file system.
 */
export async function* fileChunks(path: string, fleeting: boolean): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const make = (): Uint8Array => new Uint8Array(CHUNK);
    const read = async (into: Uint8Array): Promise<Uint8Array> => {
      const { bytesRead } = await file.read(into, 0, CHUNK);
      return into.subarray(0, bytesRead);
    };
    const both = [make(), make()] as const;
    let chunk = await read(both[0]);
    for (let turn = 1; chunk.length > 0; turn++) {
      const next = read(fleeting ? both[turn % 2 === 0 ? 0 : 1] : make());
      // Awaited below; where reading stops before that, its failure is nobody's.
      next.catch(() => undefined);
      yield chunk;
      chunk = await next;
    }
  } finally {
    await file.close();
  }
}
