import path from 'node:path';
import { snapshotsFromJson, snapshotsToJson, type Snapshot } from '../core';
import { snapshotsOf, type RunOutcome } from '../flow';
import { FileProblem } from './failure';
import { readJson, type FoundFile } from './input-files';
import type { PreparedInput } from './run-input';
import type { World } from './world';

/** The bytes of a file with a snapshot of every prognosis of a run. */
export function snapshotBytes(outcome: RunOutcome, input: PreparedInput, world: World): Uint8Array {
  const { asOf } = input.run;
  const snapshots = snapshotsOf(outcome, input.hashes, {
    id: `${asOf}-1`,
    takenAt: world.today(),
    note: '',
    engine: world.version,
  });
  return new TextEncoder().encode(`${JSON.stringify(snapshotsToJson(snapshots), null, 1)}\n`);
}

/** The snapshots in a file. Errors: `FileProblem` that names the path of what is damaged. */
export async function readSnapshots(file: FoundFile): Promise<readonly Snapshot[]> {
  const read = snapshotsFromJson(await readJson(file), path.basename(file.path));
  if ('issues' in read) throw new FileProblem(read.issues);
  return read.snapshots;
}
