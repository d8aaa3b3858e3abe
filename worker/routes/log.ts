import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import type { AppContext } from '../app.ts'
import { requireReadLog } from '../auth/rights.ts'
import { verifyChain } from '../store/verify-chain.ts'
import { json } from './describe.ts'
import { areaParameter } from './query.ts'

const reportSchema = z.object({
  gebied: z.string(),
  vastleggingen: z.int(),
  versies: z.int(),
  breuken: z.array(z.object({ areaSeq: z.int(), nl: z.string(), en: z.string() })),
})

export const logRoutes = new Hono<AppContext>().get(
  '/logboek/:gebied/verificatie',
  describeRoute({
    summary: 'De keten van vastleggingen van een gebied narekenen',
    responses: { 200: json('aantallen en waar de keten breekt', reportSchema) },
  }),
  async (c) => {
    requireReadLog(c.get('person'))
    const { areaCode, commits, versions, breaks } = await verifyChain(c.env.DB, areaParameter(c.req.param('gebied')))
    return c.json({ gebied: areaCode, vastleggingen: commits, versies: versions, breuken: breaks })
  },
)
