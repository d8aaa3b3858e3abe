/** Data validation: what may be typed in a cell, and the choices that its list offers. */
import type { Book, BookValidation, Input } from '../book/book.ts'
import { rangeOfReference } from './reference.ts'
import { isInside, type Place } from './selection.ts'

export type Judgement =
  | { readonly kind: 'fine' }
  | {
      readonly kind: 'refused'
      readonly severity: 'stop' | 'warning'
      readonly title: string
      readonly message: string
    }

/** The rule that holds for a cell; of two the one that was set last. */
export function validationAt(book: Book, sheet: string, place: Place): BookValidation | undefined {
  return book.validations().findLast((validation) => validation.sheet === sheet && isInside(validation.box, place))
}

/** An empty cell always fits, and so does a formula: Excel judges what is typed, not what is computed. */
export function judgeInput(book: Book, sheet: string, place: Place, input: Input): Judgement {
  const validation = validationAt(book, sheet, place)
  if (validation === undefined || input.kind !== 'value' || fits(book, validation, input.value)) return { kind: 'fine' }
  const { severity, title, message } = validation
  return { kind: 'refused', severity, title, message }
}

/** The texts of the list of choices at a cell; null when it has no list. */
export function choicesAt(book: Book, sheet: string, place: Place): readonly string[] | null {
  const validation = validationAt(book, sheet, place)
  return validation?.rule.kind === 'list' ? choicesOf(book, sheet, validation.rule.source) : null
}

type ValueOf<T> = T extends { readonly kind: 'value'; readonly value: infer V } ? V : never

function fits(book: Book, { sheet, rule }: BookValidation, value: ValueOf<Input>): boolean {
  switch (rule.kind) {
    case 'list':
      return choicesOf(book, sheet, rule.source).includes(textOf(value))
    case 'decimal':
      return typeof value === 'number' && value >= rule.min && value <= rule.max
    case 'date':
      return typeof value === 'number' && value >= rule.minSerial && value <= rule.maxSerial
    case 'textLength':
      return textOf(value).length <= rule.max
  }
}

/** A quoted list in the notation of files, a name, or a reference. */
function choicesOf(book: Book, sheet: string, source: string): readonly string[] {
  const quoted = /^"(.*)"$/s.exec(source)?.[1]
  if (quoted !== undefined) return quoted.split(',').map((word) => word.trim())
  const found = rangeOfReference(book, sheet, source)
  if (found === undefined) return []
  return book.texts(found.sheet, found.box).flatMap((line) => line.filter((text) => text !== ''))
}

function textOf(value: ValueOf<Input>): string {
  if (typeof value === 'boolean') return value ? 'WAAR' : 'ONWAAR'
  if (typeof value === 'number') return String(value).replace('.', ',')
  return typeof value === 'string' ? value : value.error
}
