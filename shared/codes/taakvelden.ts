import { type CodeEntry, nameIn } from './code-entry.ts'
import { oncePerYear } from './code-years.ts'
import { taakveldEntries } from './taakveld-list.ts'

/** A task field of the Iv3 list of one year: what a municipality spends on. Only these carry amounts, groups do not. */
export interface Taakveld {
  /** Text, never a number: 0.1 (Bestuur) and 0.10 (Mutaties reserves) are two codes. */
  readonly code: string
  readonly name: string
  /** The group node it falls under, with its dot: `6.` */
  readonly mainGroup: string
}

/** A name of a code and the years in which it bore that name, both included. */
export interface NamePeriod {
  readonly first: number
  readonly last: number
  readonly name: string
}

/** The taakvelden of a year in the order of the official list; of the nearest known year when that one is not known. */
export function taakvelden(year: number): readonly Taakveld[] {
  return ofYear(year).list
}

/** The official name of a taakveld in a year; undefined when the code is not a taakveld of that year. */
export function taakveldName(code: string, year: number): string | undefined {
  return ofYear(year).byCode.get(code)?.name
}

/** Whether the code, exactly as written, is a taakveld of that year. */
export function isTaakveld(code: string, year: number): boolean {
  return ofYear(year).byCode.has(code)
}

/**
 * Whether the code names a group of taakvelden or their total, which never carries an amount: `0.` to `8.` and `Tot_TV`.
 * `6` counts too, since Excel makes the number 6 of a typed `6.`
 */
export function isTaakveldGroup(code: string): boolean {
  return code === 'Tot_TV' || mainGroups.has(code) || mainGroups.has(`${code}.`)
}

/** The names of a taakveld through the years, oldest first; empty for a code that no list holds. */
export function nameHistory(code: string): readonly NamePeriod[] {
  const entry = entriesByCode.get(code)
  if (entry === undefined) return []
  return entry.names.map(([first, name], index) => {
    const next = entry.names[index + 1]
    return { first, last: next === undefined ? entry.last : next[0] - 1, name }
  })
}

const mainGroupOf = (code: string) => code.slice(0, code.indexOf('.') + 1)

const mainGroups: ReadonlySet<string> = new Set(taakveldEntries.map((entry) => mainGroupOf(entry.code)))

const entriesByCode: ReadonlyMap<string, CodeEntry> = new Map(taakveldEntries.map((entry) => [entry.code, entry]))

const ofYear = oncePerYear((listYear) => {
  const list = taakveldEntries.flatMap((entry): readonly Taakveld[] => {
    const name = nameIn(entry, listYear)
    return name === undefined ? [] : [{ code: entry.code, name, mainGroup: mainGroupOf(entry.code) }]
  })
  return { list, byCode: new Map(list.map((taakveld) => [taakveld.code, taakveld])) }
})
