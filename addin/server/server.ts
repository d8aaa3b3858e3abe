/**
 * The API as a Server port. The schemas of rows and lists are loaded when they are first needed: the pane starts without
 * them.
 */
import * as z from 'zod/mini'
import type { Server } from '../ports/server.ts'
import { lifeCalls } from './life-calls.ts'
import { bodyOf, parsed, understood } from './read-answer.ts'
import { type Connection, send, sendOpen } from './send.ts'

const healthSchema = z.object({ protocol: z.string(), template: z.int() })
const meSchema = z.object({ naam: z.string(), rol: z.string(), gebieden: z.array(z.string()) })
const areasSchema = z.array(z.object({ code: z.string(), naam: z.string(), vanMij: z.boolean() }))

/** Every method throws ServerError. */
export function createServer(connection: Connection): Server {
  const post = (path: string, body: string, headers: Record<string, string>, signal?: AbortSignal) =>
    send(connection, path, { method: 'POST', body, headers }, signal)
  return {
    health: async (signal) => {
      const response = await sendOpen(connection, '/v1/gezondheid', signal)
      const { protocol } = await parsed(response, healthSchema)
      return { apiVersion: response.headers.get('api-version') ?? '', protocolVersion: protocol }
    },
    me: async () => {
      const { naam, rol, gebieden } = await parsed(await send(connection, '/v1/ik'), meSchema)
      return { name: naam, role: rol, areas: gebieden }
    },
    areas: async (year) => {
      const list = await parsed(await send(connection, `/v1/gebieden?jaar=${year}`), areasSchema)
      return list.map(({ code, naam, vanMij }) => ({ code, name: naam, isMine: vanMij }))
    },
    reference: async (year) => {
      const { referenceSchema } = await import('#shared/model/reference.ts')
      return parsed(await send(connection, `/v1/referentie?jaar=${year}`), referenceSchema)
    },
    synchronise: async (areaCode, request, signal) => {
      const { readAnswer, requestText } = await import('#shared/sync/index.ts')
      const response = await post(
        `/v1/gebieden/${encodeURIComponent(areaCode)}/synchronisaties`,
        requestText(request),
        { 'idempotency-key': request.pushId },
        signal,
      )
      if (response.status === 204) return undefined
      const body = await bodyOf(response)
      return understood(response, () => readAnswer(body, request))
    },
    askCells: async (questions, signal) => {
      const { cellAnswersSchema } = await import('#shared/questions/index.ts')
      return parsed(await post('/v1/cellen', JSON.stringify(questions), {}, signal), cellAnswersSchema)
    },
    liveTicket: async () => {
      const { liveTicketSchema } = await import('#shared/questions/index.ts')
      return (await parsed(await post('/v1/gebeurtenissen/kaartjes', '{}', {}), liveTicketSchema)).kaartje
    },
    changesSince: async (seq, signal) => {
      const { areaChangesSchema } = await import('#shared/questions/index.ts')
      const response = await send(connection, `/v1/gebeurtenissen/sinds/${seq}`, {}, signal)
      const { seq: newest, wijzigingen } = await parsed(response, areaChangesSchema)
      const changes = wijzigingen.map(({ gebied, jaar, versie, seq, raakt, stap }) => ({
        areaCode: gebied,
        year: jaar,
        version: versie,
        seq,
        ...(raakt && { touches: raakt }),
        ...(stap && { isStep: stap }),
      }))
      return { seq: newest, changes }
    },
    ...lifeCalls(connection),
  }
}
