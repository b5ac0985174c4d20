import { formatMoney, type Money } from '../../core';
import type { Language } from '../../messages';
import { toJson } from '../json';
import { maskServiceNumbers, sayClean } from '../say-clean';
import { plainRow } from '../section';
import { wordsIn } from '../words';
import type { DeskReport } from './input';
import { questionText } from './question-text';

const amount = (money: Money | null): string | null => (money === null ? null : formatMoney(money));

/** The JSON of a check with, under `desk`, what many submissions add to it. Amounts as decimal text. */
export function deskToJson(desk: DeskReport, language: Language): unknown {
  const words = wordsIn(language);
  return {
    ...toJson(desk.check, language),
    desk: {
      round: desk.round,
      providers: desk.providers.map((entry) => ({
        provider: entry.provider,
        file: entry.file,
        state: entry.state,
        counts: entry.counts,
        declaredDifference: amount(entry.declaredDifference),
        regionDifferences: entry.region.map((one) => ({
          domain: one.domain,
          submitted: formatMoney(one.submitted),
          region: formatMoney(one.region),
          difference: formatMoney(one.difference),
        })),
        change:
          entry.change === null
            ? null
            : {
                previousFile: entry.previousFile,
                before: formatMoney(entry.change.before),
                after: formatMoney(entry.change.after),
                difference: formatMoney(entry.change.difference),
                cells: entry.change.changed.map((cell) => ({
                  domain: cell.domain,
                  product: cell.product,
                  period: cell.period,
                  before:
                    cell.before === null ? null : { ...cell.before, amount: formatMoney(cell.before.amount) },
                  after:
                    cell.after === null ? null : { ...cell.after, amount: formatMoney(cell.after.amount) },
                  difference: formatMoney(cell.difference),
                })),
              },
        questions: entry.questions.map((question) => ({
          id: question.id,
          rule: question.rule,
          severity: question.severity,
          status: question.status,
          question: questionText(question, words, language),
          finding: sayClean(question.message, language),
          amount: amount(question.amount),
          before: amount(question.before),
          sheet: question.location?.sheet ?? null,
          cell: question.location?.cell ?? null,
          answer: maskServiceNumbers(question.answer),
          note: maskServiceNumbers(question.note),
          firstRound: question.firstRound,
          lastRound: question.lastRound,
        })),
        review: entry.review,
        note: maskServiceNumbers(entry.note),
      })),
      room: desk.room.map((room) => ({
        ...room,
        candidates: room.candidates.map(({ provider, headroom }) => ({
          provider,
          headroom: formatMoney(headroom),
        })),
      })),
      totals: desk.totals.map((total) => ({
        domain: total.domain,
        providers: total.providers,
        withCeiling: total.withCeiling,
        production: formatMoney(total.production),
        forecast: formatMoney(total.forecast),
        total: formatMoney(total.total),
        ceiling: formatMoney(total.ceiling),
        overrun: formatMoney(total.overrun),
        overrunYearEnd: formatMoney(total.overrunYearEnd),
        months: total.months.map((month) => ({
          month: month.month,
          production: formatMoney(month.production),
          forecast: formatMoney(month.forecast),
        })),
      })),
      across: {
        sections: desk.across.sections.map((section) => ({
          section: section.id,
          rows: section.rows.map((row) => plainRow(section, row, language)),
        })),
        findings: desk.across.findings.map((finding) => ({
          rule: finding.rule,
          severity: finding.severity,
          notChecked: finding.notChecked,
          message: sayClean(finding.message, language),
          amount: amount(finding.amount),
        })),
        missing: desk.across.missing.map((message) => sayClean(message, language)),
      },
    },
  };
}
