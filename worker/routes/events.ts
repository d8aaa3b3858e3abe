import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { areaChangesSchema, liveTicketSchema } from '#shared/questions/index.ts'
import type { AppContext } from '../app.ts'
import { roomOf } from '../live/room.ts'
import { ticketSeconds } from '../live/tickets.ts'
import { Problem } from '../problem.ts'
import { loadChangesSince, nextSeq } from '../store/changes.ts'
import { json } from './describe.ts'
import { parse } from './query.ts'

const seqSchema = z.int().check(z.minimum(0))

/** That a budget changed is for everybody whom the municipality knows; what changed is asked with their own rights. */
export const eventRoutes = new Hono<AppContext>()
  .post(
    '/gebeurtenissen/kaartjes',
    describeRoute({
      summary: 'Een kaartje dat de WebSocket één keer opent',
      responses: { 200: json('kaartje', liveTicketSchema) },
    }),
    async (c) => c.json({ kaartje: await roomOf(c.env).giveTicket(Date.now()), geldigSeconden: ticketSeconds }),
  )
  .get(
    '/gebeurtenissen',
    describeRoute({
      summary: 'WebSocket die elke vastlegging meldt; "ping" wordt beantwoord met "pong"',
      security: [],
      parameters: [{ in: 'query', name: 'kaartje', required: true, schema: { type: 'string' } }],
      responses: {
        101: { description: 'daarna per vastlegging gebied, jaar, versie en seq als JSON' },
        403: { description: 'het kaartje is onbekend, gebruikt of te oud' },
      },
    }),
    (c) => openSocket(c),
  )
  .get(
    '/gebeurtenissen/sinds/:seq',
    describeRoute({
      summary: 'Wat er na een nummer is vastgelegd; hoogstens 1000, vraag verder vanaf het nummer in het antwoord',
      responses: { 200: json('wijzigingen, oudste eerst', areaChangesSchema) },
    }),
    async (c) => {
      const since = await loadChangesSince(c.env.DB, parse('seq', Number(c.req.param('seq')), seqSchema))
      return c.json({ seq: nextSeq(since), wijzigingen: since.changes })
    },
  )

async function openSocket(c: Context<AppContext>): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw noUpgrade()
  const room = roomOf(c.env)
  if (!(await room.takeTicket(c.req.query('kaartje') ?? '', Date.now()))) throw badTicket()
  return room.fetch(c.req.raw)
}

function noUpgrade(): Problem {
  return new Problem(400, 'ongeldige-invoer', {
    nl: 'Dit adres is een WebSocket. Zonder WebSocket kan het met /v1/gebeurtenissen/sinds/{nummer}.',
    en: 'This address is a WebSocket. Without one, use /v1/gebeurtenissen/sinds/{number}.',
  })
}

function badTicket(): Problem {
  return new Problem(403, 'geen-recht', {
    nl: `Dit kaartje is onbekend, al gebruikt of ouder dan ${ticketSeconds} seconden. Vraag een nieuw.`,
    en: `This ticket is unknown, used before or older than ${ticketSeconds} seconds. Ask for a new one.`,
  })
}
