import { useEffect, useRef, type ReactElement } from 'react';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { usePane, useWords } from './context';
import { ForecastStep } from './forecast/ForecastStep';
import { DeskStep } from './desk/DeskStep';
import { DeskView } from './desk/DeskView';
import { Draft } from './months/Draft';
import { MonthsStep } from './months/MonthsStep';
import { Pointed } from './excel/Pointed';
import { Problems } from './Problems';
import { LeftBehind } from './robust/LeftBehind';
import { WorkbookView } from './sheet/SheetView';
import { stageCode } from './state/actions';
import { canOpen, stepsOf, type StepId } from './state/state';
import { CheckStep } from './steps/CheckStep';
import { DataStep } from './steps/DataStep';
import { FillStep } from './steps/FillStep';
import { FormatStep } from './steps/FormatStep';
import { useTheme, type BrightnessSource } from './theme';

/** The workbench: the opened workbook on the left, the pane on the right. In Excel: the pane alone. */
export function App({ office = null }: { readonly office?: BrightnessSource | null }): ReactElement {
  const { state, excel } = usePane();
  const { t } = useWords();
  const theme = useTheme(office);
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  return (
    <ThemeProvider theme={theme} className="app" applyTo="none">
      <div className={excel ? 'frame in-excel' : 'frame'}>
        <Header />
        {excel ? null : <SideSwitch />}
        <main className="both" data-side={excel ? 'pane' : state.side}>
          {excel ? null : state.desk.run ? <DeskView /> : <WorkbookView />}
          <section className="pane" id="pane" aria-label={t('pane.title')} tabIndex={-1}>
            <StepBar />
            <Status />
            <Problems />
            <Draft />
            <LeftBehind />
            <StepBody />
            {excel ? <Pointed /> : null}
          </section>
        </main>
      </div>
    </ThemeProvider>
  );
}

function Header(): ReactElement {
  const { state, dispatch, excel } = usePane();
  const { t } = useWords();
  return (
    <header className="top">
      <a className="skip" href="#pane">
        {t('pane.skip')}
      </a>
      <div className="brand">
        <h1>Plafondwijzer</h1>
        {excel ? (
          <a href="help/index.html" target="_blank" rel="noopener">
            {t('pane.excel.functions')}
          </a>
        ) : null}
        {state.isDemo ? <span className="demo-mark">{t('pane.demo.mark')}</span> : null}
      </div>
      <div className="switch" role="group" aria-label={t('pane.language')}>
        {(['nl', 'en'] as const).map((language) => (
          <button
            key={language}
            type="button"
            className="plain"
            lang={language}
            aria-pressed={state.language === language}
            onClick={() => dispatch({ type: 'language', language })}
          >
            {language === 'nl' ? 'Nederlands' : 'English'}
          </button>
        ))}
      </div>
    </header>
  );
}

function SideSwitch(): ReactElement {
  const { state, dispatch } = usePane();
  const { t, tell } = useWords();
  return (
    <nav className="side-switch" aria-label={t('pane.side')}>
      {(['pane', 'workbook'] as const).map((side) => (
        <button
          key={side}
          type="button"
          className="plain"
          aria-pressed={state.side === side}
          onClick={() => dispatch({ type: 'side', side })}
        >
          {side === 'workbook' && state.desk.run
            ? tell({ code: 'submissions.side', facts: {} })
            : t(side === 'pane' ? 'pane.side.pane' : 'pane.side.workbook')}
        </button>
      ))}
    </nav>
  );
}

const STEP_NAMES = {
  data: 'pane.step.data',
  forecast: 'outlook.step',
  format: 'pane.step.format',
  fill: 'pane.step.fill',
  check: 'pane.step.check',
  months: 'months.step',
} as const;

function StepBar(): ReactElement {
  const { state, dispatch } = usePane();
  const { t, tell } = useWords();
  return (
    <nav aria-label={t('pane.steps')}>
      <ol className="steps">
        {stepsOf(state.task).map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className="plain"
              aria-current={state.step === step ? 'step' : undefined}
              disabled={!canOpen(state, step)}
              onClick={() => dispatch({ type: 'step', step })}
            >
              {index + 1}. {tell({ code: STEP_NAMES[step], facts: {} })}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One fixed line for progress and for what was just done, so that nothing below it moves. */
function Status(): ReactElement {
  const { state, actions } = usePane();
  const { t, tell } = useWords();
  const { busy } = state;
  const done = busy?.done ?? null;
  return (
    <div className="status">
      <div className="line">
        <span role="status">
          {busy
            ? `${tell({ code: stageCode(busy.stage), facts: {} })}${busy.file === null ? '' : ` ${busy.file}`}`
            : state.said
              ? tell(state.said)
              : ''}
        </span>
        {busy ? (
          <button type="button" className="link" onClick={actions.stop}>
            {t('pane.stop')}
          </button>
        ) : null}
      </div>
      {busy ? (
        <div className={done === null ? 'bar open' : 'bar'} aria-hidden="true">
          <div style={done === null ? undefined : { transform: `scaleX(${done})` }} />
        </div>
      ) : null}
    </div>
  );
}

function StepBody(): ReactElement {
  const { state } = usePane();
  const { tell } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<StepId>(state.step);
  // A new step is announced by moving the focus to its heading; not on first load.
  useEffect(() => {
    if (shown.current === state.step) return;
    shown.current = state.step;
    heading.current?.focus();
  }, [state.step]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {tell({ code: STEP_NAMES[state.step], facts: {} })}
      </h2>
      {state.step === 'data' ? <DataStep /> : null}
      {state.step === 'forecast' ? <ForecastStep /> : null}
      {state.step === 'format' ? <FormatStep /> : null}
      {state.step === 'fill' ? <FillStep /> : null}
      {state.step === 'months' ? <MonthsStep /> : null}
      {state.step === 'check' ? state.desk.run ? <DeskStep /> : <CheckStep /> : null}
    </>
  );
}
