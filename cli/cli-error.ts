/** Something the person at the command line can mend: said in one sentence with the remedy, without a stack. */
export class CliError extends Error {
  override name = 'CliError'
}

/** The server said no; the body of its answer is for who can say more than its text. */
export class ApiProblem extends CliError {
  override name = 'ApiProblem'
  readonly body: unknown

  constructor(message: string, body: unknown) {
    super(message)
    this.body = body
  }
}
