import { parseArgs, styleText } from 'node:util'
import * as z from 'zod/mini'
import { type KeptPerson, keptPersonSchema } from '#shared/model/index.ts'
import { listText, personColumns, placeText, readColumns } from '#shared/workbook/index.ts'
import { type Api, connect, defaultServer, personFor } from '../api.ts'
import { ApiProblem, CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { csvText } from '../csv.ts'
import { endingOf, readCsvRows, readJson } from '../lists/read-files.ts'
import { tableLines } from '../print-table.ts'

export const peopleCommand: Command = {
  name: 'personen',
  usage: 'personen laad FILE [--proef] | personen toon [--json | --csv] [--server URL] [--als PERSOON]',
  explanation:
    'Laadt wie wat mag (object-id, naam, rol, gebieden) uit CSV of JSON, alles of niets, of toont het. Voor beheer.',
  run: runPeople,
}

const peopleSchema = z.array(z.object(keptPersonSchema.shape))
const refusalSchema = z.object({
  fouten: z.array(z.object({ index: z.int(), veld: z.string(), nl: z.string() })),
})
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
    const { people, faults, placeOf } = peopleIn(file)
    return faults.length > 0 ? tellFaults(faults) : load(await api(), people, placeOf, values.proef)
  }
  if (what === 'toon' && file === undefined) return show(await api(), values.json, values.csv)
  throw new CliError(`Kies laad met een bestand, of toon. Gebruik: gebied ${peopleCommand.usage}`)
}

interface GatheredPeople {
  readonly people: readonly unknown[]
  readonly faults: readonly string[]
  /** `personen.csv, regel 4, kolom Rol`. */
  readonly placeOf: (index: number, field: string) => string
}

function peopleIn(file: string): GatheredPeople {
  if (endingOf(file) !== '.csv') {
    const people = z.array(z.unknown()).safeParse(readJson(file))
    if (!people.success) throw new CliError(`${file}: geen mensen. Schrijf [{ "oid", "name", "role", "areas" }].`)
    return { people: people.data, faults: [], placeOf: (index, field) => `${file}, persoon ${index + 1}, ${field}` }
  }
  const { rows, faults } = readColumns(personColumns, file, readCsvRows(file))
  return {
    people: rows.map(({ values }) => values),
    faults: faults.map((fault) => `${placeText(fault, 'nl')}: ${fault.nl}`),
    placeOf: (index, field) => {
      const heading = personColumns.find(({ key }) => key === field.split('.')[0])?.heading ?? null
      return placeText({ source: file, row: rows[index]?.row ?? null, heading }, 'nl')
    },
  }
}

async function load(
  api: Api,
  people: readonly unknown[],
  placeOf: GatheredPeople['placeOf'],
  isTrial: boolean,
): Promise<number> {
  let answer: unknown
  try {
    answer = await api.post(`/v1/personen/ladingen${isTrial ? '?proef=ja' : ''}`, people)
  } catch (error) {
    const refusal = refusalSchema.safeParse(error instanceof ApiProblem ? error.body : undefined)
    if (!refusal.success) throw error
    return tellFaults(refusal.data.fouten.map(({ index, veld, nl }) => `${placeOf(index, veld)}: ${nl}`))
  }
  const { proef, nieuw, gewijzigd, ongewijzigd } = outcomeSchema.parse(answer)
  const counts = `nieuw ${nieuw}, gewijzigd ${gewijzigd}, ongewijzigd ${ongewijzigd}`
  console.log(
    proef ? styleText('yellow', `Proef, er is niets geladen: ${counts}.`) : styleText('bold', `Geladen: ${counts}.`),
  )
  return 0
}

/** Exit code 1: the file was read, and something in it is wrong. */
function tellFaults(lines: readonly string[]): number {
  console.error([...lines, styleText('bold', `Er is niets geladen: ${lines.length} keer klopt iets niet.`)].join('\n'))
  return 1
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
