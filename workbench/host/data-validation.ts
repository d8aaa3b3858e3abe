import { dateOfSerial, isoDateSchema, serialOfDate } from '#shared/cells/index.ts'
import type { BookValidation, Box } from '../book/book.ts'
import { isSameBox, overlaps } from '../book/box.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument, invalidOperation } from './host-error.ts'
import { HostObject } from './host-object.ts'
import { isRecord } from './read-arguments.ts'

type Rule = BookValidation['rule']
const place = 'DataValidation.rule'

/** The validation of a range. Lists, decimals between two bounds, dates between two days, and a length at most. */
export class DataValidation extends HostObject {
  readonly kind = 'DataValidation'
  readonly scalars = ['rule', 'errorAlert', 'ignoreBlanks', 'type']
  readonly #context: HostContext
  readonly #sheet: string
  readonly #box: Box

  constructor(context: HostContext, sheet: string, box: Box) {
    super()
    this.#context = context
    this.#sheet = sheet
    this.#box = box
  }

  get rule(): unknown {
    const found = this.#found
    return found === undefined ? {} : wireRuleOf(found.rule)
  }

  set rule(value: unknown) {
    const rule = this.#readRule(value)
    const { severity, title, message } = this.#exact ?? { severity: 'stop', title: '', message: '' }
    this.#replace({ sheet: this.#sheet, box: this.#box, rule, severity, title, message })
  }

  get errorAlert(): unknown {
    const found = this.#found
    if (found === undefined) return { message: '', showAlert: true, style: 'Stop', title: '' }
    const style = found.severity === 'stop' ? 'Stop' : 'Warning'
    return { message: found.message, showAlert: true, style, title: found.title }
  }

  set errorAlert(value: unknown) {
    const found = this.#exact
    if (found === undefined) throw invalidOperation('DataValidation.errorAlert')
    if (!isRecord(value)) throw invalidArgument('DataValidation.errorAlert')
    const severity = value['style'] === 'Warning' ? 'warning' : 'stop'
    this.#replace({ ...found, severity, title: String(value['title'] ?? ''), message: String(value['message'] ?? '') })
  }

  get ignoreBlanks() {
    return true
  }

  /** The book lets an empty cell through always. */
  set ignoreBlanks(value: unknown) {
    if (value !== true) this.#context.ignored('DataValidation.ignoreBlanks')
  }

  get type(): string {
    const found = this.#found
    return found === undefined ? 'None' : found.rule.kind.charAt(0).toUpperCase() + found.rule.kind.slice(1)
  }

  clear() {
    this.#context.book.clearValidation(this.#sheet, this.#box)
  }

  get #found(): BookValidation | undefined {
    const { book } = this.#context
    return book.validations().findLast(({ sheet, box }) => sheet === this.#sheet && overlaps(box, this.#box))
  }

  get #exact(): BookValidation | undefined {
    const found = this.#found
    return found !== undefined && isSameBox(found.box, this.#box) ? found : undefined
  }

  #replace(validation: BookValidation) {
    this.#context.book.clearValidation(this.#sheet, this.#box)
    this.#context.book.setValidation(validation)
  }

  #readRule(value: unknown): Rule {
    if (!isRecord(value)) throw invalidArgument(place)
    const [kind = '', facts] = Object.entries(value).find(([, given]) => given !== undefined) ?? []
    if (!isRecord(facts)) throw invalidArgument(place)
    const read = ruleReaders.get(kind)
    return read === undefined ? this.#context.refuse(`DataValidationRule.${kind}`) : read(facts)
  }
}

type Facts = Readonly<Record<string, unknown>>

const ruleReaders: ReadonlyMap<string, (facts: Facts) => Rule> = new Map<string, (facts: Facts) => Rule>([
  ['list', (facts) => ({ kind: 'list', source: bookSourceOf(facts['source']) })],
  ['decimal', (facts) => ({ kind: 'decimal', ...boundsOf(facts, numberIn) })],
  ['date', readDates],
  ['textLength', readTextLength],
])

function readDates(facts: Facts): Rule {
  const { min, max } = boundsOf(facts, serialIn)
  return { kind: 'date', minSerial: min, maxSerial: max }
}

function readTextLength(facts: Facts): Rule {
  if (facts['operator'] !== 'LessThanOrEqualTo') throw invalidArgument(place)
  return { kind: 'textLength', max: numberIn(facts['formula1']) }
}

function boundsOf(facts: Facts, read: (bound: unknown) => number): { readonly min: number; readonly max: number } {
  if (facts['operator'] !== 'Between') throw invalidArgument(place)
  return { min: read(facts['formula1']), max: read(facts['formula2']) }
}

function numberIn(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidArgument(place)
  return number
}

/** A bound of dates is a serial, or a day as `2023-12-31`. */
function serialIn(value: unknown): number {
  const day = typeof value === 'string' ? isoDateSchema.safeParse(value.slice(0, 10)) : undefined
  return day?.success ? serialOfDate(day.data) : numberIn(value)
}

/** The API writes `=lstTaakveld` or `L,B`; the book keeps what stands in a file: `lstTaakveld` or `"L,B"`. */
function bookSourceOf(source: unknown): string {
  if (typeof source !== 'string' || source === '') throw invalidArgument(place)
  return source.startsWith('=') ? source.slice(1) : `"${source}"`
}

const wireSourceOf = (source: string) => (source.startsWith('"') ? source.slice(1, -1) : `=${source}`)

function wireRuleOf(rule: Rule): unknown {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: wireSourceOf(rule.source) } }
  if (rule.kind === 'textLength') return { textLength: { formula1: rule.max, operator: 'LessThanOrEqualTo' } }
  if (rule.kind === 'decimal') return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } }
  const [formula1, formula2] = [rule.minSerial, rule.maxSerial].map((serial) => dateOfSerial(serial) ?? String(serial))
  return { date: { formula1, formula2, operator: 'Between' } }
}
