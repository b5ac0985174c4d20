import type { DomainFigures, Money, Step } from '../../core';
import { CellProblem, EMPTY, type Answer, type Explained } from '../cell';
import {
  chanceFor,
  evaluationOf,
  expand,
  figuresOf,
  type CeilingArguments,
  type Figures,
} from '../domain-situation';

/** One figure of a domain: how it shows in a cell, and which step it is the result of. */
interface Figure {
  readonly answer: (figures: Figures) => Answer;
  readonly step: string | readonly string[];
}

const amount = (value: Money | null): Answer => (value === null ? EMPTY : { kind: 'money', value });

const FIGURES = {
  ceiling: { answer: ({ ceiling }) => amount(ceiling?.effective ?? null), step: 'steps.ceiling-now' },
  overrun: { answer: ({ overrun }) => amount(overrun), step: 'steps.overrun' },
  headroom: { answer: ({ headroom }) => amount(headroom), step: 'steps.headroom' },
  exhaustion: {
    answer: ({ exhaustionDate }) => ({ kind: 'date', value: exhaustionDate }),
    step: ['steps.exhaustion', 'steps.no-exhaustion'],
  },
} as const satisfies Record<string, Figure>;

/**
 * One figure of a domain. Its steps are only worked out when they are asked for: a sheet full of these
 * functions needs the figures thousands of times, the explanation once.
 */
export function figureOf(name: keyof typeof FIGURES, given: CeilingArguments): Explained {
  const figure: Figure = FIGURES[name];
  const value = figure.answer(figuresOf(given));
  return {
    value,
    get steps(): readonly Step[] {
      const { figures, context } = evaluationOf(given);
      return [...stepsOf(figures, figure.step), ...context];
    },
  };
}

/**
 * The chance that the domain ends the year above its ceiling, with the ceiling and the estimate it rests on.
 * Errors: #N/A with the reason when there is no chance.
 */
export function chanceOf(given: CeilingArguments): Explained {
  const found = chanceFor(given);
  if (found.note !== null) throw new CellProblem('missing', found.note);
  return {
    value: { kind: 'number', value: found.chance.toFixed() },
    get steps(): readonly Step[] {
      const { figures, context } = evaluationOf(given);
      return [found.step, found.estimate, ...stepsOf(figures, 'steps.ceiling-year-end'), ...context];
    },
  };
}

function stepsOf({ steps }: DomainFigures, wanted: string | readonly string[]): Step[] {
  return steps
    .filter(({ label }) => (typeof wanted === 'string' ? label.code === wanted : wanted.includes(label.code)))
    .map((root) => expand(root, steps));
}
