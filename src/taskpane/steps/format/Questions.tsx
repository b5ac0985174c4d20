import type { ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { answerMeasure, askedCells, type AskedCells, type Layout, type Measure } from '../../../core';
import { usePane, useWords } from '../../context';
import { chooseThousands, correctAll } from '../../state/format-actions';
import { Place } from './Place';

/** What has to be said before everything can be filled: the measure of cells, rounding of thousands. */
export function Questions({ layout }: { readonly layout: Layout }): ReactElement | null {
  const pane = usePane();
  const { t } = useWords();
  const asked = askedCells(layout);
  const isInThousands = layout.slots.some(({ scale, role }) => scale === 1000 && role === 'input');
  if (asked.length === 0 && !isInThousands) return null;
  return (
    <section className="card" aria-label={t('format.questions')}>
      <h3>{t('format.questions')}</h3>
      {asked.length > 1 ? <MeasureQuestion asked={asked} layout={layout} /> : null}
      {asked.map((one) => (
        <MeasureQuestion key={`${one.sheet} ${one.group.range}`} asked={[one]} layout={layout} />
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

/** What cells ask for: of one place, or of all at once, as tabs of one workbook mostly are alike. */
function MeasureQuestion({
  asked,
  layout,
}: {
  readonly asked: readonly AskedCells[];
  readonly layout: Layout;
}): ReactElement {
  const pane = usePane();
  const { t } = useWords();
  const { state } = pane;
  const answer = async (measure: Measure): Promise<void> => {
    const book = state.books[state.shownBook];
    const answers = book ? answerMeasure(book.grid, layout, measure, asked) : [];
    if (answers.length > 0) await correctAll(pane, answers);
  };
  const [only] = asked;
  const isOne = asked.length === 1 && only !== undefined;
  const question = isOne
    ? t('format.measure-question', { range: `${only.sheet}!${only.group.range}` })
    : t('format.measure-question-all', { count: asked.length });
  return (
    <div className="question" role="group" aria-label={question}>
      <p>
        {question}{' '}
        {isOne ? <Place sheet={only.sheet} range={only.group.range} text={t('format.look')} /> : null}
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
