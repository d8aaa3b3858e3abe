/** What the Worker says of a budget, and accepting a finding with a reason. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { judgeRequestSchema, verdictSchema, waiverRequestSchema, waiverSchema } from '#shared/lifecycle/index.ts'
import { rulesVersion } from '#shared/rules/index.ts'
import type { AppContext } from '../app.ts'
import { requireReadRows } from '../auth/rights.ts'
import { findingJson } from '../lifecycle/finding-json.ts'
import type { Waiver } from '../lifecycle/life-of.ts'
import { loadStanding } from '../lifecycle/standing.ts'
import { loadVerdict } from '../lifecycle/verdict.ts'
import { waive, withdrawWaiver } from '../lifecycle/waive.ts'
import { parseBody, readBody } from '../read-body.ts'
import { askingOf } from './asking.ts'
import { json, jsonBody, problem } from './describe.ts'
import { areaParameter, parse } from './query.ts'

export const verdictRoutes = new Hono<AppContext>()
  .post(
    '/gebieden/:gebied/oordelen',
    describeRoute({
      summary: 'De vastgelegde regels van een begroting laten beoordelen',
      requestBody: jsonBody(judgeRequestSchema),
      responses: { 200: json('bevindingen, ook die over gebieden heen, met ontheffingen', verdictSchema) },
    }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      requireReadRows(c.get('person'), areaCode)
      const { jaar: year, versie: version, voorblad } = parseBody(await readBody(c.req.raw), judgeRequestSchema)
      const standing = await loadStanding(c.env.DB, { areaCode, year, version })
      const { judged, own, across, waivers } = await loadVerdict(c.env.DB, standing, voorblad ?? null, Date.now())
      return c.json({
        staat: standing.state,
        controlegetal: judged.checksum,
        regels: judged.rows.length,
        regelsVersie: rulesVersion,
        referentieVersie: judged.reference.version,
        bevindingen: [...own, ...across].map(findingJson),
        ontheffingen: waivers.map(waiverJson),
      } satisfies z.infer<typeof verdictSchema>)
    },
  )
  .post(
    '/gebieden/:gebied/ontheffingen',
    describeRoute({
      summary: 'Een bevinding aanvaarden met een reden',
      requestBody: jsonBody(waiverRequestSchema),
      responses: { 201: json('aanvaard', waiverSchema), 409: problem('de bevinding staat er niet, of is een fout') },
    }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      requireReadRows(c.get('person'), areaCode)
      const body = parseBody(await readBody(c.req.raw), waiverRequestSchema)
      const key = { areaCode, year: body.jaar, version: body.versie }
      const waiver = await waive(askingOf(c), { key, findingKey: body.sleutel, reason: body.reden })
      return c.json(waiverJson(waiver), 201)
    },
  )
  .delete(
    '/gebieden/:gebied/ontheffingen/:id',
    describeRoute({
      summary: 'Een ontheffing intrekken; de bevinding geldt dan weer',
      responses: { 204: { description: 'ingetrokken' }, 404: problem('er is geen zulke ontheffing van kracht') },
    }),
    async (c) => {
      const areaCode = areaParameter(c.req.param('gebied'))
      await withdrawWaiver(askingOf(c), areaCode, parse('id', c.req.param('id'), z.uuid()))
      return c.body(null, 204)
    },
  )

function waiverJson({ id, key, reason, by, at }: Waiver): z.infer<typeof waiverSchema> {
  return { id, sleutel: key, reden: reason, door: by, op: at }
}
