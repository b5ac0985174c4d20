import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { FakeExcel } from '../workbook/excel/fake-excel';

export interface OfficeSetting {
  readonly language?: string;
  readonly background?: string;
  /** Requirement sets of Excel up to this version are there. */
  readonly version?: number;
  readonly host?: 'Excel' | null;
}

/**
 * Puts Excel behind a page: Microsoft's own Excel library takes the place of office.js, which would ask Office what it
 * runs in, and its way to Excel leads to the fake.
 */
export async function putExcelBehind(
  page: Page,
  excel: FakeExcel,
  setting: OfficeSetting = {},
): Promise<void> {
  const { language = 'nl-NL', background = '#ffffff', version = 20, host = 'Excel' } = setting;
  const library = readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8');
  await page.exposeFunction('askExcel', (text: string) => excel.answer(text));
  const context = { displayLanguage: language, officeTheme: { bodyBackgroundColor: background } };
  const stub = `
;(() => {
  const handlers = [];
  window.selectInExcel = () => handlers.forEach((handler) => handler());
  const own = window.Office;
  window.Office = Object.create(own, {
    context: { value: {
      ...${JSON.stringify(context)},
      requirements: { isSetSupported: (set, version) => set === 'ExcelApi' && Number(version.split('.')[1]) <= ${version} },
      document: { addHandlerAsync: (_, handler) => handlers.push(handler) },
    } },
    onReady: { value: () => Promise.resolve({ host: ${JSON.stringify(host)}, platform: 'OfficeOnline' }) },
    EventType: { value: { DocumentSelectionChanged: 'documentSelectionChanged' } },
    actions: { value: { associate: (name, action) => { window.ribbon = { ...window.ribbon, [name]: action }; } } },
  });
  window.OSF.DDA.RichApi.executeRichApiRequestAsync = (message, callback) =>
    window.askExcel(message[4]).then(callback);
  window.CustomFunctions = { associate() {}, Error: class extends Error {}, ErrorCode: {} };
})();`;
  await page.route('**/office-js/office.js', (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: library + stub }),
  );
}
