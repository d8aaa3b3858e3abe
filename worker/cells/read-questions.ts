/** A request with questions: each is read on its own, and equal ones are read and answered once. */
import { type CellQuestion, cellQuestionSchema, questionsPerRequestMax } from '#shared/questions/index.ts'
import { checkValue } from '../check-value.ts'
import { invalid, parseJson } from '../read-body.ts'
import { type Fault, fault } from './values.ts'

/** Bytes of a request: the most questions that there may be, none of them longer than usual. */
export const questionBytesMax = 2_000_000
const keyCharsMax = 20

export interface ReadQuestions {
  /** Every different question once. */
  readonly distinct: readonly (CellQuestion | Fault)[]
  /** In the order of the request: the key, and where the question stands in `distinct`. */
  readonly asked: readonly { readonly key: string; readonly at: number }[]
}

/** Questions by their text, as they were read before: cells ask the same again and again. */
export type KnownQuestions = Map<string, CellQuestion | Fault>

const knownMax = 5_000

/** Throws Problem 400 for a body that is no list of questions with keys. Adds what it read to `known`. */
export function readQuestions(body: string, known: KnownQuestions): ReadQuestions {
  if (known.size > knownMax) known.clear()
  const places = new Map<string, number>()
  const distinct: (CellQuestion | Fault)[] = []
  const asked = questionList(parseJson(body)).map((item, i) => {
    const question = isRecord(item) ? item : {}
    const key = keyOf(question, i)
    if (!isFlat(question)) {
      distinct.push(readQuestion(question))
      return { key, at: distinct.length - 1 }
    }
    // Ten thousand copies without the key would take longer than all the rest; the parsed body is nobody else's.
    question['sleutel'] = anyKey
    // As it was sent: a client writes the same question the same way.
    const text = JSON.stringify(question)
    const at = places.get(text) ?? distinct.length
    if (at === distinct.length) {
      const read = known.get(text) ?? readQuestion(question)
      known.set(text, read)
      places.set(text, at)
      distinct.push(read)
    }
    return { key, at }
  })
  return { distinct, asked }
}

/** Stands in every question that is compared with others. */
const anyKey = '-'

function questionList(body: unknown): readonly unknown[] {
  const list: unknown = isRecord(body) ? body['vragen'] : undefined
  if (!isRecord(body) || !Array.isArray(list) || Object.keys(body).length !== 1) {
    throw invalid(
      'verwacht wordt één veld vragen met een lijst',
      'expected is one field vragen (questions) with a list',
    )
  }
  if (list.length > questionsPerRequestMax) {
    throw invalid(
      `vragen: hoogstens ${questionsPerRequestMax} stuks`,
      `vragen: at most ${questionsPerRequestMax} items`,
    )
  }
  return list
}

function keyOf({ sleutel: key }: Readonly<Record<string, unknown>>, i: number): string {
  if (typeof key === 'string' && key !== '' && key.length <= keyCharsMax) return key
  throw invalid(
    `vragen.${i}.sleutel: verwacht wordt tekst van 1 tot ${keyCharsMax} tekens`,
    `vragen.${i}.sleutel: expected is text of 1 to ${keyCharsMax} characters`,
  )
}

function readQuestion(question: unknown): CellQuestion | Fault {
  const checked = checkValue(question, cellQuestionSchema)
  if (checked.kind === 'wrong') {
    const place = checked.place === '' ? '' : `${checked.place}: `
    return fault('ongeldige-vraag', `${place}${checked.nl}`, `${place}${checked.en}`)
  }
  return checked.data
}

/** Questions are. What is nested may be nested too deep to become text. */
function isFlat(question: Readonly<Record<string, unknown>>): boolean {
  for (const name in question) if (question[name] !== null && typeof question[name] === 'object') return false
  return true
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
