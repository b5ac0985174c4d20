import type { InputFile } from '../../intake';
import { inputFile } from '../state/input-files';

/** Files that were chosen or dropped, with the folders they came in. */
export interface Gathered {
  /** From folders: workbooks among them are submissions, whatever they are called. */
  readonly inFolders: readonly InputFile[];
  readonly loose: readonly InputFile[];
  /** Names of files of other kinds: told, never silently passed over. */
  readonly others: readonly string[];
}

interface Found {
  readonly file: File;
  /** From the folder that was dropped on; empty for a file dropped by itself. */
  readonly path: string;
}

const READABLE = /\.(xlsx|xlsm|csv|txt|tsv|xml|json)$/i;
/** Excel's lock files and hidden files or folders are nobody's submission. */
const SKIPPED = /^(~\$|\.)/;

/** A name for each: its own where that says enough, else with its folders, so that none hides another. */
function named(found: readonly Found[]): Gathered {
  const usable = found.filter(({ file }) => !SKIPPED.test(file.name));
  const times = new Map<string, number>();
  for (const { file } of usable) times.set(file.name, (times.get(file.name) ?? 0) + 1);
  const name = ({ file, path }: Found): string =>
    path !== '' && (times.get(file.name) ?? 0) > 1 ? path : file.name;
  const readable = usable
    .filter(({ file }) => READABLE.test(file.name))
    .sort((a, b) => (a.path || a.file.name).localeCompare(b.path || b.file.name, 'nl'));
  const input = (one: Found): InputFile => inputFile(one.file, name(one));
  return {
    inFolders: readable.filter(({ path }) => path !== '').map(input),
    loose: readable.filter(({ path }) => path === '').map(input),
    others: usable.filter(({ file }) => !READABLE.test(file.name)).map(({ file }) => file.name),
  };
}

/** The files of a folder that was chosen. */
export const chosenFolder = (files: readonly File[]): Gathered =>
  named(
    files.map((file) => ({
      file,
      // The first part is the chosen folder itself.
      path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name,
    })),
  );

const readEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

async function visit(entry: FileSystemEntry, path: string, into: Found[]): Promise<void> {
  if (SKIPPED.test(entry.name)) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    into.push({ file, path });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A browser hands a folder over in parts; an empty part is the end.
  for (;;) {
    const part = await readEntries(reader);
    if (part.length === 0) return;
    for (const child of part) await visit(child, path === '' ? child.name : `${path}/${child.name}`, into);
  }
}

/**
 * What was dropped, folders and what is in them included. To be called while the drop is being handled: the
 * browser forgets it after.
 */
export function droppedFiles(transfer: DataTransfer): Promise<Gathered> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) {
    return Promise.resolve(named([...transfer.files].map((file) => ({ file, path: '' }))));
  }
  return (async () => {
    const found: Found[] = [];
    for (const entry of entries) {
      if (entry.isDirectory && entries.length === 1) await visit(entry, '', found);
      else if (entry.isDirectory) await visit(entry, entry.name, found);
      else await visit(entry, '', found);
    }
    return named(found);
  })();
}
