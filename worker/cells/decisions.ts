/** A field of a decision: of finance's list, else of the areas' own tables that the person may read. */
import type { CellQuestion } from '#shared/questions/index.ts'
import type { DecisionFacts } from '../store/decisions.ts'
import { type CellValue, centsValue, fault, textValue } from './values.ts'

type Question = Extract<CellQuestion, { functie: 'besluit' }>

type ReadField = (decision: DecisionFacts) => CellValue | undefined

/** Undefined: the field is empty. Dates are text such as 2023-03-28, hours are hours. */
const fields: ReadonlyMap<string, ReadField> = new Map<string, ReadField>([
  ['omschrijving', ({ description }) => filledText(description)],
  ['orgaan', ({ body }) => filledText(body)],
  ['datum', ({ date }) => filledText(date)],
  ['uitkomst', ({ outcome }) => filledText(outcome)],
  ['bedrag', ({ cents }) => (cents === null ? undefined : centsValue(BigInt(cents)))],
  ['uren', ({ hours }) => (hours === null ? undefined : { soort: 'getal', getal: hours / 100 })],
])

/** `readable`: finance's list and the areas whose rows the person may read. */
export function answerDecision({ nr, veld }: Question, readable: readonly DecisionFacts[]): CellValue {
  const read = fields.get(veld.trim().toLowerCase())
  if (read === undefined) {
    const names = [...fields.keys()].join(', ')
    return fault('ongeldige-vraag', `veld: verwacht wordt ${names}`, `veld: expected ${names}`)
  }
  const found = readable.filter(({ number }) => number === nr)
  const listed = found.filter(({ areaCode }) => areaCode === null)
  const source = listed.length > 0 ? listed : found
  if (source.length === 0) {
    return fault('onbekend', `Besluit ${nr} bestaat niet.`, `Decision ${nr} does not exist.`)
  }
  const values = new Map(source.flatMap((decision) => valueEntry(read(decision))))
  const [value] = values.values()
  if (value === undefined) {
    return fault('onbekend', `Besluit ${nr} heeft nog geen ${veld}.`, `Decision ${nr} has no ${veld} yet.`)
  }
  if (values.size === 1) return value
  const areas = [...new Set(source.map(({ areaCode }) => areaCode))].join(', ')
  return fault(
    'onbekend',
    `Over ${veld} van besluit ${nr} verschillen ${areas}; het staat niet in de lijst van financiën.`,
    `About ${veld} of decision ${nr} differ ${areas}; it is not in the list of finance.`,
  )
}

function filledText(text: string | null): CellValue | undefined {
  return text === null ? undefined : textValue(text)
}

/** By its content, so that equal values are one. */
function valueEntry(value: CellValue | undefined): readonly (readonly [string, CellValue])[] {
  return value === undefined ? [] : [[JSON.stringify(value), value]]
}
