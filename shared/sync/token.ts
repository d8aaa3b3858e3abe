/**
 * The token: text of one hidden cell that travels with its row through sort, cut, undo, co-authoring and file copies.
 * `id|rev|hash|pend|check`, where pend is `field@stamp` joined by commas and check tells a damaged token from a whole one.
 */
import { sha256 } from './sha256.ts'

/** Outside name of a field (`amount.2024`) -> stamp of the older version that the field's value is based on. */
export type Pend = Readonly<Record<string, string>>

export interface Token {
  readonly id: string
  /** Last server version that this row's cells were merged with; 0: never. */
  readonly rev: number
  /** Content hash of that version, 16 hexadecimal digits. */
  readonly hash: string
  /** Fields whose value is based on an older version, because a conflict is open or the person typed meanwhile. */
  readonly pend: Pend
}

/** The hash of a row that never was on the server. */
export const noHash = '0000000000000000'
/** "No base is known": a field that differs under this stamp is a conflict, never overwritten in either direction. */
export const noStamp = `0-${noHash}`

const checkDigits = 8
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const revPattern = /^\d{1,9}$/
const hashPattern = /^[0-9a-f]{16}$/
const pendPattern = /^([A-Za-z0-9.]{1,60})@(\d{1,9}-[0-9a-f]{16})$/

/** `rev-hash`: names one version of a row. */
export function stampOf(version: { readonly rev: number; readonly hash: string }): string {
  return `${version.rev}-${version.hash}`
}

/** The rev that a stamp names. */
export function revOf(stamp: string): number {
  return Number.parseInt(stamp, 10)
}

export function formatToken(token: Token): string {
  const body = `${token.id}|${token.rev}|${token.hash}|${formatPend(token.pend)}`
  return `${body}|${checkOf(body)}`
}

/** The token in a cell; undefined when the cell is empty, damaged, or holds something else. */
export function parseToken(text: string | null): Token | undefined {
  if (text === null) return undefined
  const [id = '', rev = '', hash = '', pendText = '', check, ...rest] = text.split('|')
  if (check === undefined || rest.length > 0 || check !== checkOf(text.slice(0, -check.length - 1))) return undefined
  const pend = parsePend(pendText)
  if (!idPattern.test(id) || !revPattern.test(rev) || !hashPattern.test(hash) || pend === undefined) return undefined
  return { id, rev: Number(rev), hash, pend }
}

/** Pend as the token and the known list write it. */
export function formatPend(pend: Pend): string {
  return Object.entries(pend)
    .map(([field, stamp]) => `${field}@${stamp}`)
    .join(',')
}

/** Undefined when the text is not a list of `field@stamp`. */
export function parsePend(text: string): Pend | undefined {
  if (text === '') return {}
  const entries = text.split(',').map((part) => pendPattern.exec(part))
  if (entries.includes(null)) return undefined
  return Object.fromEntries(entries.map((match) => [match?.[1], match?.[2]]))
}

function checkOf(body: string): string {
  return sha256(body).slice(0, checkDigits)
}
