/** The state of synchronising a workbook, kept outside it: a pane that was closed goes on where it was, and panes take turns. */
import * as z from 'zod/mini'
import type { SyncState } from '#shared/sync/retry.ts'

/** A small store of texts by workbook id. What cannot be stored is forgotten: the workbook itself is the queue. */
export interface SyncStore {
  readonly get: (workbookId: string) => string | null
  readonly set: (workbookId: string, text: string | null) => void
}

const rememberedSchema = z.strictObject({
  /** The pane that wrote it, and when. */
  holder: z.string(),
  atMs: z.number(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('due'), atMs: z.number(), failures: z.int() }),
    z.strictObject({ kind: z.literal('sending'), pushId: z.string(), failures: z.int(), isDirty: z.boolean() }),
  ]),
})
export type Remembered = z.infer<typeof rememberedSchema>

/** Null: nothing to go on with. */
export function readRemembered(store: SyncStore, workbookId: string): Remembered | null {
  const parsed = rememberedSchema.safeParse(jsonOf(store.get(workbookId)))
  return parsed.success ? parsed.data : null
}

/** Only a state that a restart goes on with is worth keeping: questions come back by themselves. */
export function writeRemembered(
  store: SyncStore,
  workbookId: string,
  entry: Omit<Remembered, 'state'>,
  state: SyncState,
): void {
  const isKept = state.kind === 'due' || state.kind === 'sending'
  store.set(workbookId, isKept ? JSON.stringify({ ...entry, state }) : null)
}

/** A pane that sends has its turn for at most so long: a request is given up after 30 seconds. */
const turnMs = 45_000

/** Milliseconds that another pane still has its turn; 0: it is free. */
export function heldForMs(remembered: Remembered | null, holder: string, nowMs: number): number {
  if (remembered === null || remembered.holder === holder || remembered.state.kind !== 'sending') return 0
  return Math.max(0, Math.min(remembered.atMs, nowMs) + turnMs - nowMs)
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
