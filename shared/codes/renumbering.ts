import { categoryEntries } from './category-list.ts'
import type { CodeEntry } from './code-entry.ts'
import { codeYearFor } from './code-years.ts'
import { taakveldEntries } from './taakveld-list.ts'

/**
 * Codes of `year` that took the place of a code that is not in its list: later codes for an abolished one (6.6 in 2025:
 * 6.60), earlier ones for a code that did not exist yet (6.60 in 2024: 6.6). Several are a split, of which a person
 * chooses. Empty when the code is in the list of that year, or when nothing is known about where it went.
 */
export function successors(kind: 'taakveld' | 'category', code: string, year: number): readonly string[] {
  const { entries, forward, backward } = kind === 'taakveld' ? taakveldSteps : categorySteps
  const entry = entries.get(code)
  const listYear = codeYearFor(year)
  if (entry === undefined || isIn(entry, listYear)) return []
  const steps = entry.last < listYear ? forward : backward
  return [...new Set(follow(code, steps, (found) => isIn(entries.get(found), listYear)))]
}

/**
 * What became of the taakvelden. The names of the lists show it for equal names (6.71a and 6.711 are both Huishoudelijke
 * hulp); youth care was divided anew in 2025, from kinds of help into ambulant (6.75) and with a stay (6.76).
 */
const taakveldsInto: Readonly<Record<string, string>> = {
  '6.2': '6.21 6.22 6.23',
  '6.6': '6.60',
  '6.71': '6.71a 6.71b 6.71c 6.71d',
  '6.71a': '6.711',
  '6.71b': '6.712',
  '6.71c': '6.713',
  '6.71d': '6.714',
  '6.72': '6.72a 6.72b 6.72c 6.72d 6.73a 6.73b 6.73c 6.74a 6.74b 6.74c',
  '6.72a': '6.751 6.752 6.753',
  '6.72b': '6.751 6.752 6.753',
  '6.72c': '6.751 6.752 6.753',
  '6.72d': '6.751 6.752 6.753',
  '6.73a': '6.761 6.762 6.763',
  '6.73b': '6.761 6.762 6.763',
  '6.73c': '6.761 6.762 6.763',
  '6.74a': '6.751 6.752 6.753',
  '6.74b': '6.761 6.762 6.763',
  '6.74c': '6.761 6.762 6.763',
  '6.81': '6.81a 6.81b',
  '6.81a': '6.811',
  '6.81b': '6.812',
  '6.82': '6.82a 6.82b',
  '6.82a': '6.821',
  '6.82b': '6.822',
}

/**
 * What became of the capital transfers in 2025: contributions to the investment of another (4.5) or other transfers
 * (4.6), the latter only to governments (4.6.6) or to others (4.6.8). The lists do not say where other transfers of the
 * European Union (4.4.7) belong, so none is named.
 */
const categoriesInto: Readonly<Record<string, string>> = {
  '4.4.1': '4.5.1 4.6.6',
  '4.4.2': '4.5.2 4.6.6',
  '4.4.3': '4.5.3 4.6.6',
  '4.4.4': '4.5.4 4.6.6',
  '4.4.5': '4.5.5 4.6.6',
  '4.4.6': '4.5.6 4.6.6',
  '4.4.7': '4.5.7',
  '4.4.8': '4.5.8 4.6.8',
}

interface Steps {
  readonly entries: ReadonlyMap<string, CodeEntry>
  readonly forward: ReadonlyMap<string, readonly string[]>
  readonly backward: ReadonlyMap<string, readonly string[]>
}

const taakveldSteps = stepsOf(taakveldEntries, taakveldsInto)
const categorySteps = stepsOf(categoryEntries, categoriesInto)

function stepsOf(entries: readonly CodeEntry[], into: Readonly<Record<string, string>>): Steps {
  const forward = new Map(Object.entries(into).map(([code, codes]) => [code, codes.split(' ')]))
  const backward = new Map<string, string[]>()
  for (const [earlier, codes] of forward) {
    for (const later of codes) backward.set(later, [...(backward.get(later) ?? []), earlier])
  }
  return { entries: new Map(entries.map((entry) => [entry.code, entry])), forward, backward }
}

/** Goes on from code to code until codes of the year are met: 6.71 became 6.71a to d in 2023, and 6.711 to 6.714 in 2025. */
function follow(
  code: string,
  steps: ReadonlyMap<string, readonly string[]>,
  arrived: (code: string) => boolean,
): readonly string[] {
  const next = steps.get(code) ?? []
  return next.flatMap((found) => (arrived(found) ? [found] : follow(found, steps, arrived)))
}

function isIn(entry: CodeEntry | undefined, listYear: number): boolean {
  return entry !== undefined && entry.names[0][0] <= listYear && listYear <= entry.last
}
