import type { SheetEdit } from '#shared/workbook/design.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packageFile, relations, workbookParts, worksheet } from './package-fixture.ts'
import { openPackage, partText } from './package-parts.ts'
import { patchXlsx } from './patch.ts'
import { readXlsx } from './read-workbook.ts'
import { ownUnzip, unpack } from './unpack.ts'
import { XlsxError } from './xlsx-error.ts'

const sheetPath = 'xl/worksheets/sheet1.xml'

const richSheet = worksheet(
  '<!-- van de afzender --><dimension ref="A1:D6"/><cols><col min="4" max="4" style="7" width="9"/></cols><sheetData>' +
    '<row r="1" spans="1:2" ht="30"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>SUM(B5:B6)</f><v>30</v></c></row>' +
    '<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="inlineStr"><is><t>2023</t></is></c><c r="C4" t="inlineStr"><is><t>x2</t></is></c></row>' +
    '<row r="5" spans="1:3"><c r="A5" s="2" t="s"><v>0</v></c><c r="B5" s="3"><v>10</v></c><c r="C5"><f t="shared" ref="C5:C6" si="0">B5*2</f><v>20</v></c></row>' +
    '<row r="6"><c r="A6" s="4"/><c r="B6" s="5"><v>20</v></c><c r="C6" s="6"><f t="shared" si="0"/><v>40</v></c></row>' +
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>' +
    '<conditionalFormatting sqref="A5:C6 E5"><cfRule type="expression" priority="1"><formula>$B5&lt;0</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="2"><dataValidation type="list" sqref="A5:A6"><formula1>"L,B"</formula1></dataValidation>' +
    '<dataValidation type="list" sqref="A5"><formula1>"L,B"</formula1></dataValidation></dataValidations>' +
    '<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>' +
    '<extLst><ext xmlns:x14="x14" uri="u"><x14:conditionalFormattings><x14:conditionalFormatting><xm:sqref xmlns:xm="xm">B5:B6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
)

const tableXml =
  '<table id="1" name="tblBegroting" displayName="tblBegroting" ref="A4:C6" totalsRowShown="0"><autoFilter ref="A4:C6"/>' +
  '<sortState ref="A5:C6"><sortCondition ref="A5:A6"/></sortState><tableColumns count="3"><tableColumn id="1" name="Soort"/>' +
  '<tableColumn id="2" name="2023"/><tableColumn id="3" name="x2"/></tableColumns></table>'

/** A workbook as people send them: macros, drawings, comments, a calculation chain, and things nobody knows. */
const richFile = (sheet = richSheet, table = tableXml) =>
  packageFile(
    workbookParts(sheet, {
      '[Content_Types].xml':
        '<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/calcChain.xml" ContentType="c"/><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>',
      'xl/_rels/workbook.xml.rels': relations(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ['rId3', 'calcChain', 'calcChain.xml'],
        ['rId4', 'vbaProject', 'vbaProject.bin'],
      ),
      'xl/sharedStrings.xml': '<sst><si><t>Soort</t></si></sst>',
      'xl/calcChain.xml': '<calcChain><c r="B1" i="1"/></calcChain>',
      'xl/vbaProject.bin': Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251),
      'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="d"> niet <  geldig',
      'xl/comments1.xml': '<comments><!-- opmerking --></comments>',
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['rId1', 'table', '../tables/table1.xml'],
        ['rId2', 'drawing', '../drawings/drawing1.xml'],
      ),
      'xl/tables/table1.xml': table,
      'customXml/item1.xml': '<anything/>',
    }),
  )

const patched = (edit: Partial<SheetEdit>, file = richFile()) =>
  patchXlsx(file, [{ sheet: 'Blad1', cells: [], ...edit }])
const sheetOf = (file: Uint8Array) => partText(openPackage(file), sheetPath)

function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const old = openPackage(before)
  const now = openPackage(after)
  const names = new Set([...old.entries, ...now.entries].map(({ name }) => name))
  return [...names].filter((name) => {
    const [one, other] = [old.byPath.get(name.toLowerCase()), now.byPath.get(name.toLowerCase())]
    return one === undefined || other === undefined || String(unpack(one, ownUnzip)) !== String(unpack(other, ownUnzip))
  })
}

function failure(edit: Partial<SheetEdit>, file = richFile()): XlsxError {
  try {
    patched(edit, file)
  } catch (error) {
    if (error instanceof XlsxError) return error
    throw error
  }
  throw new Error('the file was changed')
}

describe('a cell', () => {
  test.for([
    [4, 1, 12.5, '<c r="B5" s="3"><v>10</v></c>', '<c r="B5" s="3"><v>12.5</v></c>'],
    [4, 0, '=1+1', '<c r="A5" s="2" t="s"><v>0</v></c>', '<c r="A5" s="2" t="inlineStr"><is><t>=1+1</t></is></c>'],
    [
      4,
      0,
      ' a\u0001_x0041_&',
      '<c r="A5" s="2" t="s"><v>0</v></c>',
      '<c r="A5" s="2" t="inlineStr"><is><t xml:space="preserve"> a_x0001__x005F_x0041_&amp;</t></is></c>',
    ],
    [4, 0, true, '<c r="A5" s="2" t="s"><v>0</v></c>', '<c r="A5" s="2" t="b"><v>1</v></c>'],
    [4, 1, null, '<c r="B5" s="3"><v>10</v></c>', '<c r="B5" s="3"/>'],
    [5, 0, -0, '<c r="A6" s="4"/>', '<c r="A6" s="4"><v>0</v></c>'],
    [0, 2, 1, '<row r="1" spans="1:2" ht="30">', '<row r="1" spans="1:3" ht="30">'],
  ] as const)('row %d column %d set to %j keeps its style', ([row, column, value, before, after]) => {
    const file = patched({ cells: [{ row, column, value }] })
    const expected =
      column === 2 && row === 0 ? richSheet.replace('<v>30</v></c>', '<v>30</v></c><c r="C1"><v>1</v></c>') : richSheet
    expect(sheetOf(file)).toBe(expected.replace(before, after))
    expect(changedParts(richFile(), file)).toEqual([sheetPath])
  })

  test('that is not there yet comes in its place and looks like its column', () => {
    const xml = sheetOf(
      patched({
        cells: [
          { row: 2, column: 3, value: 5 },
          { row: 1, column: 0, value: 6 },
          { row: 9, column: 1, value: 7 },
        ],
      }),
    )
    expect(xml).toContain(
      '</row><row r="2"><c r="A2"><v>6</v></c></row><row r="3"><c r="D3" s="7"><v>5</v></c></row><row r="4">',
    )
    expect(xml).toContain('</row><row r="10"><c r="B10"><v>7</v></c></row></sheetData>')
    expect(xml).toContain('<dimension ref="A1:D10"/>')
  })

  test('between two others comes between them', () => {
    const sheet = worksheet(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="2"/></sheetData>',
    )
    const file = patched(
      {
        cells: [
          { row: 0, column: 1, value: 2 },
          { row: 0, column: 3, value: 4 },
          { row: 1, column: 0, value: 5 },
        ],
      },
      packageFile(workbookParts(sheet)),
    )
    expect(sheetOf(file)).toContain(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><v>5</v></c></row></sheetData>',
    )
  })

  test('in an empty sheet, also one with prefixes, is written', () => {
    const plain = packageFile(workbookParts('<sheetData/>'))
    expect(sheetOf(patched({ cells: [{ row: 0, column: 0, value: 'a' }] }, plain))).toContain(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>',
    )
    const prefixed = packageFile(workbookParts('<x:worksheet xmlns:x="m"><x:sheetData /></x:worksheet>'))
    const file = patched({ cells: [{ row: 0, column: 0, value: 'a' }] }, prefixed)
    expect(readXlsx(file).sheets[0]?.rows[0]?.[0]).toEqual({ kind: 'text', value: 'a' })
  })
})

describe('a formula', () => {
  test('gives way to a value, and the calculation chain goes, since it lists a formula that is no more', () => {
    const file = patched({ cells: [{ row: 0, column: 1, value: 1 }] })
    expect(sheetOf(file)).toContain('<c r="B1"><v>1</v></c>')
    expect(changedParts(richFile(), file).toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      sheetPath,
    ])
    const parts = openPackage(file)
    expect(partText(parts, '[Content_Types].xml')).not.toContain('calcChain')
    expect(partText(parts, '[Content_Types].xml')).toContain('/xl/workbook.xml')
    expect(partText(parts, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
  })

  test('that others share moves to the next of them, as it reads there', () => {
    const file = patched({ cells: [{ row: 4, column: 2, value: 1 }] })
    expect(sheetOf(file)).toContain('<c r="C5"><v>1</v></c>')
    expect(sheetOf(file)).toContain('<c r="C6" s="6"><f t="shared" ref="C6:C6" si="0">B6*2</f><v>40</v></c>')
    expect([...(readXlsx(file).sheets[0]?.formulas.values() ?? [])]).toEqual(['SUM(B5:B6)', 'B6*2'])
  })

  test('that shares another stays out of the way of its first cell', () => {
    const formulas = readXlsx(patched({ cells: [{ row: 5, column: 2, value: 1 }] })).sheets[0]?.formulas
    expect([...(formulas?.values() ?? [])]).toEqual(['SUM(B5:B6)', 'B5*2'])
  })

  test('over several cells at once is not broken', () => {
    const sheet = worksheet(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>',
    )
    const error = failure({ cells: [{ row: 0, column: 1, value: 1 }] }, packageFile(workbookParts(sheet)))
    expect(error.reason).toBe('bad-edit')
    expect(error.message).toContain('B1 (A1:B1)')
  })
})

describe('a table that grows', () => {
  const growing = {
    cells: [{ row: 6, column: 0, value: 'baten' }],
    tables: [{ name: 'tblBegroting', bottom: 7 }],
  } as const

  test('takes its filter, rules and the styles of its last row along', () => {
    const file = patched(growing)
    const xml = sheetOf(file)
    expect(changedParts(richFile(), file)).toEqual([sheetPath, 'xl/tables/table1.xml'])
    const table = partText(openPackage(file), 'xl/tables/table1.xml')
    expect(table).toBe(tableXml.replaceAll('A4:C6', 'A4:C8').replace('sortState ref="A5:C6"', 'sortState ref="A5:C8"'))
    expect(xml).toContain(
      '<row r="7"><c r="A7" s="4" t="inlineStr"><is><t>baten</t></is></c><c r="B7" s="5"/><c r="C7" s="6"/></row>' +
        '<row r="8"><c r="A8" s="4"/><c r="B8" s="5"/><c r="C8" s="6"/></row></sheetData>',
    )
    expect(xml).toContain('<conditionalFormatting sqref="A5:C8 E5">')
    expect(xml).toContain('<dataValidation type="list" sqref="A5:A8">')
    expect(xml).toContain('<dataValidation type="list" sqref="A5">')
    expect(xml).toContain('<xm:sqref xmlns:xm="xm">B5:B8</xm:sqref>')
    expect(xml).toContain('<dimension ref="A1:D8"/>')
    expect(readXlsx(file).sheets[0]?.tables[0]?.area.bottom).toBe(7)
  })

  test('does not overwrite what stands below it', () => {
    const sheet = richSheet.replace('</sheetData>', '<row r="8"><c r="B8"><v>1</v></c></row></sheetData>')
    expect(failure(growing, richFile(sheet)).message).toContain('B8')
    const replaced = patched({ ...growing, cells: [{ row: 7, column: 1, value: 2 }] }, richFile(sheet))
    expect(sheetOf(replaced)).toContain('<c r="B8" s="5"><v>2</v></c>')
    expect(failure(growing, richFile(richSheet.replace('ref="A1:A2"', 'ref="C8:D8"'))).message).toContain('C8:D8')
  })

  test.for([
    ['when it has a totals row', growing, tableXml.replace('totalsRowShown="0"', 'totalsRowCount="1"')],
    ['upwards', { tables: [{ name: 'tblBegroting', bottom: 4 }] }, tableXml],
    ['beyond the sheet', { tables: [{ name: 'tblBegroting', bottom: 1_048_576 }] }, tableXml],
  ] as const)('does not grow %s', ([, edit, table]) => {
    expect(failure(edit, richFile(richSheet, table)).reason).toBe('bad-edit')
  })
})

test.for([
  ['a sheet', { sheet: 'blad1' }, 'blad1'],
  ['a table', { tables: [{ name: 'tblbegroting', bottom: 9 }] }, 'tblbegroting'],
] as const)('%s goes by its exact name', ([, edit, name]) => {
  const error = failure(edit)
  expect(error.reason).toBe('missing-part')
  expect(error.message).toContain(name)
})

test.for([Number.NaN, Number.POSITIVE_INFINITY, 'x'.repeat(32_768)])(
  'a value that no cell can hold is refused',
  (value) => {
    expect(failure({ cells: [{ row: 0, column: 0, value }] }).reason).toBe('bad-edit')
  },
)

test('a sheet with two cells in one place is not changed', () => {
  const sheet = worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>')
  expect(failure({ cells: [{ row: 0, column: 0, value: 3 }] }, packageFile(workbookParts(sheet))).reason).toBe(
    'bad-xml',
  )
})

test('[S-20] no change gives the same parts', () => {
  expect(changedParts(richFile(), patchXlsx(richFile(), []))).toEqual([])
  expect(changedParts(richFile(), patched({ tables: [{ name: 'tblBegroting', bottom: 5 }] }))).toEqual([])
})

test('[S-20] any values in any cells are read back, and all other cells are as they were', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  const cells = fc.array(fc.record({ row: fc.nat(12), column: fc.nat(6), value }), { maxLength: 12 })
  fc.assert(
    fc.property(cells, (edits) => {
      const before = readXlsx(richFile()).sheets[0]
      const after = readXlsx(patched({ cells: edits })).sheets[0]
      for (let row = 0; row < 14; row++) {
        for (let column = 0; column < 8; column++) {
          const cell = after?.rows[row]?.[column]
          const edit = edits.findLast((found) => found.row === row && found.column === column)
          if (edit === undefined) expect(cell).toEqual(before?.rows[row]?.[column])
          else
            expect(cell !== undefined && 'value' in cell ? cell.value : null).toBe(
              Object.is(edit.value, -0) ? 0 : edit.value,
            )
        }
      }
      for (const [key, formula] of after?.formulas ?? []) expect(before?.formulas.get(key)).toBe(formula)
    }),
  )
})
