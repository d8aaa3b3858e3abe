/** The API: who may call, what every answer carries, and how a failure is said. The routes stand in their own files. */
import { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { loadPerson, type Person } from './auth/rights.ts'
import { verifyToken } from './auth/verify-token.ts'
import type { Env } from './env.ts'
import { Problem, problemResponse } from './problem.ts'
import { areaRoutes } from './routes/areas.ts'
import { cellRoutes } from './routes/cells.ts'
import { consolidationRoutes } from './routes/consolidation.ts'
import { eventRoutes } from './routes/events.ts'
import { findingRoutes } from './routes/findings.ts'
import { healthRoutes } from './routes/health.ts'
import { logRoutes } from './routes/log.ts'
import { peopleRoutes } from './routes/people.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { referenceRoutes } from './routes/reference.ts'
import { submissionRoutes } from './routes/submissions.ts'
import { verdictRoutes } from './routes/verdicts.ts'

export interface AppContext {
  Bindings: Env
  Variables: { requestId: string; person: Person }
}

/** Of the routes, in the header `api-version`; the rows' contract has a version of its own (`protocolVersion`). */
export const apiVersion = '1.0.0'

/** Paths without a token: they say nothing about the municipality, or want a ticket instead. */
const openPaths = new Set(['/v1/gezondheid', '/v1/openapi.json', '/v1/gebeurtenissen'])

/** Every answer passes the first handler, so all carry the headers and a line in the log; errors become problems here only. */
export function createApp(): Hono<AppContext> {
  const app = new Hono<AppContext>()
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    const startedMs = Date.now()
    await next()
    // An open socket is no answer to read, and its headers cannot be changed.
    if (c.res.status !== 101) {
      for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
      c.res.headers.set('x-request-id', requestId)
    }
    log({ requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms: Date.now() - startedMs })
  })
  app.use('/v1/*', async (c, next) => {
    if (!openPaths.has(c.req.path)) {
      c.set('person', await loadPerson(c.env.DB, await verifyToken(c.req.header('authorization'), c.env)))
    }
    await next()
  })
  app.route('/v1', healthRoutes)
  app.route('/v1', areaRoutes)
  app.route('/v1', submissionRoutes)
  app.route('/v1', verdictRoutes)
  app.route('/v1', decisionRoutes)
  app.route('/v1', referenceRoutes)
  app.route('/v1', peopleRoutes)
  app.route('/v1', consolidationRoutes)
  app.route('/v1', findingRoutes)
  app.route('/v1', cellRoutes)
  app.route('/v1', eventRoutes)
  app.route('/v1', logRoutes)
  app.get('/v1/openapi.json', openAPIRouteHandler(app, { documentation }))
  app.all('/v1/*', (c) => {
    const methods = app.routes.filter(({ path }) => matches(path, c.req.path)).map(({ method }) => method)
    const allowed = [...new Set(methods)].filter((method) => method !== 'ALL')
    throw allowed.length > 0 ? wrongMethod(c.req.method, allowed) : notFound(c.req.path)
  })
  // Pages are served by their exact name only (html_handling in wrangler.toml).
  app.get('/', (c) => c.redirect('/index.html'))
  app.notFound((c) => problemResponse(notFound(c.req.path), c.get('requestId')))
  app.onError((error, c) => {
    const requestId = c.get('requestId')
    if (error instanceof Problem) return problemResponse(error, requestId)
    console.error(JSON.stringify({ requestId, error: String(error), stack: error.stack }))
    return problemResponse(internal(), requestId)
  })
  return app
}

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'api-version': apiVersion,
}

const documentation = {
  openapi: '3.1.0',
  info: {
    title: 'Gebiedsbegroting',
    version: apiVersion,
    description: 'Gebiedsbegrotingen synchroniseren en consolideren. Bedragen zijn tekst van hele centen.',
  },
  components: { securitySchemes: { toegang: { type: 'http' as const, scheme: 'bearer', bearerFormat: 'JWT' } } },
  security: [{ toegang: [] }],
}

/** Only these fields: no bodies, names or tokens in the log. */
function log(entry: { requestId: string; method: string; route: string; status: number; ms: number }): void {
  console.log(JSON.stringify(entry))
}

/** Whether a route's path with `:names` is this path. */
function matches(route: string, path: string): boolean {
  const parts = route.split('/')
  const asked = path.split('/')
  return parts.length === asked.length && parts.every((part, i) => part.startsWith(':') || part === asked[i])
}

function notFound(path: string): Problem {
  return new Problem(404, 'niet-gevonden', {
    nl: `${path} bestaat niet. Zie /v1/openapi.json voor wat er is.`,
    en: `${path} does not exist. See /v1/openapi.json for what there is.`,
  })
}

function wrongMethod(method: string, allowed: readonly string[]): Problem {
  return new Problem(
    405,
    'methode-niet-toegestaan',
    {
      nl: `${method} kan hier niet, wel ${allowed.join(', ')}. Zie /v1/openapi.json.`,
      en: `${method} is not possible here, but ${allowed.join(', ')} is. See /v1/openapi.json.`,
    },
    { allow: allowed.join(', ') },
  )
}

function internal(): Problem {
  return new Problem(500, 'interne-fout', {
    nl: 'Er ging bij ons iets mis; er is niets half vastgelegd. Probeer het opnieuw en noem het nummer van deze aanvraag.',
    en: 'Something went wrong on our side; nothing was half stored. Try again and name the id of this request.',
  })
}
