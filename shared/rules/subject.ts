/** What rules over areas judge: subjects, in which the budgets of one year take part. */
import type { BudgetState, Draw, Reference } from '#shared/model/index.ts'

export const subjectKinds = [
  /** Source of funding. Key: code. */
  'source',
  /** Internal charges. Key: area that charges, area that is charged. */
  'pair',
  /** Cost that several areas seem to claim. Key: contract, or cost centre, description and amounts. */
  'claim',
  /** Person by pseudonym, and calendar year. */
  'person',
  /** Role and calendar year. */
  'rate',
  /** Cost that is divided. Key: allocation key and description. */
  'share',
  /** Programme. */
  'programme',
  /** Role, or activity by its description. */
  'activity',
  /** All budgets of the year. Its key is empty. */
  'round',
  /** Reserve or voorziening. */
  'reserve',
  /** Area with city-wide costs. */
  'citywide',
  /** Experiment by its name. */
  'experiment',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Of these it takes two areas to have a finding: what one budget alone is in, nothing can be said about. */
export const kindsOfTwoAreas: readonly SubjectKind[] = ['claim', 'rate', 'activity', 'experiment']

/** `key`: JSON of the texts and numbers that name the subject among those of its kind. */
export interface SubjectName {
  readonly kind: SubjectKind
  readonly key: string
}

export type KeyPart = string | number

/** What some rows of one budget are in a subject. `part` is JSON and says what sets these rows apart from others. */
export interface Part extends SubjectName {
  readonly part: string
  /** Rows. */
  readonly count: number
  /** What they come to: cents, or hundredths of an hour. */
  readonly value: number
}

/** A part with the budget that it is of. */
export interface AreaPart {
  readonly areaCode: string
  readonly version: string
  readonly part: readonly KeyPart[]
  readonly count: number
  readonly value: number
}

/** How far a budget is. */
export interface RoundBudget {
  readonly areaCode: string
  readonly version: string
  readonly state: BudgetState
  /** Version of the lists with which it was handed in; null: never handed in. */
  readonly listsVersion: string | null
}

export interface Subject {
  readonly kind: SubjectKind
  readonly key: readonly KeyPart[]
  readonly budgetYear: number
  /** Of the budgets that count. */
  readonly parts: readonly AreaPart[]
  /** Of the same budgets, on a source, or on the sources of a reserve; else empty. */
  readonly draws: readonly Draw[]
  /** The budgets that count. */
  readonly counted: readonly RoundBudget[]
}

/** The lists that rules over areas look things up in. */
export type AreaLists = Pick<
  Reference,
  | 'areas'
  | 'sources'
  | 'allocationKeys'
  | 'reserves'
  | 'capacities'
  | 'programmeCeilings'
  | 'concernTotals'
  | 'parameters'
>

export function subjectKey(...parts: readonly KeyPart[]): string {
  return JSON.stringify(parts)
}

export function keyParts(json: string): readonly KeyPart[] {
  return JSON.parse(json) as KeyPart[]
}

/** Names a subject in a map. */
export function nameText({ kind, key }: SubjectName): string {
  return `${kind} ${key}`
}

/** The areas that take part, by the alphabet. */
export function areasOf(parts: readonly { readonly areaCode: string }[]): readonly string[] {
  return [...new Set(parts.map(({ areaCode }) => areaCode))].sort()
}

/** What parts come to: cents, or hundredths of an hour. */
export function valueOf(parts: readonly AreaPart[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}

/** What people write in different ways without meaning another thing: case, accents, spaces and marks. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
