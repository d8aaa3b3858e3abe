/** What a file of people holds, CSV and JSON alike, and where each field of it stands. */
import type { Language } from '#shared/model/index.ts'
import { columnKeyOf, personColumns } from './list-files.ts'
import { type FileFault, jsonPlaceText, placeText, readColumns } from './read-columns.ts'
import { type SentFile, wholeFault } from './sent-file.ts'

export interface SentPeople {
  /** As a load takes them; not complete when there are faults. */
  readonly people: readonly unknown[]
  readonly faults: readonly FileFault[]
  /** `personen.csv, regel 4, kolom Rol`. */
  readonly placeOf: (index: number, field: string, language: Language) => string
}

export function gatherPeople({ source, content }: SentFile): SentPeople {
  if (content.kind === 'json') {
    const isList = Array.isArray(content.value)
    return {
      people: isList ? content.value : [],
      faults: isList ? [] : [wholeFault(source, noPeople)],
      placeOf: (index, field) => jsonPlaceText(source, 'personen', index, field),
    }
  }
  const { rows, faults } = readColumns(personColumns, source, content.rows)
  return {
    people: rows.map(({ values }) => values),
    faults,
    placeOf: (index, field, language) => {
      const heading = personColumns.find(({ key }) => key === columnKeyOf(field))?.heading ?? null
      return placeText({ source, row: rows[index]?.row ?? null, heading }, language)
    },
  }
}

const noPeople = {
  nl: 'geen mensen; schrijf [{ "oid", "name", "role", "areas" }]',
  en: 'no people; write [{ "oid", "name", "role", "areas" }]',
}
