import { useState, type ReactElement } from 'react';
import type { LocalText, Rulebook, Source } from '../../core';
import { useWords } from '../context';

/** The chosen rulebook as a readable page: rules, parameters with value, source and assumption, products. */
export function RulebookView({ book }: { readonly book: Rulebook }): ReactElement {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="rulebook" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('pane.rulebook.view')}</summary>
      {isOpen ? <RulebookPage book={book} /> : null}
    </details>
  );
}

function RulebookPage({ book }: { readonly book: Rulebook }): ReactElement {
  const { t, language } = useWords();
  const source = (found: Source): string =>
    t('pane.step.source', { document: found.document, place: found.place });
  const assumed = (reason: LocalText | null): ReactElement | null =>
    reason === null ? null : <p className="step-note">{t('pane.step.assumed', { why: reason[language] })}</p>;
  return (
    <>
      <h3>{t('pane.rulebook.rules')}</h3>
      <dl>
        {book.rules.map((rule) => (
          <div key={rule.id}>
            <dt>{rule.id}</dt>
            <dd>
              {rule.text[language]} <span className="step-note">{source(rule.source)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('pane.rulebook.parameters')}</h3>
      <dl>
        {book.parameters.map((parameter) => (
          <div key={parameter.id}>
            <dt>
              {parameter.id} ({parameter.rule})
            </dt>
            <dd>
              {parameter.description[language]}
              {parameter.values.map((value, index) => (
                <div key={index}>
                  <b>{value.value ?? t('pane.rulebook.no-value')}</b>{' '}
                  <span className="step-note">
                    {[
                      ...Object.values(value.when ?? {}),
                      `${value.from} – ${value.until}`,
                      source(value.source),
                    ].join(' · ')}
                  </span>
                  {assumed(value.assumed)}
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('pane.rulebook.products')}</h3>
      <dl>
        {book.productGroups.map((group) => (
          <div key={group.id}>
            <dt>{group.description[language]}</dt>
            <dd>
              {t(group.treatment === 'excluded' ? 'pane.rulebook.excluded' : 'pane.rulebook.raised', {
                names: [...group.names, ...group.codes],
              })}{' '}
              <span className="step-note">{source(group.source)}</span>
              {assumed(group.assumed)}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('pane.rulebook.documents')}</h3>
      <dl>
        {Object.entries(book.documents).map(([id, title]) => (
          <div key={id}>
            <dt>{id}</dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
