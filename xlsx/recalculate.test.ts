import { expect, test } from 'vitest'
import type { WorkbookDesign } from '#shared/workbook/design.ts'
import { openPackage, partText } from './package-parts.ts'
import { readXlsx } from './read-workbook.ts'
import { recalculatedOnOpen } from './recalculate.ts'
import { writeXlsx } from './write-workbook.ts'

const design: WorkbookDesign = {
  title: 'Proef',
  sheets: [
    {
      name: 'Blad1',
      visibility: 'visible',
      cells: [{ row: 0, column: 0, value: 3, formula: '1+2' }],
      tables: [],
      validations: [],
      conditionalFormats: [],
    },
  ],
  names: [],
  addIn: { manifestId: 'a71b7660-83b2-4c59-a150-481df288a687', version: '1.0.0.0', functionIds: [] },
}

test('a changed file is calculated when it opens, once marked it stays the same, and its cells are as they were', () => {
  const file = writeXlsx(design)
  const marked = recalculatedOnOpen(file)
  expect(partText(openPackage(marked), 'xl/workbook.xml')).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"\/>/)
  expect(recalculatedOnOpen(marked)).toBe(marked)
  expect(readXlsx(marked)).toEqual(readXlsx(file))
})
