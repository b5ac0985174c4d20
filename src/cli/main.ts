import { listRulebooks, parseRulebook } from '../core';
import { inspect, runCheck, runFill, runForecast, runSpace } from '../flow';
import { readTariffs } from '../intake';
import { openXlsx } from '../workbook';
import packageFile from '../../package.json';
import type { World } from './world';
import { run } from './run';

/** Someone closed the pipe (`| head`): not our problem, and no reason to complain. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);

const pad = (part: number): string => String(part).padStart(2, '0');

const world: World = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    }),
  err: (text) => {
    process.stderr.write(text);
  },
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  columns: process.stdout.isTTY
    ? process.stdout.columns
    : process.stderr.isTTY
      ? process.stderr.columns
      : null,
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  },
  version: packageFile.version,
};

void run(process.argv.slice(2), world, {
  openXlsx,
  runFill,
  runCheck,
  runForecast,
  runSpace,
  inspect,
  readTariffs,
  listRulebooks,
  parseRulebook,
}).then((status) => {
  process.exitCode = status;
});
