import { addMoney, formatMoney, yearOf, ZERO, type Money } from '../../core';
import { runOpenAllocations } from '../../flow';
import { say, showMoney, showRatio } from '../../messages';
import { stepToJson } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { planOutputs, writeOutputs } from '../output-files';
import { prepareInput, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { csvBytes, findingJson, findingLine, tableText } from './regional';
import { printResult } from './show-outcome';

const comma = (text: string): string => text.replace('.', ',');

/** What open allocations are expected to cost per product, this year and next; months go to the CSV. */
export async function allocationsCommand(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv']);
  const input = await prepareInput(found, [], world.cwd, engine, world.env);
  const targets = planOutputs(
    out === undefined ? [] : [out],
    world.cwd,
    input.files,
    found.flags.has('force'),
  );
  const outcome = await runOpenAllocations(input.run, openGridWith(engine), session.progress);
  const { open, findings } = outcome;
  const words = (code: string): string => say({ code, facts: {} }, language);
  const [target] = targets;
  if (target !== undefined) {
    const header = ['provider', 'domain', 'product', 'client', 'period', 'volume', 'unit', 'amount'];
    const rows = open.expected.map((care) => [
      ...[care.provider, care.domain, care.product, care.client ?? ''],
      ...[
        `${care.month.slice(5)}-${care.month.slice(0, 4)}`,
        comma(care.volume?.toFixed() ?? ''),
        care.unit ?? '',
      ],
      comma(formatMoney(care.amount)),
    ]);
    await writeOutputs([
      { target, bytes: csvBytes([header.map((name) => words(`allocations.column-${name}`)), ...rows]) },
    ]);
  }
  const years = [open.year, open.year + 1];
  const products = new Map<
    string,
    { key: readonly [string, string, string]; amounts: Money[]; share: string }
  >();
  for (const { allocation, share, years: own } of open.open) {
    const { provider, domain, product } = allocation;
    const key = JSON.stringify([provider, domain, product]);
    const row = products.get(key) ?? {
      key: [provider, domain, product] as const,
      amounts: [ZERO, ZERO],
      share: showRatio(share.value, language) + (share.basis === 'assumed' ? '*' : ''),
    };
    products.set(key, row);
    years.forEach((year, at) => {
      row.amounts[at] = addMoney(
        row.amounts[at] ?? ZERO,
        own.find((part) => part.year === year)?.amount ?? ZERO,
      );
    });
  }
  const rows = [...products.values()].sort((a, b) =>
    JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1,
  );
  if (format === 'json') {
    const json = {
      rulebook: outcome.rulebook.id,
      ...{ year: open.year, asOf: open.asOf, first: open.first, last: open.last },
      total: formatMoney(open.amount),
      allocations: open.open.map(({ allocation, years: own, unknown, openEnded, share, step }) => ({
        number: allocation.number,
        ...{ provider: allocation.provider, domain: allocation.domain, product: allocation.product },
        place: allocation.place,
        openEnded,
        years: Object.fromEntries(own.map((part) => [part.year, formatMoney(part.amount)])),
        realisation: { share: share.value.toFixed(), basis: share.basis },
        unknown: unknown === null ? null : say(unknown, language),
        step: stepToJson(step, language),
      })),
      months: open.expected.map((care) => ({
        ...{ provider: care.provider, domain: care.domain, product: care.product, client: care.client },
        ...{ month: care.month, unit: care.unit, volume: care.volume?.toFixed() ?? null },
        amount: formatMoney(care.amount),
      })),
      findings: findings.map((one) => ({
        provider: one.provider,
        findings: one.findings.map((finding) => findingJson(finding, language)),
      })),
    };
    await printResult(`${JSON.stringify(json, null, 2)}\n`, session);
  } else {
    const heads = ['provider', 'domain', 'product'].map((name) => words(`allocations.column-${name}`));
    const totals = years.map((year) =>
      showMoney(
        open.expected
          .filter(({ month }) => yearOf(month) === year)
          .reduce<Money>((sum, { amount }) => addMoney(sum, amount), ZERO),
        language,
      ),
    );
    const lines = [
      say(
        {
          code: 'allocations.title',
          facts: {
            ...{ rulebook: outcome.rulebook.title[language], count: open.open.length },
            first: { kind: 'date', value: open.first },
            last: { kind: 'date', value: open.last },
          },
        },
        language,
      ),
      '',
      tableText([
        [...heads, words('allocations.column-share'), ...years.map(String)],
        ...rows.map(({ key, share, amounts }) => [
          ...key,
          share,
          ...amounts.map((amount) => showMoney(amount, language)),
        ]),
        [words('allocations.total'), '', '', '', ...totals],
      ]),
      '',
      words('allocations.share-note'),
      ...findings.flatMap((one) => [
        '',
        one.provider === '' ? '–' : one.provider,
        ...one.findings.map((finding) => findingLine(finding, language)),
      ]),
    ];
    await printResult(`${lines.join('\n')}\n`, session);
  }
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}
