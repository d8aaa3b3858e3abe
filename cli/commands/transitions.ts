/** One command for each transition in the life of a budget, named as in the table: `gebied indienen HOL-2023.xlsx`. */
import { parseArgs } from 'node:util'
import { type Life, lifeSchema, type TransitionName, transitionNames, transitions } from '#shared/lifecycle/index.ts'
import type { Language } from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'
import { type Api, connect, defaultServer, describePerson, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { lifeLines } from '../lifecycle/life-lines.ts'
import { budgetBody, budgetOptions, budgetUsage, type NamedBudget, namedBudget } from '../lifecycle/named-budget.ts'
import { loadNewest, submissionsPath } from '../lifecycle/load-life.ts'
import { previewFile } from '../sync/sync-file.ts'

const explanations: Readonly<Record<TransitionName, string>> = {
  indienen:
    'Dient een begroting in bij financiën. Fouten houden dat tegen; een werkboek geeft zijn controletotalen mee.',
  teruggeven: 'Financiën geeft een ingediende begroting terug met een opmerking.',
  heropenen: 'De gebiedscontroller neemt een teruggegeven begroting weer in concept.',
  goedkeuren:
    'De concerncontroller geeft financieel akkoord; niet wie indiende, en niet met open fouten over gebieden heen.',
  vaststellen: 'Beheer of griffie stelt vast op een besluit van conform of gewijzigd.',
  intrekken: 'De indiener of financiën trekt een indiening in; de begroting is dan weer concept.',
  aanhouden: 'Houdt een begroting vast omdat het besluit is aangehouden of teruggenomen.',
  hervatten: 'Financiën laat een aangehouden begroting weer verder gaan waar zij was.',
}

export const transitionCommands: readonly Command[] = transitionNames.map((name) => ({
  name,
  usage: `${name} ${budgetUsage} ${extraUsage(name)}[--als PERSOON] [--server URL] [--json] [--taal nl|en]`,
  explanation: explanations[name],
  run: (args) => run(name, args),
}))

function extraUsage(name: TransitionName): string {
  switch (transitions[name].needs) {
    case 'remark':
      return '--opmerking TEKST '
    case 'decision':
      return '--besluit NUMMER [--opmerking TEKST] '
    default:
      return '[--opmerking TEKST] '
  }
}

async function run(name: TransitionName, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...budgetOptions,
      opmerking: { type: 'string' },
      besluit: { type: 'string' },
      als: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      json: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  const language = languageOf(values.taal)
  const budget = namedBudget(positionals, values)
  if (name === 'indienen') for (const file of positionals) refuseUnsent(file, language)
  const person = values.als ?? actorFor(name, budget)
  if (values.als === undefined && !values.json)
    console.log(say(language, 'actingAs', { person: describePerson(person) }))
  const api = await connect(values.server, person, language)
  const extra = {
    ...(values.opmerking !== undefined && { opmerking: values.opmerking }),
    ...(values.besluit !== undefined && { besluit: values.besluit }),
  }
  const life = name === 'indienen' ? await submit(api, budget, extra) : await take(api, name, budget, extra)
  if (values.json) console.log(JSON.stringify(life))
  else console.log(lifeLines(budget.key, life, language).join('\n'))
  return 0
}

/** The server submits what it has: a row that stands in the file only would be left out in silence. */
function refuseUnsent(file: string, language: Language): void {
  const { created, changed, missing, heldBack } = previewFile(file).preview
  const count = created.length + changed.length + missing.length + heldBack.length
  if (count > 0) throw new CliError(say(language, 'unsentRows', { file, count }))
}

/** The first role that may: its person of the area for a controller, else any. */
function actorFor(name: TransitionName, { key }: NamedBudget): string {
  const [role] = transitions[name].roles
  if (role === undefined) throw new Error(`Nobody may ${name}.`)
  return personFor(role, role === 'gebiedscontroller' ? key.areaCode : undefined)
}

async function submit(api: Api, budget: NamedBudget, extra: object): Promise<Life> {
  return lifeSchema.parse(await api.post(submissionsPath(budget.key), { ...budgetBody(budget), ...extra }))
}

async function take(api: Api, name: TransitionName, { key }: NamedBudget, extra: object): Promise<Life> {
  const newest = await loadNewest(api, key)
  const path = `${submissionsPath(key)}/${newest.id}/overgangen`
  return lifeSchema.parse(await api.post(path, { overgang: name, ...extra }))
}
