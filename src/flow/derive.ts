import { deriveRulebook, type Derivation, type Rulebook } from '../core';
import { InputError } from './input-error';

/** A derived rulebook with the text of its file. */
export interface DeriveOutcome {
  readonly rulebook: Rulebook;
  readonly file: string;
}

/** Derives a rulebook and writes it out as the JSON of its file. Errors: `InputError` with every mistake. */
export function runDerive(base: Rulebook, wanted: Derivation): DeriveOutcome {
  const derived = deriveRulebook(base, wanted);
  if ('issues' in derived) throw new InputError(derived.issues);
  return { rulebook: derived.rulebook, file: `${JSON.stringify(derived.rulebook, null, 2)}\n` };
}
