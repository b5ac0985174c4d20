import {
  BRIDGE_PARTS,
  formatMoney,
  formatQuantity,
  utilisationStep,
  type AgainstCeiling,
  type AmountRange,
  type Bridge,
  type Decimal,
  type ForecastMonth,
  type Message,
  type Money,
  type ProductForecast,
  type TotalLine,
} from '../core';
import type { Language } from '../messages';
import type { ForecastReport } from './forecast-input';
import { jsonReceipt, stepToJson } from './json';
import { maskServiceNumbers, sayClean } from './say-clean';

const decimal = (value: Decimal | null): string | null => (value === null ? null : formatQuantity(value));
const money = (value: Money | null): string | null => (value === null ? null : formatMoney(value));
const range = ({ low80, high80, low95, high95 }: AmountRange): Record<string, string> => ({
  low80: formatMoney(low80),
  high80: formatMoney(high80),
  low95: formatMoney(low95),
  high95: formatMoney(high95),
});
const bridgeJson = (bridge: Bridge): Record<string, string> => ({
  ...Object.fromEntries(BRIDGE_PARTS.map((part) => [part, formatMoney(bridge.parts[part])])),
  difference: formatMoney(bridge.difference),
});

/**
 * A forecast as data: amounts as text with two digits, shares and chances as fractions, days and months ISO,
 * sentences in the language asked for.
 */
export function forecastToJson(report: ForecastReport, language: Language): unknown {
  const texts = (list: readonly Message[]): string[] => list.map((one) => sayClean(one, language));
  const month = (one: ForecastMonth): Record<string, unknown> => ({
    month: one.month,
    status: one.status,
    declared: formatMoney(one.declared),
    completion: decimal(one.completion),
    amount: formatMoney(one.amount),
    range: range(one),
    overridden: one.overridden,
    replaced: money(one.replaced),
    overrideReason: one.overrideReason === null ? null : maskServiceNumbers(one.overrideReason),
    why: sayClean(one.step.label, language),
  });
  const product = (one: ProductForecast): Record<string, unknown> => ({
    provider: one.provider,
    domain: one.domain,
    product: one.product,
    description: report.describe(one.product),
    method: one.method,
    reason: sayClean(one.reason, language),
    total: formatMoney(one.total),
    range: range(one.range),
    months: one.months.map(month),
    backtest: one.backtest.map((row) => ({
      method: row.method,
      error: decimal(row.error),
      bias: decimal(row.bias),
      months: row.months,
      chosen: row.chosen,
    })),
    notices: texts(one.notices),
    steps: [stepToJson(one.step, language)],
  });
  const against = (one: AgainstCeiling): Record<string, unknown> => {
    const step = utilisationStep(one);
    return {
      ceiling: formatMoney(one.ceiling),
      ground: one.ground,
      counting: formatMoney(one.counting),
      utilisation: decimal(one.utilisation),
      expectedUtilisation: decimal(one.expectedUtilisation),
      overrun: formatMoney(one.overrun),
      overrunChance: decimal(one.chance.chance),
      expectedOverrun: formatMoney(one.chance.expectedOverrun),
      meanOverrunWhenOver: money(one.chance.meanOverrunWhenOver),
      exhaustion: {
        expected: one.exhaustion.expected,
        early: one.exhaustion.early,
        median: one.exhaustion.median,
        late: one.exhaustion.late,
        never: decimal(one.exhaustion.never),
        months: one.exhaustion.months.map(({ month: of, chance }) => ({
          month: of,
          chance: decimal(chance),
        })),
      },
      steps: [one.chance.step, ...(step === null ? [] : [step])].map((found) => stepToJson(found, language)),
    };
  };
  const level = (line: TotalLine): Record<string, unknown> => ({
    level: line.level,
    provider: line.provider,
    domain: line.domain,
    declared: formatMoney(line.declared),
    amount: formatMoney(line.amount),
    excluded: formatMoney(line.excluded),
    range: range(line.range),
    against: line.against === null ? null : against(line.against),
    overrunsOfProviders: money(line.overrunsOfProviders),
    parts: line.parts.filter((part) => part.level !== 'product').map(level),
  });
  const { scenarios } = report;
  return {
    version: 1,
    engine: report.engine,
    year: report.year,
    asOf: report.asOf,
    rulebook:
      report.rulebook === null
        ? null
        : {
            id: report.rulebook.id,
            version: report.rulebook.version,
            title: report.rulebook.title[language],
          },
    seed: report.result.paths.seed,
    paths: report.result.paths.count,
    total: formatMoney(report.result.total),
    totals: level(report.totals),
    products: report.result.products.map(product),
    scenarios:
      scenarios === null
        ? null
        : {
            base: {
              total: formatMoney(scenarios.comparison.baseTotal),
              position: money(scenarios.comparison.basePosition),
            },
            list: scenarios.comparison.scenarios.map((one, index) => ({
              name: one.name,
              total: formatMoney(one.total),
              difference: formatMoney(one.difference),
              position: money(one.position),
              bridge: bridgeJson(one.bridge),
              chances: (scenarios.chances[index] ?? []).map((found) => ({
                provider: found.provider,
                domain: found.domain,
                ceiling: formatMoney(found.amount),
                overrunChance: decimal(found.chance.chance),
                expectedOverrun: formatMoney(found.chance.expectedOverrun),
              })),
              budgets: one.budgets.map(({ domain, budget }) => ({
                domain,
                base: formatMoney(budget.base),
                certain: formatMoney(budget.certain),
                lowest: formatMoney(budget.lowest),
                highest: formatMoney(budget.highest),
              })),
              steps: [stepToJson(one.step, language), stepToJson(one.bridge.step, language)],
            })),
            sensitivity: scenarios.sensitivity.map((row) => ({
              name: row.name,
              low: formatMoney(row.low),
              high: formatMoney(row.high),
              swing: formatMoney(row.swing),
            })),
          },
    sources: report.sources.map(({ kind, provider, domain, product: code, steps }) => ({
      ...{ kind, provider, domain, product: code },
      steps: steps.map((one) => stepToJson(one, language)),
    })),
    notices: texts(report.notices),
    receipts: report.receipts.map((receipt) =>
      jsonReceipt(receipt, report.hashes.get(receipt.file) ?? null, language),
    ),
  };
}
