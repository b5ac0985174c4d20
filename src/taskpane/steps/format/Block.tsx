import { useMemo, useState, type ReactElement } from 'react';
import {
  columnLetters,
  Decimal,
  ratioValue,
  type BlockSummary,
  type CellGroup,
  type Layout,
} from '../../../core';
import { showMonth } from '../../../messages';
import type { PaneCode } from '../../../messages/catalogues/pane';
import { useWords } from '../../context';
import { periodsOf } from './found';
import { Place } from './Place';

const ORIENTATION: Readonly<Record<BlockSummary['orientation'], PaneCode>> = {
  'months-right': 'pane.orientation.months-right',
  'months-down': 'pane.orientation.months-down',
  'long-list': 'pane.orientation.long-list',
};

/** Confidence as a whole percentage, for people. */
export const surety = (confidence: number) => ratioValue(new Decimal(confidence).toDecimalPlaces(2));

/** One recognised table: its cells by what they ask for, its periods, how sure and why. */
export function Block({
  block,
  index,
  layout,
}: {
  readonly block: BlockSummary;
  readonly index: number;
  readonly layout: Layout;
}): ReactElement {
  const { t, tell } = useWords();
  return (
    <div className="card">
      <h4>
        <Place sheet={block.sheet} range={block.range} />
      </h4>
      <p>
        {t(ORIENTATION[block.orientation])} ·{' '}
        {t('pane.format.block', { products: block.products, periods: block.periods })}
        {block.domain === null ? '' : ` · ${block.domain}`}
        {block.scale === 1000 ? ` · ${t('pane.format.thousands')}` : ''}
      </p>
      <p>{t('pane.format.confidence', { confidence: surety(block.confidence) })}</p>
      <ul className="groups">
        {(block.groups ?? []).map((group) => (
          <Group key={`${group.measure} ${group.phase}`} sheet={block.sheet} group={group} />
        ))}
      </ul>
      <Periods layout={layout} index={index} />
      {block.evidence.length > 0 ? (
        <details>
          <summary>{t('pane.format.evidence')}</summary>
          <ul className="dashed">
            {block.evidence.map((message, at) => (
              <li key={at}>{tell(message)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Group({ sheet, group }: { readonly sheet: string; readonly group: CellGroup }): ReactElement {
  const { t, tell } = useWords();
  return (
    <li className={`group ${group.phase}`}>
      <div>
        <strong>{t(`format.measure.${group.measure}`)}</strong> · {t(`format.phase.${group.phase}`)} ·{' '}
        <Place sheet={sheet} range={group.range} />
      </div>
      <div className="muted">
        {t('format.group.cells', { inputs: group.inputs, formulas: group.formulas, locked: group.locked })} ·{' '}
        {t('pane.format.confidence', { confidence: surety(group.confidence) })}
        {group.evidence.length > 0 ? ` · ${group.evidence.map(tell).join('; ')}` : ''}
      </div>
    </li>
  );
}

function Periods({
  layout,
  index,
}: {
  readonly layout: Layout;
  readonly index: number;
}): ReactElement | null {
  const { t, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  const lines = useMemo(() => (isOpen ? periodsOf(layout, index) : []), [isOpen, layout, index]);
  const block = layout.blocks[index];
  if (!block) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('format.periods', { count: block.periods })}</summary>
      <ul className="lines">
        {lines.slice(0, 60).map(({ range, value }) => {
          const isColumn = range.left === range.right && range.bottom > range.top;
          const name = isColumn ? columnLetters(range.left) : String(range.top + 1);
          return (
            <li key={`${range.top} ${range.left}`}>
              <Place
                sheet={block.sheet}
                range={range}
                text={t(isColumn ? 'format.column' : 'format.row', { name })}
              />{' '}
              {value.from === value.until
                ? showMonth(value.from, language)
                : `${showMonth(value.from, language)} – ${showMonth(value.until, language)}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
