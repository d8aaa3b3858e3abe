/**
 * Which row of the workbook is which row of the server, whatever people did with the token column: copied rows, filled
 * tokens, cleared the column, pasted over it. Token, visible number and known list repair each other. Source: sync.md.
 */
import { type FieldValue, fieldValue, type TableId } from '#shared/model/index.ts'
import type { KnownRow, SheetRow } from './replica.ts'
import { rowHash } from './row-hash.ts'
import { parseToken, type Token } from './token.ts'

export interface OwnedRow<R extends SheetRow> {
  readonly source: R
  readonly token: Token
  /** The token cell says otherwise and must be written. */
  readonly isRepaired: boolean
}

export interface Identity<R extends SheetRow> {
  readonly owned: readonly OwnedRow<R>[]
  /** Rows that were never synchronised and need an id. */
  readonly fresh: readonly R[]
  /** New rows whose number stands at another row as well: a person must renumber or remove one. */
  readonly twins: readonly R[]
  /** New rows that cannot be read; they wait without an id. */
  readonly unreadable: readonly R[]
  /** Rows of a partly read table that only a complete reading can place. */
  readonly waiting: readonly R[]
  /** Known rows that a complete reading did not find; deleted only when a person confirms it. */
  readonly missing: readonly KnownRow[]
  /** Known rows that a partial reading did not find; they say nothing. */
  readonly unread: readonly KnownRow[]
}

/** `completeTables`: tables of which every row was read, hidden and filtered rows included. */
export function identify<R extends SheetRow>(
  rows: readonly R[],
  known: ReadonlyMap<string, KnownRow>,
  completeTables: ReadonlySet<TableId>,
): Identity<R> {
  const partial = identifyPartly(
    rows.filter(({ row }) => !completeTables.has(row.table)),
    known,
  )
  const complete = rows.filter(({ row }) => completeTables.has(row.table))
  const byToken = ownersByToken(complete, known, new Set(partial.owned.map(({ token }) => token.id)))
  const ownedIds = new Set([...partial.owned, ...byToken.owned].map(({ token }) => token.id))
  const absent = [...known.values()].filter(({ id }) => !ownedIds.has(id))
  const takenBack = takeBackMissing(
    byToken.nameless,
    absent.filter(({ table }) => completeTables.has(table)),
  )
  const readable = takenBack.nameless.filter(({ isHeldBack }) => !isHeldBack)
  return {
    owned: [...partial.owned, ...byToken.owned, ...takenBack.owned],
    ...separateTwins(readable, rows),
    unreadable: takenBack.nameless.filter(({ isHeldBack }) => isHeldBack),
    waiting: partial.waiting,
    missing: takenBack.missing,
    unread: absent.filter(({ table }) => !completeTables.has(table)),
  }
}

/** Without the whole table a copy cannot be told from a renamed original: only rows that agree with the known list count. */
function identifyPartly<R extends SheetRow>(
  rows: readonly R[],
  known: ReadonlyMap<string, KnownRow>,
): { owned: readonly OwnedRow<R>[]; waiting: readonly R[] } {
  const owned = new Map<string, OwnedRow<R>>()
  const waiting: R[] = []
  for (const source of rows) {
    const token = parseToken(source.token)
    const entry = token && known.get(token.id)
    if (token === undefined || entry === undefined || !isNumbered(source, entry) || owned.has(token.id))
      waiting.push(source)
    else owned.set(token.id, { source, token, isRepaired: false })
  }
  return { owned: [...owned.values()], waiting }
}

interface Claim<R extends SheetRow> {
  readonly source: R
  readonly token: Token
}

interface Ownership<R extends SheetRow> {
  readonly owned: readonly OwnedRow<R>[]
  /** Rows without a token that counts. */
  readonly nameless: readonly R[]
}

function ownersByToken<R extends SheetRow>(
  rows: readonly R[],
  known: ReadonlyMap<string, KnownRow>,
  takenIds: ReadonlySet<string>,
): Ownership<R> {
  const claims = new Map<string, Claim<R>[]>()
  const tokenless: R[] = []
  for (const source of rows) {
    const token = parseToken(source.token)
    const entry = token && known.get(token.id)
    // A token in another table than its row's was pasted there.
    if (token === undefined || takenIds.has(token.id) || (entry !== undefined && entry.table !== source.row.table))
      tokenless.push(source)
    else claims.set(token.id, [...(claims.get(token.id) ?? []), { source, token }])
  }
  const lostNumbers = new Set([...known.values()].filter(({ id }) => !claims.has(id)).map(keyOfKnown))
  const aloneByNumber = onlyRowByNumber(tokenless)
  const owned = new Map<R, OwnedRow<R>>()
  for (const [id, claim] of claims) {
    const owner = ownerOf(claim, known.get(id), lostNumbers, aloneByNumber)
    if (owner !== undefined && !owned.has(owner.source)) owned.set(owner.source, owner)
  }
  const claimants = [...claims.values()].flatMap((claim) => claim.map(({ source }) => source))
  return {
    owned: [...owned.values()],
    nameless: [...tokenless, ...claimants].filter((source) => !owned.has(source)),
  }
}

/** Which of the rows that carry one id is the row; undefined: none, its token was pasted over a row that lost its own. */
function ownerOf<R extends SheetRow>(
  claims: readonly Claim<R>[],
  entry: KnownRow | undefined,
  lostNumbers: ReadonlySet<string>,
  aloneByNumber: ReadonlyMap<string, R | undefined>,
): OwnedRow<R> | undefined {
  const numbered = entry && claims.find(({ source }) => isNumbered(source, entry))
  if (numbered !== undefined) return { ...numbered, isRepaired: false }
  const bereft = entry && aloneByNumber.get(keyOfKnown(entry))
  if (bereft !== undefined && entry !== undefined) return { source: bereft, token: tokenOf(entry), isRepaired: true }
  const own = claims.filter(({ source }) => !lostNumbers.has(keyOf(source)))
  if (claims.length === 1 && own.length === 0) return undefined
  const candidates = own.length > 0 ? own : claims
  const unchanged = candidates.find(({ source, token }) => !source.isHeldBack && rowHash(source.row) === token.hash)
  const owner = unchanged ?? candidates[0]
  return owner && { ...owner, isRepaired: false }
}

/** A row without a token takes back the missing id that had its number. Content would add nothing: it holds the number. */
function takeBackMissing<R extends SheetRow>(
  rows: readonly R[],
  absent: readonly KnownRow[],
): Ownership<R> & { missing: readonly KnownRow[] } {
  const missing = new Map(absent.map((entry) => [keyOfKnown(entry), entry]))
  const others = absent.filter((entry) => missing.get(keyOfKnown(entry)) !== entry)
  const owned: OwnedRow<R>[] = []
  const nameless: R[] = []
  for (const source of rows) {
    const entry = missing.get(keyOf(source))
    if (entry === undefined) nameless.push(source)
    else {
      missing.delete(keyOf(source))
      owned.push({ source, token: tokenOf(entry), isRepaired: true })
    }
  }
  return { owned, nameless, missing: [...others, ...missing.values()] }
}

/** Of new rows with one number the first keeps it, unless an older row has it. */
function separateTwins<R extends SheetRow>(
  rows: readonly R[],
  all: readonly R[],
): { fresh: readonly R[]; twins: readonly R[] } {
  const count = new Map<string, number>()
  for (const row of all) count.set(keyOf(row), (count.get(keyOf(row)) ?? 0) + 1)
  const fresh: R[] = []
  const twins: R[] = []
  for (const row of rows.toReversed()) {
    const others = (count.get(keyOf(row)) ?? 1) - 1
    if (others > 0) twins.unshift(row)
    else fresh.unshift(row)
    count.set(keyOf(row), others > 0 ? others : 1)
  }
  return { fresh, twins }
}

/** Rows that alone have their number; undefined for a number that several have. */
function onlyRowByNumber<R extends SheetRow>(rows: readonly R[]): ReadonlyMap<string, R | undefined> {
  const result = new Map<string, R | undefined>()
  for (const row of rows) result.set(keyOf(row), result.has(keyOf(row)) ? undefined : row)
  return result
}

function tokenOf({ id, rev, hash, pend }: KnownRow): Token {
  return { id, rev, hash, pend }
}

function isNumbered(source: SheetRow, entry: KnownRow): boolean {
  return keyOf(source) === keyOfKnown(entry)
}

function keyOf({ row }: SheetRow): string {
  return numberKey(row.table, fieldValue(row, 'lineNumber'))
}

function keyOfKnown({ table, lineNumber }: KnownRow): string {
  return numberKey(table, lineNumber)
}

function numberKey(table: TableId, lineNumber: FieldValue): string {
  return `${table}:${lineNumber ?? ''}`
}
