import { expect, test } from 'vitest'
import { sampleDesign } from '#shared/workbook/sample-workbook.ts'
import { findingsHeading, isOwnTable, rowTables, stateSheet, templateSheets } from './template-names.ts'

test('the sheets that are looked for are those of the template', () => {
  const { sheets } = sampleDesign([])
  expect(new Set(templateSheets)).toEqual(new Set(sheets.map(({ name }) => name)))
  expect(sheets.find(({ visibility }) => visibility === 'veryHidden')?.name).toBe(stateSheet)
})

test('tables with rows and lists are ours, a table of a person is not', () => {
  expect(rowTables).toEqual(['tblBegroting', 'tblInzet', 'tblDekking', 'tblBesluiten', 'tblJaarplan'])
  expect(isOwnTable('TBLBEGROTING')).toBe(true)
  expect(isOwnTable('lstBronnen')).toBe(true)
  expect(isOwnTable('Tabel1')).toBe(false)
})

test('the column of the findings is one of the template', () => {
  expect(findingsHeading).toBe('bevindingen')
})
