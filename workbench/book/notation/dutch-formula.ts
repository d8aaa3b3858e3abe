/** Formulas as a Dutch Excel shows and reads them: `=SOM(A1;2,5)`. Table references and functions of add-ins stay. */
import { isError, isFunction, isLiteral, isOperator, stringifyTokens, tokenize, tokenTypes } from '@borgar/fx'
import type { ErrorText } from '../book.ts'
import { errorTexts } from '../formula/error-values.ts'
import { dutchError, dutchName, englishName, errorOfDutch } from './dutch-names.ts'

/** From `=SUM(A1,2.5)` to `=SOM(A1;2,5)`. In an array constant `\` parts columns and `;` rows. */
export function toDutchFormula(formula: string): string {
  let isArray = false
  const tokens = tokenize(formula, { withLocation: false }).map((token) => {
    const { value, type } = token
    if (isOperator(token)) {
      if (value === '{' || value === '}') isArray = value === '{'
      return value === ',' ? { ...token, value: isArray ? '\\' : ';' } : token
    }
    if (isFunction(token)) return { ...token, value: dutchName(value) }
    if (isError(token)) return { ...token, value: dutchErrorOf(value) }
    if (type === tokenTypes.BOOLEAN) return { ...token, value: dutchName(value) }
    const isNumber = isLiteral(token) && type === tokenTypes.NUMBER
    return isNumber ? { ...token, value: value.replace('.', ',') } : token
  })
  return stringifyTokens(tokens)
}

/**
 * The pieces of a Dutch formula in which nothing is translated (texts, quoted sheet names, table references), the ones in
 * which something is, and single signs.
 */
const piece =
  /"(?:[^"]|"")*"?|'(?:[^']|'')*'(?=!)|\[(?:'.|\[(?:'.|[^\]'])*\]|[^[\]'])*\]|#[\p{L}\d/_]+[!?]?|[\p{L}_$][\p{L}\p{N}_.?$]*|\d+(?:,\d+)?(?:e[+-]?\d+)?|,\d+|[{}]|[\s\S]/giu

/** From `=SOM(A1;2,5)` to `=SUM(A1,2.5)`. English names that are typed stay what they are. */
export function fromDutchFormula(formula: string): string {
  let isArray = false
  const pieces = [...formula.matchAll(piece)].map(([text]) => text)
  return pieces
    .map((text, index) => {
      if (/^["'[]./s.test(text)) return text
      if (text === '{' || text === '}') {
        isArray = text === '{'
        return text
      }
      if (text === ';') return isArray ? ';' : ','
      if (text === '\\') return isArray ? ',' : text
      if (text.startsWith('#')) return errorOfDutch(text) ?? text
      if (/^[\d,]/.test(text)) return text.replace(',', '.')
      return isWord(text) ? translatedWord(text, pieces[index + 1]) : text
    })
    .join('')
}

function isWord(text: string): boolean {
  return /^[\p{L}_]/u.test(text)
}

function translatedWord(text: string, next: string | undefined): string {
  if (next === '(') return englishName(text)
  const isTruth = /^(?:WAAR|ONWAAR)$/i.test(text) && next !== '!' && !next?.startsWith('[')
  return isTruth ? englishName(text) : text
}

function dutchErrorOf(value: string): string {
  const error = errorTexts.find((candidate): candidate is ErrorText => candidate === value.toUpperCase())
  return error === undefined ? value : dutchError(error)
}
