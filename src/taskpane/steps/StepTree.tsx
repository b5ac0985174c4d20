import { useState, type ReactElement } from 'react';
import type { Step } from '../../core';
import { sayPlace, showValue } from '../../messages';
import { useWords } from '../context';

/** A calculation that folds out: each step with its value, rule, source and assumption. */
export function StepTree({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  return (
    <ul className="step-tree">
      {steps.map((one, index) => (
        <li key={index}>
          <StepNode node={one} />
        </li>
      ))}
    </ul>
  );
}

function StepNode({ node }: { readonly node: Step }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const head = <StepHead node={node} />;
  if (node.parts.length === 0) return <div className="step-leaf">{head}</div>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {/* Parts are drawn once they are asked for: a tree can be deep. */}
      {isOpen ? <StepTree steps={node.parts} /> : null}
    </details>
  );
}

function StepHead({ node }: { readonly node: Step }): ReactElement {
  const { t, tell, language } = useWords();
  const place = node.place ? sayPlace(node.place, language) : '';
  const notes = [
    node.rule,
    node.source ? t('pane.step.source', { document: node.source.document, place: node.source.place }) : null,
    place === '' ? null : place,
    node.assumed ? t('pane.step.assumed', { why: tell(node.assumed) }) : null,
  ].filter((note) => note !== null);
  return (
    <span className="step-head">
      <span>{tell(node.label)}</span>
      <b>{showValue(node.value, language)}</b>
      {notes.length > 0 ? (
        <span className="step-note" style={{ flexBasis: '100%' }}>
          {notes.join(' · ')}
        </span>
      ) : null}
    </span>
  );
}
