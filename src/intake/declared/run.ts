import type { Allocation, CareTable, InvoiceLine, IsoDate, Issue, Money } from '../../core';
import type { IntakeOptions } from '../contract';
import { clientName, PSEUDONYM_LENGTH, pseudonymiser, randomKey, type Pseudonymise } from '../pseudonym';
import type { CareEvent } from './allocated';
import { HashTable } from './hash-table';
import { LineHash } from './line-hash';

/** What an answer (325) says of one declaration. */
export interface Answer {
  readonly file: string;
  readonly date: IsoDate | null;
  /** The code that refuses the declaration as a whole, or null. */
  readonly whole: string | null;
  /** Refused lines: their code by reference number. */
  readonly refused: ReadonlyMap<string, string>;
  readonly submitted: Money | null;
  readonly granted: Money | null;
  /** The declaration it answers has been read. */
  matched: boolean;
}

/** A declaration that was read before. */
export interface EarlierDeclaration {
  readonly file: string;
  /** Read to its end. */
  readonly complete: boolean;
}

/** Room is made beforehand for at most so many lines; more make their own. */
const MOST_EXPECTED = 1_500_000;

/** What the messages of one run know of each other: references, answers, declarations, allocations. */
export class MessageRun {
  readonly pseudonymise: Pseudonymise;
  /** Lines by reference number: state and file, content, first day, days. */
  readonly references = new HashTable(4);
  /** Debits less credits by allocation, product and period. */
  readonly debits = new HashTable(1);
  readonly hash = new LineHash();
  readonly files: string[] = [];
  readonly declarations = new Map<string, EarlierDeclaration>();
  readonly answers = new Map<string, Answer>();
  /** Versions of allocations, in the order read. */
  readonly allocated: Allocation[] = [];
  readonly events: CareEvent[] = [];
  /** Names of providers by their code. */
  providerNames: ReadonlyMap<string, string>;
  /** Clients as they are known elsewhere, in capitals. */
  knownClients: ReadonlySet<string> | null;
  /** Takes every line that was read, for those who need a list. */
  collect: ((line: InvoiceLine) => void) | null = null;
  /** Lines that the file in hand may have. */
  expected = 0;
  private readonly letters = new Uint8Array(PSEUDONYM_LENGTH);
  private readonly scopes = new Map<string, number>();

  constructor(readonly options: IntakeOptions = {}) {
    this.providerNames = options.providerNames ?? new Map<string, string>();
    this.knownClients = options.knownClients ?? null;
    this.pseudonymise = options.pseudonymise ?? pseudonymiser(randomKey());
  }

  /**
   * Makes room for at most so many lines in the next file; a guess, from its size. Room that stays unused is
   * never touched and takes no memory.
   */
  expect(lines: number): void {
    const most = Math.min(Math.ceil(lines), MOST_EXPECTED);
    this.expected = most;
    this.references.reserve(this.references.size + most);
    this.debits.reserve(this.debits.size + most);
  }

  /** A small number for what reference numbers are unique within. */
  scopeOf(text: string): number {
    const known = this.scopes.get(text);
    if (known !== undefined) return known;
    this.scopes.set(text, this.scopes.size + 1);
    return this.scopes.size;
  }

  /**
   * The name of a client with a citizen service number, an own number of the provider, or both. Neither is
   * kept: the result is a pseudonym, or the own number where the user says that it is none.
   */
  clientOf(bsn: string | null, own: string | null): string | null {
    if (own === null) return bsn;
    const known = this.knownClients;
    const name = clientName(own, this.pseudonymise, this.options.keepOwnNumbers === true);
    return bsn !== null && known?.has(bsn) === true && !known.has(name.toUpperCase()) ? bsn : name;
  }

  /** The number in a table of the pseudonym of an identifier. */
  internClient(table: CareTable, bytes: Uint8Array, start: number, end: number): number {
    const { pseudonymise, letters } = this;
    return pseudonymise.intoBytes?.(bytes, start, end, letters) === true
      ? table.internAscii(letters, 0, PSEUDONYM_LENGTH)
      : table.intern(pseudonymise.ofBytes(bytes, start, end));
  }

  /** The name that stands for a provider's code. */
  providerOf(code: string): string {
    return this.providerNames.get(code) ?? code;
  }

  /** Answers to declarations that were in none of the files. */
  finish(): Issue[] {
    return [...this.answers].flatMap(([, answer]): Issue[] =>
      answer.matched
        ? []
        : [
            {
              level: 'notice',
              code: 'messages-in.answer-without-declaration',
              facts: {},
              place: { file: answer.file },
            },
          ],
    );
  }
}
