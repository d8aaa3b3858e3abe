/** Request bodies: limits first, then JSON, then the schema. Each refusal says the limit or the place. */
import type * as z from 'zod/mini'
import { bodyBytesMax } from '#shared/sync/index.ts'
import { checkValue } from './check-value.ts'
import { Problem } from './problem.ts'

const depthMax = 8
const textCharsMax = 2_000

/** Throws Problem 413 while reading, so that a body without a length cannot fill the memory. */
export async function readBody(request: Request, bytesMax = bodyBytesMax): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) <= bytesMax) {
    // HTTP lets no more through than the length says, and all at once is some times as quick as piece by piece.
    const bytes = await request.arrayBuffer()
    return decoded(() => decoder.decode(bytes))
  }
  const reader = request.body?.getReader()
  const parts: string[] = []
  let bytes = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > bytesMax) {
      await reader?.cancel()
      throw tooLarge(bytesMax)
    }
    parts.push(decoded(() => decoder.decode(part.value, { stream: true })))
  }
  return [...parts, decoded(() => decoder.decode())].join('')
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw invalid('de tekst is geen geldige UTF-8', 'the text is not valid UTF-8')
  }
}

/** Throws Problem 400 that names the first place that does not fit. */
export function parseBody<Schema extends z.ZodMiniType>(body: string, schema: Schema): z.output<Schema> {
  const value = parseJson(body)
  refuseTooDeep(value)
  const checked = checkValue(value, schema)
  if (checked.kind === 'fits') return checked.data
  const place = checked.place || 'body'
  throw invalid(`${place}: ${checked.nl}`, `${place}: ${checked.en}`)
}

/** Throws Problem 400. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw invalid('dit is geen geldige JSON', 'this is not valid JSON')
  }
}

/** Level by level instead of by recursion: what is nested too deep must not fill the stack either. */
function refuseTooDeep(root: unknown): void {
  let level: readonly unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthMax) throw invalid(`dieper genest dan ${depthMax} lagen`, `nested deeper than ${depthMax} levels`)
    level.forEach(refuseTooLong)
    level = level.flatMap((value) => (isObject(value) ? Object.values(value) : []))
  }
}

/** Names of fields count as texts too: an answer may repeat them. */
function refuseTooLong(value: unknown): void {
  const texts = typeof value === 'string' ? [value] : isObject(value) && !Array.isArray(value) ? Object.keys(value) : []
  if (texts.every((text) => text.length <= textCharsMax)) return
  throw invalid(`een tekst is langer dan ${textCharsMax} tekens`, `a text is longer than ${textCharsMax} characters`)
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}

function tooLarge(bytesMax: number): Problem {
  return new Problem(413, 'te-groot', {
    nl: `De aanvraag is groter dan ${bytesMax} bytes; stuur minder tegelijk.`,
    en: `The request is larger than ${bytesMax} bytes; send less at a time.`,
  })
}

/** Problem 400; `nl` and `en` say what is wrong and where. */
export function invalid(nl: string, en: string): Problem {
  return new Problem(400, 'ongeldige-invoer', {
    nl: `De aanvraag klopt niet: ${nl}.`,
    en: `The request is wrong: ${en}.`,
  })
}
