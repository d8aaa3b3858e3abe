/** What the server tells panes about synchronisations of others: over a WebSocket, and to who asks from a number on. */
import * as z from 'zod/mini'

/** One budget changed; `seq` is the store's commit number. */
export const areaChangeSchema = z.strictObject({
  gebied: z.string(),
  jaar: z.int(),
  versie: z.string(),
  seq: z.int(),
  /** Other areas whose findings over areas changed by it; left out when there are none. */
  raakt: z.optional(z.array(z.string())),
  /** A step in the life of the budget, a sign-off or a waiver: no row changed. Left out of a synchronisation. */
  stap: z.optional(z.literal(true)),
})
export const areaChangesSchema = z.strictObject({ seq: z.int(), wijzigingen: z.array(areaChangeSchema) })

/** Opens the WebSocket once, within its time; a token never stands in an address. */
export const liveTicketSchema = z.strictObject({ kaartje: z.string(), geldigSeconden: z.int() })
