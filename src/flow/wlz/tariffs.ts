import type { NEGOTIATED_GROUNDS } from '../../core';
import {
  agreedAmount,
  agreedTariff,
  findRule,
  finding,
  generalRaise,
  hasQualitySupplement,
  homeTechnologyIssues,
  isRefused,
  moneyValue,
  notChecked,
  PROVIDER_KINDS,
  quantityValue,
  ratioValue,
  readDeliveryForm,
  readProviderKind,
  readSector,
  roundToCents,
  SECTORS,
  splitQualitySupplement,
  tariffPercentage,
  type Finding,
  type Issue,
  type PercentageOverride,
  type Sector,
  type TariffContext,
} from '../../core';
import type { RuleLine } from '../../intake';
import { amountOrNull, choose, row, stop, word, type ListsRead, type ReportSection } from '../rule-report';

const YES: Readonly<Record<string, boolean>> = {
  ja: true,
  yes: true,
  met: true,
  incl: true,
  nee: false,
  no: false,
  zonder: false,
  excl: false,
};

const GROUNDS: Readonly<Record<string, (typeof NEGOTIATED_GROUNDS)[number]>> = {
  'lichtere zorgzwaarte': 'case-mix',
  'case-mix': 'case-mix',
  'regionale bijdrage': 'regional-contribution',
  'regional-contribution': 'regional-contribution',
  'positief resultaat': 'positive-result',
  'positive-result': 'positive-result',
};

/** A percentage of one's own: with a ground it was negotiated (ZK-05), with dates decided (ZK-06), else stated. */
function overrideOf(line: RuleLine): PercentageOverride | null {
  const percentage = line.decimal('percentage');
  if (percentage === null) return null;
  const reference = line.text('reference');
  const ground = line.text('ground');
  const [requested, decided] = [line.date('requested'), line.date('decided')];
  if (ground !== '') {
    return { kind: 'negotiated', percentage, reference, ground: GROUNDS[ground.toLowerCase()] ?? ground };
  }
  if (requested !== null || decided !== null) {
    return { kind: 'hardship', percentage, reference, requested, decided };
  }
  return { kind: 'stated', percentage, reference };
}

interface Asked {
  readonly line: RuleLine;
  readonly mainSector: Sector;
  readonly context: TariffContext;
}

function asked(line: RuleLine, issues: Issue[]): Asked | null {
  const main = line.text('mainSector') === '' ? 'sector' : 'mainSector';
  const mainSector = choose(line, main, readSector, SECTORS, issues);
  const productSector =
    line.text('sector') === '' ? null : choose(line, 'sector', readSector, SECTORS, issues);
  const kind =
    line.text('kind') === '' ? null : choose(line, 'kind', readProviderKind, PROVIDER_KINDS, issues);
  const form =
    line.text('deliveryForm') === ''
      ? null
      : choose(line, 'deliveryForm', readDeliveryForm, ['ZZP', 'VPT', 'MPT'], issues);
  const treatment = line.text('treatment');
  const included =
    treatment === ''
      ? null
      : choose(line, 'treatment', (text) => YES[text.toLowerCase()] ?? null, ['ja', 'nee'], issues);
  if (mainSector === null) return null;
  return {
    line,
    mainSector,
    context: {
      kind,
      productSector,
      deliveryForm: form,
      treatmentInclusive: included,
      override: overrideOf(line),
      wadden: line.decimal('wadden'),
    },
  };
}

const TECHNOLOGY = /technolog|domotica|beeldzorg/i;

/**
 * ZK-01 to ZK-09, ZK-18, ZK-24 and ZK-25 over a list of products: the percentage, the agreed tariff, the
 * amount, and for the quality supplement what is paid and what goes to the region.
 */
export function tariffReport(read: ListsRead): {
  readonly sections: readonly ReportSection[];
  readonly findings: readonly Finding[];
} {
  const { rulebook, lines, asOf } = read;
  const issues: Issue[] = [];
  const questions = lines.flatMap((line) => asked(line, issues) ?? []);
  stop(issues);
  const findings: Finding[] = [];
  const rows: ReportSection['rows'][number][] = [];
  const supplements: ReportSection['rows'][number][] = [];
  for (const { line, mainSector, context } of questions) {
    const on = line.date('from') ?? asOf;
    const care = line.decimal('care');
    const product = line.text('product');
    if (care === null) {
      findings.push({
        ...notChecked(rulebook, 'ZK-01', { code: 'finance.no-components', facts: { product } }),
        location: line.place,
      });
      continue;
    }
    const result = agreedTariff(
      rulebook,
      {
        care,
        nhc: line.decimal('nhc'),
        nic: line.decimal('nic'),
        nbf: line.decimal('nbf'),
        qualitySupplement: line.decimal('qualitySupplement'),
      },
      mainSector,
      on,
      context,
    );
    if (isRefused(result)) {
      findings.push(...refusalFindings(read, result.issues, line, context.override?.kind ?? null));
      continue;
    }
    for (const { code, facts } of result.notices) {
      findings.push(finding(rulebook, 'ZK-01', 'notice', { code, facts }, { location: line.place }));
    }
    const form = context.deliveryForm ?? null;
    if (form !== null && TECHNOLOGY.test(`${product} ${line.text('description')}`)) {
      for (const { code, facts } of homeTechnologyIssues(rulebook, form)) {
        findings.push(finding(rulebook, 'ZK-24', 'violation', { code, facts }, { location: line.place }));
      }
    }
    const quantity = line.decimal('quantity');
    const amount = quantity === null ? null : agreedAmount(result.value.tariff, quantity);
    rows.push(
      row(
        [
          word(product),
          word(context.productSector ?? mainSector),
          ratioValue(result.value.percentage),
          moneyValue(result.value.tariff),
          quantity === null ? null : quantityValue(quantity, null),
          amountOrNull(amount?.value ?? null),
        ],
        [result.step, ...(amount ? [amount.step] : [])],
        line.place,
      ),
    );
    const extra = line.decimal('qualitySupplement');
    const profile = Number(line.text('profile').replace(/\D/g, '')) || null;
    const sector = context.productSector ?? mainSector;
    if (extra === null || form === null || !hasQualitySupplement(rulebook, sector, form, profile, on))
      continue;
    const percentage = tariffPercentage(rulebook, mainSector, on, context);
    if (isRefused(percentage)) continue;
    const split = splitQualitySupplement(
      rulebook,
      roundToCents(extra),
      { sector, form, profile },
      percentage,
      on,
    );
    if (isRefused(split)) continue;
    supplements.push(
      row(
        [
          word(product),
          moneyValue(roundToCents(extra)),
          moneyValue(split.value.paid),
          moneyValue(split.value.regional),
        ],
        [split.step, ...(split.regionalStep ? [split.regionalStep] : [])],
        line.place,
      ),
    );
  }
  return {
    sections: [
      {
        id: 'tariffs',
        title: { code: 'finance.section-tariffs', facts: {} },
        columns: ['item', 'sector', 'percentage', 'tariff', 'quantity', 'amount'],
        rows,
      },
      {
        id: 'supplements',
        title: { code: 'finance.section-supplements', facts: {} },
        columns: ['item', 'supplement', 'paid', 'regional'],
        rows: supplements,
      },
      raisesSection(read),
    ],
    findings,
  };
}

/** Why a tariff can't be told, under the rule that says so. */
function refusalFindings(
  { rulebook }: ListsRead,
  issues: readonly Issue[],
  line: RuleLine,
  override: PercentageOverride['kind'] | null,
): Finding[] {
  const rule = override === 'negotiated' ? 'ZK-05' : override === 'hardship' ? 'ZK-06' : 'ZK-02';
  return issues.map(({ code, facts }) =>
    override === null
      ? { ...notChecked(rulebook, rule, { code, facts }), location: line.place }
      : finding(rulebook, rule, 'violation', { code, facts }, { location: line.place }),
  );
}

/** ZK-03: how the rulebook's own percentages follow from the earlier and the coming ones. */
function raisesSection({ rulebook, asOf }: ListsRead): ReportSection {
  const kinds =
    findRule(rulebook, 'ZK-03') === null
      ? []
      : ([
          ['V&V', 'existing'],
          ['GZ', 'existing'],
          ['GGZ', 'integrated'],
        ] as const);
  return {
    id: 'raises',
    title: { code: 'finance.section-raises', facts: {} },
    columns: ['sector', 'percentage', 'raise'],
    rows: kinds.flatMap(([sector, kind]) => {
      const raise = generalRaise(rulebook, sector, kind, asOf);
      if (isRefused(raise)) return [];
      return [
        row([word(sector), ratioValue(raise.value.percentage), ratioValue(raise.value.raise)], [raise.step]),
      ];
    }),
  };
}
