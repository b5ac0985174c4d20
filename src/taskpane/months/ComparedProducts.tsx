import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { CAUSES, causeLabel, ZERO, type ComparedDomain } from '../../core';
import { showMoney } from '../../messages';
import { StepTree } from '../steps/StepTree';
import { useMonthWords } from './words';

const AT_ONCE = 25;

/** The products behind a difference, widest first; each with its causes and how they come about. */
export function ComparedProducts({ domain }: { readonly domain: ComparedDomain }): ReactElement | null {
  const { m, tell, language } = useMonthWords();
  const [shown, setShown] = useState(AT_ONCE);
  const moved = domain.products.filter(
    ({ difference, causes }) => difference !== ZERO || CAUSES.some((cause) => causes[cause] !== ZERO),
  );
  if (moved.length === 0) return null;
  return (
    <details>
      <summary>{m('months.products', { count: moved.length })}</summary>
      <ul className="months-products">
        {moved.slice(0, shown).map((one) => (
          <li key={one.product}>
            <details>
              <summary>
                <span>{one.description === null ? one.product : `${one.product} ${one.description}`}</span>{' '}
                <span className="amount">{showMoney(one.difference, language)}</span>
              </summary>
              <ul>
                {CAUSES.filter((cause) => one.causes[cause] !== ZERO).map((cause) => (
                  <li key={cause}>
                    {tell(causeLabel(cause))}: {showMoney(one.causes[cause], language)}
                  </li>
                ))}
              </ul>
              <StepTree steps={[one.step]} />
            </details>
          </li>
        ))}
      </ul>
      {moved.length > shown ? (
        <DefaultButton
          text={m('months.more-products', { count: moved.length - shown })}
          onClick={() => setShown(shown + AT_ONCE)}
        />
      ) : null}
    </details>
  );
}
