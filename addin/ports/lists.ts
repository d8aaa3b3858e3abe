/** The lists of the municipality and its people, as a page that keeps them needs the server. Every method throws ServerError. */
import type { KeptListName, PersonRole } from '#shared/model/index.ts'

/** A list, or the people. */
export type Collection = KeptListName | 'personen'

export type KeptItem = Readonly<Record<string, unknown>>

export interface ListedItem {
  readonly code: string
  /** 0: the list has no years. */
  readonly firstYear: number
  /** Names what was seen, for a write over it. */
  readonly etag: string
  readonly item: KeptItem
}

/** What is wrong with a field, in both languages. */
export interface FieldFault {
  readonly collection: Collection
  /** Position in what was sent, from 0. */
  readonly index: number
  readonly code: string
  /** `ceilings.0.cents`; '' for the whole item. */
  readonly field: string
  readonly nl: string
  readonly en: string
}

export type PutOutcome =
  | { readonly kind: 'kept'; readonly warnings: readonly FieldFault[] }
  /** Null: what was seen is not there any more. */
  | { readonly kind: 'conflict'; readonly now: ListedItem | null }
  | { readonly kind: 'wrong'; readonly faults: readonly FieldFault[] }

export interface ItemVersion {
  readonly firstYear: number
  readonly version: number
  /** Null: not a person of this municipality. */
  readonly by: string | null
  readonly atMs: number
  readonly before: KeptItem | null
  readonly after: KeptItem
}

export interface LoadCounts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** What is new or changed; `fields` are those that differ. */
  readonly items: readonly {
    readonly collection: Collection
    readonly code: string
    readonly firstYear: number
    readonly isNew: boolean
    readonly fields: readonly string[]
  }[]
  readonly warnings: readonly FieldFault[]
}

export type LoadOutcome =
  | ({ readonly kind: 'decided' } & LoadCounts)
  | { readonly kind: 'wrong'; readonly faults: readonly FieldFault[] }

export type ListsLoad = Partial<Readonly<Record<KeptListName, readonly unknown[]>>>

export interface ListsServer {
  readonly role: () => Promise<PersonRole>
  readonly list: (collection: Collection) => Promise<readonly ListedItem[]>
  /** `etag` null: it must be new. */
  readonly put: (collection: Collection, item: KeptItem, etag: string | null) => Promise<PutOutcome>
  /** Newest first. */
  readonly history: (kind: KeptListName, code: string) => Promise<readonly ItemVersion[]>
  /** `isTrial`: nothing is kept. */
  readonly load: (load: ListsLoad, isTrial: boolean) => Promise<LoadOutcome>
  readonly loadPeople: (people: readonly unknown[], isTrial: boolean) => Promise<LoadOutcome>
}
