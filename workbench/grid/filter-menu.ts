/** What the menu of a table's heading shows, and what the book is asked when it closes. */

export interface FilterEntry {
  /** As the cells show it; '' for empty cells. */
  readonly text: string
  readonly count: number
  readonly isChecked: boolean
}

/**
 * Each text of a column once, in order: numbers by size, texts as a dictionary has them, empty cells last. `allowed`
 * undefined: the column is not filtered.
 */
export function filterEntries(
  texts: readonly string[],
  allowed: ReadonlySet<string> | undefined,
): readonly FilterEntry[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([text, count]) => ({ text, count, isChecked: allowed?.has(text) ?? true }))
}

export function toggled(entries: readonly FilterEntry[], text: string): readonly FilterEntry[] {
  return entries.map((entry) => (entry.text === text ? { ...entry, isChecked: !entry.isChecked } : entry))
}

/** Checks or unchecks what the search shows and leaves the rest. */
export function allToggled(
  entries: readonly FilterEntry[],
  search: string,
  isChecked: boolean,
): readonly FilterEntry[] {
  return entries.map((entry) => (isFound(entry, search) ? { ...entry, isChecked } : entry))
}

export function foundEntries(entries: readonly FilterEntry[], search: string): readonly FilterEntry[] {
  return entries.filter((entry) => isFound(entry, search))
}

/** The texts to let through; null when that is all of them; undefined when it is none, which is no filter at all. */
export function chosenTexts(entries: readonly FilterEntry[], search: string): ReadonlySet<string> | null | undefined {
  // As in Excel: who searches wants only what was found.
  const candidates = foundEntries(entries, search)
  const chosen = candidates.filter(({ isChecked }) => isChecked)
  if (chosen.length === 0) return undefined
  return chosen.length === entries.length ? null : new Set(chosen.map(({ text }) => text))
}

function isFound({ text }: FilterEntry, search: string): boolean {
  return text.toLowerCase().includes(search.trim().toLowerCase())
}

const collator = new Intl.Collator('nl', { numeric: true })

function compareTexts(one: string, other: string): number {
  if (one === '' || other === '') return Number(one === '') - Number(other === '')
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a !== undefined && b !== undefined && a !== b) return a - b
  return collator.compare(one, other)
}

/** Numbers as Dutch cells show them; a code such as 0.10 is no number. */
function numberOf(text: string): number | undefined {
  if (!/^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^-?\d+(?:,\d+)?$/.test(text)) return undefined
  return Number(text.replaceAll('.', '').replace(',', '.'))
}
