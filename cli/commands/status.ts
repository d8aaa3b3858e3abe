import { parseArgs } from 'node:util'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, describePerson, personFor } from '../api.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { lifeLines, verdictLines } from '../lifecycle/life-lines.ts'
import { loadLife, loadVerdict } from '../lifecycle/load-life.ts'
import { budgetOptions, budgetUsage, namedBudget } from '../lifecycle/named-budget.ts'
import { outdatedLines, outdatedLists } from '../lists/outdated-lists.ts'

export const statusCommand: Command = {
  name: 'status',
  usage: `status ${budgetUsage} [--als PERSOON] [--server URL] [--json] [--taal nl|en]`,
  explanation:
    'Toont waar een begroting staat, wat ermee gebeurd is, en wat de server ervan vindt. 0: geen fouten, 1: fouten.',
  run: runStatus,
}

async function runStatus(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...budgetOptions,
      als: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      json: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  const language = languageOf(values.taal)
  const budget = namedBudget(positionals, values)
  const person = values.als ?? personFor('gebiedscontroller', budget.key.areaCode)
  if (values.als === undefined && !values.json)
    console.log(say(language, 'actingAs', { person: describePerson(person) }))
  const api = await connect(values.server, person, language)
  const life = await loadLife(api, budget.key)
  const verdict = await loadVerdict(api, budget)
  const outdated = budget.workbook === undefined ? [] : await outdatedLists(api, budget.workbook)
  const named = { file: positionals[0] ?? '', server: values.server }
  const lines = [
    ...lifeLines(budget.key, life, language),
    ...verdictLines(verdict, language),
    ...outdatedLines(outdated, named, language),
  ]
  const json = { ...life, bevindingen: verdict.bevindingen, verouderdeLijsten: outdated }
  console.log(values.json ? JSON.stringify(json) : lines.join('\n'))
  return verdict.bevindingen.some(({ severity, waiver }) => severity === 'error' && waiver === undefined) ? 1 : 0
}
