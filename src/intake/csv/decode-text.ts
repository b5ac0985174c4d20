/**
 * A small text file as text: UTF-8, else Windows-1252, in which spreadsheets save plain CSV. Errors: none.
 * @example decodeText(Uint8Array.of(0x63, 0xe9)) // 'cé'
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Anything else isn't about the encoding.
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
