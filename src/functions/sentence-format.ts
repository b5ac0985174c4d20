/**
 * Stands in for `intl-messageformat` in what Excel loads: the part of ICU message syntax that the catalogue
 * uses (arguments, `number`, `plural` with `#` and exact values, `select`), at a tenth of the size. A test
 * holds that both say the same for every sentence of the product.
 */
type Facts = Readonly<Record<string, string | number>>;

type Part =
  | string
  | { readonly kind: 'pound' }
  | { readonly kind: 'argument' | 'number'; readonly name: string }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly options: ReadonlyMap<string, readonly Part[]>;
    };

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string): Intl.NumberFormat {
  let format = numbers.get(locale);
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale)));
  return format;
}

/** A message pattern, read once and said often. Errors: an Error for syntax outside the part named above. */
export class IntlMessageFormat {
  private readonly parts: readonly Part[];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly locale: string,
  ) {
    this.parts = this.readParts(false);
    if (this.at < text.length) throw new Error(`${text}: } at ${this.at}`);
  }

  format(facts: Facts): string {
    return this.say(this.parts, facts, null);
  }

  private readParts(inPlural: boolean): Part[] {
    const parts: Part[] = [];
    let literal = '';
    const flush = (): void => {
      if (literal !== '') parts.push(literal);
      literal = '';
    };
    for (; this.at < this.text.length;) {
      const letter = this.text.charAt(this.at);
      if (letter === '}') break;
      this.at++;
      if (letter === '{') {
        flush();
        parts.push(this.readArgument(inPlural));
      } else if (letter === '#' && inPlural) {
        flush();
        parts.push({ kind: 'pound' });
      } else literal += letter;
    }
    flush();
    return parts;
  }

  private readArgument(inPlural: boolean): Part {
    const name = this.take(/\s*([\w]+)\s*/y);
    if (this.take(/([,}])/y) === '}') return { kind: 'argument', name };
    const kind = this.take(/\s*(number|plural|select)\s*(?=[,}])/y);
    if (kind === 'number') {
      this.take(/(\})/y);
      return { kind, name };
    }
    this.take(/(,)/y);
    const options = new Map<string, readonly Part[]>();
    while (this.text.charAt(this.at) !== '}') {
      const option = this.take(/\s*(=\d+|[^\s{}]+)\s*\{/y);
      options.set(option, this.readParts(inPlural || kind === 'plural'));
      this.take(/(\})\s*/y);
    }
    this.at++;
    return { kind: kind === 'plural' ? 'plural' : 'select', name, options };
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) throw new Error(`${this.text}: ${String(pattern)} expected at ${this.at}`);
    this.at = pattern.lastIndex;
    return match[1] ?? '';
  }

  private say(parts: readonly Part[], facts: Facts, count: number | null): string {
    return parts.map((part) => this.sayPart(part, facts, count)).join('');
  }

  private sayPart(part: Part, facts: Facts, count: number | null): string {
    if (typeof part === 'string') return part;
    if (part.kind === 'pound') return count === null ? '' : numberFormat(this.locale).format(count);
    const value = facts[part.name];
    if (value === undefined) throw new Error(`${this.text}: no fact ${part.name}`);
    switch (part.kind) {
      case 'argument':
        return String(value);
      case 'number':
        return numberFormat(this.locale).format(Number(value));
      case 'select':
        return this.say(this.choose(part.options, String(value)), facts, null);
      case 'plural': {
        const exact = part.options.get(`=${value}`);
        const form = new Intl.PluralRules(this.locale).select(Number(value));
        return this.say(exact ?? this.choose(part.options, form), facts, Number(value));
      }
    }
  }

  private choose(options: ReadonlyMap<string, readonly Part[]>, key: string): readonly Part[] {
    const chosen = options.get(key) ?? options.get('other');
    if (!chosen) throw new Error(`${this.text}: no option ${key}`);
    return chosen;
  }
}
