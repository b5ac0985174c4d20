import { decodePart } from './encoding';
import { Package } from './package';
import { readSharedStrings } from './strings';
import { escapeText, XmlScanner } from './xml';
import { DEFAULT_LIMITS, unpack } from './zip';

/** What has to go from the parts of a workbook that no cell write reaches. */
export interface ScrubRules {
  /** Whether some cell still shows this text; shared texts that none shows are taken out. */
  isShown(text: string): boolean;
  /** What stands for a text that was in a private cell (caches of pivot tables repeat them); null: keep it. */
  replacement(text: string): string | null;
  /** Covers known numbers in any other text. */
  cover(text: string): { readonly text: string; readonly count: number };
}

export interface Scrubbed {
  readonly bytes: Uint8Array;
  /** Shared texts taken out, as no cell shows them any more. */
  readonly texts: number;
  /** Notes and comments of which the text was taken out. */
  readonly comments: number;
  /** Values replaced in caches, headers, names and the like. */
  readonly covered: number;
  /** Parts that can't be looked into: programs, pictures, embedded files. */
  readonly closed: readonly string[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, code: string, name: string) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (code) return String.fromCodePoint(Number(code));
    return entities[name] ?? whole;
  });

/** Parts that are markup; anything else can't be looked into. */
const MARKUP = /\.(?:xml|rels|vml)$/;
/** Parts that hold no data of a user. */
const HARMLESS = /(?:^|\/)(?:theme\/|printersettings\/|calcchain\.xml|styles\.xml|\[content_types\]\.xml)/;

/**
 * Takes from a workbook what cell writes leave behind: shared texts that no cell shows, notes, caches of pivot
 * tables, the names of authors, and known numbers anywhere else. Parts without any of it stay byte for byte.
 * @param file The file's name, for messages.
 * Errors: `WorkbookError` when the package can't be read.
 */
export function scrubXlsx(bytes: Uint8Array, file: string, rules: ScrubRules): Scrubbed {
  const pack = new Package(bytes, file, DEFAULT_LIMITS);
  const changed = new Map<string, ReturnType<typeof decodePart>>();
  const closed: string[] = [];
  let texts = 0;
  let comments = 0;
  let covered = 0;
  for (const [part, entry] of pack.zip.byName) {
    if (part.endsWith('/') || HARMLESS.test(part)) continue;
    if (!MARKUP.test(part)) {
      closed.push(entry.name);
      continue;
    }
    const stored = decodePart(unpack(pack.zip, entry), file, part);
    let { text } = stored;
    if (/(?:^|\/)sharedstrings\.xml$/.test(part)) {
      const cut = cutSharedTexts(text, file, part, rules);
      texts += cut.count;
      text = cut.text;
    }
    if (/(?:^|\/)(?:threaded)?comments?\d*\.xml$|\/persons?\//.test(part)) {
      text = text
        .replace(
          /(<(?:\w+:)?t(?:ext)?(?:\s[^>]*)?>)([^<]+)(?=<\/(?:\w+:)?t(?:ext)?>)/g,
          (_, open: string) => {
            comments++;
            return open;
          },
        )
        .replace(/(<(?:\w+:)?author(?:\s[^>]*)?>)[^<]+/g, '$1')
        .replace(/(\sdisplayName=")[^"]*/g, '$1');
    }
    if (/(?:^|\/)pivotcache\//.test(part)) {
      text = text.replace(/(\sv=")([^"]*)(?=")/g, (whole, open: string, value: string) => {
        const replacement = rules.replacement(decoded(value));
        if (replacement === null) return whole;
        covered++;
        return open + escapeText(replacement);
      });
    }
    if (/(?:^|\/)docprops\/core\.xml$/.test(part)) {
      text = text.replace(/(<(?:dc:creator|cp:lastModifiedBy)(?:\s[^>]*)?>)[^<]+/g, '$1');
    }
    const rest = rules.cover(text);
    covered += rest.count;
    text = rest.text;
    if (text !== stored.text) changed.set(part, { ...stored, text });
  }
  return {
    bytes: changed.size === 0 ? bytes : pack.rewrite(changed),
    ...{ texts, comments, covered, closed },
  };
}

/** Empties the shared texts that no cell shows; their places stay, since cells count on them. */
function cutSharedTexts(
  text: string,
  file: string,
  part: string,
  rules: ScrubRules,
): { text: string; count: number } {
  const strings = readSharedStrings(new XmlScanner(text, file, part));
  const items = [...text.matchAll(/<((?:\w+:)?)si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1si>)/g)];
  // Were they not the same items, the wrong ones would go.
  if (items.length !== strings.length) throw new Error('shared strings counted differently');
  let count = 0;
  let out = '';
  let at = 0;
  items.forEach((item, index) => {
    const value = strings[index]?.value;
    if (typeof value !== 'string' || value === '' || rules.isShown(value)) return;
    count++;
    out += `${text.slice(at, item.index)}<${item[1] ?? ''}si><${item[1] ?? ''}t/></${item[1] ?? ''}si>`;
    at = item.index + item[0].length;
  });
  return { text: out + text.slice(at), count };
}
