import { useMemo, useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { FocusZone, FocusZoneDirection } from 'office-ui-fabric-react/lib/FocusZone';
import { List } from 'office-ui-fabric-react/lib/List';
import { a1, type PlannedLine, type PlannedWrite } from '../../../core';
import { usePane, useWords } from '../../context';

/** A change with its number in the plan. */
interface Item {
  readonly write: PlannedWrite;
  readonly index: number;
}

const ALL = '';

/** Every planned change, filtered by sheet and product, each or all shown on and off. Only what is in sight is drawn. */
export function Changes({
  writes,
  lines,
}: {
  readonly writes: readonly PlannedWrite[];
  readonly lines: readonly PlannedLine[];
}): ReactElement {
  const { state, dispatch } = usePane();
  const { t, language } = useWords();
  const [sheet, setSheet] = useState(ALL);
  const [product, setProduct] = useState(ALL);
  const { off } = state;
  const isFilled = state.filled !== null;
  const sheets = useMemo(() => [...new Set(writes.map((write) => write.sheet))], [writes]);
  const products = useMemo(() => [...new Set(lines.flatMap((line) => line.product ?? []))].sort(), [lines]);
  const items = useMemo(
    () =>
      writes.flatMap((write, index): Item[] =>
        (sheet === ALL || write.sheet === sheet) && (product === ALL || lines[index]?.product === product)
          ? [{ write, index }]
          : [],
      ),
    [writes, lines, sheet, product],
  );
  const isFiltered = items.length < writes.length;
  const on = useMemo(() => items.filter(({ index }) => !off.has(index)).length, [items, off]);
  const toggle = (isOn: boolean): void =>
    dispatch({ type: 'toggle-some', indexes: items.map(({ index }) => index), on: isOn });
  return (
    <>
      <div className="fields">
        <Dropdown
          label={t('fill.sheet')}
          selectedKey={sheet}
          options={[{ key: ALL, text: t('fill.all-sheets') }, ...sheets.map((key) => ({ key, text: key }))]}
          onChange={(_, option) => setSheet(String(option?.key ?? ALL))}
        />
        <Dropdown
          label={t('fill.product')}
          selectedKey={product}
          options={[
            { key: ALL, text: t('fill.all-products') },
            ...products.map((key) => ({ key, text: key })),
          ]}
          onChange={(_, option) => setProduct(String(option?.key ?? ALL))}
        />
      </div>
      {isFilled ? null : (
        <div className="select-all">
          <Checkbox
            label={
              isFiltered
                ? t('fill.shown', { count: items.length, all: writes.length })
                : t('pane.fill.all', { count: writes.length })
            }
            checked={items.length > 0 && on === items.length}
            indeterminate={on > 0 && on < items.length}
            disabled={items.length === 0}
            onChange={() => toggle(on < items.length)}
          />
          {isFiltered ? (
            <DefaultButton
              text={t('fill.only')}
              disabled={items.length === 0}
              onClick={() => {
                dispatch({ type: 'toggle-all', on: false });
                toggle(true);
              }}
            />
          ) : null}
        </div>
      )}
      <FocusZone direction={FocusZoneDirection.vertical} className="changes" data-is-scrollable="true">
        <List
          items={items}
          role="group"
          aria-label={t('pane.fill.changes')}
          version={[off, state.filled, language]}
          onRenderCell={(item) => (item ? <Change write={item.write} index={item.index} /> : null)}
        />
      </FocusZone>
    </>
  );
}

function Change({ write, index }: { readonly write: PlannedWrite; readonly index: number }): ReactElement {
  const { state, dispatch } = usePane();
  const { t, tell, language } = useWords();
  const address = `${write.sheet}!${a1(write.row, write.col)}`;
  const value = write.value === null ? t('pane.fill.emptied') : showText(write.value, language);
  const old = write.old === null ? t('pane.fill.empty') : showOld(write.old, language);
  return (
    <div className="change">
      <Checkbox
        ariaLabel={t('pane.fill.toggle', { cell: address, value })}
        checked={!state.off.has(index)}
        disabled={state.filled !== null}
        onChange={() => dispatch({ type: 'toggle-write', index })}
      />
      <div className="what">
        <button
          type="button"
          className="link"
          onClick={() =>
            dispatch({
              type: 'show-cell',
              cell: { sheet: write.sheet, row: write.row, col: write.col },
              file: null,
              bring: true,
            })
          }
        >
          {address}
        </button>{' '}
        <span className="muted">{old}</span> → <b className="amount">{value}</b>
        <div className="step-note">{tell(write.why)}</div>
      </div>
    </div>
  );
}

/** What stood there: a number as people write it, anything else as it is. */
const showOld = (old: string, language: 'nl' | 'en'): string =>
  /^-?\d+(\.\d+)?$/.test(old) ? showText({ kind: 'number', text: old }, language) : old;

/** A planned value as people write it; the text itself is exact and is only punctuated, in cents at least. */
function showText(value: NonNullable<PlannedWrite['value']>, language: 'nl' | 'en'): string {
  if (value.kind === 'text') return value.text;
  const [whole = '', fraction] = value.text.split('.');
  const [mark, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction.padEnd(2, '0')}`;
}
