/** What to show while a formula is typed: functions whose name begins like this, or the parameters of the call around the caret. */

/** A custom function as `functions.json` describes it. */
export interface FunctionFacts {
  /** `GEBIED.RESTANT` */
  readonly name: string
  readonly description: string
  readonly parameters: readonly {
    readonly name: string
    readonly description: string
    readonly isOptional: boolean
    readonly isRepeating: boolean
  }[]
}

export type FormulaHelp =
  | {
      readonly kind: 'names'
      /** Where the word begins that the chosen name replaces; it ends at the caret. */
      readonly start: number
      readonly found: readonly FunctionFacts[]
    }
  | { readonly kind: 'call'; readonly facts: FunctionFacts; readonly parameter: number }

/** Undefined: nothing to say here. `text` is the formula in Dutch notation with its `=`. */
export function formulaHelp(text: string, caret: number, functions: readonly FunctionFacts[]): FormulaHelp | undefined {
  if (!text.startsWith('=')) return undefined
  const { word, calls, isInText } = readUntil(text.slice(0, caret))
  if (isInText) return undefined
  if (word !== '') {
    const found = functions.filter(
      ({ name }) => name.startsWith(word.toUpperCase()) || bare(name).startsWith(word.toUpperCase()),
    )
    if (found.length > 0) return { kind: 'names', start: caret - word.length, found }
  }
  const call = calls.findLast(({ name }) => functions.some((facts) => facts.name === name))
  const facts = functions.find(({ name }) => name === call?.name)
  if (call === undefined || facts === undefined) return undefined
  return { kind: 'call', facts, parameter: parameterAt(facts, call.separators) }
}

/** The formula with the name and an opening bracket in place of what was typed of it, and where the caret goes. */
export function completed(text: string, start: number, caret: number, name: string): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^[\w.]*\(?/, '')
  const begin = `${text.slice(0, start)}${name}(`
  return { text: begin + rest, caret: begin.length }
}

/** Whether a click on a cell at this caret means its address: after `=`, an operator, a bracket or a separator. */
export function takesReference(text: string, caret: number): boolean {
  return text.startsWith('=') && /[=(;+\-*/^&<>:]\s*$/.test(text.slice(0, caret))
}

interface Call {
  readonly name: string
  separators: number
}

/** The word just before the end and the calls that are still open there. */
function readUntil(text: string): { word: string; calls: readonly Call[]; isInText: boolean } {
  const calls: Call[] = []
  let word = ''
  let depth = 0
  for (const [piece] of text
    .slice(1)
    .matchAll(/"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|[\p{L}_][\p{L}\p{N}_.]*|./gsu)) {
    if (isOpenText(piece)) return { word: '', calls, isInText: true }
    if (piece === '(') calls.push({ name: word.toUpperCase(), separators: 0 })
    else if (piece === ')') calls.pop()
    else if (piece === '{' || piece === '[') depth++
    else if (piece === '}' || piece === ']') depth--
    const call = calls.at(-1)
    if (piece === ';' && depth === 0 && call !== undefined) call.separators++
    word = /^[\p{L}_]/u.test(piece) ? piece : ''
  }
  return { word, calls, isInText: false }
}

/** A text whose closing quote is still to come has an odd number of them. */
function isOpenText(piece: string): boolean {
  return piece.startsWith('"') && piece.replaceAll(/[^"]/g, '').length % 2 === 1
}

/** The name without its namespace: who types RESTANT finds GEBIED.RESTANT. */
function bare(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

function parameterAt({ parameters }: FunctionFacts, separators: number): number {
  const last = parameters.length - 1
  return separators > last && parameters[last]?.isRepeating === true ? last : separators
}
