import { parseArgs, styleText } from 'node:util'
import { groupings } from '#shared/consolidation/index.ts'
import type { Language } from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, personFor } from '../api.ts'
import { budgetYearOf } from '../budget-year.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import {
  type ConsolidationAnswer,
  consolidationRecords,
  consolidationTable,
  loadConsolidation,
} from '../consolidation-tables.ts'
import { csvText } from '../csv.ts'
import { euros } from '../euros.ts'
import { languageOf } from '../language.ts'
import { tableLines } from '../print-table.ts'

const groups: readonly string[] = [...groupings, 'bron']

export const consolidateCommand: Command = {
  name: 'consolidate',
  usage: `consolidate --jaar 2023 [--versie primitief] [--per ${groups.join('|')}] [--server URL] [--als PERSOON] [--json | --csv] [--taal nl|en]`,
  explanation: 'Toont de totalen over alle gebieden, of per bron het plafond, het beroep en het restant.',
  run: runConsolidate,
}

/** The lines that a person reads. */
export function consolidationLines(answer: ConsolidationAnswer, language: Language): readonly string[] {
  const { columns, rows, hasTotal } = consolidationTable(answer, language)
  const { jaar: year, versie: version, per } = answer
  const title = styleText('bold', say(language, 'consolidationTitle', { year, version, per }))
  const isEmpty = 'rijen' in answer && answer.rijen.length === 0
  if (isEmpty) return [title, say(language, 'noData', { year, version })]
  const withoutSide = 'zonderKantCents' in answer ? BigInt(answer.zonderKantCents) : 0n
  const note = withoutSide === 0n ? [] : [say(language, 'withoutSide', { amount: euros(withoutSide, language) })]
  return [title, ...tableLines(columns, rows, hasTotal), ...note.map((line) => styleText('yellow', line))]
}

async function runConsolidate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      jaar: { type: 'string' },
      versie: { type: 'string' },
      per: { type: 'string', default: 'gebied' },
      server: { type: 'string', default: defaultServer },
      als: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  const language = languageOf(values.taal)
  const year = budgetYearOf(values.jaar)
  if (!groups.includes(values.per)) throw new CliError(`Kies met --per uit ${groups.join(', ')}, niet "${values.per}".`)
  const api = await connect(values.server, values.als ?? personFor('concerncontroller'))
  const answer = await loadConsolidation(api, values.per, year, values.versie)
  if (values.json && values.csv) throw new CliError('--json en --csv gaan niet samen.')
  if (values.json) console.log(JSON.stringify(answer))
  else if (values.csv) process.stdout.write(csvText(consolidationRecords(answer)))
  else console.log(consolidationLines(answer, language).join('\n'))
  return 0
}
