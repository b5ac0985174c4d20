/** What a run of the command line touches outside itself, so that tests can stand in for it. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the result, and nothing else. */
  out(text: string): Promise<void>;
  /** Standard error: messages. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal, or null when there is none. */
  readonly columns: number | null;
  /** Today's date, for a default that is always said. */
  today(): string;
  readonly version: string;
}
