/**
 * What the functions work with. Excel calls plain functions of a module, so this is the one place that remembers what
 * `startFunctions` was given.
 */
import type { Language, Reference } from '#shared/model/index.ts'
import type { AnswerStore } from './answer-store.ts'
import { type CellFailure, unavailable } from './cell-failure.ts'

export interface FunctionContext {
  readonly language: Language
  /** The lists in the workbook; null when it has none. */
  readonly reference: () => Reference | null
  /** Numbers may carry a format of their own (CustomFunctionsRuntime 1.4). */
  readonly isFormattedNumberSupported: boolean
  readonly answers: AnswerStore
  readonly reportError: (name: string, address: string | undefined, failure: CellFailure) => void
}

let current: FunctionContext | null = null

/** From now on every function works with this; what came before it is forgotten. */
export function setContext(context: FunctionContext): void {
  current = context
}

/** Null: the add-in has not started them yet. */
export function functionContext(): FunctionContext | null {
  return current
}

export const notStarted: CellFailure = unavailable(
  'De invoegtoepassing is nog niet gestart: open het taakvenster.',
  'The add-in has not started yet: open the task pane.',
)

const withoutLists: CellFailure = unavailable(
  'Niet gecontroleerd: het werkboek heeft geen lijsten.',
  'Not checked: the workbook has no lists.',
)

/** The lists; throws when the workbook has none. */
export function listsNeeded({ reference }: FunctionContext): Reference {
  const lists = reference()
  if (lists === null) throw withoutLists
  return lists
}
