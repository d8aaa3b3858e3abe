import { parseArgs } from 'node:util'
import { type Verdict, waiverSchema } from '#shared/lifecycle/index.ts'
import { findingKey, type Language } from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, describePerson, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { findingLine } from '../lifecycle/life-lines.ts'
import { loadVerdict } from '../lifecycle/load-life.ts'
import { budgetOptions, budgetUsage, namedBudget } from '../lifecycle/named-budget.ts'

export const waiverCommand: Command = {
  name: 'ontheffing',
  usage: `ontheffing ${budgetUsage} --regel GB-701 [--nr HOL-001] --reden TEKST [--als PERSOON] [--server URL] [--json] [--taal nl|en]`,
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
  const isAcrossAreas = rule.startsWith('GB-7')
  const person = values.als ?? (isAcrossAreas ? personFor('financien') : personFor('gebiedscontroller', areaCode))
  const api = await connect(values.server, person, language)
  const { bevindingen } = await loadVerdict(api, budget)
  const finding = theOne(bevindingen, rule, values.nr, language)
  const sleutel = findingKey(finding)
  const path = `/v1/gebieden/${areaCode}/ontheffingen`
  const waiver = waiverSchema.parse(await api.post(path, { jaar: year, versie: version, sleutel, reden: reason }))
  if (values.json) {
    console.log(JSON.stringify(waiver))
    return 0
  }
  console.log(say(language, 'waived', { person: describePerson(person) }))
  console.log(findingLine(finding, language))
  return 0
}

/** The finding that is meant, of those that were not waived. Throws CliError when there is none, or more than one. */
function theOne(findings: Verdict['bevindingen'], rule: string, lineNumber: string | undefined, language: Language) {
  const fitting = findings.filter(
    (finding) =>
      finding.rule === rule &&
      finding.waiver === undefined &&
      (lineNumber === undefined || finding.lineNumber === lineNumber),
  )
  const [first, ...others] = fitting
  if (first === undefined)
    throw new CliError(`Er staat geen bevinding ${rule}${lineNumber === undefined ? '' : ` bij ${lineNumber}`} open.`)
  if (others.length === 0) return first
  const lines = fitting.map((finding) => findingLine(finding, language)).join('\n')
  throw new CliError(`Er zijn ${fitting.length} bevindingen ${rule}; noem er een met --nr.\n${lines}`)
}
