/** Something the person at the command line can mend: said in one sentence with the remedy, without a stack. */
export class CliError extends Error {
  override name = 'CliError'
}
