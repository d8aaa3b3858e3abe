/** The sheet Afwijkingen: notes on differences between versions. It is not synchronised; its text goes into reports. */
import type { SheetDesign, TableDesign } from './design.ts'
import { firstBodyRow, headingRow } from './tables.ts'

/** Its table, which no field describes. */
export const deviationsTable = 'tblAfwijkingen'

const columns: TableDesign['columns'] = [
  { heading: 'Regel', style: 'code', widthChars: 13 },
  { heading: 'Versie', style: 'code', widthChars: 14 },
  { heading: 'V/N', style: 'code', widthChars: 7 },
  { heading: 'Bedrag', style: 'euro', widthChars: 14 },
  { heading: 'Oorzaak', style: 'text', widthChars: 44 },
  { heading: 'I/S effect', style: 'code', widthChars: 11 },
  { heading: 'Maatregel', style: 'text', widthChars: 44 },
]
const rowCount = 25

export function deviationsDesign(): SheetDesign {
  return {
    name: 'Afwijkingen',
    visibility: 'visible',
    cells: [
      { row: 0, column: 0, value: 'Afwijkingen', style: 'title' },
      {
        row: 1,
        column: 0,
        value:
          'Verklaar verschillen met de begroting: V is voordeel, N is nadeel. Dit blad wordt niet gesynchroniseerd.',
        style: 'note',
      },
    ],
    tables: [
      {
        name: deviationsTable,
        area: { top: headingRow, left: 0, bottom: headingRow + rowCount, right: columns.length - 1 },
        columns,
      },
    ],
    validations: [choice('V/N', 'V,N'), choice('I/S effect', 'I,S')],
    conditionalFormats: [],
    frozenRows: firstBodyRow,
  }
}

function choice(heading: string, words: string): SheetDesign['validations'][number] {
  const column = columns.findIndex((candidate) => candidate.heading === heading)
  return {
    area: { top: firstBodyRow, left: column, bottom: headingRow + rowCount, right: column },
    rule: { kind: 'list', source: `"${words}"` },
    severity: 'stop',
    title: heading,
    message: `Kies ${words.replace(',', ' of ')}.`,
  }
}
