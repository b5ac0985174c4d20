import { sameProvider, type Allocation, type CareTable, type CeilingEntry, type Issue } from '../core';
import {
  clientName,
  ProductionIntake,
  pseudonymiser,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
  type ProductionPart,
} from '../intake';
import type { Progress, RunInput } from './types';

/** How identifiers of clients are dealt with in a run. */
export interface ClientChoice {
  /** Key of the pseudonyms; null makes one for this run only. */
  readonly key: Uint8Array | null;
  /** A provider's own client numbers are no identifiers and stay as written. */
  readonly keepOwnNumbers: boolean;
}

/**
 * The production files of a run, told apart by content. With a message among them, or a key given, clients
 * are pseudonyms in all of the run: production, forecast and ceilings alike.
 */
export class ProductionFiles {
  /** What every reader of the run is given, so that a client is the same one everywhere. */
  readonly clientOptions: IntakeOptions;

  private constructor(
    private readonly intake: ProductionIntake,
    clientOptions: IntakeOptions,
  ) {
    this.clientOptions = clientOptions;
  }

  static async open(
    input: Pick<RunInput, 'production' | 'clients' | 'acrossMonths'>,
    openGrid: OpenGrid,
    progress: Pick<Progress, 'signal'>,
  ): Promise<ProductionFiles> {
    const { clients } = input;
    const keepOwnNumbers = clients?.keepOwnNumbers ?? false;
    const key = clients?.key ?? null;
    const intake = await ProductionIntake.open(input.production, {
      ...{ openGrid, keepOwnNumbers },
      ...(key === null ? {} : { pseudonymise: pseudonymiser(key) }),
      ...(progress.signal ? { signal: progress.signal } : {}),
      ...(input.acrossMonths ? { acrossMonths: input.acrossMonths } : {}),
    });
    const { pseudonymise } = intake.run;
    const hidden = intake.hasMessages || key !== null;
    return new ProductionFiles(intake, hidden ? { pseudonymise, keepOwnNumbers } : {});
  }

  /** Tables and workbooks: they name providers in words, so they are read before the messages. */
  get tables(): readonly ProductionPart[] {
    return this.intake.parts.filter(({ kind }) => kind.kind === 'table');
  }

  get messages(): readonly ProductionPart[] {
    return this.intake.parts.filter(({ kind }) => kind.kind !== 'table');
  }

  /** What the messages read so far allocate, with the stops that came for it. */
  get allocations(): Allocation[] {
    return this.intake.allocations;
  }

  /** Ceilings or allocations with their clients named as in the rest of the run. */
  hideClients<Entry extends { readonly client: string | null }>(entries: readonly Entry[]): Entry[] {
    const { pseudonymise, keepOwnNumbers } = this.clientOptions;
    if (!pseudonymise) return [...entries];
    return entries.map((entry) =>
      entry.client === null
        ? entry
        : { ...entry, client: clientName(entry.client, pseudonymise, keepOwnNumbers === true) },
    );
  }

  /**
   * Tells the messages what the other files know: clients with a case budget, and providers by name. A
   * message names its provider by AGB code; when there is one code, and one provider elsewhere, they are one.
   */
  know(
    ceilings: readonly CeilingEntry[] | null,
    names: readonly string[],
    given: ReadonlyMap<string, string>,
    wanted: string | null,
  ): void {
    const { run } = this.intake;
    const clients = (ceilings ?? []).flatMap(({ client }) => (client === null ? [] : [client.toUpperCase()]));
    run.knownClients = clients.length > 0 ? new Set(clients) : null;
    const codes = this.intake.providerCodes.filter((code) => !given.has(code));
    const known = wanted === null ? names : [wanted];
    const distinct = known.filter(
      (name, index) =>
        name.trim() !== '' &&
        known.findIndex((other) => sameProvider(other, name) && other.trim() !== '') === index,
    );
    const [code] = codes;
    const [name] = distinct;
    const found = new Map(given);
    if (
      codes.length === 1 &&
      code !== undefined &&
      distinct.length === 1 &&
      name !== undefined &&
      name !== code
    ) {
      found.set(code, name);
      this.named = { code, name };
    }
    run.providerNames = found;
  }

  private named: { readonly code: string; readonly name: string } | null = null;

  /** Reads one file. Errors: as `ProductionIntake.read`. */
  async read(part: ProductionPart, into: CareTable, options: IntakeOptions): Promise<IntakeReceipt> {
    const receipt = await this.intake.read(part, into, { ...options, ...this.clientOptions });
    const { named } = this;
    if (named === null || receipt.message?.statuses === undefined || receipt.message.statuses === null) {
      return receipt;
    }
    const issue: Issue = {
      level: 'notice',
      code: 'flow.provider-by-code',
      facts: { ...named },
      place: { file: receipt.file },
    };
    return { ...receipt, issues: [...receipt.issues, issue] };
  }

  /** Adds to the receipts what shows only when all has been read. */
  finish(receipts: readonly IntakeReceipt[]): IntakeReceipt[] {
    const late = this.intake.finish();
    return receipts.map((receipt) => {
      const own = late.filter((issue) => issue.place.file === receipt.file);
      return own.length === 0 ? receipt : { ...receipt, issues: [...receipt.issues, ...own] };
    });
  }
}

/** Whether a provider is only known by its AGB code, so that it can't be compared with a name. */
export const isProviderCode = (provider: string): boolean => /^\d{8}$/.test(provider.trim());
