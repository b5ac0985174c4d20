import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import { Dropdown, DropdownMenuItemType, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import {
  formatRange,
  pointAt,
  scopeOf,
  type CorrectionPlace,
  type CorrectionSay,
  type Layout,
} from '../../../core';
import { showMonth } from '../../../messages';
import { usePane, useWords, type Words } from '../../context';
import { correct } from '../../state/format-actions';
import { readPointed, selectionOf } from '../../state/pointing';
import { lookAt, type Seen } from './found';

type Kind =
  | 'amount'
  | 'volume'
  | 'clients'
  | 'tariff'
  | 'product'
  | 'period'
  | 'actual'
  | 'forecast'
  | 'any'
  | 'thousands'
  | 'euros'
  | 'total'
  | 'read-only'
  | 'ignored'
  | 'provider'
  | 'year'
  | 'as-of'
  | 'domain';

const GROUPS: readonly (readonly [
  'asks' | 'place' | 'phase' | 'money' | 'role' | 'header',
  readonly Kind[],
])[] = [
  ['asks', ['amount', 'volume', 'clients', 'tariff']],
  ['place', ['product', 'period']],
  ['phase', ['actual', 'forecast', 'any']],
  ['money', ['thousands', 'euros']],
  ['role', ['ignored', 'read-only', 'total']],
  ['header', ['provider', 'year', 'as-of', 'domain']],
];

type Scope = CorrectionPlace['scope'];
type Along = 'none' | 'columns' | 'rows';

/** What the choices of the form say; null as long as something is missing. */
function sayOf(
  kind: Kind | null,
  product: string,
  period: { readonly month: number; readonly length: number; readonly along: Along },
): CorrectionSay | null {
  switch (kind) {
    case null:
      return null;
    case 'amount':
    case 'volume':
    case 'clients':
    case 'tariff':
      return { what: 'cells', measure: kind };
    case 'product':
      return product.trim() === '' ? null : { what: 'cells', product: product.trim() };
    case 'period': {
      const until = Math.min(12, period.month + period.length - 1);
      return { what: 'cells', period: { from: period.month, until, year: 0, along: period.along } };
    }
    case 'actual':
    case 'forecast':
    case 'any':
      return { what: 'cells', phase: kind };
    case 'thousands':
      return { what: 'cells', scale: 1000 };
    case 'euros':
      return { what: 'cells', scale: 1 };
    case 'total':
    case 'read-only':
    case 'ignored':
      return { what: kind };
    case 'provider':
    case 'year':
    case 'as-of':
    case 'domain':
      return { what: 'header', header: kind };
  }
}

/** Point at a range, in the workbook or by typing it, and say what it is. */
export function Pointing({
  layout,
  products,
}: {
  readonly layout: Layout;
  readonly products: ReadonlyMap<string, string>;
}): ReactElement | null {
  const pane = usePane();
  const { state, dispatch, excel } = pane;
  const { t } = useWords();
  const book = state.books[state.shownBook];
  const pointed = selectionOf(state);
  const address = pointed ? `${pointed.sheet}!${formatRange(pointed.range)}` : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [scope, setScope] = useState<Scope | null>(null);
  const [product, setProduct] = useState('');
  const [month, setMonth] = useState(1);
  const [length, setLength] = useState(1);
  const [along, setAlong] = useState<Along>('none');
  const shown = useRef(address);
  // Another place has a scope of its own.
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    setScope(null);
    setTyped(null);
  }, [address]);
  const likely = pointed ? scopeOf(layout, pointed.sheet, pointed.range) : 'cells';
  const chosen = scope ?? likely;
  const seen = useMemo(
    () => (pointed ? lookAt(layout, pointed.sheet, pointed.range, chosen) : null),
    // The address says all of `pointed` that matters.
    [layout, address, chosen],
  );
  if (!book || !pointed) return null;
  const say = sayOf(kind, product, { month, length, along });
  const isHeader = say?.what === 'header';
  const finish = (): void => {
    if (typed === null) return;
    const found = readPointed(typed, pointed.sheet, book.grid);
    if (!found) return;
    setTyped(null);
    dispatch({
      type: 'select',
      cell: { sheet: found.sheet, row: found.range.top, col: found.range.left },
      range: found.range,
      bring: excel !== null,
    });
  };
  const isWrong = typed !== null && readPointed(typed, pointed.sheet, book.grid) === null;
  const apply = async (): Promise<void> => {
    if (!say) return;
    const at = pointAt(book.grid, layout, pointed.sheet, pointed.range, isHeader ? 'cells' : chosen);
    if (!at) return;
    setKind(null);
    await correct(pane, at, say);
  };
  return (
    <section className="card pointing" aria-label={t('format.point')}>
      <h3>{t('format.point')}</h3>
      <p className="muted">{t(excel ? 'format.point.how-excel' : 'format.point.how')}</p>
      <div className="point-at">
        <TextField
          label={t('format.point.range')}
          value={typed ?? address}
          errorMessage={isWrong ? t('format.point.wrong') : ''}
          onChange={(_, text) => setTyped(text ?? '')}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
          }}
        />
        {excel ? null : (
          <DefaultButton
            className="narrow-only"
            text={t('format.point.go')}
            onClick={() => dispatch({ type: 'side', side: 'workbook' })}
          />
        )}
      </div>
      {seen ? <SeenText seen={seen} /> : null}
      <div className="fields">
        <Dropdown
          label={t('format.point.is')}
          placeholder={t('format.point.choose')}
          selectedKey={kind}
          dropdownWidth="auto"
          options={kindOptions(t)}
          onChange={(_, option) => setKind((option?.key as Kind | undefined) ?? null)}
        />
        <Dropdown
          label={t('format.point.for')}
          selectedKey={isHeader ? 'cells' : chosen}
          disabled={isHeader}
          options={(['cells', 'rows', 'columns', 'sheet'] as const).map((key) => ({
            key,
            text: t(`format.scope.${key}`, { sheet: pointed.sheet }),
          }))}
          onChange={(_, option) => setScope((option?.key as Scope | undefined) ?? null)}
        />
        {kind === 'product' ? (
          <ComboBox
            label={t('format.point.product')}
            allowFreeform
            autoComplete="on"
            useComboBoxAsMenuWidth
            text={products.get(product) ?? product}
            options={[...products].map(([key, text]) => ({ key, text }))}
            onChange={(_, option, __, text) => setProduct(option ? String(option.key) : (text ?? ''))}
          />
        ) : null}
        {kind === 'period' ? (
          <PeriodFields
            {...{ month, length, along }}
            year={layout.year ?? Number(state.settings.year)}
            onChange={(next) => {
              setMonth(next.month);
              setLength(next.length);
              setAlong(next.along);
            }}
          />
        ) : null}
      </div>
      <div className="buttons">
        <PrimaryButton
          text={t('format.point.apply')}
          disabled={!say || isWrong || state.busy !== null}
          onClick={() => void apply()}
        />
      </div>
    </section>
  );
}

function kindOptions(t: Words['t']): IDropdownOption[] {
  return GROUPS.flatMap(([group, kinds]) => [
    { key: `group ${group}`, text: t(`format.group.${group}`), itemType: DropdownMenuItemType.Header },
    ...kinds.map((key) => ({ key, text: t(`format.is.${key}`) })),
  ]);
}

/** What the place is taken for now, in one sentence. */
function SeenText({ seen }: { readonly seen: Seen }): ReactElement {
  const { t, language } = useWords();
  const parts: string[] = [];
  if (seen.cells > 0) {
    parts.push(
      t('format.seen.cells', { count: seen.cells }),
      seen.measures.map((measure) => t(`format.measure.${measure}`)).join(', '),
      seen.phases.map((phase) => t(`format.phase.${phase}`)).join(', '),
    );
    if (seen.products.length > 0) {
      parts.push(
        seen.products.length > 3
          ? t('format.seen.products', { count: seen.products.length })
          : seen.products.join(', '),
      );
    }
    if (seen.period) {
      const { from, until } = seen.period;
      parts.push(
        from === until
          ? showMonth(from, language)
          : `${showMonth(from, language)} – ${showMonth(until, language)}`,
      );
    }
    if (seen.thousands) parts.push(t('pane.format.thousands'));
    if (seen.formulas > 0) parts.push(t('format.seen.formulas', { count: seen.formulas }));
    if (seen.locked > 0) parts.push(t('format.seen.locked', { count: seen.locked }));
    if (seen.kept > 0) parts.push(t('format.seen.kept', { count: seen.kept }));
  }
  if (seen.totals > 0) parts.push(t('format.seen.totals', { count: seen.totals }));
  for (const header of seen.headers) parts.push(t(`format.is.${header}`));
  return (
    <p role="status" className="seen">
      {parts.length === 0 ? t('format.seen.nothing') : t('format.seen', { what: parts.join(' · ') })}
    </p>
  );
}

interface PeriodChoice {
  readonly month: number;
  readonly length: number;
  readonly along: Along;
}

function PeriodFields({
  month,
  length,
  along,
  year,
  onChange,
}: PeriodChoice & { readonly year: number; onChange(next: PeriodChoice): void }): ReactElement {
  const { t, language } = useWords();
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <>
      <Dropdown
        label={t('format.point.month')}
        selectedKey={month}
        options={months.map((key) => ({
          key,
          text: showMonth(
            `${year}-${String(key).padStart(2, '0')}` as Parameters<typeof showMonth>[0],
            language,
          ),
        }))}
        onChange={(_, option) => onChange({ month: Number(option?.key ?? 1), length, along })}
      />
      <Dropdown
        label={t('format.point.length')}
        selectedKey={length}
        options={([1, 3, 6, 12] as const).map((key) => ({ key, text: t(`format.length.${key}`) }))}
        onChange={(_, option) => onChange({ month, length: Number(option?.key ?? 1), along })}
      />
      <Dropdown
        label={t('format.point.along')}
        selectedKey={along}
        options={(['none', 'columns', 'rows'] as const).map((key) => ({
          key,
          text: t(`format.along.${key}`),
        }))}
        onChange={(_, option) =>
          onChange({ month, length, along: (option?.key as Along | undefined) ?? 'none' })
        }
      />
    </>
  );
}
