/** The lists and the people over the API: conditions of a write, and refusals that a person can mend, as outcomes. */
import * as z from 'zod/mini'
import { keptListNames, keptPersonSchema, personRoles } from '#shared/model/index.ts'
import type { FieldFault, ListedItem, ListsServer, LoadOutcome, PutOutcome } from '../ports/lists.ts'
import { ServerError } from '../ports/server.ts'
import { parsed } from './read-answer.ts'
import { type Connection, send } from './send.ts'

const itemSchema = z.record(z.string(), z.unknown())
const listedSchema = z.object({ code: z.string(), vanaf: z.int(), etag: z.string(), item: itemSchema })
const personSchema = z.object({ ...keptPersonSchema.shape, etag: z.string() })
const kindSchema = z.enum(keptListNames)
const faultSchema = z.object({
  soort: z.optional(kindSchema),
  index: z.int(),
  code: z.optional(z.string()),
  veld: z.string(),
  nl: z.string(),
  en: z.string(),
})
const refusalSchema = z.object({ fouten: z.array(faultSchema) })
const keptSchema = z.object({ waarschuwingen: z.optional(z.array(faultSchema)) })
const historySchema = z.array(
  z.object({
    vanaf: z.int(),
    versie: z.int(),
    door: z.nullable(z.string()),
    op: z.string(),
    voor: z.nullable(itemSchema),
    na: itemSchema,
  }),
)
const countsShape = { nieuw: z.int(), gewijzigd: z.int(), ongewijzigd: z.int() }
const listsLoadSchema = z.object({
  ...countsShape,
  items: z.array(
    z.object({ soort: kindSchema, code: z.string(), vanaf: z.int(), stand: z.string(), velden: z.array(z.string()) }),
  ),
  waarschuwingen: z.array(faultSchema),
})
const peopleLoadSchema = z.object({
  ...countsShape,
  mensen: z.array(z.object({ oid: z.string(), stand: z.string() })),
})

export function createListsServer(connection: Connection): ListsServer {
  const get = (path: string) => send(connection, path)
  const post = (path: string, body: unknown, isTrial: boolean) =>
    send(connection, `${path}${isTrial ? '?proef=ja' : ''}`, { method: 'POST', body: JSON.stringify(body) })
  return {
    role: async () => (await parsed(await get('/v1/ik'), z.object({ rol: z.enum(personRoles) }))).rol,
    list: async (collection) => {
      if (collection === 'personen') {
        return (await parsed(await get('/v1/personen'), z.array(personSchema))).map(listedPerson)
      }
      return (await parsed(await get(`/v1/referentie/${collection}`), z.array(listedSchema))).map(listedItem)
    },
    put: async (collection, item, etag) => {
      const condition: Record<string, string> = etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }
      const init = { method: 'PUT', body: JSON.stringify(item), headers: condition }
      const isPerson = collection === 'personen'
      const code = encodeURIComponent(String((isPerson ? item['oid'] : item['code']) ?? '-'))
      const path = isPerson ? `/v1/personen/${code}` : `/v1/referentie/${collection}/${code}`
      try {
        const { waarschuwingen = [] } = await parsed(await send(connection, path, init), keptSchema)
        return { kind: 'kept', warnings: waarschuwingen.map(fieldFault) }
      } catch (error) {
        return refusedPut(error, isPerson)
      }
    },
    history: async (kind, code) => {
      const path = `/v1/referentie/${kind}/${encodeURIComponent(code)}/historie`
      return (await parsed(await get(path), historySchema)).map(({ vanaf, versie, door, op, voor, na }) => ({
        firstYear: vanaf,
        version: versie,
        by: door,
        atMs: Date.parse(op),
        before: voor,
        after: na,
      }))
    },
    load: (load, isTrial) =>
      orFaults(async () => {
        const answer = await parsed(await post('/v1/referentie/ladingen', load, isTrial), listsLoadSchema)
        return {
          ...countsOf(answer),
          items: answer.items.map(({ soort, code, vanaf, stand, velden }) => ({
            collection: soort,
            code,
            firstYear: vanaf,
            isNew: stand === 'nieuw',
            fields: velden,
          })),
          warnings: answer.waarschuwingen.map(fieldFault),
        }
      }),
    loadPeople: (people, isTrial) =>
      orFaults(async () => {
        const answer = await parsed(await post('/v1/personen/ladingen', people, isTrial), peopleLoadSchema)
        return {
          ...countsOf(answer),
          items: answer.mensen.map(({ oid, stand }) => ({
            collection: 'personen' as const,
            code: oid,
            firstYear: 0,
            isNew: stand === 'nieuw',
            fields: [],
          })),
          warnings: [],
        }
      }),
  }
}

function listedItem({ code, vanaf, etag, item }: z.infer<typeof listedSchema>): ListedItem {
  return { code, firstYear: vanaf, etag, item }
}

function listedPerson({ etag, ...item }: z.infer<typeof personSchema>): ListedItem {
  return { code: item.oid, firstYear: 0, etag, item }
}

function fieldFault({ soort, index, code, veld, nl, en }: z.infer<typeof faultSchema>): FieldFault {
  return { collection: soort ?? 'personen', index, code: code ?? '', field: veld, nl, en }
}

function countsOf({ nieuw, gewijzigd, ongewijzigd }: { nieuw: number; gewijzigd: number; ongewijzigd: number }) {
  return { kind: 'decided' as const, created: nieuw, changed: gewijzigd, unchanged: ongewijzigd }
}

const faultsIn = (error: unknown): readonly FieldFault[] | undefined => {
  const refusal = refusalSchema.safeParse(error instanceof ServerError ? error.body : undefined)
  return refusal.data?.fouten.map(fieldFault)
}

function refusedPut(error: unknown, isPerson: boolean): PutOutcome {
  const faults = faultsIn(error)
  if (faults !== undefined) return { kind: 'wrong', faults }
  if (!(error instanceof ServerError) || error.status !== 412) throw error
  const { nu } = z.object({ nu: z.nullable(z.union([listedSchema, personSchema])) }).parse(error.body)
  if (nu === null) return { kind: 'conflict', now: null }
  return { kind: 'conflict', now: isPerson ? listedPerson(personSchema.parse(nu)) : listedItem(listedSchema.parse(nu)) }
}

async function orFaults(load: () => Promise<LoadOutcome>): Promise<LoadOutcome> {
  try {
    return await load()
  } catch (error) {
    const faults = faultsIn(error)
    if (faults === undefined) throw error
    return { kind: 'wrong', faults }
  }
}
