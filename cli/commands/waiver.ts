import { parseArgs } from 'node:util'
import { waiverSchema } from '#shared/lifecycle/index.ts'
import { findingKey } from '#shared/model/index.ts'
import { allRules } from '#shared/rules/index.ts'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, describePerson, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { findingLine } from '../finding-line.ts'
import { chooseFinding } from '../lifecycle/choose-finding.ts'
import { loadVerdict } from '../lifecycle/load-life.ts'
import { budgetOptions, budgetUsage, namedBudget } from '../lifecycle/named-budget.ts'

export const waiverCommand: Command = {
  name: 'ontheffing',
  usage: `ontheffing ${budgetUsage} --regel GB-701 [--nr HOL-001 | --over SP-GGW-2023] --reden TEKST [--als PERSOON] [--server URL] [--json] [--taal nl|en]`,
  explanation:
    'Aanvaardt een bevinding met een reden: de controller waarschuwingen van het eigen gebied, financiën die over gebieden heen.',
  run: runWaiver,
}

async function runWaiver(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...budgetOptions,
      regel: { type: 'string' },
      nr: { type: 'string' },
      over: { type: 'string' },
      reden: { type: 'string' },
      als: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      json: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  const { regel: rule, reden: reason } = values
  if (rule === undefined) throw new CliError('Noem met --regel welke bevinding, bijvoorbeeld --regel GB-701.')
  if (reason === undefined) throw new CliError('Geef met --reden waarom de bevinding wordt aanvaard.')
  const language = languageOf(values.taal)
  const budget = namedBudget(positionals, values)
  const { areaCode, year, version } = budget.key
  const isAcrossAreas = allRules.some(({ id, scope }) => id === rule && scope === 'cross-area')
  const person = values.als ?? (isAcrossAreas ? personFor('financien') : personFor('gebiedscontroller', areaCode))
  const api = await connect(values.server, person, language)
  const { bevindingen } = await loadVerdict(api, budget)
  const finding = chooseFinding(bevindingen, { rule, lineNumber: values.nr, word: values.over }, language)
  const sleutel = findingKey(finding)
  const path = `/v1/gebieden/${areaCode}/ontheffingen`
  const waiver = waiverSchema.parse(await api.post(path, { jaar: year, versie: version, sleutel, reden: reason }))
  if (values.json) {
    console.log(JSON.stringify(waiver))
    return 0
  }
  console.log(say(language, 'waived', { person: describePerson(person) }))
  console.log(findingLine(finding, finding.lineNumber ?? '', language))
  return 0
}
