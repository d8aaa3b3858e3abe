/**
 * Codes that mean something else, or nothing, in the new year, and what took their place. Codes are used again for other
 * things, so a code of the municipality counts as the same only when its name is the same too.
 */
import { isCategory, isTaakveld, type Side, successors } from '#shared/codes/index.ts'
import { fieldValue, isValidIn, type Reference, type Row, tableIds, withFields } from '#shared/model/index.ts'
import type { TemplateInput } from '#shared/workbook/index.ts'

export interface CodeProposal {
  readonly row: Row
  readonly field: string
  readonly code: string
  /** One: that is the new code. Several or none: a person decides. */
  readonly choices: readonly string[]
}

/** Lists and the year that they are read for. */
export interface ListYear {
  readonly lists: Reference
  readonly year: number
}

type Rows = TemplateInput['rows']

/** At most one for each row and field. `before` says what a code meant, `after` what it means now. */
export function codeProposals(rows: Rows, before: ListYear, after: ListYear): readonly CodeProposal[] {
  return allRows(rows).flatMap((row) =>
    codeFields.flatMap(({ field, choicesOf }) => {
      const code = fieldValue(row, field)
      const choices = typeof code === 'string' ? choicesOf(code, row, before, after) : undefined
      if (typeof code !== 'string' || choices === undefined) return []
      return [{ row, field, code, choices }]
    }),
  )
}

/** The rows with every code for which there is exactly one new one. */
export function withProposals(rows: Rows, proposals: readonly CodeProposal[]): Rows {
  const codes = new Map<Row, Readonly<Record<string, string>>>()
  for (const { row, field, choices } of proposals) {
    const [only] = choices
    if (only !== undefined && choices.length === 1) codes.set(row, { ...codes.get(row), [field]: only })
  }
  const changed = tableIds.map((table) => [
    table,
    (rows[table] ?? []).map(({ row, token }) => ({ row: withFields(row, codes.get(row) ?? {}), token })),
  ])
  return Object.fromEntries(changed) as Rows
}

export function isCertain({ choices }: CodeProposal): boolean {
  return choices.length === 1
}

function allRows(rows: Rows): readonly Row[] {
  return tableIds.flatMap((table): readonly { readonly row: Row }[] => rows[table] ?? []).map(({ row }) => row)
}

/** Undefined: the code still means what it meant. */
type ChoicesOf = (code: string, row: Row, before: ListYear, after: ListYear) => readonly string[] | undefined

const codeFields: readonly { readonly field: string; readonly choicesOf: ChoicesOf }[] = [
  {
    field: 'taakveldCode',
    choicesOf: (code, _row, before, { year }) =>
      isTaakveld(code, year) || !isTaakveld(code, before.year) ? undefined : successors('taakveld', code, year),
  },
  {
    field: 'categoryCode',
    choicesOf: (code, row, before, { year }) => {
      const side = fieldValue(row, 'side')
      if (!isSide(side) || isCategory(code, side, year) || !isCategory(code, side, before.year)) return undefined
      return successors('category', code, year).filter((next) => isCategory(next, side, year))
    },
  },
  { field: 'programmeCode', choicesOf: ofList('programmes') },
  { field: 'goalCode', choicesOf: ofList('goals') },
  { field: 'costCentreCode', choicesOf: ofList('costCentres') },
  { field: 'costTypeCode', choicesOf: ofList('costTypes') },
  { field: 'sourceCode', choicesOf: ofList('sources') },
]

function isSide(value: unknown): value is Side {
  return value === 'L' || value === 'B'
}

interface ListItem {
  readonly code: string
  readonly name: string
  readonly validFrom: number
  readonly validTo: number
}

/** A code that no list ever held is no matter of the new year: GB-208 and the like say so in every year. */
function ofList(key: 'programmes' | 'goals' | 'costCentres' | 'costTypes' | 'sources'): ChoicesOf {
  return (code, _row, before, after) => {
    const was = validIn(before.lists[key], before.year).find((item) => item.code === code)
    const now = validIn(after.lists[key], after.year)
    const same = now.find((item) => item.code === code)
    if (was === undefined || (same !== undefined && isSameName(same, was))) return undefined
    return now.filter((item) => isSameName(item, was)).map((item) => item.code)
  }
}

function validIn(items: readonly ListItem[], year: number): readonly ListItem[] {
  return items.filter((item) => isValidIn(item, year))
}

function isSameName(one: ListItem, other: ListItem): boolean {
  return one.name.trim().toLowerCase() === other.name.trim().toLowerCase()
}
