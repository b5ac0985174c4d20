import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileProblem, systemCode } from '../failure';

const WORKBOOK = /\.(xlsx|xlsm)$/i;
/** Excel's lock files and hidden files or folders are nobody's submission. */
const SKIPPED = /^(~\$|\.)/;

export interface FolderContents {
  /** Paths of workbooks, in order of name, folders within included. */
  readonly workbooks: readonly string[];
  /** Other files: named to the user, never silently passed over. */
  readonly others: readonly string[];
}

/** Whether what was typed is a folder. */
export async function isFolder(typed: string, cwd: string): Promise<boolean> {
  try {
    return (await stat(path.resolve(cwd, typed))).isDirectory();
  } catch (error) {
    if (systemCode(error) !== null) return false;
    throw error;
  }
}

/**
 * The workbooks in a folder and the folders within it; `leave` are paths of our own outputs, which are no
 * submissions. Errors: `FileProblem` for a folder that can't be read or has no workbook.
 */
export async function folderContents(
  typed: string,
  cwd: string,
  leave: ReadonlySet<string>,
): Promise<FolderContents> {
  const workbooks: string[] = [];
  const others: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    let entries;
    try {
      entries = await readdir(path.resolve(cwd, folder), { withFileTypes: true });
    } catch (error) {
      throw fileProblem('cli.input-unreadable', folder, { code: systemCode(error) ?? '' });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (SKIPPED.test(entry.name)) continue;
      const here = path.join(folder, entry.name);
      if (leave.has(path.resolve(cwd, here))) continue;
      if (entry.isDirectory()) await visit(here);
      else if (WORKBOOK.test(entry.name)) workbooks.push(here);
      else others.push(here);
    }
  };
  await visit(typed);
  if (workbooks.length === 0) throw fileProblem('cli.folder-without-workbooks', typed);
  return { workbooks, others };
}
