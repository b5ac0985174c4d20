import { useMemo, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { FillOutcome } from '../../flow';
import { usePane, useWords } from '../context';
import { download, resultName } from '../download';
import { Around } from './format/Around';
import { Block } from './format/Block';
import { Corrections } from './format/Corrections';
import { Pointing } from './format/Pointing';
import { Products } from './format/Products';
import { Questions } from './format/Questions';

/** The products that a line may stand for, with their names. */
function productNames(plan: FillOutcome): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const prognosis of plan.prognoses) {
    for (const domain of prognosis.domains) {
      for (const { product, description } of domain.products) {
        names.set(product, description === null ? product : `${product} – ${description}`);
      }
    }
  }
  for (const { product } of plan.layout.products) {
    if (product !== null && !names.has(product)) names.set(product, product);
  }
  return names;
}

/** What was recognised in the own format, how sure that is, what has to be answered, and what can be corrected. */
export function FormatStep(): ReactElement | null {
  const { state, dispatch } = usePane();
  const { t, tell } = useWords();
  const { plan } = state;
  const products = useMemo(() => (plan ? productNames(plan) : new Map<string, string>()), [plan]);
  if (!plan) return null;
  const { layout } = plan;
  return (
    <>
      <p>{t('pane.format.summary', { blocks: layout.blocks.length, cells: layout.slots.length })}</p>
      {layout.blocks.length === 0 ? <p className="card">{t('pane.format.nothing')}</p> : null}
      <Questions layout={layout} />
      <Corrections layout={layout} />
      <div className="buttons">
        <PrimaryButton
          text={t('pane.format.next')}
          onClick={() => dispatch({ type: 'step', step: 'fill' })}
        />
        <DefaultButton
          text={t('pane.format.profile')}
          onClick={() =>
            download(
              `${JSON.stringify(plan.profile, null, 2)}\n`,
              resultName(layout.file, t('pane.format.profile.suffix'), '.json'),
              'application/json',
            )
          }
        />
      </div>
      <Pointing layout={layout} products={products} />
      <h3>{t('format.found')}</h3>
      {layout.blocks.map((block, index) => (
        <Block key={`${block.sheet} ${block.range}`} block={block} index={index} layout={layout} />
      ))}
      <Around layout={layout} />
      {layout.remarks.length > 0 ? (
        <section aria-label={t('pane.format.remarks')}>
          <h3>{t('pane.format.remarks')}</h3>
          <ul className="card">
            {layout.remarks.map((remark, index) => (
              <li key={index}>{tell(remark)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Products plan={plan} products={products} />
    </>
  );
}
