import { parseArgs } from 'node:util'
import { lifeSchema } from '#shared/lifecycle/index.ts'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, describePerson, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { lifeLines } from '../lifecycle/life-lines.ts'
import { loadNewest, submissionsPath } from '../lifecycle/load-life.ts'
import { budgetOptions, budgetUsage, namedBudget } from '../lifecycle/named-budget.ts'

export const signOffCommand: Command = {
  name: 'paraaf',
  usage: `paraaf ${budgetUsage} --uitkomst akkoord|"niet akkoord" [--opmerking TEKST] [--als PERSOON] [--server URL] [--json] [--taal nl|en]`,
  explanation: 'De ambtelijk opdrachtgever zet een paraaf bij de laatste indiening.',
  run: runSignOff,
}

async function runSignOff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...budgetOptions,
      uitkomst: { type: 'string' },
      opmerking: { type: 'string' },
      als: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      json: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  const language = languageOf(values.taal)
  const { key } = namedBudget(positionals, values)
  const person = values.als ?? personFor('opdrachtgever', key.areaCode)
  if (values.als === undefined && !values.json)
    console.log(say(language, 'actingAs', { person: describePerson(person) }))
  const api = await connect(values.server, person, language)
  const newest = await loadNewest(api, key)
  const life = await api.post(`${submissionsPath(key)}/${newest.id}/parafen`, {
    uitkomst: outcomeOf(values.uitkomst),
    ...(values.opmerking !== undefined && { opmerking: values.opmerking }),
  })
  if (values.json) console.log(JSON.stringify(life))
  else console.log(lifeLines(key, lifeSchema.parse(life), language).join('\n'))
  return 0
}

function outcomeOf(value: string | undefined): 'akkoord' | 'niet akkoord' {
  if (value === 'akkoord' || value === 'niet akkoord') return value
  throw new CliError('Kies met --uitkomst uit akkoord en "niet akkoord".')
}
