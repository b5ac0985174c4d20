import type { Language } from '../messages';

/** What this code uses of Excel's own objects, all of which may be absent. */
interface ExcelContext {
  readonly workbook: {
    readonly functions: {
      date(
        year: number,
        month: number,
        day: number,
      ): { readonly value: number; load(property: 'value'): void };
    };
  };
  sync(): Promise<void>;
}
interface ExcelNamespace {
  run<T>(batch: (context: ExcelContext) => Promise<T>): Promise<T>;
}
interface OfficeNamespace {
  readonly context?: { readonly displayLanguage?: string };
  onReady?(): Promise<{ readonly host: string | null }>;
}
interface Surroundings {
  readonly Office?: OfficeNamespace;
  readonly Excel?: ExcelNamespace;
  readonly navigator?: { readonly language?: string };
}

const surroundings = globalThis as unknown as Surroundings;

/** The language of Excel's own windows; Dutch for Dutch and when nothing is known, else English. */
export function displayLanguage(): Language {
  const tag = surroundings.Office?.context?.displayLanguage ?? surroundings.navigator?.language ?? 'nl';
  return /^nl\b/i.test(tag) ? 'nl' : 'en';
}

export type DateSystem = '1900' | '1904';

/** 1 January 2000 where days count from 1904. */
const MILLENNIUM_1904 = 35064;

let system: DateSystem = '1900';
let asking: Promise<void> | null = null;

/** The workbook's date system, once `dateSystemKnown` has been waited for. */
export const dateSystem = (): DateSystem => system;

/**
 * Null when the date system is known, else a promise that it will be. A custom function only gets serial
 * numbers; the calendar they count in is a property of the workbook, asked once. Without the shared runtime
 * nobody can be asked and it is 1900, as in every workbook but some from old Macs.
 */
export const dateSystemKnown = (): Promise<void> | null => asking;

/** Asks Excel for the date system of the workbook. Called when the functions are registered. */
export function askDateSystem(): void {
  const { Office } = surroundings;
  if (Office?.onReady === undefined) return;
  asking = Office.onReady()
    .then(async ({ host }) => {
      if (host !== 'Excel' || surroundings.Excel === undefined) return;
      system = await surroundings.Excel.run(async (context) => {
        // The object model has no property for it; the serial number of 1 January 2000 tells.
        const millennium = context.workbook.functions.date(2000, 1, 1);
        millennium.load('value');
        await context.sync();
        return millennium.value === MILLENNIUM_1904 ? '1904' : '1900';
      });
    })
    .catch(() => {
      // Too old an Excel to be asked (ExcelApi 1.2): the 1900 system, as the help says.
      system = '1900';
    })
    .finally(() => {
      asking = null;
    });
}
