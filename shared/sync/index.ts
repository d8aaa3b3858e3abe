/** Synchronisation of an area's workbook with the server: pure decisions for both sides. */
export * from './answer-plan.ts'
export { answerText, readAnswer, wireAnswerSchema } from './answer-wire.ts'
export type { AnswerInput } from './answer-draft.ts'
export { adoptedIdentity, applyAnswer } from './apply-answer.ts'
export { identify, type Identity, type OwnedRow } from './identity.ts'
export {
  answerRows,
  type BasisNeeds,
  basisNeeds,
  hasOtherHistory,
  idsToLoad,
  planPush,
  type PushMeta,
  serverRowOf,
} from './plan-push.ts'
export { planSync, requestText, type SentRow, type SyncInput, type SyncPreview, type TokenWrite } from './plan-sync.ts'
export * from './protocol.ts'
export * from './push-plan.ts'
export * from './replica.ts'
export { nextSyncState, retryDelay, type SyncEvent, type SyncState, triesPerBurstMax } from './retry.ts'
export { isSameContent, rowHash, tombstoneHash } from './row-hash.ts'
export {
  formatPend,
  formatToken,
  noHash,
  noStamp,
  parsePend,
  parseToken,
  type Pend,
  stampOf,
  type Token,
} from './token.ts'
