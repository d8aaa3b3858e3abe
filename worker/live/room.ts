import type { Env } from '../env.ts'
import type { LiveRoom } from './live-room.ts'

/** The one room of the municipality. */
export function roomOf(env: Pick<Env, 'LIVE_ROOM' | 'TOKEN_TENANT'>): DurableObjectStub<LiveRoom> {
  return env.LIVE_ROOM.getByName(env.TOKEN_TENANT)
}

/** Tells the room of a commit. Never throws: what was stored stays stored, and panes also ask by themselves. */
export async function tellCommit(env: Pick<Env, 'LIVE_ROOM' | 'TOKEN_TENANT'>, seq: number): Promise<void> {
  try {
    await roomOf(env).committed(seq)
  } catch (error) {
    console.error(JSON.stringify({ room: 'unavailable', seq, error: String(error) }))
  }
}
