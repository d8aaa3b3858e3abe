/** Rules about single cells: what could not be read, or was read with a remark (`shared/cells` says which and why). */
import { readCode } from '#shared/cells/index.ts'
import { type Field, type FieldKind, fieldHeading, fieldsByTable, type ReadingIssue } from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import { kindNames, remarks, remedyOf } from './reading-remedies.ts'
import type { ReadingRule } from './rule.ts'
import { fromDutchText, hundredthsOfDutchText } from './wording.ts'

const notAnAmount: ReadingRule = {
  id: 'GB-101',
  severity: 'error',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check: (issue) => (isOf('cents', issue) && isVisiblyWrong(issue) ? { values: [quoted(issue.raw)] } : undefined),
  message: { nl: '"{waarde}" is geen bedrag.', en: '"{value}" is not an amount.' },
}

const amountAsText: ReadingRule = {
  id: 'GB-102',
  severity: 'warning',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check(issue, facts) {
    if (issue.isError || issue.code === 'rounded' || issue.read === null || !isOf('cents', issue)) return undefined
    const cents = hundredthsOfDutchText(issue.read)
    const values = [fromDutchText(issue.read)]
    return cents === undefined ? { values } : { values, fix: cents / 100 / eurosInCell(issue, facts) }
  },
  message: {
    nl: 'Bedrag staat als tekst; gelezen als {bedrag}.',
    en: 'Amount is stored as text; read as {amount}.',
  },
}

/** An error where the catalogue warns: an ambiguous amount is not read, and its row is held back. */
const ambiguousAmount: ReadingRule = {
  id: 'GB-103',
  severity: 'error',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check: (issue) => (issue.code === 'ambiguous' && isOf('cents', issue) ? { values: [quoted(issue.raw)] } : undefined),
  message: {
    nl: 'Bedrag "{waarde}" is dubbelzinnig (punt of komma).',
    en: 'Amount "{value}" is ambiguous (dot or comma).',
  },
}

/** Any cell of a synchronised column, required or not: the row is held back either way. */
const errorCell: ReadingRule = {
  id: 'GB-108',
  severity: 'error',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check: (issue) => (issue.code === 'error-cell' ? { values: [quoted(issue.raw)] } : undefined),
  message: { nl: 'Formulefout {fout} in verplichte cel.', en: 'Formula error {error} in a required cell.' },
}

const spacesInCode: ReadingRule = {
  id: 'GB-113',
  severity: 'info',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check(issue) {
    if (issue.isError || issue.code !== 'invisible-characters' || !isOf('code', issue)) return undefined
    const reading = readCode({ kind: 'text', value: issue.raw })
    const code = 'value' in reading ? reading.value : issue.raw.trim()
    return { values: [code], fix: code }
  },
  message: {
    nl: 'Spaties of harde spaties in code verwijderd: "{code}".',
    en: 'Spaces or hard spaces removed from code: "{code}".',
  },
}

const roundedAmount: ReadingRule = {
  id: 'GB-114',
  severity: 'warning',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check: (issue) => (issue.code === 'rounded' && isOf('cents', issue) ? {} : undefined),
  message: {
    nl: 'Bedrag heeft meer dan twee decimalen; afgerond op centen.',
    en: 'Amount has more than two decimals; rounded to cents.',
  },
}

/** Not in the catalogue: every cell that holds its row back is explained, also where no catalogued rule names it. */
const unreadableCell: ReadingRule = {
  id: 'GB-115',
  severity: 'error',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check(issue, facts) {
    const { code } = issue
    if (!issue.isError || code === 'error-cell' || issue.candidates !== undefined) return undefined
    const field = fieldOf(issue)
    if (field?.kind === 'cents' && (code === 'ambiguous' || isVisiblyWrong(issue))) return undefined
    const kind = kindNames[field?.kind ?? 'text']
    return { values: [quoted(issue.raw), columnName(issue, facts), kind, remedyOf(code, field)] }
  },
  message: {
    nl: '"{waarde}" in kolom {kolom} is niet te lezen als {soort}: {remedie}.',
    en: '"{value}" in column {column} cannot be read as {kind}: {remedy}.',
  },
}

/** Not in the catalogue: GB-102 and GB-114 say it of amounts; a doubtful reading of hours, dates and years is told too. */
const readWithRemark: ReadingRule = {
  id: 'GB-117',
  severity: 'warning',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check(issue, facts) {
    if (issue.isError || !(isOf('hours', issue) || isOf('date', issue) || isOf('year', issue))) return undefined
    const reason = remarks[issue.code]
    if (reason === undefined) return undefined
    return { values: [quoted(issue.raw), columnName(issue, facts), fromDutchText(issue.read ?? ''), reason] }
  },
  message: {
    nl: '"{waarde}" in kolom {kolom} is gelezen als {gelezen}: {reden}.',
    en: '"{value}" in column {column} was read as {reading}: {reason}.',
  },
}

const taakveldAsNumber: ReadingRule = {
  id: 'GB-202',
  severity: 'error',
  scope: 'cell',
  where: 'addin',
  on: 'reading',
  check({ candidates }) {
    const [a, b] = candidates ?? []
    return a === undefined || b === undefined ? undefined : { values: [a, b] }
  },
  message: {
    nl: 'Taakveld is een getal; {a} en {b} zijn niet te onderscheiden. Zet de kolom op Tekst.',
    en: 'Taakveld is a number; {a} and {b} cannot be told apart. Format the column as Text.',
  },
}

export const readingRules: readonly ReadingRule[] = [
  notAnAmount,
  amountAsText,
  ambiguousAmount,
  errorCell,
  spacesInCode,
  roundedAmount,
  unreadableCell,
  readWithRemark,
  taakveldAsNumber,
]

/** What a person cannot see in the cell, or takes for a good amount, needs the reason that GB-115 gives. */
const unseen: ReadonlySet<string> = new Set(['too-large', 'too-long', 'invisible-characters', 'invalid-unicode'])

function isVisiblyWrong({ isError, code }: ReadingIssue): boolean {
  return isError && code !== 'ambiguous' && code !== 'error-cell' && !unseen.has(code)
}

function fieldOf({ table, field }: ReadingIssue): Field | undefined {
  return table === null ? undefined : fieldsByTable[table].find(({ id }) => id === field)
}

function isOf(kind: FieldKind, issue: ReadingIssue): boolean {
  return fieldOf(issue)?.kind === kind
}

function columnName(issue: ReadingIssue, facts: Facts): string {
  const field = fieldOf(issue)
  return field === undefined ? issue.field : fieldHeading(field, facts.budget.year)
}

/** Hours, rates and their products are in euros in every workbook; other amounts follow the unit on the cover. */
function eurosInCell({ table }: ReadingIssue, { workbook }: Facts): number {
  return workbook.unit === 'duizend' && table !== 'inzet' ? 1_000 : 1
}

const quotedCharactersMax = 60

/** Enough to recognise a cell by. */
function quoted(raw: string): string {
  const characters = Array.from(raw)
  return characters.length > quotedCharactersMax ? `${characters.slice(0, quotedCharactersMax).join('')}…` : raw
}
