import {
  claimKey,
  finding,
  isIsoDate,
  marginRule,
  moneyValue,
  readDeliveryForm,
  readProviderKind,
  readSector,
  roundToCents,
  wlzFindings,
  ZERO,
  Decimal,
  addMoney,
  subtractMoney,
  notChecked,
  findRule,
  type Finding,
  type Issue,
  type Outlook,
  type ProviderKind,
  type Sector,
  type TreatmentReference,
} from '../core';
import { readRuleList, type OpenGrid } from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import type { Loaded } from './load';
import { runSpace, type SpaceOutcome } from './space';
import type { Progress, RunInput } from './types';

/** What was read for the Wlz rules; null where it wasn’t given. */
export interface WlzData {
  readonly mainSector: Sector | null;
  readonly kind: ProviderKind | null;
  readonly treatment: readonly TreatmentReference[] | null;
  readonly space: SpaceOutcome | null;
}

/** Reads the files that only a Wlz rulebook asks for. Errors: `InputError`. */
export async function loadWlz(
  input: RunInput,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<WlzData | null> {
  const { wlz } = input;
  if (wlz === undefined) return null;
  const issues: Issue[] = [];
  const mainSector = wlz.sector === null ? null : readSector(wlz.sector);
  if (wlz.sector !== null && mainSector === null) {
    issues.push(inputIssue('finance.word-unknown', { found: wlz.sector, expected: ['V&V', 'GZ', 'GGZ'] }));
  }
  const kind = wlz.kind === null ? null : readProviderKind(wlz.kind);
  if (wlz.kind !== null && kind === null) {
    issues.push(
      inputIssue('finance.word-unknown', {
        found: wlz.kind,
        expected: ['existing', 'new', 'integrated', 'sheltered'],
      }),
    );
  }
  const treatment =
    wlz.treatment === null ? null : await readReference(wlz.treatment, input, openGrid, issues);
  if ((wlz.space === null) !== (wlz.providers.length === 0)) {
    issues.push(inputIssue('finance.wlz-space-and-providers', {}));
  }
  if (issues.length > 0) throw new InputError(issues);
  if (wlz.space === null || !isIsoDate(input.asOf)) return { mainSector, kind, treatment, space: null };
  const space = await runSpace(
    {
      providers: wlz.providers,
      space: { file: wlz.space },
      production: [],
      rulebook: input.rulebook,
      asOf: input.asOf,
      decimal: input.decimal,
    },
    openGrid,
    progress,
  );
  return { mainSector, kind, treatment, space };
}

async function readReference(
  file: NonNullable<RunInput['wlz']>['treatment'] & object,
  input: RunInput,
  openGrid: OpenGrid,
  issues: Issue[],
): Promise<TreatmentReference[]> {
  try {
    const { entries, receipt } = await readRuleList(
      file,
      {
        columns: [['deliveryForm'], ['days'], ['withTreatment']],
        filled: ['deliveryForm', 'days', 'withTreatment'],
      },
      { openGrid, ...(input.decimal ? { decimal: input.decimal } : {}) },
    );
    issues.push(
      ...receipt.issues
        .filter(({ level }) => level === 'rejected')
        .map((issue) => ({ ...issue, level: 'error' as const })),
    );
    const seen = new Set<string>();
    return entries
      .filter((line) => !/^(jaar|year)$/i.test(line.text('kind')))
      .flatMap((line) => {
        const form = readDeliveryForm(line.text('deliveryForm'));
        if (form === null || form === 'MPT' || seen.has(form)) {
          issues.push(
            form !== null && seen.has(form)
              ? inputIssue(
                  'finance.treatment-twice',
                  { provider: line.text('provider') || '–', form },
                  line.place,
                )
              : inputIssue(
                  'finance.word-unknown',
                  { found: line.text('deliveryForm'), expected: ['ZZP', 'VPT'] },
                  line.place,
                ),
          );
          return [];
        }
        seen.add(form);
        const tariff = line.decimal('tariff');
        return [
          {
            form,
            days: {
              total: line.decimal('days') ?? new Decimal(0),
              withTreatment: line.decimal('withTreatment') ?? new Decimal(0),
            },
            difference: tariff === null ? null : roundToCents(tariff),
          },
        ];
      });
  } catch (error) {
    issues.push(...inputIssues(error, file.name));
    return [];
  }
}

/** The Wlz rules over one provider: tariffs, treatment and, with a space, what the reallocation gives it. */
export function providerWlzFindings(loaded: Loaded, outlook: Outlook): Finding[] {
  const { rulebook, tariffs } = loaded;
  if (findRule(rulebook, 'ZK-01') === null) return [];
  const wlz = loaded.wlz ?? null;
  return [
    ...wlzFindings(rulebook, outlook, {
      mainSector: wlz?.mainSector ?? null,
      kind: wlz?.kind ?? null,
      tariffs,
      treatment: wlz?.treatment ?? null,
    }),
    ...spaceFindings(loaded, outlook, wlz?.space ?? null),
  ];
}

function spaceFindings({ rulebook }: Loaded, outlook: Outlook, space: SpaceOutcome | null): Finding[] {
  if (space === null) {
    return [notChecked(rulebook, 'ZK-13', { code: 'finance.wlz-no-space', facts: {} })];
  }
  const found: Finding[] = [];
  let agreement = ZERO;
  let named = false;
  for (const { simulation, findings } of space.sectors) {
    const own = simulation.providers.find(
      ({ input }) => claimKey(input.provider) === claimKey(outlook.provider),
    );
    if (!own) continue;
    named = true;
    agreement = addMoney(agreement, own.agreement);
    const volumes = simulation.regime === 'volume-agreements';
    found.push(
      finding(
        rulebook,
        marginRule(rulebook),
        volumes || own.reduction > ZERO ? 'warning' : 'notice',
        {
          code: volumes ? 'finance.wlz-space-volumes' : 'finance.wlz-space-money',
          facts: {
            sector: simulation.sector,
            production: moneyValue(own.production),
            agreement: moneyValue(own.agreement),
            risk: moneyValue(own.risk),
          },
        },
        {
          amount: own.reduction,
          location: own.input.place,
          steps: [...simulation.steps, own.steps.agreement, own.steps.risk],
        },
      ),
      ...findings.filter((one) => one.location !== null && one.location.line === own.input.place.line),
    );
  }
  if (!named) {
    return [
      notChecked(rulebook, 'ZK-13', {
        code: 'finance.wlz-not-in-space',
        facts: { provider: outlook.provider },
      }),
    ];
  }
  const total = outlook.entries.reduce((sum, entry) => addMoney(sum, entry.amount), ZERO);
  const over = subtractMoney(total, agreement);
  if (over > ZERO) {
    found.push(
      finding(
        rulebook,
        'ZK-22',
        'warning',
        {
          code: 'finance.wlz-above-reallocation',
          facts: { total: moneyValue(total), agreement: moneyValue(agreement), amount: moneyValue(over) },
        },
        { amount: over },
      ),
    );
  }
  return found;
}
