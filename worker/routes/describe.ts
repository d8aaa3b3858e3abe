/** Bodies in the API description, from the schemas that parse them. */
import { resolver } from 'hono-openapi'
import type * as z from 'zod/mini'

export function json(description: string, schema: z.ZodMiniType) {
  return { description, content: { 'application/json': { schema: resolver(schema) } } }
}

/** As it is sent, so with fields that may be left out. */
export function jsonBody(schema: z.ZodMiniType) {
  return { required: true, content: { 'application/json': { schema: resolver(schema, { io: 'input' }) } } }
}
