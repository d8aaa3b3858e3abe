/** Each commit of an area names the one before it by its hash, so that no version can be altered, left out or moved unseen. */
import type { RowVersion } from '#shared/sync/index.ts'

/** What the first commit of an area follows. */
export const chainStart = '0'.repeat(64)

/** What a commit says of itself; every part of it is in its hash. */
export interface ChainLink {
  readonly prevHash: string
  readonly areaCode: string
  readonly areaSeq: number
  readonly budgetYear: number
  readonly version: string
  readonly pushId: string
  readonly workbookId: string
  readonly actorTid: string
  readonly actorOid: string
  readonly reason: string | null
  readonly atMs: number
  readonly contentHash: string
}

/** 64 hexadecimal digits. */
export function linkHash(link: ChainLink): Promise<string> {
  return sha256(
    JSON.stringify([
      link.prevHash,
      link.areaCode,
      link.areaSeq,
      link.budgetYear,
      link.version,
      link.pushId,
      link.workbookId,
      link.actorTid,
      link.actorOid,
      link.reason,
      link.atMs,
      link.contentHash,
    ]),
  )
}

/** What a commit wrote, whatever the order: every version by id, rev, content hash and whether it is a deletion. */
export function contentHash(
  versions: readonly Pick<RowVersion, 'id' | 'rev' | 'hash' | 'isDeleted'>[],
): Promise<string> {
  const items = versions.map(({ id, rev, hash, isDeleted }) => `${id}|${rev}|${hash}|${isDeleted ? 1 : 0}`).sort()
  return sha256(items.join('\n'))
}

/** What a commit without rows says: the event as it is stored. */
export function eventHash(event: {
  readonly eventId: string
  readonly kind: string
  readonly about: string | null
  /** The text as stored. */
  readonly body: string
}): Promise<string> {
  return sha256(JSON.stringify([event.eventId, event.kind, event.about, event.body]))
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
