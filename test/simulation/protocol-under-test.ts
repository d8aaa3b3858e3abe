/** What the simulation runs: the product's functions, and how server and client call them. A planted bug replaces a part. */
import { applyAnswer, hasOtherHistory, planPush, planSync } from '#shared/sync/index.ts'
import type { ReadRow } from './sheet-rows.ts'

export interface ProtocolUnderTest {
  readonly planPush: typeof planPush
  readonly hasOtherHistory: typeof hasOtherHistory
  readonly planSync: typeof planSync<ReadRow>
  readonly applyAnswer: typeof applyAnswer<ReadRow>
  /** The commit is refused when the head has moved since the basis was read. */
  readonly commitsOnlyOnReadHead: boolean
  /** The commit is refused when the area was locked since the basis was read. */
  readonly commitsOnlyUnlocked: boolean
  readonly remembersPushes: boolean
  /** Cells are written before tokens, so that a half-arrived row is dirty instead of wrong. */
  readonly writesCellsFirst: boolean
}

export const trueProtocol: ProtocolUnderTest = {
  planPush,
  hasOtherHistory,
  planSync,
  applyAnswer,
  commitsOnlyOnReadHead: true,
  commitsOnlyUnlocked: true,
  remembersPushes: true,
  writesCellsFirst: true,
}
