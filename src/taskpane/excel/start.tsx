/// <reference types="office-js" />
import '../fabric-config';
import { createRoot, type Root } from 'react-dom/client';
import { say, type Language } from '../../messages';
import { recalculateAll, WorkbookError } from '../../workbook';
import { App } from '../App';
import { adoptChartStyle } from '../chart-style';
import { PaneContext } from '../context';
import { registerOwnIcons } from '../icons';
import { createActions } from '../state/actions';
import type { Action } from '../state/reducer';
import { emptyState } from '../state/state';
import { createStore } from '../state/store';
import { followUpdates } from '../offline/updates';
import { UpdateNotice } from '../offline/UpdateNotice';
import { defectProblem, watchDefects } from '../robust/defects';
import { Guard } from '../robust/Guard';
import { startEngine } from '../worker';
import { createExcelSide, officeHost, type ExcelSide } from './excel-side';
import { officeBrightness } from './office-theme';
import { Outside } from './Outside';

/** Office's library may be missing: blocked, or the page is opened outside Office. */
const office = (globalThis as { readonly Office?: typeof Office }).Office;

const engine = startEngine();
const updates = followUpdates(window, 'service-worker.js');

/** Long enough for Excel to open a large workbook. */
const PATIENCE = 20_000;

/** Excel's display language; Dutch for Dutch and when nothing is known. */
const displayLanguage = (): Language => {
  const tag = office?.context?.displayLanguage ?? navigator.language;
  return /^(nl\b|$)/i.test(tag) ? 'nl' : 'en';
};

/** Which program the page is in; null when Office doesn't answer in time. */
async function hostOf(library: typeof Office): Promise<{ readonly host: string | null } | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const ready = library.onReady().then(({ host }) => ({ host: host === null ? null : String(host) }));
  return Promise.race([ready, late]);
}

function showPane(root: Root, excel: ExcelSide, language: Language): void {
  const first = createStore(emptyState(language, engine.rulebooks[0]?.id ?? ''));
  const inner = createActions(engine, first.dispatch, first.get, noDemo, excel);
  const dispatch = (action: Action): void => {
    first.dispatch(action);
    // Pointing at a cell in the pane shows it in the workbook.
    if (action.type === 'show-cell' && action.bring) void inner.withExcel(() => excel.show(action.cell));
    if (action.type === 'select' && action.bring)
      void inner.withExcel(() => excel.show(action.cell, action.range));
  };
  office?.context.document?.addHandlerAsync(office.EventType.DocumentSelectionChanged, () => {
    void followSelection(excel, first.dispatch);
  });
  watchDefects(window, (defect) => dispatch({ type: 'defect', problem: defectProblem(defect) }));
  root.render(
    <PaneContext.Provider value={{ store: { ...first, dispatch }, actions: inner, engine, excel }}>
      <Guard>
        <App office={{ get: () => officeBrightness(office?.context ?? {}) }} />
      </Guard>
      <UpdateNotice updates={updates} />
    </PaneContext.Provider>,
  );
  first.dispatch({ type: 'files-added', role: 'submitted', files: [excel.here] });
  first.dispatch({ type: 'files-added', role: 'prognosis', files: [excel.here] });
  void inner.openBooks();
}

const noDemo = (): Promise<Blob> => Promise.reject(new Error('no demonstration in Excel'));

/** The cell that is selected in Excel is the cell that is meant in the pane. */
async function followSelection(excel: ExcelSide, dispatch: (action: Action) => void): Promise<void> {
  try {
    const place = await excel.selection();
    if (!place) return;
    const cell = { sheet: place.sheet, row: place.range.top, col: place.range.left };
    dispatch({ type: 'select', cell, range: place.range, bring: false });
  } catch (error) {
    // While somebody types in a cell Excel answers nothing; the next selection comes soon enough.
    if (!(error instanceof WorkbookError)) throw error;
  }
}

async function start(root: Root): Promise<void> {
  const language = displayLanguage();
  document.documentElement.lang = language;
  const again = (): void => {
    void start(root);
  };
  const showOutside = (text: string): void =>
    root.render(
      <Outside text={text} button={say({ code: 'pane.excel.again', facts: {} }, language)} onAgain={again} />,
    );
  const sentence = (code: string): string => say({ code, facts: {} }, language);
  root.render(<Outside text={sentence('pane.excel.starting')} />);
  const ready = office ? await hostOf(office) : { host: null };
  if (ready === null) showOutside(sentence('pane.excel.silent'));
  else if (ready.host !== 'Excel') showOutside(sentence('pane.excel.outside'));
  else {
    // Office knows its language only now.
    const known = displayLanguage();
    const host = officeHost();
    office?.actions?.associate('recalculate', (event: Office.AddinCommands.Event) => {
      void recalculateAll(host).finally(() => event.completed());
    });
    try {
      showPane(root, await createExcelSide(host), known);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      showOutside(say(error.detail, known));
    }
  }
}

registerOwnIcons();
adoptChartStyle();
const element = document.getElementById('root');
if (element) void start(createRoot(element));
