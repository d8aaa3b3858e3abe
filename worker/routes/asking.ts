import type { Context } from 'hono'
import type { AppContext } from '../app.ts'
import type { Asking } from '../lifecycle/standing.ts'
import { tellCommit } from '../live/room.ts'

/** Who asks for a step, with the clock, the dice and the room of this Worker. */
export function askingOf(c: Context<AppContext>): Asking {
  return {
    db: c.env.DB,
    person: c.get('person'),
    nowMs: () => Date.now(),
    jitter: () => Math.random(),
    newId: () => crypto.randomUUID(),
    onCommit: (seq) => c.executionCtx.waitUntil(tellCommit(c.env, seq)),
  }
}
