/**
 * Rules that keep personal data out of budgets: what is stored stays in the audit chain, and budgets are published. The
 * findings themselves never repeat what was found.
 */
import { fieldsByTable, type Row, type TableId } from '#shared/model/index.ts'
import { personalDataIn } from './personal-data.ts'
import type { Hit, RowRule, Rule, Wording } from './rule.ts'

type TableWithText = 'begroting' | 'besluiten' | 'jaarplan'

/** Fields in which people write what they like. */
const freeTexts = {
  begroting: ['description', 'basis', 'note'],
  besluiten: ['description'],
  jaarplan: ['title', 'owner'],
} as const satisfies { readonly [Table in TableWithText]: readonly (keyof Extract<Row, { table: Table }>)[] }

/** Not in the catalogue. */
const personalDataInText: RowRule<TableWithText> = {
  id: 'GB-120',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'besluiten', 'jaarplan'],
  reads: [],
  check({ row }) {
    let hits: Hit[] | undefined
    for (const field of freeTexts[row.table]) {
      const text = row[field as keyof typeof row] as string | null
      const kinds = text === null ? [] : personalDataIn(text)
      if (kinds.length === 0) continue
      hits ??= []
      hits.push({ field, values: [headingOf(row.table, field), listOf(kinds)] })
    }
    return hits
  },
  message: {
    nl: 'Kolom {kolom} bevat {soort}; haal persoonsgegevens uit de tekst.',
    en: 'Column {column} holds {kind}; take personal data out of the text.',
  },
}

/** Letters, digits and hyphens with a digit among them: `P-001`, `MW12`. A name has no digit. */
const pseudonym = /^[a-z\d-]*\d[a-z\d-]*$/i

/** Not in the catalogue. */
const nameInsteadOfPseudonym: RowRule<'inzet'> = {
  id: 'GB-121',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['inzet'],
  reads: ['person'],
  check: ({ row: { person } }) => (person === null || pseudonym.test(person) ? undefined : { field: 'person' }),
  message: {
    nl: 'Medewerker lijkt een naam; gebruik een pseudoniem met een nummer, zoals P-001.',
    en: 'Medewerker looks like a name; use a pseudonym with a number, such as P-001.',
  },
}

export const personalDataRules: readonly Rule[] = [personalDataInText, nameInsteadOfPseudonym]

function headingOf(table: TableId, fieldId: string): string {
  return fieldsByTable[table].find(({ id }) => id === fieldId)?.heading ?? fieldId
}

function listOf(kinds: readonly Wording[]): Wording {
  return { nl: kinds.map(({ nl }) => nl).join(', '), en: kinds.map(({ en }) => en).join(', ') }
}
