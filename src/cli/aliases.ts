import { parseAliases, type AliasTable } from '../core';
import { decodeText } from '../intake';
import { FileProblem } from './failure';
import { readBytes, type FoundFile } from './input-files';

/** The user's own table of wordings. Errors: `FileProblem` with the line or path. */
export async function readAliases(file: FoundFile): Promise<AliasTable> {
  const parsed = parseAliases(decodeText(await readBytes(file)), file.typed);
  if ('issues' in parsed) throw new FileProblem(parsed.issues);
  return parsed;
}
