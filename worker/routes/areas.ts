import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import {
  answerText,
  protocolVersion,
  type SyncRequest,
  syncRequestSchema,
  wireAnswerSchema,
} from '#shared/sync/index.ts'
import { versionSchema } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { requireReadRows, requireWriteRows } from '../auth/rights.ts'
import { tellCommit } from '../live/room.ts'
import { Problem } from '../problem.ts'
import { parseBody, readBody } from '../read-body.ts'
import { isPush, synchronise } from '../synchronise/synchronise.ts'
import { loadReference } from '../store/reference.ts'
import { loadRowHistory, loadRowPage } from '../store/row-pages.ts'
import { json, jsonBody } from './describe.ts'
import { areaParameter, parse, textQuery, yearParameter, yearQuery } from './query.ts'

const meSchema = z.object({ naam: z.string(), rol: z.string(), gebieden: z.array(z.string()) })
const areasSchema = z.array(z.object({ code: z.string(), naam: z.string(), vanMij: z.boolean() }))

export const areaRoutes = new Hono<AppContext>()
  .get('/ik', describeRoute({ summary: 'Wie ik ben en wat ik mag', responses: { 200: json('ik', meSchema) } }), (c) => {
    const { name, role, areas } = c.get('person')
    return c.json({ naam: name, rol: role, gebieden: areas })
  })
  .get(
    '/gebieden',
    describeRoute({
      summary: 'De gebieden van een begrotingsjaar',
      parameters: [yearQuery],
      responses: { 200: json('gebieden', areasSchema) },
    }),
    async (c) => {
      const { areas } = await loadReference(c.env.DB, yearParameter(c.req.query('jaar')))
      const own = new Set(c.get('person').areas)
      return c.json(areas.map(({ code, name }) => ({ code, naam: name, vanMij: own.has(code) })))
    },
  )
  .post(
    '/gebieden/:gebied/synchronisaties',
    describeRoute({
      summary: 'Een werkboek synchroniseren: gewijzigde regels heen, verschillen terug',
      parameters: [
        { in: 'header', name: 'idempotency-key', required: true, schema: { type: 'string', format: 'uuid' } },
      ],
      requestBody: jsonBody(syncRequestSchema),
      responses: {
        200: json('wat is vastgelegd en wat verschilt', wireAnswerSchema),
        204: { description: 'niets te doen' },
      },
    }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      const body = await readBody(c.req.raw)
      const request = parseBody(body, syncRequestSchema)
      if (isPush(request)) requireWriteRows(c.get('person'), areaCode, request.reason)
      else requireReadRows(c.get('person'), areaCode)
      refuseOtherKey(c.req.header('idempotency-key'), request)
      refuseOldProtocol(request)
      const answer = await synchronise({
        db: c.env.DB,
        person: c.get('person'),
        areaCode,
        request,
        body,
        nowMs: () => Date.now(),
        jitter: () => Math.random(),
        onCommit: (seq) => c.executionCtx.waitUntil(tellCommit(c.env, seq)),
      })
      if (answer === undefined) return c.body(null, 204)
      return c.body(answerText(answer, request), 200, { 'content-type': 'application/json; charset=utf-8' })
    },
  )
  .get(
    '/gebieden/:gebied/regels',
    describeRoute({
      summary: 'De regels van een begroting, een per tekstregel (NDJSON), na een bladwijzer',
      parameters: [
        yearQuery,
        textQuery('versie', 'primitief als hij ontbreekt'),
        textQuery('sinds', 'id van de laatste regel van de vorige pagina'),
      ],
      responses: { 200: { description: 'NDJSON; de kop Link noemt de volgende pagina' } },
    }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      requireReadRows(c.get('person'), areaCode)
      const year = yearParameter(c.req.query('jaar'))
      const version = parse('versie', c.req.query('versie') ?? 'primitief', versionSchema)
      const page = await loadRowPage(c.env.DB, { areaCode, year, version }, c.req.query('sinds') ?? '')
      const next = new URL(c.req.url)
      next.searchParams.set('sinds', page.next ?? '')
      return c.body(page.lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        ...(page.next === undefined ? {} : { link: `<${next.pathname}${next.search}>; rel="next"` }),
      })
    },
  )
  .get(
    '/gebieden/:gebied/regels/:id/historie',
    describeRoute({ summary: 'Alle versies van een regel', responses: { 200: { description: 'oudste eerst' } } }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      requireReadRows(c.get('person'), areaCode)
      return c.json(await loadRowHistory(c.env.DB, areaCode, c.req.param('id')))
    },
  )

function refuseOtherKey(key: string | undefined, request: SyncRequest): void {
  if (key === request.pushId) return
  throw new Problem(400, 'ongeldige-invoer', {
    nl: 'De kop Idempotency-Key moet gelijk zijn aan pushId in de aanvraag.',
    en: 'The header Idempotency-Key must equal pushId in the request.',
  })
}

/** An older minor is accepted; an older major may still pull. */
function refuseOldProtocol(request: SyncRequest): void {
  const isOtherMajor = request.protocol.split('.')[0] !== protocolVersion.split('.')[0]
  if (!isOtherMajor || request.rows.length + request.deletions.length === 0) return
  throw new Problem(409, 'protocol-te-oud', {
    nl: `Protocol ${request.protocol} kan niets meer vastleggen (nu ${protocolVersion}). Werk de invoegtoepassing bij; ophalen kan nog.`,
    en: `Protocol ${request.protocol} can no longer store anything (now ${protocolVersion}). Update the add-in; pulling still works.`,
  })
}
