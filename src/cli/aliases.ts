import { parseAliases, type AliasTable } from '../core';
import { FileProblem } from './failure';
import { readBytes, type FoundFile } from './input-files';

/** The user's own table of wordings. Errors: `FileProblem` with the line or path. */
export async function readAliases(file: FoundFile): Promise<AliasTable> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Saved by a spreadsheet as plain CSV: Windows-1252. Anything else isn't about the encoding.
    if (!(error instanceof TypeError)) throw error;
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const parsed = parseAliases(text, file.typed);
  if ('issues' in parsed) throw new FileProblem(parsed.issues);
  return parsed;
}
