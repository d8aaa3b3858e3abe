export interface Command {
  readonly name: string
  /** How it is called, after `gebied`. */
  readonly usage: string
  /** One sentence in Dutch. */
  readonly explanation: string
  /** Gives the exit code; throws CliError for what the person can mend. */
  readonly run: (args: readonly string[]) => Promise<number>
}
