/** A stream of random numbers that depends on its seeds only. */
export interface RandomStream {
  /** Evenly between 0 and 1, both excluded. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * Small fast counting generator (sfc32) with Box-Muller for normal numbers. The same seeds give the same
 * stream; it serves simulation only, nothing secret.
 * @example randomStream(1, 2).uniform() === randomStream(1, 2).uniform() // true
 */
export function randomStream(seed: number, stream: number): RandomStream {
  let a = seed | 0;
  let b = Math.floor(seed / 4294967296) | 0;
  let c = stream | 0;
  let count = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) next();
  const uniform = (): number => next() + 1.1641532182693481e-10;
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 6.283185307179586 * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** A whole number that stands for a text (FNV-1a): the stream of a product doesn't depend on its neighbours. */
export function streamOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
