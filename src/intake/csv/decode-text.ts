/**
 * A small text file as text: UTF-8, else Windows-1252, in which spreadsheets save plain CSV. Errors: none.
 * @example decodeText(Uint8Array.of(0x63, 0xe9)) // 'cé'
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the only thing that decoding bytes refuses.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
