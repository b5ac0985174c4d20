import type { RunOutcome } from '../../flow';
import { toJson, toText, type ReportOutcome } from '../../report';
import type { PreparedInput } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';

/** An outcome with what only the command line knows. */
export const asReport = <T extends RunOutcome>(
  outcome: T,
  input: PreparedInput,
  version: string,
): ReportOutcome => ({
  ...outcome,
  engine: version,
  hashes: input.hashes,
  documents: input.documents,
});

/** Prints the outcome to standard output in the format asked for. */
export async function printOutcome(report: ReportOutcome, session: Session): Promise<void> {
  const { world, language, format } = session;
  session.clearProgress();
  if (format === 'json') {
    await world.out(`${JSON.stringify(toJson(report, language), null, 2)}\n`);
    return;
  }
  const color = world.outIsTerminal && (world.env['NO_COLOR'] ?? '') === '' && world.env['TERM'] !== 'dumb';
  await world.out(toText(report, language, { width: Math.min(world.columns ?? 80, 120), color }));
}

export const exitOf = (outcome: RunOutcome): Exit =>
  outcome.prognoses.some((prognosis) =>
    prognosis.findings.some((finding) => finding.severity === 'violation'),
  )
    ? EXIT.violations
    : EXIT.fine;
