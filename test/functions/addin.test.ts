import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { buildAddinIfStale } from '../fresh-build';
import { BUILT, DESKTOP, ExcelHost, readMetadata, ROOT, type TestTable } from './excel-host';

/** A manifest element with its place in the tree. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const made: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    stack[stack.length - 1]?.children.push(made);
    stack.push(made);
  });
  parser.on('text', (text) => {
    const top = stack[stack.length - 1];
    if (top) top.text += text.trim();
  });
  parser.on('closetag', () => stack.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [only] = root.children;
  if (!only) throw new Error('empty manifest');
  return only;
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
const named = (element: Element, name: string): Element[] =>
  all(element).filter((part) => part.name === name);

/** The order the schema asks for, per element; a name missing here may stand anywhere. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'Dictionary',
    'VersionOverrides',
    'ExtendedOverrides',
  ],
  VersionOverrides: [
    'Description',
    'Requirements',
    'Hosts',
    'Resources',
    'WebApplicationInfo',
    'EquivalentAddins',
    'VersionOverrides',
  ],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['Script', 'Page', 'Metadata', 'Namespace', 'CustomTab', 'OfficeTab'],
  CustomTab: ['Group', 'Label', 'InsertAfter', 'InsertBefore'],
  Group: ['Label', 'Icon', 'Tooltip', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

const LIMITS: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

beforeAll(() => {
  buildAddinIfStale();
}, 300_000);

describe('manifest', () => {
  const manifest = parse(readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8'));
  const resources = named(manifest, 'Resources')[0] ?? manifest;
  const ids = new Map(
    resources.children.flatMap((list) =>
      list.children.map((entry) => [entry.attributes['id'] ?? '', { entry, list: list.name }] as const),
    ),
  );

  test('elements stand in the order of the schema', () => {
    for (const element of all(manifest)) {
      const order = ORDER[element.name];
      if (!order) continue;
      const places = element.children.map((child) => order.indexOf(child.name));
      expect([element.name, element.children.filter((_, index) => places[index] === -1)]).toEqual([
        element.name,
        [],
      ]);
      expect([element.name, places]).toEqual([element.name, [...places].sort((a, b) => a - b)]);
    }
  });

  test('every resid resolves, to the right kind of resource, and every resource is used', () => {
    const used = all(manifest).flatMap((element) =>
      element.attributes['resid'] === undefined ? [] : [{ element, resid: element.attributes['resid'] }],
    );
    expect(used.filter(({ resid }) => !ids.has(resid)).map(({ resid }) => resid)).toEqual([]);
    expect([...ids.keys()].filter((id) => !used.some(({ resid }) => resid === id))).toEqual([]);
    for (const { element, resid } of used) {
      const kind = ids.get(resid)?.list;
      if (element.name === 'bt:Image') expect(kind).toBe('bt:Images');
      else if (['Runtime', 'SourceLocation', 'FunctionFile', 'LearnMoreUrl'].includes(element.name))
        expect(kind).toBe('bt:Urls');
      else expect(kind).toBe(element.name === 'Description' ? 'bt:LongStrings' : 'bt:ShortStrings');
      expect(resid.length).toBeLessThanOrEqual(32);
    }
  });

  test('resource texts are short enough and have English', () => {
    for (const [id, { entry, list }] of ids) {
      const limit = LIMITS[list];
      if (limit === undefined) continue;
      const texts = [
        entry.attributes['DefaultValue'] ?? '',
        ...entry.children.map((child) => child.attributes['Value'] ?? ''),
      ];
      for (const text of texts) expect([id, text.length <= limit && text.length > 0]).toEqual([id, true]);
    }
    const overridden = all(manifest).filter(
      (element) => /Override$/.test(element.name) && element.attributes['Locale'],
    );
    const locales = new Set(overridden.map((element) => element.attributes['Locale']));
    expect([...locales].sort()).toEqual(['en-GB', 'en-US']);
    // Inside VersionOverrides only <bt:Override> is known; a plain one keeps the add-in from loading.
    expect(named(resources, 'Override')).toEqual([]);
  });

  test('the shared runtime: one page for runtime, functions, commands and pane', () => {
    const pages = [
      ...named(manifest, 'Runtime'),
      ...named(manifest, 'FunctionFile'),
      ...named(manifest, 'Page').flatMap((page) => page.children),
      ...named(manifest, 'Action').flatMap((action) =>
        action.children.filter((child) => child.name === 'SourceLocation'),
      ),
    ];
    expect(new Set(pages.map((page) => page.attributes['resid']))).toEqual(new Set(['Taskpane.Url']));
    expect(named(manifest, 'Runtime')[0]?.attributes['lifetime']).toBe('long');
  });

  test('ids are unique and the add-in id is a GUID', () => {
    const found = all(manifest).flatMap((element) => element.attributes['id'] ?? []);
    expect(found.filter((id, index) => found.indexOf(id) !== index)).toEqual([]);
    expect(named(manifest, 'Id')[0]?.text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(named(manifest, 'Version')[0]?.text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(named(manifest, 'Version')[0]?.text).toBe(`${version}.0`);
  });

  test('requirement sets', () => {
    const sets = named(manifest, 'bt:Set').map(
      (set) => `${set.attributes['Name']} ${set.attributes['MinVersion']}`,
    );
    expect(sets).toEqual(['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.3']);
  });

  test('addresses are https on one site, and each file is built', () => {
    const addresses = all(manifest)
      .flatMap((element) => [element.attributes['DefaultValue'] ?? '', element.attributes['Value'] ?? ''])
      .filter((value) => /:\/\//.test(value));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      const url = new URL(address);
      expect(url.origin).toBe('https://localhost:3000');
      expect([address, existsSync(path.join(BUILT, url.pathname))]).toEqual([address, true]);
    }
    expect(existsSync(path.join(BUILT, 'manifest.xml'))).toBe(true);
  });

  test('icons have the size they are used at', () => {
    const size = (file: string): [number, number] => {
      const bytes = readFileSync(file);
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    };
    const fileOf = (address: string): string => path.join(BUILT, new URL(address).pathname);
    for (const icon of named(manifest, 'Icon').flatMap((element) => element.children)) {
      const wanted = Number(icon.attributes['size']);
      const resource = ids.get(icon.attributes['resid'] ?? '')?.entry.attributes['DefaultValue'] ?? '';
      expect(size(fileOf(resource))).toEqual([wanted, wanted]);
    }
    const icon = named(manifest, 'IconUrl')[0]?.attributes['DefaultValue'] ?? '';
    const high = named(manifest, 'HighResolutionIconUrl')[0]?.attributes['DefaultValue'] ?? '';
    expect([size(fileOf(icon)), size(fileOf(high))]).toEqual([
      [32, 32],
      [64, 64],
    ]);
    for (const control of [...named(manifest, 'Group'), ...named(manifest, 'Control')]) {
      const sizes = control.children
        .filter((child) => child.name === 'Icon')
        .flatMap((child) => child.children.map((image) => image.attributes['size']));
      expect(sizes).toEqual(['16', '32', '80']);
    }
  });

  test('the page loads office.js first and the functions as plain scripts, all from the site itself', () => {
    const page = readFileSync(path.join(BUILT, 'taskpane.html'), 'utf8');
    const scripts = [...page.matchAll(/<script( defer)? src="?([^">\s]+)"?><\/script>/g)];
    expect(
      scripts.map(([, defer, file]) => `${file?.replace(/\.[0-9a-f]{10}\./, '.')}${defer ?? ''}`),
    ).toEqual(['office-js/office.js', 'functions.js', 'pane/vendor.js defer', 'pane/taskpane.js defer']);
    expect(page.match(/<script/g)).toHaveLength(scripts.length);
    for (const [, , file = ''] of scripts) expect(existsSync(path.join(BUILT, file))).toBe(true);
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).toContain("script-src 'self'");
    for (const file of [
      'excel-web-16.00.js',
      'excel-mac-16.00.js',
      'excel-win32-16.01.js',
      'nl-nl/office_strings.js',
      'LICENSE.md',
    ]) {
      expect([file, existsSync(path.join(BUILT, 'office-js', file))]).toEqual([file, true]);
    }
  });
});

describe('metadata', () => {
  const [dutch, english] = [() => readMetadata('nl'), () => readMetadata('en')];

  test('same functions, names, order and shape in both languages; only the texts differ', () => {
    const shape = (list: ReturnType<typeof readMetadata>): unknown =>
      list.map(({ id, name, result, parameters }) => ({
        id,
        name,
        result,
        parameters: parameters.map(({ type, dimensionality, optional, repeating }) => ({
          type,
          dimensionality,
          optional,
          repeating,
        })),
      }));
    expect(shape(dutch())).toEqual(shape(english()));
    for (const [index, entry] of dutch().entries()) {
      expect(entry.name).toBe(entry.id);
      expect(entry.id).toMatch(/^[A-Z][A-Z0-9]*$/);
      expect(entry.description).not.toBe(english()[index]?.description);
    }
  });

  test('required parameters come before optional ones, and a repeating one is last', () => {
    for (const { id, parameters } of dutch()) {
      const optional = parameters.map((parameter) => parameter.optional === true);
      expect([id, optional]).toEqual([id, [...optional].sort()]);
      expect(parameters.slice(0, -1).some((parameter) => parameter.repeating)).toBe(false);
      const names = parameters.map((parameter) => parameter.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('exactly the functions of the metadata are associated', async () => {
    const host = await ExcelHost.load(DESKTOP);
    expect([...host.ids].sort()).toEqual(dutch().map((entry) => entry.id));
  });

  test('nothing is volatile: every result follows from the arguments', () => {
    expect(readFileSync(path.join(BUILT, 'functions.nl.json'), 'utf8')).not.toContain('volatile');
  });

  test('every function has its help page on the site', () => {
    for (const { helpUrl, name } of [...dutch(), ...english()]) {
      const file = path.join(BUILT, new URL(helpUrl).pathname);
      expect([helpUrl, existsSync(file)]).toEqual([helpUrl, true]);
      const page = readFileSync(file, 'utf8');
      expect(page).toContain(`ZORG.${name}`);
      expect(page).not.toContain('<script');
    }
    const pages = readdirSync(path.join(ROOT, 'docs/functions')).filter((file) => file.endsWith('.md'));
    expect(pages.map((file) => path.parse(file).name.toUpperCase()).sort()).toEqual(
      dutch().map((entry) => entry.id),
    );
  });
});

describe('help pages', () => {
  const folder = path.join(ROOT, 'docs/functions');
  const { tables } = JSON.parse(readFileSync(path.join(__dirname, 'formulas.json'), 'utf8')) as {
    tables: Record<string, TestTable>;
  };
  const examples = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const match = /```\n=ZORG\.([^\n]+)\n([^\n]*)\n```/.exec(readFileSync(path.join(folder, file), 'utf8'));
      return [file, match?.[1] ?? '', match?.[2] ?? ''] as const;
    });

  test.each(examples)('%s: the example gives what the page says', async (_file, formula, answer) => {
    const outcome = await (await ExcelHost.load(DESKTOP)).evaluate(formula, tables);
    const shown =
      'value' in outcome ? outcome.value : 'rows' in outcome ? outcome.rows[0]?.[0] : outcome.error;
    expect(String(shown)).toBe(answer);
  });
});

describe('the functions file', () => {
  const source = (): string => readFileSync(path.join(BUILT, 'functions.js'), 'utf8');

  test('is at most 120 kB gzipped', () => {
    expect(gzipSync(source(), { level: 9 }).length).toBeLessThanOrEqual(120_000);
  });

  test('compiles no code: a strict content-security policy lets it run', () => {
    // That it runs is proved by the host, whose context forbids eval and new Function.
    expect(source()).not.toMatch(
      /\beval\s*\(|new Function\b|\bFunction\s*\(\s*["'`]|\bimport\s*\(|importScripts/,
    );
  });

  test('makes no network call and keeps nothing', () => {
    expect(source()).not.toMatch(
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|localStorage|indexedDB|document\./,
    );
    expect(source()).not.toMatch(/https?:\/\/[\w-]+\.[\w-]+/);
  });

  test('has a sentence for every message code in it', () => {
    const text = source();
    const codes = new Set(
      [
        ...text.matchAll(
          /["'`]((?:steps|checks|wlz|region|bridge|forecast|functions)\.[a-z0-9-]+(?:\.[a-zA-Z]+)?)["'`]/g,
        ),
      ].map((match) => match[1] ?? ''),
    );
    const starts = [
      ...text.matchAll(/`((?:steps|checks|wlz|region|bridge|forecast|functions)\.[a-z0-9.-]*)\$\{/g),
    ].map((match) => match[1] ?? '');
    const said = new Set(
      [...text.matchAll(/["'`]([a-z]+\.[a-zA-Z0-9.-]+)["'`]:\{nl:/g)].map((match) => match[1] ?? ''),
    );
    expect(codes.size).toBeGreaterThan(200);
    expect([...codes].filter((code) => !said.has(code))).toEqual([]);
    expect(starts.filter((start) => ![...said].some((code) => code.startsWith(start)))).toEqual([]);
  });

  test('runs as a plain script', () => {
    expect(source()).not.toMatch(/^\s*(?:import|export)\s/m);
    expect(statSync(path.join(BUILT, 'functions.js')).size).toBeGreaterThan(10_000);
  });
});
