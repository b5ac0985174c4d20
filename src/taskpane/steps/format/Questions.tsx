import type { ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { parseRange, pointAt, type CellGroup, type Layout } from '../../../core';
import { usePane, useWords } from '../../context';
import { chooseThousands, correct } from '../../state/format-actions';
import { Place } from './Place';

/** What has to be said before everything can be filled: the measure of cells, rounding of thousands. */
export function Questions({ layout }: { readonly layout: Layout }): ReactElement | null {
  const pane = usePane();
  const { t } = useWords();
  const asked = layout.blocks.flatMap((block) =>
    (block.groups ?? []).filter((group) => group.asked).map((group) => ({ sheet: block.sheet, group })),
  );
  const isInThousands = layout.slots.some(({ scale, role }) => scale === 1000 && role === 'input');
  if (asked.length === 0 && !isInThousands) return null;
  return (
    <section className="card" aria-label={t('format.questions')}>
      <h3>{t('format.questions')}</h3>
      {asked.map(({ sheet, group }) => (
        <MeasureQuestion key={`${sheet} ${group.range}`} sheet={sheet} group={group} layout={layout} />
      ))}
      {isInThousands ? (
        <Dropdown
          label={t('format.thousands')}
          selectedKey={pane.state.thousandsPlaces ?? 'exact'}
          disabled={pane.state.busy !== null}
          options={(['exact', 0, 1, 2, 3] as const).map((key) => ({
            key,
            text: t(`format.thousands.${key}`),
          }))}
          onChange={(_, option) =>
            void chooseThousands(pane, typeof option?.key === 'number' ? option.key : null)
          }
        />
      ) : null}
    </section>
  );
}

function MeasureQuestion({
  sheet,
  group,
  layout,
}: {
  readonly sheet: string;
  readonly group: CellGroup;
  readonly layout: Layout;
}): ReactElement {
  const pane = usePane();
  const { t } = useWords();
  const { state } = pane;
  const answer = async (measure: CellGroup['measure']): Promise<void> => {
    const book = state.books[state.shownBook];
    const range = parseRange(group.range);
    const at = book && range ? pointAt(book.grid, layout, sheet, range, 'cells') : null;
    if (at) await correct(pane, at, { what: 'cells', measure });
  };
  return (
    <div
      className="question"
      role="group"
      aria-label={t('format.measure-question', { range: `${sheet}!${group.range}` })}
    >
      <p>
        {t('format.measure-question', { range: `${sheet}!${group.range}` })}{' '}
        <Place sheet={sheet} range={group.range} text={t('format.look')} />
      </p>
      <div className="buttons">
        {(['amount', 'volume', 'clients', 'tariff'] as const).map((measure) => (
          <DefaultButton
            key={measure}
            text={t(`format.is.${measure}`)}
            disabled={state.busy !== null}
            onClick={() => void answer(measure)}
          />
        ))}
      </div>
    </div>
  );
}
