import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const FOLDERS = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];
const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

/** LibreOffice on this machine, with the part that opens workbooks; or why it can't be used. */
export function findOffice(): { readonly program: string } | { readonly reason: string } {
  const program = FOLDERS.filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return program === undefined
    ? { reason: 'LibreOffice (soffice) is not on this machine; Debian has it as libreoffice-calc.' }
    : { program };
}

/** A profile of its own, in which formulas of every workbook are worked out again when it is opened. */
function writeProfile(folder: string): void {
  const item = (name: string): string =>
    `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${name}" oor:op="fuse"><value>0</value></prop></item>`;
  mkdirSync(join(folder, 'user'), { recursive: true });
  writeFileSync(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${item('OOXMLRecalcMode')}${item('ODFRecalcMode')}</oor:items>`,
  );
}

/** A file to be opened: its bytes and its ending. */
export interface OfficeFile {
  readonly name: string;
  readonly ending: 'xlsx' | 'xlsm' | 'fods';
  readonly bytes: Uint8Array;
}

/**
 * Opens files in one run of LibreOffice, recalculates them and gives what it writes as xlsx, by name. A file that it
 * could not open is missing. The run is ended with everything it started when it takes too long.
 */
export async function reopen(
  program: string,
  files: readonly OfficeFile[],
  seconds = 100,
): Promise<{ readonly written: ReadonlyMap<string, Uint8Array>; readonly said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-office-'));
  try {
    const profile = join(folder, 'profile');
    const out = join(folder, 'out');
    writeProfile(profile);
    const paths = files.map(({ ending, bytes }, at) => {
      const path = join(folder, `w${at}.${ending}`);
      writeFileSync(path, bytes);
      return path;
    });
    const said = await runOffice(
      program,
      [
        `-env:UserInstallation=file://${profile.startsWith('/') ? '' : '/'}${profile.replaceAll('\\', '/')}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        ...paths,
      ],
      seconds,
    );
    const found = existsSync(out) ? new Set(readdirSync(out)) : new Set<string>();
    const written = files.flatMap(({ name }, at): [string, Uint8Array][] =>
      found.has(`w${at}.xlsx`) ? [[name, new Uint8Array(readFileSync(join(out, `w${at}.xlsx`)))]] : [],
    );
    return { written: new Map(written), said };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runOffice(program: string, args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve) => {
    // A process group of its own: the program is a script that starts others.
    const child = spawn(program, args, { detached: process.platform !== 'win32' });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const end = (): void => {
      said += `\nended after ${seconds} s`;
      try {
        if (child.pid !== undefined)
          process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch (error) {
        said += ` (${String(error)})`;
      }
    };
    const timer = setTimeout(end, seconds * 1000);
    const done = (): void => {
      clearTimeout(timer);
      resolve(said);
    };
    child.on('error', (error) => {
      said += error.message;
      done();
    });
    child.on('close', done);
  });
}
