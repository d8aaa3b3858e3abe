import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as z from 'zod/mini'
import { decisionsSchema } from '#shared/lifecycle/index.ts'
import type { AppContext } from '../app.ts'
import { mayReadRows } from '../auth/rights.ts'
import { loadProposals } from '../store/proposals.ts'
import { loadReference } from '../store/reference.ts'
import { json } from './describe.ts'
import { yearParameter, yearQuery } from './query.ts'

/** Finance's list is for everybody whom the municipality knows; proposals are for who reads the rows of their area. */
export const decisionRoutes = new Hono<AppContext>().get(
  '/besluiten',
  describeRoute({
    summary: 'De besluiten van financiën en de voorstellen van gebieden',
    parameters: [yearQuery],
    responses: { 200: json('eerst de lijst van financiën, dan de voorstellen per gebied', decisionsSchema) },
  }),
  async (c) => {
    const year = yearParameter(c.req.query('jaar'))
    const { decisions } = await loadReference(c.env.DB, year)
    const proposals = await loadProposals(c.env.DB, year)
    const listed = decisions.map((item) => ({
      nummer: item.code,
      gebied: null,
      versie: null,
      omschrijving: item.name,
      orgaan: item.body,
      datum: item.date,
      uitkomst: item.outcome,
      centen: centsText(item.amountCents),
      vastgesteldeCenten: centsText(item.decidedCents),
    }))
    const proposed = proposals
      .filter(({ areaCode }) => mayReadRows(c.get('person'), areaCode))
      .map((row) => ({
        nummer: row.number,
        gebied: row.areaCode,
        versie: row.version,
        omschrijving: row.description,
        orgaan: row.body,
        datum: row.date,
        uitkomst: row.outcome,
        centen: centsText(row.amountCents),
        vastgesteldeCenten: centsText(row.decidedCents),
      }))
    return c.json([...listed, ...proposed] satisfies z.infer<typeof decisionsSchema>)
  },
)

function centsText(cents: number | null): string | null {
  return cents === null ? null : String(cents)
}
