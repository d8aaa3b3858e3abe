import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { protocolVersion, templateVersion } from '#shared/sync/index.ts'
import type { AppContext } from '../app.ts'
import type { Env } from '../env.ts'
import { json } from './describe.ts'

const healthSchema = z.object({
  status: z.literal('ok'),
  protocol: z.string(),
  template: z.int(),
  aanmelden: z.object({
    /** `lokaal`: the issuer of a local server, where people are chosen from a list (`/aanmelden/personen`). */
    soort: z.enum(['entra', 'lokaal']),
    uitgever: z.string(),
    tenant: z.string(),
    /** Application id of the add-in. */
    clientId: z.string(),
    /** Scope `api://<publiek>/<bereik>` is what the add-in asks for. */
    publiek: z.string(),
    bereik: z.string(),
  }),
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
    return c.json({
      status: 'ok',
      protocol: protocolVersion,
      template: templateVersion,
      aanmelden: signInOf(c.env),
    })
  },
)

/** So that the add-in needs no settings of its own. A municipality's issuer is never on the machine itself. */
function signInOf(env: Env) {
  const isLocal = URL.parse(env.TOKEN_ISSUER)?.hostname === '127.0.0.1'
  return {
    soort: isLocal ? ('lokaal' as const) : ('entra' as const),
    uitgever: env.TOKEN_ISSUER,
    tenant: env.TOKEN_TENANT,
    clientId: env.TOKEN_CLIENTS.split(' ')[0] ?? '',
    publiek: env.TOKEN_AUDIENCE,
    bereik: env.TOKEN_SCOPE,
  }
}
