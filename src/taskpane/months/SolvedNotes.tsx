import type { ReactElement } from 'react';
import { usePane } from '../context';
import { solvedNotes } from '../state/months-actions';
import { Day } from './Day';
import { useMonthWords } from './words';

/** Notes whose finding is no longer there: solved, and still to be read. */
export function SolvedNotes(): ReactElement | null {
  const { state } = usePane();
  const { m } = useMonthWords();
  const notes = solvedNotes(state);
  if (notes.length === 0) return null;
  return (
    <section className="card" aria-label={m('months.solved-title')}>
      <h3>{m('months.solved-title')}</h3>
      <ul className="months-list">
        {notes.map((note) => (
          <li key={note.id}>
            <div>
              <div className="step-note">
                {note.rule} · <Day day={note.at} />
              </div>
              <p>{note.finding}</p>
              <p>
                <strong>{note.text}</strong>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
