/** Bodies in the API description, from the schemas that parse them. */
import { resolver } from 'hono-openapi'
import * as z from 'zod/mini'
import { wireFindingSchema } from '#shared/lifecycle/index.ts'

export function json(description: string, schema: z.ZodMiniType) {
  return { description, content: { 'application/json': { schema: resolver(schema) } } }
}

/** As it is sent, so with fields that may be left out. */
export function jsonBody(schema: z.ZodMiniType) {
  return { required: true, content: { 'application/json': { schema: resolver(schema, { io: 'input' }) } } }
}

/** A refusal of its own, which the caller can do something about. */
export function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: resolver(problemSchema) } } }
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  en: z.string(),
  instance: z.string(),
  bevindingen: z.optional(z.array(wireFindingSchema)),
})
