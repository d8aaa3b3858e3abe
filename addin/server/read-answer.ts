/** Reading what the API answered: what is not as the contract says becomes a ServerError, never a half-read value. */
import type * as z from 'zod/mini'
import { ServerError } from '../ports/server.ts'

/** What the answer holds. Throws ServerError `bad-answer` for what the schema does not know. */
export async function parsed<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const body = await bodyOf(response)
  return understood(response, () => schema.parse(body))
}

export async function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => {
    throw badAnswer(response)
  })
}

export function understood<T>(response: Response, read: () => T): T {
  try {
    return read()
  } catch {
    throw badAnswer(response)
  }
}

function badAnswer(response: Response): ServerError {
  return new ServerError('bad-answer', {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}
