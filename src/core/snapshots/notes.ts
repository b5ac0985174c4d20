import type { Finding } from '../checks/outcome';
import { questionId } from '../desk/question';

/** The document of the memory in which the notes stand. */
export const NOTES_KEY = 'notes';

/** What the user wrote with a finding. It stays when the data is refreshed. */
export interface FindingNote {
  /** Identity of the finding, whatever its amounts: `questionId`. */
  readonly id: string;
  readonly rule: string;
  /** The finding in words when the note was written, so that it can still be read when it is gone. */
  readonly finding: string;
  readonly text: string;
  /** When it was written, as the face's clock says. */
  readonly at: string;
}

/** A note with what became of its finding. */
export interface FollowedNote extends FindingNote {
  readonly isSolved: boolean;
}

/** The notes with this one in the place of an earlier one on the same finding; an empty text takes it away. */
export function writeNote(notes: readonly FindingNote[], note: FindingNote): FindingNote[] {
  const others = notes.filter(({ id }) => id !== note.id);
  return note.text.trim() === '' ? others : [...others, { ...note, text: note.text.trim() }];
}

/** Notes beside the findings of now: a note whose finding is no longer there is solved. */
export function followNotes(notes: readonly FindingNote[], findings: readonly Finding[]): FollowedNote[] {
  const present = new Set(findings.map(questionId));
  return notes.map((note) => ({ ...note, isSolved: !present.has(note.id) }));
}

export const notesToJson = (notes: readonly FindingNote[]): unknown => ({
  plafondwijzer: 'notes',
  version: 1,
  notes: notes.map(({ id, rule, finding, text, at }) => ({ id, rule, finding, text, at })),
});
