import type { RunOutcome } from '../../flow';
import type { Language } from '../../messages';
import { outcomePage, toJson, toText, type ReportOutcome } from '../../report';
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

/** The outcome in the format asked for. Made before anything is written, so that a failure leaves nothing. */
export function renderOutcome(report: ReportOutcome, session: Session): string {
  const { world, language, format } = session;
  if (format === 'json') return `${JSON.stringify(toJson(report, language), null, 2)}\n`;
  const color = world.outIsTerminal && (world.env['NO_COLOR'] ?? '') === '' && world.env['TERM'] !== 'dumb';
  return toText(report, language, { width: Math.min(world.columns ?? 80, 120), color });
}

/** The outcome as one page, for a file. */
export const pageBytes = (report: ReportOutcome, language: Language): Uint8Array =>
  new TextEncoder().encode(outcomePage(report, language));

/** Puts a result on standard output, below no leftover progress line. */
export async function printResult(text: string, session: Session): Promise<void> {
  session.clearProgress();
  await session.world.out(text);
}

export const exitOf = (outcome: RunOutcome): Exit =>
  outcome.prognoses.some((prognosis) =>
    prognosis.findings.some((finding) => finding.severity === 'violation'),
  )
    ? EXIT.violations
    : EXIT.fine;
