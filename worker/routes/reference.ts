import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { type ReferenceListName, referenceLists, referenceSchema } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { requireKeepLists } from '../auth/rights.ts'
import { Problem } from '../problem.ts'
import { parseBody, readBody } from '../read-body.ts'
import { loadReference, putReferenceItem } from '../store/reference.ts'
import { json, jsonBody } from './describe.ts'
import { parse, yearParameter, yearQuery } from './query.ts'

const kinds = Object.keys(referenceLists) as [ReferenceListName, ...ReferenceListName[]]
const kindSchema = z.enum(kinds)
const itemSchema = z.union(kinds.map((kind) => referenceLists[kind].schema))
const putSchema = z.object({ soort: kindSchema, code: z.string(), versie: z.int() })

export const referenceRoutes = new Hono<AppContext>()
  .get(
    '/referentie',
    describeRoute({
      summary: 'De lijsten van de gemeente voor een begrotingsjaar',
      parameters: [yearQuery],
      responses: { 200: json('lijsten', referenceSchema), 304: { description: 'ongewijzigd' } },
    }),
    async (c) => {
      const reference = await loadReference(c.env.DB, yearParameter(c.req.query('jaar')))
      const etag = `"${reference.version}"`
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag })
      return c.json(reference, 200, { etag })
    },
  )
  .put(
    '/referentie/:soort/:code',
    describeRoute({
      summary: 'Een item van een lijst vastleggen',
      requestBody: jsonBody(itemSchema),
      responses: { 200: json('vastgelegd', putSchema) },
    }),
    async (c) => {
      const person = c.get('person')
      requireKeepLists(person)
      const kind = parse('soort', c.req.param('soort'), kindSchema)
      const code = c.req.param('code')
      const item = parseBody(await readBody(c.req.raw), referenceLists[kind].schema)
      if (item.code !== code) throw otherCode(code, item.code)
      const version = await putReferenceItem(c.env.DB, {
        kind,
        code,
        item,
        actor: `${person.tid}:${person.oid}`,
        atMs: Date.now(),
      })
      return c.json({ soort: kind, code, versie: version })
    },
  )

function otherCode(path: string, body: string): Problem {
  return new Problem(400, 'ongeldige-invoer', {
    nl: `De code in het adres (${path}) en in de inhoud (${body}) verschillen.`,
    en: `The code in the address (${path}) and in the body (${body}) differ.`,
  })
}
