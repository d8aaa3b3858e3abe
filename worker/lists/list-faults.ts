/** What is wrong with items of a list, or worth a warning: named by list, item and field. */
import type { KeptListName } from '#shared/model/index.ts'
import type { Fault } from '../check-value.ts'

export interface ListFault extends Fault {
  readonly kind: KeptListName
  /** Position in the list as it was sent, from 0. */
  readonly index: number
  /** As far as it could be read; else ''. */
  readonly code: string
}

/** A fault stops the load; a warning is told and stops nothing. */
export interface Judgement {
  readonly faults: readonly ListFault[]
  readonly warnings: readonly ListFault[]
}
