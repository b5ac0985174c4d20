import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { moneyValue } from '../../core';
import type { PaneCode } from '../../messages/catalogues/pane';
import { sayPlace } from '../../messages';
import { usePane, useWords } from '../context';
import { DeskFiles, ManyFiles } from '../desk/DeskFiles';
import { droppedFiles } from '../desk/dropped-files';
import { download, resultName } from '../download';
import type { IntakeReceipt } from '../../intake';
import { Sources } from '../excel/Sources';
import { FileInput } from '../FileInput';
import { inputFile, inputFiles } from '../state/input-files';
import { rejectedCsv } from '../state/rejected-csv';
import { MANY, type FileRole, type Task } from '../state/state';
import { Facts } from './Facts';
import { useOwnRulebook } from './own-rulebook';
import { RulebookView } from './RulebookView';

const ROLES: Readonly<Record<Task, readonly FileRole[]>> = {
  fill: ['prognosis', 'production', 'forecast', 'ceilings', 'tariffs', 'allocations', 'profile'],
  check: ['submitted', 'production', 'forecast', 'ceilings', 'tariffs', 'allocations'],
};
const ROLE_NAMES: Readonly<Record<FileRole, PaneCode>> = {
  allocations: 'pane.role.allocations',
  prognosis: 'pane.role.prognosis',
  submitted: 'pane.role.submitted',
  production: 'pane.role.production',
  forecast: 'pane.role.forecast',
  ceilings: 'pane.role.ceilings',
  tariffs: 'pane.role.tariffs',
  profile: 'pane.role.profile',
};
const ROLE_HINTS: Readonly<Record<FileRole, PaneCode>> = {
  prognosis: 'pane.role.prognosis.hint',
  submitted: 'pane.role.submitted.hint',
  production: 'pane.role.production.hint',
  forecast: 'pane.role.forecast.hint',
  ceilings: 'pane.role.ceilings.hint',
  tariffs: 'pane.role.tariffs.hint',
  allocations: 'pane.role.allocations.hint',
  profile: 'pane.role.profile.hint',
};
const ACCEPT: Readonly<Record<FileRole, string>> = {
  prognosis: '.xlsx,.xlsm',
  submitted: '.xlsx,.xlsm',
  production: '.csv,.txt,.xlsx,.xlsm,.xml,.zip,.dat,.aei',
  allocations: '.csv,.txt,.xlsx,.xlsm,.xml,.zip',
  forecast: '.csv,.txt,.xlsx,.xlsm',
  ceilings: '.csv,.txt,.xlsx,.xlsm',
  tariffs: '.csv,.txt,.xlsx,.xlsm',
  profile: '.json',
};

/** More than this are told by their number, with the list to fold out. */
const MANY_FILES = 8;

/** Step 1: what to do, for whom, and with which files. */
export function DataStep(): ReactElement {
  const { state, dispatch, actions, excel } = usePane();
  const { t } = useWords();
  const isBusy = state.busy !== null;
  return (
    <>
      <div className="switch" role="group" aria-label={t('pane.task')}>
        {(['fill', 'check'] as const).map((task) => (
          <button
            key={task}
            type="button"
            className="plain"
            aria-pressed={state.task === task}
            onClick={() => {
              dispatch({ type: 'task', task });
              void actions.openBooks();
            }}
          >
            {t(task === 'fill' ? 'pane.task.fill' : 'pane.task.check')}
          </button>
        ))}
      </div>
      {excel ? null : state.isDemo ? (
        <div className="card">
          <p>{t('pane.demo.text')}</p>
          <div className="buttons">
            <DefaultButton text={t('pane.demo.empty')} onClick={() => dispatch({ type: 'emptied' })} />
          </div>
        </div>
      ) : (
        <div className="buttons">
          <DefaultButton
            text={t('pane.demo.load')}
            onClick={() => void actions.loadDemo()}
            disabled={isBusy}
          />
        </div>
      )}
      <SettingsFields />
      <FileRoles />
      <div className="buttons">
        <PrimaryButton
          text={t(state.task === 'fill' ? 'pane.data.read' : 'pane.data.check')}
          onClick={() => void actions.read()}
          disabled={isBusy}
        />
        {state.task === 'fill' ? (
          <DefaultButton
            text={t('outlook.open')}
            onClick={() => dispatch({ type: 'step-if-open', step: 'forecast' })}
            disabled={isBusy || state.files.production.length === 0}
          />
        ) : null}
        {state.plan ? (
          <DefaultButton
            text={t('pane.data.next')}
            onClick={() => dispatch({ type: 'step', step: 'format' })}
            disabled={isBusy}
          />
        ) : null}
      </div>
      <Receipts />
    </>
  );
}

function SettingsFields(): ReactElement {
  const { state, dispatch, actions, engine } = usePane();
  const { t, language } = useWords();
  const { settings } = state;
  const chooser = useRef<HTMLInputElement>(null);
  const own = settings.ownRulebook;
  const ownBook = useOwnRulebook(own);
  const book = own ? ownBook : engine.rulebooks.find(({ id }) => id === settings.rulebook);
  return (
    <>
      <Dropdown
        label={t('pane.data.rulebook')}
        selectedKey={own ? 'own' : settings.rulebook}
        options={[
          ...engine.rulebooks.map(({ id, title }) => ({ key: id, text: title[language] })),
          ...(own ? [{ key: 'own', text: own.file }] : []),
        ]}
        onChange={(_, option) => {
          if (option && option.key !== 'own') {
            dispatch({ type: 'settings', change: { rulebook: String(option.key), ownRulebook: null } });
          }
        }}
      />
      <FileInput
        chooser={chooser}
        role="rulebook"
        accept=".json"
        onFiles={([file]) => {
          if (file) void actions.loadRulebook(inputFile(file, file.name));
        }}
      />
      <button type="button" className="link" onClick={() => chooser.current?.click()}>
        {t('pane.data.own-rulebook')}
      </button>
      {book ? <RulebookView key={book.id} book={book} /> : null}
      <div className="fields">
        <TextField
          label={t('pane.data.year')}
          data-field="year"
          value={settings.year}
          inputMode="numeric"
          maxLength={4}
          onChange={(_, year) => dispatch({ type: 'settings', change: { year: year ?? '' } })}
        />
        <TextField
          label={t('pane.data.as-of')}
          data-field="as-of"
          placeholder={t('pane.data.as-of.placeholder')}
          inputMode="numeric"
          value={settings.asOf}
          onChange={(_, asOf) => dispatch({ type: 'settings', change: { asOf: asOf ?? '' } })}
        />
      </div>
      <details>
        <summary>{t('pane.data.more')}</summary>
        <TextField
          label={t('pane.data.provider')}
          description={t('pane.data.provider.hint')}
          value={settings.provider}
          onChange={(_, provider) => dispatch({ type: 'settings', change: { provider: provider ?? '' } })}
        />
        <Dropdown
          label={t('pane.data.decimal')}
          selectedKey={settings.decimal ?? 'auto'}
          options={[
            { key: 'auto', text: t('pane.data.decimal.auto') },
            { key: 'comma', text: t('pane.data.decimal.comma') },
            { key: 'point', text: t('pane.data.decimal.point') },
          ]}
          onChange={(_, option) => {
            const key = option?.key;
            dispatch({
              type: 'settings',
              change: { decimal: key === 'comma' || key === 'point' ? key : null },
            });
          }}
        />
      </details>
    </>
  );
}

function FileRoles(): ReactElement {
  const { state, actions } = usePane();
  const { t } = useWords();
  const [isDropping, setDropping] = useState(false);
  const hover = (event: DragEvent, on: boolean): void => {
    event.preventDefault();
    setDropping(on);
  };
  return (
    <section
      className={isDropping ? 'card dropping' : 'card'}
      aria-label={t('pane.data.files')}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        void droppedFiles(event.dataTransfer).then((gathered) => actions.desk.add(gathered));
      }}
    >
      <h3>{t('pane.data.files')}</h3>
      <p className="muted">{t('pane.data.drop')}</p>
      {ROLES[state.task].map((role) => (
        <RoleFiles key={role} role={role} />
      ))}
    </section>
  );
}

function RoleFiles({ role }: { readonly role: FileRole }): ReactElement {
  const { state, dispatch, actions, excel } = usePane();
  const { t } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const files = state.files[role];
  const name = t(ROLE_NAMES[role]);
  const many = MANY.has(role);
  if (excel && (role === 'prognosis' || role === 'submitted')) {
    return (
      <div className="role" role="group" aria-label={name}>
        <strong>{name}</strong>
        <p>{t('pane.excel.this', { file: excel.here.name })}</p>
        <KeptFormat role={role} />
      </div>
    );
  }
  const choose = t(files.length === 0 ? 'pane.file.choose' : many ? 'pane.file.add' : 'pane.file.replace');
  return (
    <div className="role" role="group" aria-label={name}>
      <div className="role-head">
        <strong>{name}</strong>
        <DefaultButton
          text={choose}
          ariaLabel={`${choose}: ${name}`}
          onClick={() => chooser.current?.click()}
        />
        <FileInput
          chooser={chooser}
          role={role}
          accept={ACCEPT[role]}
          isMany={many}
          onFiles={(files) => void actions.addFiles(role, inputFiles(files))}
        />
      </div>
      {files.length === 0 ? <p className="muted">{t(ROLE_HINTS[role])}</p> : null}
      <KeptFormat role={role} />
      {excel && role !== 'profile' ? <Sources excel={excel} role={role} name={name} /> : null}
      {files.length > MANY_FILES ? <ManyFiles role={role} /> : null}
      {role === 'submitted' ? <DeskFiles /> : null}
      {(files.length > MANY_FILES ? [] : files).map((file, index) => (
        <div className="file-row" key={file.name}>
          <span>{file.name}</span>
          <button
            type="button"
            className="link"
            aria-label={t('pane.file.remove.named', { file: file.name })}
            onClick={() => {
              dispatch({ type: 'file-removed', role, index });
              if (role === 'submitted') void actions.openBooks();
            }}
          >
            {t('pane.file.remove')}
          </button>
        </div>
      ))}
    </div>
  );
}

/** Says that the format of last time is used, with the way out of it. */
function KeptFormat({ role }: { readonly role: FileRole }): ReactElement | null {
  const { state, dispatch } = usePane();
  const { t } = useWords();
  if (role !== 'prognosis' || !state.remembered?.profile || state.files.profile.length > 0) return null;
  return (
    <p>
      {t('pane.kept.format')}{' '}
      <button type="button" className="link" onClick={() => dispatch({ type: 'format-forgotten' })}>
        {t('pane.kept.forget')}
      </button>
    </p>
  );
}

function Receipts(): ReactElement | null {
  const { state } = usePane();
  const { t } = useWords();
  const receipts = (state.task === 'fill' ? state.plan : state.check)?.receipts ?? [];
  if (receipts.length === 0) return null;
  return (
    <section aria-label={t('pane.receipts')}>
      <h3>{t('pane.receipts')}</h3>
      {receipts.map((receipt) => (
        <Receipt key={`${receipt.kind} ${receipt.file}`} receipt={receipt} />
      ))}
    </section>
  );
}

function Receipt({ receipt }: { readonly receipt: IntakeReceipt }): ReactElement {
  const { t, tell, language } = useWords();
  const { lines, amounts } = receipt;
  const notices = receipt.issues.filter((issue) => issue.level !== 'rejected');
  return (
    <div className="card">
      <h4>
        {receipt.file} · {t(ROLE_NAMES[receipt.kind])}
      </h4>
      <Facts
        rows={[
          [t('pane.receipt.read'), String(lines.read)],
          [t('pane.receipt.rejected'), String(lines.rejected), lines.rejected > 0 ? 'bad' : undefined],
          [t('pane.receipt.skipped'), String(lines.skipped)],
          ...(receipt.kind === 'tariffs'
            ? []
            : ([
                [t('pane.receipt.amount'), moneyValue(amounts.read)],
                [t('pane.receipt.amount-rejected'), moneyValue(amounts.rejected)],
                [t('pane.receipt.amount-file'), moneyValue(amounts.file)],
                ...(amounts.stated === null
                  ? []
                  : [[t('pane.receipt.stated'), moneyValue(amounts.stated)] as const]),
              ] as const)),
        ]}
      />
      {receipt.rejectedLines.length > 0 ? (
        <>
          <ul>
            {receipt.rejectedLines.slice(0, 5).map((line) => (
              <li key={line.line}>
                {t('pane.receipt.line', { line: line.line })}: {tell(line.reason)}
              </li>
            ))}
          </ul>
          <div className="buttons">
            <DefaultButton
              text={t('pane.receipt.download')}
              onClick={() =>
                download(
                  rejectedCsv(receipt, language),
                  resultName(receipt.file, t('pane.receipt.suffix'), '.csv'),
                  'text/csv;charset=utf-8',
                )
              }
            />
          </div>
        </>
      ) : null}
      {notices.length > 0 ? (
        <details>
          <summary>{t('pane.receipt.notices', { count: notices.length })}</summary>
          <ul>
            {notices.map((issue, index) => (
              <li key={index}>
                {tell(issue)} <span className="muted">{sayPlace(issue.place, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
