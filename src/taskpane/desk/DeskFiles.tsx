import { useRef, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { InputFile } from '../../intake';
import { usePane } from '../context';
import { FileInput } from '../FileInput';
import { inputFile, inputFiles } from '../state/input-files';
import type { FileRole } from '../state/state';
import { chosenFolder } from './dropped-files';
import { useDeskWords } from './words';

/** What many submissions have beside single files: a folder, what was kept of earlier rounds, an example. */
export function DeskFiles(): ReactElement {
  const { state, dispatch, actions, excel } = usePane();
  const { t, d } = useDeskWords();
  const folder = useRef<HTMLInputElement>(null);
  const dossier = useRef<HTMLInputElement>(null);
  const isBusy = state.busy !== null;
  const kept = state.desk.dossier;
  return (
    <>
      <div className="buttons">
        <DefaultButton
          text={d('submissions.folder')}
          onClick={() => folder.current?.click()}
          disabled={isBusy}
        />
        <FileInput
          chooser={folder}
          role="submitted-folder"
          isFolder
          onFiles={(files) => void actions.desk.add(chosenFolder(files))}
        />
        {excel ? null : (
          <DefaultButton
            text={d('submissions.demo')}
            onClick={() => void actions.desk.loadDemo(1)}
            disabled={isBusy}
          />
        )}
        {state.isDemo && state.desk.hasSecondRound && kept ? (
          <DefaultButton
            text={d('submissions.demo.second')}
            title={d('submissions.demo.second.hint')}
            onClick={() => void actions.desk.loadDemo(2)}
            disabled={isBusy}
          />
        ) : null}
      </div>
      <div className="role-head">
        <strong>{d('submissions.dossier')}</strong>
        <DefaultButton
          text={t(kept ? 'pane.file.replace' : 'pane.file.choose')}
          ariaLabel={`${t(kept ? 'pane.file.replace' : 'pane.file.choose')}: ${d('submissions.dossier')}`}
          onClick={() => dossier.current?.click()}
          disabled={isBusy}
        />
        <FileInput
          chooser={dossier}
          role="dossier"
          accept=".json"
          onFiles={([file]) => {
            if (file) void actions.desk.loadDossier(inputFile(file, file.name));
          }}
        />
      </div>
      {kept ? (
        <div className="file-row">
          <span>
            {d('submissions.dossier.loaded', {
              name: kept.name ?? d('submissions.dossier.here'),
              rounds: kept.content.rounds.length,
              providers: kept.content.providers.length,
            })}
          </span>
          <button
            type="button"
            className="link"
            onClick={() => dispatch({ type: 'desk', event: { what: 'dossier', name: null, dossier: null } })}
          >
            {d('submissions.dossier.forget')}
          </button>
        </div>
      ) : (
        <p className="muted">{d('submissions.dossier.hint')}</p>
      )}
      <RegionLists />
    </>
  );
}

/** Lists of the region, for what holds over providers together; recognised by their columns. */
function RegionLists(): ReactElement {
  const { state, dispatch } = usePane();
  const { t, d } = useDeskWords();
  const chooser = useRef<HTMLInputElement>(null);
  const { lists } = state.desk;
  const put = (files: readonly InputFile[]): void =>
    dispatch({ type: 'desk', event: { what: 'lists', lists: files } });
  return (
    <>
      <div className="role-head">
        <strong>{d('submissions.lists')}</strong>
        <DefaultButton
          text={t(lists.length > 0 ? 'pane.file.add' : 'pane.file.choose')}
          ariaLabel={`${t(lists.length > 0 ? 'pane.file.add' : 'pane.file.choose')}: ${d('submissions.lists')}`}
          onClick={() => chooser.current?.click()}
          disabled={state.busy !== null}
        />
        <FileInput
          chooser={chooser}
          role="lists"
          accept=".csv,.txt,.xlsx,.xlsm"
          isMany
          onFiles={(files) => {
            const chosen = inputFiles(files);
            const names = new Set(chosen.map(({ name }) => name));
            put([...lists.filter(({ name }) => !names.has(name)), ...chosen]);
          }}
        />
      </div>
      {lists.length === 0 ? <p className="muted">{d('submissions.lists.hint')}</p> : null}
      {lists.map((file) => (
        <div className="file-row" key={file.name}>
          <span>{file.name}</span>
          <button
            type="button"
            className="link"
            aria-label={t('pane.file.remove.named', { file: file.name })}
            onClick={() => put(lists.filter((other) => other !== file))}
          >
            {t('pane.file.remove')}
          </button>
        </div>
      ))}
    </>
  );
}

/** Hundreds of files as one line, with the list to fold out. */
export function ManyFiles({ role }: { readonly role: FileRole }): ReactElement {
  const { state, dispatch } = usePane();
  const { t, d } = useDeskWords();
  const files = state.files[role];
  return (
    <details>
      <summary>{d('submissions.files', { count: files.length })}</summary>
      <button
        type="button"
        className="link"
        onClick={() => files.forEach(() => dispatch({ type: 'file-removed', role, index: 0 }))}
      >
        {d('submissions.remove-all')}
      </button>
      <div className="many-files" tabIndex={0} role="region" aria-label={d('submissions.list')}>
        {files.map((file, index) => (
          <div className="file-row" key={file.name}>
            <span>{file.name}</span>
            <button
              type="button"
              className="link"
              aria-label={t('pane.file.remove.named', { file: file.name })}
              onClick={() => dispatch({ type: 'file-removed', role, index })}
            >
              {t('pane.file.remove')}
            </button>
          </div>
        ))}
      </div>
    </details>
  );
}
