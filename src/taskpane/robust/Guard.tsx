import { Component, type ContextType, type ReactElement, type ReactNode } from 'react';
import { PaneContext, usePane, useWords } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';
import { noteDefect } from './defects';
import { useDiagnosis } from './use-diagnosis';

interface Props {
  readonly children: ReactNode;
}

/** Stands between a mistake of ours and an empty page: says what happened, and what can still be had. */
export class Guard extends Component<Props, { readonly hasFailed: boolean }> {
  static override contextType = PaneContext;
  declare context: ContextType<typeof PaneContext>;
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    noteDefect(error);
  }

  private readonly again = (): void => {
    this.context?.store.dispatch({ type: 'step', step: 'data' });
    this.setState({ hasFailed: false });
  };

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed onAgain={this.again} /> : this.props.children;
  }
}

function Failed({ onAgain }: { readonly onAgain: () => void }): ReactElement {
  const { state, actions, excel } = usePane();
  const { t } = useWords();
  const saveDiagnosis = useDiagnosis();
  const book = state.books[state.shownBook];
  const save = async (): Promise<void> => {
    const bytes = await actions.save();
    if (bytes && book) download(bytes, resultName(book.file, t('pane.fill.suffix')), XLSX_TYPE);
  };
  return (
    <main className="outside">
      <h1>Plafondwijzer</h1>
      <p role="alert">{t(excel ? 'ways.crashed-in-excel' : 'ways.crashed')}</p>
      <div className="buttons">
        <button type="button" className="plain" onClick={onAgain}>
          {t('ways.show-again')}
        </button>
        {state.unsaved > 0 ? (
          <button type="button" className="plain" onClick={() => void save()}>
            {t('pane.fill.save')}
          </button>
        ) : null}
        <button type="button" className="plain" onClick={saveDiagnosis}>
          {t('ways.diagnosis')}
        </button>
      </div>
      <p className="step-note">{t('ways.diagnosis-what')}</p>
    </main>
  );
}
