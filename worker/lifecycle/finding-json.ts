import type * as z from 'zod/mini'
import type { wireFindingSchema } from '#shared/lifecycle/index.ts'
import type { Finding } from '#shared/model/index.ts'

/** The schema knows no readonly lists. */
export function findingJson({ areas, ...finding }: Finding): z.infer<typeof wireFindingSchema> {
  return { ...finding, ...(areas !== undefined && { areas: [...areas] }) }
}
