import {
  readProviderKind,
  readSector,
  ZERO,
  type IsoDate,
  type Money,
  type Place,
  type Sector,
  type SectorProvider,
  type SpaceEntry,
} from '../../core';
import type { InputFile, IntakeOptions, IntakeReceipt } from '../contract';
import { type Field } from '../fields';
import { centsIn, listReceipt, moneyIn } from '../list-money';
import { readList, type LineFields } from '../list-reader';
import { openTable } from '../open-table';
import { showable } from '../private-text';
import { Tally } from '../tally';

/** A provider of a sector, as a line of the file. */
export interface SectorLine {
  readonly sector: Sector;
  readonly provider: SectorProvider;
}

export interface SectorProvidersRead {
  readonly entries: readonly SectorLine[];
  readonly receipt: IntakeReceipt<'providers' | 'space'>;
}

/** An earmark for extra care (ZK-17) as known from a day on. */
export interface ExtraCareEntry {
  readonly sector: Sector;
  readonly amount: Money;
  readonly from: IsoDate | null;
  readonly place: Place;
}

export interface SectorSpaceRead {
  readonly entries: readonly SpaceEntry[];
  readonly extraCare: readonly ExtraCareEntry[];
  readonly receipt: IntakeReceipt<'providers' | 'space'>;
}

function sectorOf(fields: LineFields): Sector {
  const text = fields.required('sector');
  const sector = readSector(text);
  if (sector === null) fields.refuse('intake.line-sector-unknown', 'sector', { found: showable(text) });
  return sector;
}

/**
 * Reads the providers of one or more sectors:
 * `aanbieder;sector;soort;realisatie;achterstand;jaarproductie;toezegging;crisis;behandelkorting;geleverd;betaald;onderaanneming;gemeld`.
 * Only the first two and one of `realisatie` and `jaarproductie` are needed. Amounts in euro, rounded half up to
 * cents with a notice; a blank is not known, which isn't zero. A total row is skipped; a line without a usable
 * sector, kind or amount is rejected. `needsProduction`: a line with neither realisation nor year production is
 * rejected too (it may come from a production file).
 * Errors: `IntakeError` when the file can't be used at all.
 */
export async function readSectorProviders(
  file: InputFile,
  options: IntakeOptions = {},
  needsProduction = true,
): Promise<SectorProvidersRead> {
  const source = await openTable(file, 'providers', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): SectorLine => {
    const provider = fields.required('provider');
    const sector = sectorOf(fields);
    const kindText = fields.text('kind');
    const kind = kindText === '' ? null : readProviderKind(kindText);
    if (kindText !== '' && kind === null) {
      fields.refuse('intake.line-provider-kind-unknown', 'kind', { found: showable(kindText) });
    }
    const amount = (field: Field): Money | null => moneyIn(fields, field, tally);
    const realised = amount('realised');
    const yearProduction = amount('yearProduction');
    if (needsProduction && realised === null && yearProduction === null) {
      fields.refuse('intake.line-no-production', fields.has('realised') ? 'realised' : 'yearProduction');
    }
    tally.readSum.add(Number(yearProduction ?? realised ?? ZERO));
    return {
      sector,
      provider: {
        provider,
        kind,
        realised,
        backlog: amount('backlog'),
        yearProduction,
        commitment: amount('commitment'),
        crisis: amount('crisis'),
        treatmentCut: amount('treatmentCut'),
        delivered: amount('delivered'),
        paid: amount('paid'),
        subcontracted: amount('subcontracted'),
        reported: amount('reported'),
        place: fields.place(),
      },
    };
  };
  const main: Field = source.header.at.has('realised') ? 'realised' : 'yearProduction';
  const { entries, decimal } = await readList(file.name, source, tally, options, main, read, () => null);
  const names = entries.map((entry) => entry.provider.provider);
  return { entries, receipt: listReceipt('providers', source, tally, decimal, { providers: names }) };
}

type SpaceKind = SpaceEntry['kind'] | 'extra-care';

const SPACE_KINDS: ReadonlyMap<string, SpaceKind> = new Map<string, SpaceKind>([
  ...['', 'vastgesteld', 'vastgestelderuimte', 'contracteerruimte', 'ruimte', 'basis', 'set', 'base'].map(
    (word): [string, SpaceKind] => [word, 'set'],
  ),
  ...['herverdeling', 'herverdelingsmiddelen', 'redistribution', 'redistributionmoney'].map(
    (word): [string, SpaceKind] => [word, 'redistribution'],
  ),
  ...['meerzorg', 'oormerkmeerzorg', 'extracare'].map((word): [string, SpaceKind] => [word, 'extra-care']),
]);

/**
 * Reads contracting space per sector: `sector;soort;bedrag;vanaf`, soort `vastgesteld` (also when blank),
 * `herverdeling` or `meerzorg` (the earmark). Amounts in euro, rounded half up to cents with a notice; a line
 * without a usable sector, kind, amount or date is rejected.
 * Errors: `IntakeError` when the file can't be used at all.
 */
export async function readSectorSpace(
  file: InputFile,
  options: IntakeOptions = {},
): Promise<SectorSpaceRead> {
  const source = await openTable(file, 'space', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): { kind: SpaceKind; entry: ExtraCareEntry } => {
    const sector = sectorOf(fields);
    const kindText = fields.text('kind');
    const kind = SPACE_KINDS.get(kindText.toLowerCase().replace(/[^a-z]/g, ''));
    if (kind === undefined) {
      fields.refuse('intake.line-space-kind-unknown', 'kind', { found: showable(kindText) });
    }
    const amount = moneyIn(fields, 'amount', tally);
    if (amount === null) fields.refuse('intake.line-amount-blank', 'amount');
    const from = fields.date('from');
    tally.readSum.add(Number(amount));
    return { kind, entry: { sector, amount, from, place: fields.place() } };
  };
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, (fields) =>
    centsIn(fields, 'amount'),
  );
  return {
    entries: entries.flatMap(({ kind, entry }) => (kind === 'extra-care' ? [] : [{ ...entry, kind }])),
    extraCare: entries.flatMap(({ kind, entry }) => (kind === 'extra-care' ? [entry] : [])),
    receipt: listReceipt('space', source, tally, decimal),
  };
}
