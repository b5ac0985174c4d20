import { fromXml, MEMORY_NAMESPACE, memoryOver, toXml, type Kept, type WorkbookMemory } from '../keeping';
import { WorkbookError } from '../port';
import type { StoredText } from './encoding';
import type { Package } from './package';
import { normalPartName } from './zip';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const CONTENT_TYPES = '[content_types].xml';

/** A part that the package doesn't have yet, by the name it gets. */
export interface NewPart {
  readonly name: string;
  readonly text: string;
}

/**
 * The workbook's memory as custom XML parts of an xlsx file. Nothing but those parts, the workbook's relationships and
 * the list of content types differs in the saved file; the two lists are added to, never rewritten.
 */
export class XlsxMemory {
  readonly memory: WorkbookMemory;
  /** Parts that differ from the file as opened. */
  readonly changed = new Map<string, StoredText>();
  readonly added: NewPart[] = [];
  private documents: Map<string, { kept: Kept; part: string }> | null = null;

  constructor(
    private readonly pack: Package,
    private readonly workbookPart: string,
  ) {
    this.memory = memoryOver({
      load: async () => {
        await Promise.resolve();
        return [...this.known().values()].map(({ kept }) => kept);
      },
      store: async (kept) => {
        await Promise.resolve();
        this.store(kept);
      },
    });
  }

  private known(): Map<string, { kept: Kept; part: string }> {
    if (this.documents) return this.documents;
    const documents = new Map<string, { kept: Kept; part: string }>();
    for (const { type, target } of this.pack.relations(this.workbookPart)) {
      if (type !== 'customXml' || target === null || !this.pack.has(target)) continue;
      const kept = fromXml(this.textOf(target) ?? '');
      const other = kept && documents.get(kept.key);
      if (kept && !(other && other.kept.revision >= kept.revision)) {
        documents.set(kept.key, { kept, part: target });
      }
    }
    this.documents = documents;
    return documents;
  }

  /** The text of somebody's XML part; null when it is in no encoding we know, which makes it none of ours. */
  private textOf(part: string): string | null {
    try {
      return this.pack.text(part).text;
    } catch (error) {
      if (error instanceof WorkbookError) return null;
      throw error;
    }
  }

  private store(kept: Kept): void {
    const documents = this.known();
    const known = documents.get(kept.key);
    const text = toXml(kept);
    if (!known) documents.set(kept.key, { kept, part: this.add(text) });
    else {
      documents.set(kept.key, { kept, part: known.part });
      const at = this.added.findIndex(({ name }) => normalPartName(name) === known.part);
      if (at >= 0) this.added[at] = { name: this.added[at]?.name ?? known.part, text };
      else this.changed.set(known.part, { text, encoding: 'utf-8' });
    }
  }

  /** Adds a part with its properties, and tells the workbook and the package of it. Returns its part name. */
  private add(text: string): string {
    const isTaken = (name: string): boolean =>
      this.pack.has(normalPartName(name)) || this.added.some((part) => part.name === name);
    let number = 1;
    while (isTaken(`customXml/item${number}.xml`) || isTaken(`customXml/itemProps${number}.xml`)) number++;
    const name = `customXml/item${number}.xml`;
    const properties = `customXml/itemProps${number}.xml`;

    const slash = this.workbookPart.lastIndexOf('/');
    const folder = this.workbookPart.slice(0, slash + 1);
    const lists = `${folder}_rels/${this.workbookPart.slice(slash + 1)}.rels`;
    const list = this.present(lists);
    const base = list.text.includes(`"${STRICT}`) || list.text.includes(`'${STRICT}`) ? STRICT : TRANSITIONAL;
    const ids = new Set([...list.text.matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map((match) => match[1]));
    let id = 1;
    while (ids.has(`rIdMemory${id}`)) id++;
    const relation = { Id: `rIdMemory${id}`, Type: `${base}/relationships/customXml`, Target: `/${name}` };
    this.changed.set(lists, inserted(list, 'Relationships', 'Relationship', relation));

    let types = this.present(CONTENT_TYPES);
    if (!/Extension\s*=\s*["']xml["']/i.test(types.text)) {
      const own = { PartName: `/${name}`, ContentType: 'application/xml' };
      types = inserted(types, 'Types', 'Override', own);
    }
    const own = { PartName: `/${properties}`, ContentType: PROPERTIES_TYPE };
    this.changed.set(CONTENT_TYPES, inserted(types, 'Types', 'Override', own));

    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
    this.added.push(
      { name, text },
      {
        name: properties,
        text: `${head}<ds:datastoreItem ds:itemID="${itemId(number)}" xmlns:ds="${base}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${MEMORY_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
      },
      {
        name: `customXml/_rels/item${number}.xml.rels`,
        text: `${head}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${base}/relationships/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
      },
    );
    return normalPartName(name);
  }

  private present(part: string): StoredText {
    return this.changed.get(part) ?? this.pack.text(part);
  }
}

/** An identity within the file; nothing outside refers to it. */
const itemId = (number: number): string =>
  `{504C4146-4F4E-4457-494A-${number.toString(16).toUpperCase().padStart(12, '0')}}`;

/** A list with one element more at its end, in the list's own prefix. */
function inserted(
  stored: StoredText,
  list: string,
  element: string,
  attributes: Readonly<Record<string, string>>,
): StoredText {
  const made = (prefix: string): string =>
    `<${prefix}${element} ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ')}/>`;
  const closing = new RegExp(`</((?:[\\w.-]+:)?)${list}\\s*>`);
  if (closing.test(stored.text)) {
    return { ...stored, text: stored.text.replace(closing, (end, prefix: string) => made(prefix) + end) };
  }
  const empty = new RegExp(`<((?:[\\w.-]+:)?)${list}((?:\\s[^>]*?)?)/>`);
  const text = stored.text.replace(
    empty,
    (_, prefix: string, rest: string) => `<${prefix}${list}${rest}>${made(prefix)}</${prefix}${list}>`,
  );
  return { ...stored, text };
}
