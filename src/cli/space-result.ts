import { formatMoney, formatQuantity, type Finding, type Money, type Place, type Step } from '../core';
import type { SectorOutcome, SpaceOutcome } from '../flow';
import { say, sayPlace, showDate, showMoney, showRatio, showValue, type Language } from '../messages';
import { stepToJson, type JsonStep } from '../report';
import { indented, printable, shorten, textTable, type TextRow } from '../report/text-lines';

type Words = (code: string, facts?: Record<string, string | number>) => string;

const wordsIn =
  (language: Language): Words =>
  (code, facts = {}) =>
    say({ code, facts }, language);

const bare = (amount: Money | null, language: Language): string =>
  amount === null ? '–' : showMoney(amount, language).replace(/^€\u00a0/, '');

/** The simulation for a terminal: per sector the space, the providers and the findings. Ends with a line end. */
export function spaceToText(
  outcome: SpaceOutcome,
  language: Language,
  width: number,
  withSteps: boolean,
): string {
  const words = wordsIn(language);
  const { id, version, title } = outcome.rulebook;
  const lines: string[] = indented(
    words('wlz.out-basis', {
      title: title[language],
      id: `${id} ${version}`,
      asOf: showDate(outcome.asOf, language),
    }),
    0,
    width,
  );
  for (const sector of outcome.sectors) {
    lines.push('', ...sectorTable(sector, language, width, words));
    lines.push('', ...providerTable(sector, language, width, words));
    lines.push('', ...findingLines(sector.findings, language, width, words));
    if (withSteps) lines.push('', ...stepLines(sector, language, width, words));
  }
  return `${lines.join('\n')}\n`;
}

function sectorTable(sector: SectorOutcome, language: Language, width: number, words: Words): string[] {
  const { simulation } = sector;
  const row = (code: string, cell: string, mark?: TextRow['mark']): TextRow => ({
    label: words(code),
    cells: [cell],
    mark,
  });
  const money = (code: string, amount: Money, mark?: TextRow['mark']): TextRow =>
    row(code, bare(amount, language), mark);
  const { reservations, totals } = simulation;
  return textTable(
    { label: words('wlz.out-sector', { sector: simulation.sector }), cells: [words('wlz.out-euro')] },
    [
      money('wlz.space-given', simulation.space),
      money('wlz.reserved-regional', reservations.regional),
      money('wlz.reserved-unforeseen', reservations.unforeseen),
      money('wlz.extra-care-earmark', reservations.extraCare),
      money('wlz.for-care', reservations.forCare, 'strong'),
      null,
      money('wlz.production', simulation.production),
      money('wlz.out-eligible', simulation.eligible),
      row(
        'wlz.utilisation',
        simulation.utilisation === null ? '–' : showRatio(simulation.utilisation, language),
      ),
      row('wlz.cut', showRatio(simulation.cut, language)),
      row('wlz.out-regime', words(`wlz.out-regime-${simulation.regime}`)),
      null,
      money('wlz.out-agreements', totals.agreement, 'strong'),
      money('wlz.out-unused', totals.unused),
      money('wlz.out-difference', totals.difference),
      money('wlz.out-settlements', totals.settlement),
    ],
    width,
    (line) => line,
  );
}

const COLUMNS = ['production', 'agreement', 'reduction', 'risk', 'volume', 'settlement', 'balance'] as const;

/** The amounts of a provider, in the order of the columns. */
const amountsOf = (provider: SectorOutcome['simulation']['providers'][number]): readonly (Money | null)[] => [
  provider.production,
  provider.agreement,
  provider.reduction,
  provider.risk,
  provider.volumeToReduce,
  provider.settlement,
  provider.balance,
];

function providerTable(sector: SectorOutcome, language: Language, width: number, words: Words): string[] {
  const { simulation } = sector;
  return textTable(
    {
      label: words('wlz.out-provider'),
      cells: COLUMNS.map((column) => words(`wlz.out-column-${column}`)),
    },
    simulation.providers.map((provider) => ({
      label: shorten(printable(provider.input.provider), 32),
      cells: amountsOf(provider).map((amount) => bare(amount, language)),
    })),
    width,
    (line) => line,
  );
}

function findingLines(
  findings: readonly Finding[],
  language: Language,
  width: number,
  words: Words,
): string[] {
  const lines: string[] = [];
  for (const finding of findings) {
    const kind = finding.notChecked ? 'not-checked' : finding.severity;
    const place = finding.location === null ? '' : sayPlace(finding.location, language);
    const source =
      finding.source === null
        ? ''
        : words('wlz.out-source', { document: finding.source.document, place: finding.source.place });
    lines.push(
      ...indented(`${finding.rule}  ${words(`wlz.out-${kind}`)}`, 0, width),
      ...indented(say(finding.message, language), 2, width),
      ...[place, source].filter((text) => text !== '').flatMap((text) => indented(text, 2, width)),
    );
  }
  return lines;
}

function stepLines(sector: SectorOutcome, language: Language, width: number, words: Words): string[] {
  const { simulation } = sector;
  const all: Step[] = [
    ...simulation.steps,
    ...simulation.providers.flatMap(({ steps }) => [
      steps.production,
      steps.agreement,
      steps.risk,
      steps.settlement,
      ...(steps.balance ? [steps.balance] : []),
    ]),
  ];
  return [words('wlz.out-steps'), ...all.flatMap((step) => outline(step, 1, language, width))];
}

function outline(step: Step, depth: number, language: Language, width: number): string[] {
  const rule = step.rule === null ? '' : ` [${step.rule}]`;
  const text = `${say(step.label, language)}: ${showValue(step.value, language)}${rule}`;
  return [
    ...indented(text, depth * 2, width),
    ...(step.assumed === null ? [] : indented(say(step.assumed, language), depth * 2 + 2, width)),
    ...step.parts.flatMap((part) => outline(part, depth + 1, language, width)),
  ];
}

const money = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));

const place = (found: Place | null): Record<string, string | number | null> | null =>
  found === null ? null : { file: found.file ?? null, line: found.line ?? null, cell: found.cell ?? null };

/** The simulation as data: amounts as text with two digits, ratios as fractions, every calculation as steps. */
export function spaceToJson(outcome: SpaceOutcome, language: Language, engine: string): unknown {
  const steps = (list: readonly (Step | null)[]): JsonStep[] =>
    list.flatMap((step) => (step === null ? [] : [stepToJson(step, language)]));
  return {
    version: 1,
    engine,
    rulebook: {
      id: outcome.rulebook.id,
      title: outcome.rulebook.title[language],
      version: outcome.rulebook.version,
    },
    asOf: outcome.asOf,
    sectors: outcome.sectors.map(({ simulation, findings }) => ({
      sector: simulation.sector,
      space: money(simulation.space),
      reservations: {
        regional: money(simulation.reservations.regional),
        unforeseen: money(simulation.reservations.unforeseen),
        extraCare: money(simulation.reservations.extraCare),
      },
      forCare: money(simulation.reservations.forCare),
      production: money(simulation.production),
      eligible: money(simulation.eligible),
      utilisation: simulation.utilisation === null ? null : formatQuantity(simulation.utilisation),
      cut: formatQuantity(simulation.cut),
      regime: simulation.regime,
      totals: {
        agreement: money(simulation.totals.agreement),
        reduction: money(simulation.totals.reduction),
        settlement: money(simulation.totals.settlement),
        unused: money(simulation.totals.unused),
        difference: money(simulation.totals.difference),
      },
      providers: simulation.providers.map((provider) => ({
        provider: provider.input.provider,
        kind: provider.input.kind,
        production: money(provider.production),
        eligible: money(provider.eligible),
        committed: money(provider.share.committed),
        crisis: money(provider.share.crisis),
        proportional: money(provider.share.proportional),
        agreement: money(provider.agreement),
        reduction: money(provider.reduction),
        cut: formatQuantity(provider.ownCut),
        risk: money(provider.risk),
        volumeToReduce: money(provider.volumeToReduce),
        delivered: money(provider.delivered),
        deliveredExpected: provider.deliveredExpected,
        settlement: money(provider.settlement),
        paid: money(provider.input.paid),
        balance: money(provider.balance),
        location: place(provider.input.place),
        steps: steps(Object.values(provider.steps)),
      })),
      findings: findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        notChecked: finding.notChecked,
        message: say(finding.message, language),
        amount: money(finding.amount),
        location: place(finding.location),
        source: finding.source,
        steps: steps(finding.steps),
      })),
      steps: steps(simulation.steps),
    })),
    files: outcome.receipts.map(({ file, kind, lines, issues }) => ({
      file,
      kind,
      lines,
      issues: issues.map((issue) => ({ level: issue.level, message: say(issue, language) })),
    })),
    documents: outcome.rulebook.documents,
  };
}

/** A field that no spreadsheet takes for a formula, quoted where needed. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One line per provider, semicolons and decimal commas (points in English), UTF-8 with a mark so that Excel
 * reads the letters right. Amounts have no thousands marks.
 */
export function spaceToCsv(outcome: SpaceOutcome, language: Language): string {
  const words = wordsIn(language);
  const amount = (value: Money | null): string => {
    const text = value === null ? '' : formatMoney(value);
    return language === 'nl' ? text.replace('.', ',') : text;
  };
  const header = [
    words('wlz.out-csv-sector'),
    words('wlz.out-provider'),
    ...COLUMNS.map((column) => words(`wlz.out-column-${column}`)),
  ];
  const rows = outcome.sectors.flatMap(({ simulation }) =>
    simulation.providers.map((provider) => [
      csvField(simulation.sector),
      csvField(provider.input.provider),
      ...amountsOf(provider).map(amount),
    ]),
  );
  return `\uFEFF${[header, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`;
}
