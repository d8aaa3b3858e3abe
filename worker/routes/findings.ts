import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { wireFindingSchema } from '#shared/lifecycle/index.ts'
import { derivedVersion, versionSchema } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { mayReadRows, requireReadRows } from '../auth/rights.ts'
import { findingJson } from '../lifecycle/finding-json.ts'
import { loadWaivedCrossFindings } from '../lifecycle/waived-cross-findings.ts'
import { json } from './describe.ts'
import { areaParameter, parse, textQuery, yearParameter, yearQuery } from './query.ts'

const askedVersionSchema = z.union([versionSchema, z.literal(derivedVersion)])
const findingsSchema = z.object({ jaar: z.int(), versie: z.string(), bevindingen: z.array(wireFindingSchema) })

/** Of the areas whose rows the person may read: their own, or all. */
export const findingRoutes = new Hono<AppContext>().get(
  '/bevindingen',
  describeRoute({
    summary: 'De bevindingen van de regels over gebieden heen',
    parameters: [
      yearQuery,
      textQuery('versie', 'primitief als hij ontbreekt; een wijziging telt mee in na-wijziging'),
      textQuery('gebied', 'alleen wat dit gebied aangaat; alles wat u mag zien als het ontbreekt'),
    ],
    responses: { 200: json('bevindingen met hun ontheffing, op volgorde van regel', findingsSchema) },
  }),
  async (c) => {
    const person = c.get('person')
    const year = yearParameter(c.req.query('jaar'))
    const version = parse('versie', c.req.query('versie') ?? 'primitief', askedVersionSchema)
    const area = c.req.query('gebied')
    const asked = area === undefined ? {} : { areaCode: areaParameter(area) }
    if (asked.areaCode !== undefined) requireReadRows(person, asked.areaCode)
    const findings = await loadWaivedCrossFindings(c.env.DB, { year, version, ...asked })
    const readable = findings.filter(({ areas = [] }) => areas.some((code) => mayReadRows(person, code)))
    return c.json({ jaar: year, versie: version, bevindingen: readable.map(findingJson) })
  },
)
