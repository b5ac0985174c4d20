import type { Explained } from './cell';

/** A function as its definition file exports it: arguments as Excel hands them over, an explained answer. */
export type AnswerFunction = (...given: never[]) => Explained;
type Called = (...given: readonly unknown[]) => Explained;

const functions = new Map<string, Called>();

/** Makes a function known under its id. The definitions do this once, in their index. */
export function register(all: Readonly<Record<string, AnswerFunction>>): void {
  for (const [id, answer] of Object.entries(all)) functions.set(id, answer as Called);
}

export const functionNamed = (id: string): Called | null => functions.get(id) ?? null;

export const functionNames = (): readonly string[] => [...functions.keys()];
