import { editsForRows } from '#shared/workbook/index.ts'
import { patchXlsx, recalculatedOnOpen } from '../xlsx/index.ts'
import { openWorkbook, saveBytes } from './workbook-file.ts'

/** Adds a line to the Spoorzone workbook, as its controller would, that draws on a stelpost which is used up. */
export function drawTooMuch(file: string): void {
  const { bytes, grid, workbook } = openWorkbook(file)
  const { edits } = editsForRows(workbook, grid, [
    {
      kind: 'add',
      table: 'begroting',
      token: null,
      values: {
        areaCode: 'SPZ',
        lineNumber: 'SPZ-004',
        programmeCode: '6',
        goalCode: '6.1.1',
        description: 'Experiment Spoorzone',
        domain: 'fysiek',
        lineType: 'exploitatie',
        side: 'L',
        nature: 'I',
        taakveldCode: '8.1',
        categoryCode: '3.8',
        amount0: 2_500_000,
        sourceCode: 'SP-GGW-2023',
        component: 'experimenten',
        decisionNumber: 'B-2023-GGW',
        tags: 'gebiedsgericht werken',
      },
    },
  ])
  saveBytes(file, recalculatedOnOpen(patchXlsx(bytes, edits)))
}
