import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listRulebooks, parseRulebook, type Issue } from '../../src/core';
import type { Engine } from '../../src/cli/engine';
import { run } from '../../src/cli/run';
import type { World } from '../../src/cli/world';
import type { CheckOutcome, FillOutcome } from '../../src/flow';
import type { FilePort } from '../../src/workbook';
import { inventedOutcome } from '../report/invented-outcome';

export const SAVED = new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]);

const port: FilePort = {
  read: () => Promise.reject(new Error('not read here')),
  write: () => Promise.reject(new Error('not written here')),
  undo: () => Promise.resolve(false),
  save: () => Promise.resolve(SAVED),
};

/** An error of the shape that the flow throws for input that can't be used. */
export class InputProblem extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('input');
  }
}

/** A small outcome; with or without its violation. */
export function outcome(violations: boolean): FillOutcome & CheckOutcome {
  const prognoses = inventedOutcome.prognoses.map((prognosis) => ({
    ...prognosis,
    findings: prognosis.findings.filter((finding) => violations || finding.severity !== 'violation'),
  }));
  const { written, refused, warnings } = inventedOutcome;
  const rest = { layout: null, profile: null, plan: null } as unknown as Pick<
    FillOutcome,
    'layout' | 'profile' | 'plan'
  >;
  return {
    ...inventedOutcome,
    ...rest,
    prognoses,
    receipts: [],
    unusable: [],
    details: [],
    written: written ?? [],
    refused: refused ?? [],
    warnings: warnings ?? [],
  };
}

export function engineWith(parts: Partial<Engine> = {}): Engine {
  return {
    openXlsx: () => Promise.resolve(port),
    runFill: () => Promise.resolve(outcome(false)),
    runCheck: () => Promise.resolve(outcome(false)),
    runForecast: () => Promise.reject(new Error('not forecast here')),
    runSpace: () => Promise.reject(new Error('not simulated here')),
    inspect: () => Promise.reject(new Error('not inspected here')),
    readTariffs: () => Promise.reject(new Error('not read here')),
    listRulebooks,
    parseRulebook,
    ...parts,
  };
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a folder, on a day of its own, and keeps what it prints. */
export async function runIn(
  folder: string,
  args: readonly string[],
  engine: Engine,
  world: Partial<World> = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await run(
    args,
    {
      cwd: folder,
      env: {},
      out: (text) => {
        out += text;
        return Promise.resolve();
      },
      err: (text) => {
        err += text;
      },
      outIsTerminal: false,
      errIsTerminal: false,
      columns: null,
      today: () => '2023-06-30',
      version: '0.1.0',
      ...world,
    },
    engine,
  );
  return { status, out, err };
}

/** A folder with the usual input files, thrown away afterwards. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-'));

  constructor() {
    for (const name of ['eigen.xlsx', 'ander.xlsx', 'productie.csv', 'prognose.csv', 'plafonds.csv']) {
      this.put(name, name);
    }
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  put(name: string, content: string): void {
    writeFileSync(this.path(name), content);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(args: readonly string[], engine: Engine = engineWith(), world: Partial<World> = {}): Promise<Ran> {
    return runIn(this.folder, args, engine, world);
  }
}

export const RULES = ['--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', '30-06-2023'];
export const FILL = ['fill', '--prognosis', 'eigen.xlsx', '--production', 'productie.csv', ...RULES];
