/** Answers as JSON. A value that many keys share becomes text once. */
import type { ReadQuestions } from './read-questions.ts'
import { type CellValue, tooLarge } from './values.ts'

/** Characters of all matrices in an answer, which one key after another may ask for. */
const matrixCharsMax = 20_000_000

export function answerText(seq: number, asked: ReadQuestions['asked'], values: readonly CellValue[]): string {
  const bodies = values.map((value) => bodyOf(value))
  const large = bodyOf(
    tooLarge(
      'Deze tabellen zijn samen te groot voor een antwoord',
      'These tables together are too large for an answer',
    ),
  )
  let matrixChars = 0
  const answers = asked.map(({ key, at }) => {
    const isMatrix = values[at]?.soort === 'matrix'
    const body = bodies[at] ?? ''
    if (isMatrix) matrixChars += body.length
    return `{"sleutel":${JSON.stringify(key)},${isMatrix && matrixChars > matrixCharsMax ? large : body}`
  })
  return `{"seq":${seq},"antwoorden":[${answers.join(',')}]}`
}

/** All but the opening brace: the key goes before it. */
function bodyOf(value: CellValue): string {
  return JSON.stringify(value).slice(1)
}
