/** The names of January to December. */
type MonthNames = readonly (readonly string[])[]

/** Month names and their usual short forms, without the dot. Where both languages agree the name counts as Dutch. */
const dutchMonths: MonthNames = [
  ['januari', 'jan'],
  ['februari', 'feb'],
  ['maart', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const englishMonths: MonthNames = [
  ['january'],
  ['february'],
  ['march', 'mar'],
  [],
  ['may'],
  ['june'],
  ['july'],
  ['august'],
  [],
  ['october', 'oct'],
  [],
  [],
]

interface Month {
  number: number
  english: boolean
}

const monthsByName: ReadonlyMap<string, Month> = new Map([
  ...namedMonths(dutchMonths, false),
  ...namedMonths(englishMonths, true),
])

function namedMonths(months: MonthNames, english: boolean): readonly [string, Month][] {
  return months.flatMap((names, index) => names.map((name): [string, Month] => [name, { number: index + 1, english }]))
}

/** The month with this Dutch or English name, in any case, with or without the dot of a short form. */
export function monthNamed(name: string): Month | undefined {
  return monthsByName.get(name.toLowerCase().replace(/\.$/, ''))
}
