import { formatMoney } from '../../core';
import { runEqualise } from '../../flow';
import { say, showMoney } from '../../messages';
import { stepToJson } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { findFile, inputFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { decimalChoice, findRulebookFile, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readYear } from '../values';
import { csvBytes, readShare, tableText } from './regional';
import { printResult } from './show-outcome';

/** Settles the costs of a region's municipalities by their keys; the payments add up to exactly zero. */
export async function equaliseCommand(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const year = readYear(found.texts.get('year') ?? '', '--year');
  const typedShare = found.texts.get('solidarity');
  const solidarity = typedShare === undefined ? null : readShare(typedShare, '--solidarity');
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv']);
  const rulebook = await findRulebookFile(found.texts.get('rulebook') ?? '', world.cwd, engine);
  const costs = await findFile(found.texts.get('costs') ?? '', world.cwd);
  const typedKeys = found.texts.get('keys');
  const keys = typedKeys === undefined ? null : await findFile(typedKeys, world.cwd);
  const files = [costs, ...(keys ? [keys] : []), ...(rulebook.file ? [rulebook.file] : [])];
  const [target] = planOutputs(out === undefined ? [] : [out], world.cwd, files, found.flags.has('force'));
  const hashes = new Map<string, string>();
  const outcome = await runEqualise(
    {
      costs: inputFile(costs, costs.typed, hashes),
      keys: keys === null ? null : inputFile(keys, keys.typed, hashes),
      rulebook: rulebook.rulebook,
      year,
      solidarity,
      decimal: decimalChoice(found),
    },
    openGridWith(engine),
    session.progress,
  );
  const { result } = outcome;
  const words = (code: string, facts: Record<string, string> = {}): string => say({ code, facts }, language);
  const header = ['municipality', 'own', 'share', 'pays', 'receives', 'carries'].map((name) =>
    words(`region.column-${name}`),
  );
  const rows = result.municipalities.map((one) => ({
    name: one.municipality,
    amounts: [
      one.own,
      one.share,
      one.payment > 0n ? one.payment : null,
      one.payment < 0n ? one.payment : null,
      one.carries,
    ],
  }));
  if (target !== undefined) {
    const plain = rows.map(({ name, amounts }) => [
      name,
      ...amounts.map((amount) => (amount === null ? '' : formatMoney(amount).replace('.', ','))),
    ]);
    await writeOutputs([{ target, bytes: csvBytes([header, ...plain]) }]);
  }
  if (format === 'json') {
    const json = {
      rulebook: outcome.rulebook.id,
      year,
      solidarity: result.solidarity.toFixed(),
      total: formatMoney(result.total),
      balance: result.balance.value.kind === 'money' ? formatMoney(result.balance.value.value) : null,
      municipalities: result.municipalities.map((one) => ({
        municipality: one.municipality,
        own: formatMoney(one.own),
        share: formatMoney(one.share),
        payment: formatMoney(one.payment),
        carries: formatMoney(one.carries),
        step: stepToJson(one.step, language),
      })),
      parameters: result.parameters.map((step) => stepToJson(step, language)),
    };
    await printResult(`${JSON.stringify(json, null, 2)}\n`, session);
  } else {
    const shown = rows.map(({ name, amounts }) => [
      name,
      ...amounts.map((amount) => (amount === null ? '' : showMoney(amount, language))),
    ]);
    const lines = [
      words('region.equalise-title', { rulebook: outcome.rulebook.title[language], year: String(year) }),
      '',
      tableText([header, ...shown]),
      '',
      say(
        {
          code: 'region.equalise-balance',
          facts: { amount: result.balance.value, total: { kind: 'money', value: result.total } },
        },
        language,
      ),
      ...result.parameters.map((parameter) =>
        [
          `${say(parameter.label, language)}: ${say({ code: 'region.value', facts: { value: parameter.value } }, language)}`,
          ...(parameter.assumed === null ? [] : [`  ${say(parameter.assumed, language)}`]),
        ].join('\n'),
      ),
    ];
    await printResult(`${lines.join('\n')}\n`, session);
  }
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}
