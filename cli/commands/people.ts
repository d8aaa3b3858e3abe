import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { type KeptPerson, keptPersonSchema } from '#shared/model/index.ts'
import { gatherPeople, listText, personColumns, placeText, type SentPeople } from '#shared/workbook/index.ts'
import { type Api, connect, defaultServer, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { csvText } from '../csv.ts'
import { readListFile } from '../lists/read-files.ts'
import { countsLine, sendLoad, tellFaults } from '../lists/send-load.ts'
import { tableLines } from '../print-table.ts'

export const peopleCommand: Command = {
  name: 'personen',
  usage: 'personen laad FILE [--proef] [--json] | personen toon [--json | --csv] [--server URL] [--als PERSOON]',
  explanation:
    'Laadt wie wat mag (object-id, naam, rol, gebieden) uit CSV of JSON, alles of niets, of toont het. Voor beheer.',
  run: runPeople,
}

const peopleSchema = z.array(z.object(keptPersonSchema.shape))
const outcomeSchema = z.object({ proef: z.boolean(), nieuw: z.int(), gewijzigd: z.int(), ongewijzigd: z.int() })

async function runPeople(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      proef: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      server: { type: 'string', default: defaultServer },
      als: { type: 'string' },
    },
  })
  const [what, file, ...more] = positionals
  const api = () => connect(values.server, values.als ?? personFor('beheer'))
  if (what === 'laad' && file !== undefined && more.length === 0) {
    const gathered = gatherPeople(readListFile(file))
    if (gathered.faults.length > 0)
      return tellFaults(
        gathered.faults.map((fault) => `${placeText(fault, 'nl')}: ${fault.nl}`),
        values.json,
      )
    return load(await api(), gathered, values.proef, values.json)
  }
  if (what === 'toon' && file === undefined) return show(await api(), values.json, values.csv)
  throw new CliError(`Kies laad met een bestand, of toon. Gebruik: gebied ${peopleCommand.usage}`)
}

async function load(api: Api, { people, placeOf }: SentPeople, isTrial: boolean, asJson: boolean): Promise<number> {
  const sent = await sendLoad(api, '/v1/personen/ladingen', people, isTrial)
  if ('faults' in sent) {
    return tellFaults(
      sent.faults.map(({ index, veld, nl }) => `${placeOf(index, veld, 'nl')}: ${nl}`),
      asJson,
    )
  }
  const outcome = outcomeSchema.parse(sent.answer)
  console.log(asJson ? JSON.stringify(outcome) : countsLine(outcome))
  return 0
}

async function show(api: Api, asJson: boolean, asCsv: boolean): Promise<number> {
  const people = peopleSchema.parse(await api.get('/v1/personen'))
  const rows = people.map((person) =>
    personColumns.map(({ key, kind }) => listText(kind, person[key as keyof KeptPerson])),
  )
  const headings = personColumns.map(({ heading }) => heading)
  if (asJson) console.log(JSON.stringify(people, null, 2))
  else if (asCsv) process.stdout.write(csvText([headings, ...rows]))
  else {
    const lines = tableLines(
      headings.map((heading) => ({ heading, align: 'left' })),
      rows,
      false,
    )
    console.log(lines.join('\n'))
  }
  return 0
}
