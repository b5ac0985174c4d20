const FEED = 0x0a;
const RETURN = 0x0d;

const marked = (word: number): number => (word - 0x20202020) | word;

/**
 * Where the line ends of a range of bytes are, and whether all of it is ASCII: one pass, 32 bytes at a time, since
 * both ask for the rare byte among many plain ones.
 */
export class LineEnds {
  /** Positions of line feeds and carriage returns, in order. */
  positions = new Int32Array(4096);
  count = 0;
  ascii = true;

  find(bytes: Uint8Array): void {
    this.count = 0;
    this.ascii = true;
    const end = bytes.length;
    const aligned = Math.min(end, (4 - (bytes.byteOffset & 3)) & 3);
    for (let at = 0; at < aligned; at++) this.look(bytes[at] as number, at);
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (end - aligned) >> 2);
    const length = words.length & -8;
    for (let index = 0; index < length; index += 8) {
      // The high bit of a byte is set here when a byte is below 0x20 or above 0x7f; now and then also beside one.
      const marks =
        marked(words[index] as number) |
        marked(words[index + 1] as number) |
        marked(words[index + 2] as number) |
        marked(words[index + 3] as number) |
        marked(words[index + 4] as number) |
        marked(words[index + 5] as number) |
        marked(words[index + 6] as number) |
        marked(words[index + 7] as number);
      if ((marks & 0x80808080) === 0) continue;
      const at = aligned + index * 4;
      for (let next = at; next < at + 32; next++) {
        const byte = bytes[next] as number;
        if (byte < 0x20 || byte > 0x7f) this.look(byte, next);
      }
    }
    for (let at = aligned + length * 4; at < end; at++) this.look(bytes[at] as number, at);
  }

  private look(byte: number, at: number): void {
    if (byte === FEED || byte === RETURN) {
      if (this.count === this.positions.length) {
        const wider = new Int32Array(this.count * 2);
        wider.set(this.positions);
        this.positions = wider;
      }
      this.positions[this.count++] = at;
    } else if (byte >= 0x80) this.ascii = false;
  }
}
