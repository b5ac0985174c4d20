import './fabric-config';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { adoptChartStyle } from './chart-style';
import { PaneContext } from './context';
import { registerOwnIcons } from './icons';
import { createActions } from './state/actions';
import { emptyState } from './state/state';
import { createStore } from './state/store';
import { followUpdates } from './offline/updates';
import { UpdateNotice } from './offline/UpdateNotice';
import { defectProblem, watchDefects } from './robust/defects';
import { Guard } from './robust/Guard';
import { warnBeforeLeaving } from './robust/leaving';
import { startEngine } from './worker';

registerOwnIcons();

adoptChartStyle();

const engine = startEngine();
// The demonstration comes at once; its place is kept for it, so that nothing moves when it is there.
const store = createStore({ ...emptyState('nl', engine.rulebooks[0]?.id ?? ''), isDemo: true });

async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} ${response.status}`);
  return response.blob();
}

const actions = createActions(engine, store.dispatch, store.get, fetchFile);
const updates = followUpdates(window, 'service-worker.js');
warnBeforeLeaving(window, store.get);
watchDefects(window, (defect) => store.dispatch({ type: 'defect', problem: defectProblem(defect) }));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <PaneContext.Provider value={{ store, actions, engine, excel: null }}>
      <Guard>
        <App />
      </Guard>
      <UpdateNotice updates={updates} />
    </PaneContext.Provider>,
  );
  void actions.loadDemo();
}
