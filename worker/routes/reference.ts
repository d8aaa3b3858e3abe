import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { type KeptListName, keptListNames, keptLists, referenceSchema, singleCode } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { requireKeepList } from '../auth/rights.ts'
import type { ListLoad } from '../lists/judge-items.ts'
import { keepLists } from '../lists/keep-lists.ts'
import { keyOf, keyText, type ListItem } from '../lists/list-item.ts'
import type { LoadPlan } from '../lists/plan-load.ts'
import { Problem } from '../problem.ts'
import { parseBody, readBody } from '../read-body.ts'
import { loadItemHistory, loadList, type StandingLists } from '../store/kept-lists.ts'
import { loadReference } from '../store/reference.ts'
import { json, jsonBody } from './describe.ts'
import { refuseOutdated } from './item-condition.ts'
import {
  faultSchema,
  historySchema,
  itemAnswerSchema,
  itemEtag,
  listedItem,
  listSchema,
  loadAnswer,
  loadAnswerSchema,
  refuseFaults,
} from './list-answers.ts'
import { parse, textQuery, yearParameter, yearQuery } from './query.ts'

const kindSchema = z.enum(keptListNames)
const itemSchema = z.union(keptListNames.map((kind) => keptLists[kind].schema))
const itemsPerLoadMax = 20_000
const itemsSchema = z.array(z.unknown()).check(z.maxLength(itemsPerLoadMax))
const loadSchema = z.partialRecord(kindSchema, itemsSchema)
const describedLoad = z.strictObject(
  Object.fromEntries(keptListNames.map((kind) => [kind, z.optional(z.array(keptLists[kind].schema))])),
)

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
  .post(
    '/referentie/ladingen',
    describeRoute({
      summary: 'Items van een of meer lijsten vastleggen: alle, of geen als er een niet klopt',
      parameters: [textQuery('proef', 'ja: alleen zeggen wat er zou wijzigen')],
      requestBody: jsonBody(describedLoad),
      responses: {
        200: json('wat nieuw, gewijzigd en ongewijzigd is', loadAnswerSchema),
        422: json('wat niet klopt, met lijst, item en veld', z.object({ fouten: z.array(faultSchema) })),
      },
    }),
    async (c) => {
      const load = parseBody(await readBody(c.req.raw), loadSchema)
      for (const kind of kindsIn(load)) requireKeepList(c.get('person'), kind)
      const isTrial = c.req.query('proef') === 'ja'
      return c.json(loadAnswer(await kept(c, load, isTrial, () => undefined), isTrial))
    },
  )
  .get(
    '/referentie/:soort',
    describeRoute({
      summary: 'De items van een lijst in alle jaren, met hun versie en ETag',
      responses: { 200: json('items', listSchema) },
    }),
    async (c) => {
      const items = await loadList(c.env.DB, parse('soort', c.req.param('soort'), kindSchema))
      return c.json(items.map(listedItem))
    },
  )
  .get(
    '/referentie/:soort/:code/historie',
    describeRoute({
      summary: 'Alle versies van de items met een code: wie, wanneer, ervoor en erna; nieuwste eerst',
      responses: { 200: json('versies', historySchema) },
    }),
    async (c) => {
      const kind = parse('soort', c.req.param('soort'), kindSchema)
      requireKeepList(c.get('person'), kind)
      const versions = await loadItemHistory(c.env.DB, kind, c.req.param('code'))
      return c.json(
        versions.map(({ firstYear, version, by, atMs, before, after }) => ({
          vanaf: firstYear,
          versie: version,
          door: by,
          op: new Date(atMs).toISOString(),
          voor: before,
          na: after,
        })),
      )
    },
  )
  .put(
    '/referentie/:soort/:code',
    describeRoute({
      summary: 'Een item vastleggen. Verwijderen kan niet: een item eindigt met zijn laatste jaar (validTo)',
      parameters: [
        { in: 'header', name: 'if-match', description: 'ETag van wat u zag', schema: { type: 'string' } },
        { in: 'header', name: 'if-none-match', description: '*: alleen als het nieuw is', schema: { type: 'string' } },
      ],
      requestBody: jsonBody(itemSchema),
      responses: {
        200: json('vastgelegd', itemAnswerSchema),
        412: json('een ander was eerder; wat er nu staat', z.object({ nu: z.nullable(z.unknown()) })),
        422: json('wat niet klopt, per veld', z.object({ fouten: z.array(faultSchema) })),
      },
    }),
    async (c) => {
      const kind = parse('soort', c.req.param('soort'), kindSchema)
      requireKeepList(c.get('person'), kind)
      const item: ListItem = parseBody(await readBody(c.req.raw), z.record(z.string(), z.unknown()))
      const key = keyOf(kind, item)
      refuseOtherCode(c.req.param('code'), key.code)
      const plan = await kept(c, { [kind]: [item] }, false, ({ items }) => {
        const standing = items.find((candidate) => keyText(candidate) === keyText(key))
        refuseOutdated(c.req.header('if-match'), c.req.header('if-none-match'), standing)
      })
      const version = plan.items[0]?.version ?? 1
      const answer = {
        soort: kind,
        code: key.code,
        vanaf: key.firstYear,
        versie: version,
        waarschuwingen: loadAnswer(plan, false).waarschuwingen,
      }
      return c.json(answer, 200, { etag: itemEtag({ ...key, version }) })
    },
  )

/** The plan as it was carried out. Throws Problem 422 for faults. */
async function kept(
  c: Context<AppContext>,
  load: ListLoad,
  isTrial: boolean,
  requireSeen: (standing: StandingLists) => void,
): Promise<LoadPlan> {
  const { tid, oid } = c.get('person')
  const plan = await keepLists({
    db: c.env.DB,
    load,
    actor: `${tid}:${oid}`,
    atMs: Date.now(),
    jitter: Math.random,
    isTrial,
    requireSeen,
  })
  refuseFaults(plan)
  return plan
}

function kindsIn(load: ListLoad): readonly KeptListName[] {
  return keptListNames.filter((kind) => load[kind] !== undefined)
}

function refuseOtherCode(path: string, body: string): void {
  if (path === body) return
  const ofOne = body === singleCode
  throw new Problem(400, 'ongeldige-invoer', {
    nl: ofOne
      ? `Deze inhoud heeft geen code; schrijf ${singleCode} in het adres.`
      : `De code in het adres (${path}) en in de inhoud (${body}) verschillen.`,
    en: ofOne
      ? `This body has no code; write ${singleCode} in the address.`
      : `The code in the address (${path}) and in the body (${body}) differ.`,
  })
}
