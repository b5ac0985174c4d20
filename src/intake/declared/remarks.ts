import type { Fact, Issue, Place } from '../../core';

/** Remarks on a message: one per code, with how often and where first. */
export class Remarks {
  private readonly found = new Map<string, { issue: Issue; count: number }>();

  add(code: string, place: Place, facts: Readonly<Record<string, Fact>> = {}, times = 1): void {
    const known = this.found.get(code);
    if (known) known.count += times;
    else this.found.set(code, { issue: { level: 'notice', code, facts, place }, count: times });
  }

  /** How often so far. */
  countOf(code: string): number {
    return this.found.get(code)?.count ?? 0;
  }

  get issues(): Issue[] {
    return [...this.found.values()].map(({ issue, count }) => ({
      ...issue,
      facts: { ...issue.facts, count },
    }));
  }
}
