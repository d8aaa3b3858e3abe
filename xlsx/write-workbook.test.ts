import type { CellDesign, SheetDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { cellKey } from '#shared/workbook/grid.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPackage, partText } from './package-parts.ts'
import { readXlsx } from './read-workbook.ts'
import { writeXlsx } from './write-workbook.ts'
import { XlsxError } from './xlsx-error.ts'

const addIn = {
  manifestId: '0f3b5a5e-0000-4000-8000-000000000001',
  version: '1.2.0.0',
  functionIds: ['GEBIED.RESTANT', 'GEBIED.TOTAAL'],
}

const sheet = (parts: Partial<SheetDesign>): SheetDesign => ({
  name: 'Begroting',
  visibility: 'visible',
  cells: [],
  tables: [],
  validations: [],
  conditionalFormats: [],
  ...parts,
})

const workbook = (...sheets: readonly SheetDesign[]): WorkbookDesign => ({
  title: 'Begroting',
  sheets,
  names: [],
  addIn,
})

const table = {
  name: 'tblBegroting',
  area: { top: 3, left: 0, bottom: 5, right: 2 },
  columns: [
    { heading: 'Taakveld', style: 'code', widthChars: 12 },
    { heading: '2023', style: 'euro', widthChars: 14 },
    { heading: 'Token\nverborgen', style: 'locked', widthChars: 20, isHidden: true },
  ],
} as const

const partOf = (design: WorkbookDesign, path: string) => partText(openPackage(writeXlsx(design)), path)
const sheetXmlOf = (parts: Partial<SheetDesign>) => partOf(workbook(sheet(parts)), 'xl/worksheets/sheet1.xml')

function failure(design: WorkbookDesign): XlsxError {
  try {
    writeXlsx(design)
  } catch (error) {
    if (error instanceof XlsxError) return error
    throw error
  }
  throw new Error('the workbook was written')
}

/** Any UTF-16 at all, with more of what the file format has trouble with. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '_x0041_',
        '_x',
        '\u0000',
        '\r\n',
        '\t',
        '\ufffe',
        '\ud800',
        ' ',
        '=1+1',
        '<b>',
        '&amp;',
        ']]>',
        '"',
        '€',
        '😀',
      ),
    )
    .map((pieces) => pieces.join('')),
)
const anyValue = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
const anyCells = fc.uniqueArray(
  fc.record({
    row: fc.nat(40),
    column: fc.nat(40),
    value: anyValue,
    style: fc.constantFrom('text', 'cents', 'note', undefined),
  }),
  { selector: ({ row, column }) => cellKey(row, column), maxLength: 40 },
)

test('[S-22] whatever is written is read back the same, except that minus zero is zero', () => {
  fc.assert(
    fc.property(anyCells, anyText, (cells, name) => {
      const designs: CellDesign[] = cells.map(({ style, ...cell }) => (style === undefined ? cell : { ...cell, style }))
      const grid = readXlsx(
        writeXlsx({
          ...workbook(sheet({ cells: designs })),
          names: [{ name: 'N', refersTo: `"${name.replace(/[^ -~]/g, '')}"` }],
        }),
      )
      for (const { row, column, value } of cells) {
        const cell = grid.sheets[0]?.rows[row]?.[column]
        const found = cell !== undefined && 'value' in cell ? cell.value : null
        expect(found).toBe(Object.is(value, -0) ? 0 : value)
      }
      expect(grid.names.get('N')).toBe(`"${name.replace(/[^ -~]/g, '')}"`)
    }),
    { numRuns: 300 },
  )
})

test('equal designs give equal bytes, and no name of a person or time of making', () => {
  const design = workbook(sheet({ tables: [table] }))
  expect(writeXlsx(design)).toEqual(writeXlsx(structuredClone(design)))
  expect(partOf(design, 'docProps/core.xml')).toContain('<dc:creator>Gebiedsbegroting</dc:creator>')
  expect(partOf(design, 'docProps/core.xml')).not.toContain('lastModifiedBy')
})

test('a table is read back with its place, headings and hidden column', () => {
  const design = workbook(sheet({ tables: [table], cells: [{ row: 4, column: 0, value: '0.10' }] }))
  const [found] = readXlsx(writeXlsx(design)).sheets
  expect(found?.tables).toEqual([
    { name: 'tblBegroting', area: table.area, headings: ['Taakveld', '2023', 'Token\nverborgen'], hasTotalsRow: false },
  ])
  expect(found?.hiddenColumns).toEqual(new Set([2]))
  expect(found?.rows[3]?.[1]).toEqual({ kind: 'text', value: '2023', numberFormat: '@' })
  expect(found?.rows[4]?.[0]).toEqual({ kind: 'text', value: '0.10', numberFormat: '@' })
})

test('text that looks like a formula or a number is stored as text', () => {
  const [found] = readXlsx(
    writeXlsx(
      workbook(
        sheet({
          cells: [
            { row: 0, column: 0, value: '=1+1' },
            { row: 0, column: 1, value: '0012' },
          ],
        }),
      ),
    ),
  ).sheets
  expect(found?.rows[0]).toEqual([
    { kind: 'text', value: '=1+1' },
    { kind: 'text', value: '0012' },
  ])
  expect(found?.formulas.size).toBe(0)
})

describe('formulas', () => {
  test('keep their cached result', () => {
    const cells = [{ row: 0, column: 0, value: 12.5, formula: 'SUM(B1:B2)*(1<2)' }]
    const [found] = readXlsx(writeXlsx(workbook(sheet({ cells })))).sheets
    expect(found?.rows[0]?.[0]).toEqual({ kind: 'number', value: 12.5 })
    expect(found?.formulas.get(0)).toBe('SUM(B1:B2)*(1<2)')
  })

  test('of the add-in are stored as Excel stores them', () => {
    const formula = 'GEBIED.RESTANT("GEBIED.TOTAAL(1)",2023)+Gebied.Totaal(A1)+STDEV.S(B1:B9)'
    const xml = sheetXmlOf({ cells: [{ row: 1, column: 0, value: 'x', formula, isAddInFormula: true }] })
    expect(xml).toContain(
      '<c r="A2" t="str" cm="1"><f t="array" ref="A2">' +
        '_xldudf_GEBIED_RESTANT("GEBIED.TOTAAL(1)",2023)+_xldudf_GEBIED_TOTAAL(A1)+STDEV.S(B1:B9)</f><v>x</v></c>',
    )
    expect(partOf(workbook(sheet({})), 'xl/metadata.xml')).toContain(
      '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/>',
    )
  })

  test('Excel is not told to calculate everything, which would call each function of the add-in', () => {
    expect(partOf(workbook(sheet({})), 'xl/workbook.xml')).not.toContain('fullCalcOnLoad')
  })
})

test('the workbook opens the pane of its add-in and names its functions', () => {
  const xml = partOf(workbook(sheet({})), 'xl/webextensions/webextension1.xml')
  expect(xml).toContain(
    `<we:reference id="${addIn.manifestId}" version="1.2.0.0" store="EXCatalog" storeType="EXCatalog"/>`,
  )
  expect(xml).toContain('<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>')
  expect(xml).toContain('<we:customFunctionIds>_xldudf_GEBIED_RESTANT</we:customFunctionIds>')
  expect(partOf(workbook(sheet({})), '_rels/.rels')).toContain('relationships/webextensiontaskpanes')
})

test('every part has a content type and every relation leads to a part', () => {
  const parts = openPackage(
    writeXlsx(workbook(sheet({ tables: [table] }), sheet({ name: 'Codes', visibility: 'hidden' }))),
  )
  const types = partText(parts, '[Content_Types].xml')
  for (const { name } of parts.entries) {
    if (!name.endsWith('.rels') && !name.startsWith('[')) expect(types).toContain(`PartName="/${name}"`)
  }
  expect(parts.entries.map(({ name }) => name)).toContain('xl/tables/table1.xml')
})

test('the elements of a sheet stand in the order of the file format', () => {
  const xml = sheetXmlOf({
    tables: [table],
    frozenRows: 4,
    columnWidths: new Map([[7, 30]]),
    cells: [{ row: 0, column: 0, value: 'Titel', style: 'title' }],
    validations: [
      {
        area: { top: 4, left: 0, bottom: 5, right: 0 },
        rule: { kind: 'list', source: '"L,B"' },
        severity: 'warning',
        title: 'Soort',
        message: 'L of B',
      },
      {
        area: { top: 4, left: 1, bottom: 5, right: 1 },
        rule: { kind: 'decimal', min: -5, max: 5 },
        severity: 'stop',
        title: '',
        message: '',
      },
      {
        area: { top: 4, left: 1, bottom: 5, right: 1 },
        rule: { kind: 'textLength', max: 500 },
        severity: 'stop',
        title: '',
        message: '',
      },
    ],
    conditionalFormats: [{ area: { top: 4, left: 0, bottom: 5, right: 2 }, formula: '$B5<0', look: 'warning' }],
  })
  const order = [
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'conditionalFormatting',
    'dataValidations',
    'pageMargins',
    'pageSetup',
    'tableParts',
  ]
  const places = order.map((name) => xml.indexOf(`<${name}`))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places).not.toContain(-1)
  expect(xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>')
  expect(xml).toContain('<col min="8" max="8" width="30" customWidth="1"/>')
  expect(xml).toContain(
    '<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="Soort" error="L of B" sqref="A5:A6"><formula1>"L,B"</formula1></dataValidation>',
  )
  expect(xml).toContain('operator="between"')
  expect(xml).toContain('operator="lessThanOrEqual"')
  expect(xml).toContain('<cfRule type="expression" dxfId="1" priority="1"><formula>$B5&lt;0</formula></cfRule>')
})

test('empty cells of a table show their style, and long headings have room', () => {
  const xml = sheetXmlOf({ tables: [table] })
  expect(xml).toMatch(/<col min="1" max="1" width="12" style="\d+" customWidth="1"\/>/)
  expect(xml).toMatch(/<col min="3" max="3" width="20" hidden="1" customWidth="1"\/>/)
  expect(xml).toContain('<row r="4" ht="30" customHeight="1">')
  expect(xml).toMatch(/<row r="5"><c r="C5" s="\d+"\/><\/row>/)
})

describe('what Excel would not open is refused', () => {
  test.for([
    ['no visible sheet', workbook(sheet({ visibility: 'hidden' }))],
    ['a sheet name with a slash', workbook(sheet({ name: 'L/B' }))],
    ['a sheet name of 32 characters', workbook(sheet({ name: 'x'.repeat(32) }))],
    ['two sheets of one name', workbook(sheet({ name: 'a' }), sheet({ name: 'A' }))],
    ['two tables of one name', workbook(sheet({ tables: [table] }), sheet({ name: 'B', tables: [table] }))],
    [
      'two headings of one text',
      workbook(sheet({ tables: [{ ...table, columns: [table.columns[0], table.columns[0], table.columns[2]] }] })),
    ],
    ['a table without rows', workbook(sheet({ tables: [{ ...table, area: { ...table.area, bottom: 3 } }] }))],
    [
      'two cells in one place',
      workbook(
        sheet({
          cells: [
            { row: 0, column: 0, value: 1 },
            { row: 0, column: 0, value: 2 },
          ],
        }),
      ),
    ],
    ['a cell outside the sheet', workbook(sheet({ cells: [{ row: 0, column: 16_384, value: 1 }] }))],
    ['no number', workbook(sheet({ cells: [{ row: 0, column: 0, value: Number.NaN }] }))],
    ['a text too long', workbook(sheet({ cells: [{ row: 0, column: 0, value: 'x'.repeat(32_768) }] }))],
    [
      'a message too long',
      workbook(
        sheet({
          validations: [
            {
              area: table.area,
              rule: { kind: 'textLength', max: 1 },
              severity: 'stop',
              title: '',
              message: 'x'.repeat(226),
            },
          ],
        }),
      ),
    ],
  ] as const)('%s', ([, design]) => {
    expect(failure(design).reason).toBe('bad-design')
  })
})
