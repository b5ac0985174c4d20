import { formatMoney, moneyValue, type UnmatchedLine } from '../../core';
import { runMatch } from '../../flow';
import { say, sayPlace, showMoney } from '../../messages';
import { stepToJson } from '../../report';
import type { Arguments } from '../arguments';
import { providerNames } from '../client-key';
import { openGridWith, type Engine } from '../engine';
import { displayNames, findFile, inputFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { decimalChoice, findAll, findRulebookFile, refuseTwice, requireEnding } from '../run-input';
import { EXIT, sayIssue, type Exit, type Session } from '../session';
import { readYear } from '../values';
import { csvBytes, findingJson, findingLine } from './regional';
import { printResult } from './show-outcome';

/** How many unmatched lines the text lists; the CSV of `--out` has them all. */
const LISTED = 50;

/** Matches every production line to an allocation and lists what doesn't match, with the reason. */
export async function match(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const year = readYear(found.texts.get('year') ?? '', '--year');
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv']);
  const rulebook = await findRulebookFile(found.texts.get('rulebook') ?? '', world.cwd, engine);
  const production = await findAll(found.files.get('production') ?? [], world.cwd);
  refuseTwice(production, '--production');
  const allocations = await findAll(found.files.get('allocations') ?? [], world.cwd);
  refuseTwice(allocations, '--allocations');
  const typed = found.texts.get('ceilings');
  const ceilings = typed === undefined ? null : await findFile(typed, world.cwd);
  const data = [...production, ...allocations, ...(ceilings ? [ceilings] : [])];
  const [target] = planOutputs(
    out === undefined ? [] : [out],
    world.cwd,
    [...data, ...(rulebook.file ? [rulebook.file] : [])],
    found.flags.has('force'),
  );
  const names = displayNames(data);
  const hashes = new Map<string, string>();
  const asInput = (file: (typeof data)[number]): ReturnType<typeof inputFile> =>
    inputFile(file, names.get(file) ?? file.typed, hashes);
  const outcome = await runMatch(
    {
      production: production.map(asInput),
      allocations: allocations.map(asInput),
      ceilings: ceilings === null ? null : asInput(ceilings),
      rulebook: rulebook.rulebook,
      year,
      decimal: decimalChoice(found),
      providerNames: providerNames(found),
    },
    openGridWith(engine),
    session.progress,
  );
  const { matching, findings, rejected } = outcome;
  const reasonOf = ({ reason }: UnmatchedLine): string =>
    say({ code: `region.reason-${reason}`, facts: {} }, language);
  const words = (code: string): string => say({ code, facts: {} }, language);
  if (target !== undefined) {
    const rows = matching.unmatched.map((entry) => [
      entry.line.place.file ?? '',
      entry.line.place.cell ?? String(entry.line.place.line ?? ''),
      reasonOf(entry),
      entry.line.product,
      entry.line.day ?? entry.line.month,
      entry.line.quantity?.toFixed().replace('.', ',') ?? '',
      formatMoney(entry.line.amount).replace('.', ','),
      entry.excess?.toFixed().replace('.', ',') ?? '',
    ]);
    const header = ['file', 'line', 'reason', 'product', 'period', 'volume', 'amount', 'excess'];
    await writeOutputs([
      { target, bytes: csvBytes([header.map((name) => words(`region.column-${name}`)), ...rows]) },
    ]);
  }
  if (format === 'json') {
    const json = {
      rulebook: outcome.rulebook.id,
      year,
      matched: { lines: matching.matched.length, amount: formatMoney(matching.matchedTotal) },
      unmatched: {
        lines: matching.unmatched.length,
        amount: formatMoney(matching.unmatchedTotal),
        list: matching.unmatched.map((entry) => ({
          reason: entry.reason,
          place: entry.line.place,
          product: entry.line.product,
          period: entry.line.day ?? entry.line.month,
          amount: formatMoney(entry.line.amount),
          excess: entry.excess?.toFixed() ?? null,
        })),
      },
      rejected: {
        amount: formatMoney(outcome.rejectedTotal),
        reasons: rejected.map((issue) => sayIssue(issue, language)),
      },
      step: stepToJson(matching.step, language),
      findings: findings.map((one) => findingJson(one, language)),
    };
    await printResult(`${JSON.stringify(json, null, 2)}\n`, session);
  } else {
    const lines = [
      say(
        {
          code: 'region.match-title',
          facts: { rulebook: outcome.rulebook.title[language], year: String(year) },
        },
        language,
      ),
      '',
      say(
        {
          code: 'region.match-total',
          facts: {
            matched: matching.matched.length,
            matchedAmount: moneyValue(matching.matchedTotal),
            unmatched: matching.unmatched.length,
            unmatchedAmount: moneyValue(matching.unmatchedTotal),
          },
        },
        language,
      ),
      ...rejected.map((issue) => `  ${sayIssue(issue, language)}`),
      '',
      ...findings.map((one) => findingLine(one, language)),
    ];
    if (matching.unmatched.length > 0) lines.push('', words('region.match-list'));
    for (const entry of matching.unmatched.slice(0, LISTED)) {
      const amount = showMoney(entry.line.amount, language);
      lines.push(`  ${sayPlace(entry.line.place, language)}: ${amount}, ${reasonOf(entry)}`);
    }
    if (matching.unmatched.length > LISTED) {
      lines.push(
        `  ${say({ code: 'region.match-more', facts: { count: matching.unmatched.length - LISTED } }, language)}`,
      );
    }
    await printResult(`${lines.join('\n')}\n`, session);
  }
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return findings.some(({ severity }) => severity === 'violation') ? EXIT.violations : EXIT.fine;
}
