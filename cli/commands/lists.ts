import { parseArgs, styleText } from 'node:util'
import * as z from 'zod/mini'
import { type KeptListName, keptListNames } from '#shared/model/index.ts'
import { gatherLists, listTables, placeText, type SentLists } from '#shared/workbook/index.ts'
import { type Api, connect, defaultServer, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { csvText } from '../csv.ts'
import { writeTables } from '../lists/write-tables.ts'
import { namedFiles, readListFile } from '../lists/read-files.ts'
import { countsLine, type LoadFault, sendLoad, tellFaults } from '../lists/send-load.ts'
import { tableLines } from '../print-table.ts'

export const listsCommand: Command = {
  name: 'lijsten',
  usage:
    'lijsten laad FILE|MAP... [--proef] [--json] | lijsten toon [SOORT] [--json | --csv | --uit MAP] [--server URL] [--als PERSOON]',
  explanation:
    'Laadt de lijsten van de gemeente uit CSV of JSON, alles of niets, of toont ze zo dat ze weer geladen kunnen worden.',
  run: runLists,
}

const kindSchema = z.enum(keptListNames)
const faultSchema = z.object({ soort: kindSchema, index: z.int(), code: z.string(), veld: z.string(), nl: z.string() })
const outcomeSchema = z.object({
  proef: z.boolean(),
  nieuw: z.int(),
  gewijzigd: z.int(),
  ongewijzigd: z.int(),
  items: z.array(
    z.object({ soort: kindSchema, code: z.string(), vanaf: z.int(), stand: z.string(), velden: z.array(z.string()) }),
  ),
  waarschuwingen: z.array(faultSchema),
})
const listSchema = z.array(z.object({ item: z.record(z.string(), z.unknown()) }))

async function runLists(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      proef: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      uit: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      als: { type: 'string' },
    },
  })
  const [what, ...rest] = positionals
  const api = () => connect(values.server, values.als ?? personFor('beheer'))
  if (what === 'laad' && rest.length > 0) {
    const gathered = gatherLists(namedFiles(rest).map(readListFile))
    if (gathered.faults.length > 0)
      return tellFaults(
        gathered.faults.map((fault) => `${placeText(fault, 'nl')}: ${fault.nl}`),
        values.json,
      )
    return load(await api(), gathered, values.proef, values.json)
  }
  if (what === 'toon' && rest.length <= 1) return show(await api(), kindsOf(rest[0]), values)
  throw new CliError(`Kies laad met bestanden, of toon met hoogstens een lijst. Gebruik: gebied ${listsCommand.usage}`)
}

async function load(api: Api, gathered: SentLists, isTrial: boolean, asJson: boolean): Promise<number> {
  const sent = await sendLoad(api, '/v1/referentie/ladingen', gathered.load, isTrial)
  if ('faults' in sent) {
    return tellFaults(
      sent.faults.map((fault) => faultLine(gathered, fault)),
      asJson,
    )
  }
  const outcome = outcomeSchema.parse(sent.answer)
  if (asJson) console.log(JSON.stringify(outcome))
  else console.log(outcomeLines(gathered, outcome).join('\n'))
  return 0
}

function faultLine({ placeOf }: SentLists, { soort, index, veld, nl }: LoadFault): string {
  return `${placeOf(kindSchema.parse(soort), index, veld, 'nl')}: ${nl}`
}

function outcomeLines(gathered: SentLists, outcome: z.infer<typeof outcomeSchema>): readonly string[] {
  const items = outcome.items.map(({ soort, code, vanaf, stand, velden }) => {
    const fields = velden.length === 0 ? '' : ` (${velden.join(', ')})`
    return `  ${stand.padEnd(9)}  ${soort} ${code}${vanaf === 0 ? '' : ` vanaf ${vanaf}`}${fields}`
  })
  return [
    ...items,
    ...outcome.waarschuwingen.map((warning) => styleText('yellow', `Let op: ${faultLine(gathered, warning)}.`)),
    countsLine(outcome),
  ]
}

function kindsOf(name: string | undefined): readonly KeptListName[] {
  if (name === undefined) return keptListNames
  const kind = keptListNames.find((candidate) => candidate === name)
  if (kind === undefined) throw new CliError(`"${name}" is geen lijst. Kies uit ${keptListNames.join(', ')}.`)
  return [kind]
}

/** Everything as it can be loaded again: JSON on the screen, CSV of one list on the screen or of all in a folder. */
async function show(
  api: Api,
  kinds: readonly KeptListName[],
  { json, csv, uit }: { readonly json: boolean; readonly csv: boolean; readonly uit?: string | undefined },
): Promise<number> {
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const items = listSchema.parse(await api.get(`/v1/referentie/${kind}`)).map(({ item }) => item)
      return { kind, items, tables: listTables(kind, items) }
    }),
  )
  const tables = lists.flatMap((list) => list.tables)
  if (json) console.log(JSON.stringify(Object.fromEntries(lists.map(({ kind, items }) => [kind, items])), null, 2))
  else if (uit !== undefined) console.log(writeTables(uit, tables).join('\n'))
  else if (csv && tables.length > 1) {
    throw new CliError('Dit zijn meer tabellen dan een bestand kan houden. Noem met --uit een map voor de bestanden.')
  } else if (csv) process.stdout.write(tables.map(({ rows }) => csvText(rows)).join(''))
  else
    console.log(
      tables
        .flatMap(({ file, rows }) => [styleText('bold', `${file.title} (${file.name})`), ...screenLines(rows), ''])
        .join('\n'),
    )
  return 0
}

function screenLines([headings = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  return tableLines(
    headings.map((heading) => ({ heading, align: 'left' })),
    rows,
    false,
  )
}
