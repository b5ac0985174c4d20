// Several programs in turn, several times: each in a fresh process, with wall time and processor time.
import { execFileSync } from 'node:child_process';

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs every program `rounds` times, one after the other in each round, so that what else the machine does
 * meets all of them. A program prints JSON with `cpuSeconds` and `peakMegabytes`; the result is what it printed
 * last, with medians of `wall` and `cpuSeconds` and the highest peak.
 */
export function inRounds(programs, rounds) {
  const runs = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command, args }] of programs.entries()) {
      const begin = process.hrtime.bigint();
      const text = execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
      const wall = Number(process.hrtime.bigint() - begin) / 1e9;
      runs[index].push({ ...JSON.parse(text), wall });
    }
  }
  return runs.map((own) => ({
    ...own[own.length - 1],
    wall: median(own.map(({ wall }) => wall)),
    cpuSeconds: median(own.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: Math.max(...own.map(({ peakMegabytes }) => peakMegabytes)),
  }));
}
