import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { ExcelHost } from '../../../src/workbook';
import type { FakeExcel } from './fake-excel';

/** Microsoft's own Excel library, unmodified: load and sync rules are its own. */
const SOURCE = readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8');

/** What the library hands to Excel and gets back; `executeRichApiRequestAsync` is its only way out. */
interface Transport {
  executeRichApiRequestAsync(message: readonly unknown[], callback: (result: unknown) => void): void;
}

interface Surroundings {
  readonly Excel: { run: ExcelHost['run'] };
  readonly OSF: { readonly DDA: { readonly RichApi: Transport } };
  readonly Office: object;
}

const nothing = (): void => undefined;
const element = (): object => ({
  setAttribute: nothing,
  appendChild: nothing,
  addEventListener: nothing,
  style: {},
});
const storage = { getItem: () => null, setItem: nothing, length: 0 };

/** The library in a page that has just enough of a browser, talking to a fake Excel. */
export function loadLibrary(
  excel: FakeExcel,
  supports: (version: number) => boolean = () => true,
): ExcelHost {
  const page: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      getElementById: () => null,
      body: element(),
      documentElement: element(),
      URL: 'https://localhost/',
      cookie: '',
    },
    location: { protocol: 'https:', hash: '', search: '', href: 'https://localhost/', host: 'localhost' },
    navigator: { userAgent: 'node' },
    name: '',
    addEventListener: nothing,
    removeEventListener: nothing,
    sessionStorage: storage,
    localStorage: storage,
  };
  page['window'] = page['self'] = page;
  const context = createContext(page);
  runInContext(SOURCE, context);
  const { Excel: library, OSF, Office } = page as unknown as Surroundings;
  const isSetSupported = (set: string, version: string): boolean =>
    set === 'ExcelApi' && supports(Number(version.split('.')[1]));
  // Its own `context` can't be replaced, and asks a host that isn't there.
  page['Office'] = Object.create(Office, { context: { value: { requirements: { isSetSupported } } } });
  OSF.DDA.RichApi.executeRichApiRequestAsync = (message, callback) => {
    // As in a real add-in the answer comes later, and as text.
    const answer = excel.answer(String(message[4]));
    setImmediate(() => callback(answer));
  };
  return { run: (batch) => library.run(batch), isSetSupported };
}
