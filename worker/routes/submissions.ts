/** Where a budget is in its life, and the steps that people take with it. */
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import {
  type Life,
  lifeSchema,
  recheckSchema,
  signOffRequestSchema,
  submitRequestSchema,
  transitionRequestSchema,
} from '#shared/lifecycle/index.ts'
import { type BudgetKey, versionSchema } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { requireReadLife, requireReadRows } from '../auth/rights.ts'
import { lifeJson } from '../lifecycle/life-of.ts'
import { recheck } from '../lifecycle/recheck.ts'
import { signOff } from '../lifecycle/sign-off.ts'
import { submit } from '../lifecycle/submit.ts'
import { takeStep } from '../lifecycle/take-step.ts'
import { parseBody, readBody } from '../read-body.ts'
import { findBudget } from '../store/budget.ts'
import { loadLifeEvents } from '../store/life-events.ts'
import { askingOf } from './asking.ts'
import { json, jsonBody, problem } from './describe.ts'
import { areaParameter, parse, textQuery, yearParameter, yearQuery } from './query.ts'

export const submissionRoutes = new Hono<AppContext>()
  .get(
    '/gebieden/:gebied/indieningen',
    describeRoute({
      summary: 'Hoe ver een begroting is, wat ik nu mag, en haar indieningen',
      parameters: [yearQuery, textQuery('versie', 'primitief als hij ontbreekt')],
      responses: { 200: json('staat en indieningen, nieuwste eerst', lifeSchema) },
    }),
    async (c) => {
      const areaCode = areaOf(c)
      requireReadLife(c.get('person'), areaCode)
      const year = yearParameter(c.req.query('jaar'))
      const version = parse('versie', c.req.query('versie') ?? 'primitief', versionSchema)
      return c.json(await loadLife(c, { areaCode, year, version }))
    },
  )
  .post(
    '/gebieden/:gebied/indieningen',
    describeRoute({
      summary: 'Een begroting indienen',
      requestBody: jsonBody(submitRequestSchema),
      responses: { 201: json('ingediend', lifeSchema), 409: problem('kan niet; bevindingen zeggen waarom') },
    }),
    async (c) => {
      const areaCode = areaOf(c)
      const {
        jaar: year,
        versie: version,
        voorblad,
        opmerking,
      } = parseBody(await readBody(c.req.raw), submitRequestSchema)
      const key = { areaCode, year, version }
      requireReadRows(c.get('person'), areaCode)
      await submit(askingOf(c), { key, cover: voorblad ?? null, remark: opmerking ?? null })
      return c.json(await loadLife(c, key), 201)
    },
  )
  .post(
    '/gebieden/:gebied/indieningen/:id/overgangen',
    describeRoute({
      summary: 'Een stap zetten met de laatste indiening: teruggeven, goedkeuren, vaststellen en zo verder',
      requestBody: jsonBody(transitionRequestSchema),
      responses: { 200: json('gezet', lifeSchema), 409: problem('kan nu niet; bevindingen zeggen waarom') },
    }),
    async (c) => {
      const body = parseBody(await readBody(c.req.raw), transitionRequestSchema)
      const { key } = await takeStep(askingOf(c), {
        ...submissionOf(c),
        transition: body.overgang,
        remark: body.opmerking ?? null,
        decisionNumber: body.besluit ?? null,
      })
      return c.json(await loadLife(c, key))
    },
  )
  .post(
    '/gebieden/:gebied/indieningen/:id/parafen',
    describeRoute({
      summary: 'Een paraaf zetten als ambtelijk opdrachtgever',
      requestBody: jsonBody(signOffRequestSchema),
      responses: { 200: json('gezet', lifeSchema) },
    }),
    async (c) => {
      const { uitkomst, opmerking } = parseBody(await readBody(c.req.raw), signOffRequestSchema)
      const input = { ...submissionOf(c), outcome: uitkomst, remark: opmerking ?? null }
      const { key } = await signOff(askingOf(c), input)
      return c.json(await loadLife(c, key))
    },
  )
  .get(
    '/gebieden/:gebied/indieningen/:id/hercontrole',
    describeRoute({
      summary: 'Een indiening opnieuw beoordelen over de regels zoals die toen waren',
      responses: { 200: json('wat gelijk is gebleven, en de bevindingen', recheckSchema) },
    }),
    async (c) => {
      const { areaCode, submissionId } = submissionOf(c)
      requireReadRows(c.get('person'), areaCode)
      return c.json(await recheck(c.env.DB, areaCode, submissionId))
    },
  )

/** Of a budget that nobody pushed to: in concept, without submissions. */
async function loadLife(c: Context<AppContext>, key: BudgetKey): Promise<Life> {
  const budget = await findBudget(c.env.DB, key)
  const events = budget === undefined ? [] : await loadLifeEvents(c.env.DB, budget.budgetId)
  return lifeJson(budget?.state ?? 'concept', events, c.get('person'), key.areaCode)
}

function areaOf(c: Context<AppContext>): string {
  return areaParameter(c.req.param('gebied') ?? '')
}

function submissionOf(c: Context<AppContext>) {
  return { areaCode: areaOf(c), submissionId: parse('id', c.req.param('id'), z.uuid()) }
}
