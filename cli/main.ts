/** `gebied COMMAND …`: finds the command, runs it, and turns errors into one sentence and an exit code. */
import { ApiProblem, CliError } from './cli-error.ts'
import type { Command } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { consolidateCommand } from './commands/consolidate.ts'
import { excelCommand } from './commands/excel.ts'
import { importCommand } from './commands/import.ts'
import { listsCommand } from './commands/lists.ts'
import { peopleCommand } from './commands/people.ts'
import { serveCommand } from './commands/serve.ts'
import { demoCommand, startCommand } from './commands/start.ts'
import { signOffCommand } from './commands/sign-off.ts'
import { statusCommand } from './commands/status.ts'
import { syncCommand } from './commands/sync.ts'
import { templateCommand } from './commands/template.ts'
import { transitionCommands } from './commands/transitions.ts'
import { waiverCommand } from './commands/waiver.ts'

const commands: readonly Command[] = [
  startCommand,
  demoCommand,
  templateCommand,
  checkCommand,
  syncCommand,
  statusCommand,
  ...transitionCommands,
  signOffCommand,
  waiverCommand,
  consolidateCommand,
  importCommand,
  listsCommand,
  peopleCommand,
  serveCommand,
  excelCommand,
]

/** The exit code: 0 all is well, 1 errors were found, 2 it could not be done. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    const names = commands.map((candidate) => candidate.name).join(', ')
    console.error(`"${name}" is geen opdracht van gebied. Kies uit ${names}. Meer daarover: gebied help`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`gebied ${command.usage}\n\n${command.explanation}`)
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    if (error instanceof CliError) {
      console.error(error.message)
      // A program reads why from the output that it asked for.
      if (error instanceof ApiProblem && rest.includes('--json')) console.log(JSON.stringify(error.body))
      return 2
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      console.error(`${misuse(error.message)}\nGebruik: gebied ${command.usage}`)
      return 2
    }
    throw error
  }
}

/** What Node says about wrong options, in Dutch; a message that is not known here stays as it is. */
function misuse(message: string): string {
  const [, named] = /'([^' ]+)[^']*'/.exec(message) ?? []
  if (named === undefined) return message
  if (message.startsWith('Unknown option')) return `De optie ${named} bestaat hier niet.`
  if (message.includes('does not take an argument')) return `Achter de optie ${named} hoort geen waarde.`
  if (message.startsWith('Option')) return `Noem achter de optie ${named} een waarde.`
  return message.startsWith('Unexpected argument') ? `"${named}" hoort hier niet.` : message
}

function usage(): string {
  const lines = commands.map((command) => `  gebied ${command.usage}\n      ${command.explanation}`)
  return ['Gebiedsbegroting: controleren, synchroniseren en consolideren van gebiedsbegrotingen.', '', ...lines].join(
    '\n',
  )
}
