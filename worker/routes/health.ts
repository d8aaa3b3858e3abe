import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { protocolVersion, templateVersion } from '#shared/sync/index.ts'
import type { AppContext } from '../app.ts'
import { json } from './describe.ts'

const healthSchema = z.object({
  status: z.literal('ok'),
  protocol: z.string(),
  template: z.int(),
  aanmelden: z.object({ uitgever: z.string(), publiek: z.string(), bereik: z.string() }),
})

export const healthRoutes = new Hono<AppContext>().get(
  '/gezondheid',
  describeRoute({
    summary: 'Of de server en zijn database antwoorden, en waar men zich aanmeldt',
    security: [],
    responses: { 200: json('gezond', healthSchema) },
  }),
  async (c) => {
    await c.env.DB.prepare('SELECT 1 FROM budget LIMIT 1').first()
    const { TOKEN_ISSUER: uitgever, TOKEN_AUDIENCE: publiek, TOKEN_SCOPE: bereik } = c.env
    return c.json({
      status: 'ok',
      protocol: protocolVersion,
      template: templateVersion,
      aanmelden: { uitgever, publiek, bereik },
    })
  },
)
