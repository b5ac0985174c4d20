import { decodePart, encodePart, type StoredText } from './encoding';
import { problem } from './problem';
import { attributeOf, parseTree, type XmlElement } from './xml';
import {
  normalPartName,
  readZip,
  rewriteZip,
  unpack,
  type UnpackLimits,
  type ZipEntry,
  type ZipFile,
} from './zip';

/** A relationship of a part. `target` is the normalised name of a part, or null for something outside. */
export interface Relation {
  readonly id: string;
  /** The last piece of the type address, such as `worksheet`; the same in strict and transitional files. */
  readonly type: string;
  readonly target: string | null;
}

/** The parts of an opened package, unpacked when asked for. Part names are normalised. */
export class Package {
  private readonly texts = new Map<string, StoredText>();
  private readonly trees = new Map<string, XmlElement>();
  readonly zip: ZipFile;

  constructor(
    bytes: Uint8Array,
    readonly file: string,
    limits: UnpackLimits,
  ) {
    this.zip = readZip(bytes, file, limits);
  }

  has(part: string): boolean {
    return this.zip.byName.has(part);
  }

  private entry(part: string): ZipEntry {
    const entry = this.zip.byName.get(part);
    if (!entry) throw problem('part-missing', { file: this.file, part });
    return entry;
  }

  /** The text of a part as it was opened. */
  text(part: string): StoredText {
    let stored = this.texts.get(part);
    if (!stored) {
      stored = decodePart(unpack(this.zip, this.entry(part)), this.file, part);
      this.texts.set(part, stored);
    }
    return stored;
  }

  /** Lets go of a text that won't be asked for again. */
  forget(part: string): void {
    this.texts.delete(part);
  }

  tree(part: string): XmlElement {
    let tree = this.trees.get(part);
    if (!tree) {
      tree = parseTree(this.text(part).text, this.file, part);
      this.trees.set(part, tree);
    }
    return tree;
  }

  /** The relationships of a part (`''` is the package itself); none when it has no relationships part. */
  relations(part: string): Relation[] {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const rels = `${folder}_rels/${part.slice(slash + 1)}.rels`;
    if (!this.has(rels)) return [];
    return this.tree(rels)
      .children.filter((child) => child.local === 'Relationship')
      .map((child) => {
        const target = attributeOf(child, 'Target') ?? '';
        const external = attributeOf(child, 'TargetMode')?.toLowerCase() === 'external';
        const type = attributeOf(child, 'Type') ?? '';
        return {
          id: attributeOf(child, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: external ? null : this.resolve(folder, target),
        };
      });
  }

  private resolve(folder: string, target: string): string {
    const plain = target.replace(/\\/g, '/').replace(/#.*$/, '');
    const pieces: string[] = [];
    for (const piece of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
      if (piece === '..') pieces.pop();
      else if (piece !== '' && piece !== '.') pieces.push(piece);
    }
    const name = normalPartName(pieces.join('/'));
    if (this.has(name)) return name;
    try {
      const decoded = normalPartName(decodeURIComponent(name));
      return this.has(decoded) ? decoded : name;
    } catch {
      // Not a percent-encoded name after all: it stays as written, and is reported when it is needed.
      return name;
    }
  }

  /** The content type of a part, or null when the package doesn't say. */
  contentType(part: string): string | null {
    if (!this.has('[content_types].xml')) return null;
    const { children } = this.tree('[content_types].xml');
    const override = children.find(
      (child) => child.local === 'Override' && normalPartName(attributeOf(child, 'PartName') ?? '') === part,
    );
    const extension = part.slice(part.lastIndexOf('.') + 1);
    const fallback = children.find(
      (child) => child.local === 'Default' && attributeOf(child, 'Extension')?.toLowerCase() === extension,
    );
    const found = override ?? fallback;
    return found ? attributeOf(found, 'ContentType') : null;
  }

  /** The file with some parts replaced and others added. */
  rewrite(
    changed: ReadonlyMap<string, StoredText>,
    added: readonly { readonly name: string; readonly text: string }[] = [],
  ): Uint8Array {
    const entries = new Map<ZipEntry, Uint8Array>();
    for (const [part, stored] of changed) entries.set(this.entry(part), encodePart(stored));
    return rewriteZip(
      this.zip,
      entries,
      added.map(({ name, text }) => ({ name, content: new TextEncoder().encode(text) })),
    );
  }
}
