import type { OpenGrid } from '../intake';
import { listReport, type ListReport, type RuleReport, type RuleReportRequest } from './rule-report';
import type { Progress } from './types';
import { treatment } from './wlz/treatment';
import { crisis } from './wlz/crisis';
import { absence } from './wlz/absence';
import { extra } from './wlz/extra-care';
import { regional } from './wlz/regional-money';
import { volume } from './wlz/volume-ceiling';
import { settlement } from './wlz/settlement';
import { tariffReport } from './wlz/tariffs';

export const WLZ_REPORTS = [
  'tariffs',
  'treatment',
  'crisis',
  'absence',
  'extra',
  'regional',
  'volume',
  'settlement',
] as const;

export type WlzReportName = (typeof WLZ_REPORTS)[number];

const REPORTS: Readonly<Record<WlzReportName, ListReport>> = {
  tariffs: {
    rules: ['ZK-01'],
    needs: { lines: { columns: [['product'], ['sector', 'mainSector'], ['care']], filled: ['product'] } },
    make: tariffReport,
  },
  treatment: {
    rules: ['ZK-14'],
    needs: {
      lines: {
        columns: [['provider'], ['deliveryForm'], ['kind'], ['days'], ['withTreatment'], ['tariff']],
        filled: ['provider', 'days', 'withTreatment'],
      },
    },
    make: treatment,
  },
  crisis: {
    rules: ['ZK-15'],
    needs: {
      lines: {
        columns: [['provider'], ['places'], ['tariff'], ['occupied']],
        filled: ['provider', 'places'],
      },
    },
    make: crisis,
  },
  absence: {
    rules: ['ZK-16'],
    needs: { lines: { columns: [['client'], ['days']], filled: ['client', 'days'] } },
    make: absence,
  },
  extra: {
    rules: ['ZK-17'],
    needs: {
      lines: { columns: [['sector'], ['turnover'], ['amount']], filled: ['sector', 'turnover', 'amount'] },
    },
    make: extra,
  },
  regional: {
    rules: ['ZK-19'],
    needs: { lines: { columns: [['sector'], ['kind'], ['amount']], filled: ['sector', 'kind', 'amount'] } },
    make: regional,
  },
  volume: {
    rules: ['ZK24-02'],
    needs: { lines: { columns: [['provider'], ['period'], ['days']], filled: ['provider', 'days'] } },
    make: volume,
  },
  settlement: {
    rules: ['ZK-22'],
    needs: {
      lines: { columns: [['provider'], ['amount'], ['ceiling']], filled: ['provider', 'amount', 'ceiling'] },
    },
    make: settlement,
  },
};

/**
 * One of the Wlz reports over a list: agreed tariffs (ZK-01 to ZK-09, ZK-18, ZK-24, ZK-25), treatment share
 * (ZK-14), crisis places (ZK-15), absence days (ZK-16), extra care (ZK-17), regional money (ZK-19), the
 * volume ceiling (ZK24-02) or the settlement (ZK-22). Errors: `InputError`.
 */
export function runWlzReport(
  name: WlzReportName,
  request: RuleReportRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RuleReport> {
  return listReport(name, REPORTS[name], request, openGrid, progress);
}
