/** Request bodies: limits first, then JSON, then the schema. Each refusal says the limit or the place. */
import type * as z from 'zod/mini'
import { bodyBytesMax } from '#shared/sync/index.ts'
import { checkValue } from './check-value.ts'
import { Problem } from './problem.ts'

const depthMax = 8
const textCharsMax = 2_000

/** Throws Problem 413 while reading, so that a body without a length cannot fill the memory. */
export async function readBody(request: Request): Promise<string> {
  const reader = request.body?.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  const parts: string[] = []
  let bytes = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > bodyBytesMax) {
      await reader?.cancel()
      throw tooLarge()
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
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw invalid('dit is geen geldige JSON', 'this is not valid JSON')
  }
  refuseTooDeep(value)
  const checked = checkValue(value, schema)
  if (checked.kind === 'fits') return checked.data
  const place = checked.place || 'body'
  throw invalid(`${place}: ${checked.nl}`, `${place}: ${checked.en}`)
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

function tooLarge(): Problem {
  return new Problem(413, 'te-groot', {
    nl: `De aanvraag is groter dan ${bodyBytesMax} bytes; stuur minder regels tegelijk.`,
    en: `The request is larger than ${bodyBytesMax} bytes; send fewer rows at a time.`,
  })
}

function invalid(nl: string, en: string): Problem {
  return new Problem(400, 'ongeldige-invoer', {
    nl: `De aanvraag klopt niet: ${nl}.`,
    en: `The request is wrong: ${en}.`,
  })
}
