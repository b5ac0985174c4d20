import type { ReactElement } from 'react';

/** What there is to see while Excel isn't there, with a way to try again. */
export function Outside({
  text,
  button,
  onAgain,
}: {
  readonly text: string;
  readonly button?: string;
  readonly onAgain?: () => void;
}): ReactElement {
  return (
    <main className="outside">
      <h1>Plafondwijzer</h1>
      <p role="status">{text}</p>
      {button !== undefined ? (
        <button type="button" className="plain" onClick={onAgain}>
          {button}
        </button>
      ) : null}
    </main>
  );
}
