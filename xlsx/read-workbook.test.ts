import { cellKey } from '#shared/workbook/grid.ts'
import { describe, expect, test } from 'vitest'
import { packageFile, relations, workbookParts } from './package-fixture.ts'
import { readXlsx } from './read-workbook.ts'
import { XlsxError } from './xlsx-error.ts'

function readSheet(sheet: string, parts: Readonly<Record<string, string>> = {}) {
  const [first] = readXlsx(packageFile(workbookParts(sheet, parts))).sheets
  if (first === undefined) throw new Error('no sheet')
  return first
}

/** The cells of the first row of `<sheetData>`. */
const readRow = (cells: string, parts: Readonly<Record<string, string>> = {}) =>
  readSheet(`<sheetData><row r="1">${cells}</row></sheetData>`, parts).rows[0]

function failure(sheet: string, parts: Readonly<Record<string, string>> = {}): XlsxError {
  try {
    readSheet(sheet, parts)
  } catch (error) {
    if (error instanceof XlsxError) return error
    throw error
  }
  throw new Error('the file was read')
}

const strings = (items: string) => ({ 'xl/sharedStrings.xml': `<sst xmlns="m">${items}</sst>` })

describe('values', () => {
  test.for([
    ['<c r="A1"><v>12.5</v></c>', { kind: 'number', value: 12.5 }],
    ['<c r="A1" t="n"><v>-1E-3</v></c>', { kind: 'number', value: -0.001 }],
    ['<c r="A1"><v>318880.00000000006</v></c>', { kind: 'number', value: 318880.00000000006 }],
    ['<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
    ['<c r="A1" t="b"><v>0</v></c>', { kind: 'boolean', value: false }],
    ['<c r="A1" t="e"><v>#N/A</v></c>', { kind: 'error', value: '#N/A' }],
    ['<c r="A1" t="str"><f>"a"</f><v>a &amp; b&#x20AC;</v></c>', { kind: 'text', value: 'a & b€' }],
    ['<c r="A1" t="str"><f>""</f><v></v></c>', { kind: 'text', value: '' }],
    ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', { kind: 'text', value: ' a ' }],
    [
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is></c>',
      { kind: 'text', value: 'ab' },
    ],
    ['<c r="A1" t="d"><v>2025-01-31</v></c>', { kind: 'number', value: 45688, numberFormat: 'yyyy-mm-dd' }],
    ['<c r="A1" t="d"><v>1900-02-28T12:00:00Z</v></c>', { kind: 'number', value: 59.5, numberFormat: 'yyyy-mm-dd' }],
    ['<c><v>1</v></c>', { kind: 'number', value: 1 }],
    ["<c t = 'n'  r='A1' ><v >1</v ></c >", { kind: 'number', value: 1 }],
    ['<c r="A1"><!-- <v>9</v> --><v><![CDATA[7]]></v></c>', { kind: 'number', value: 7 }],
    ['<c r="A1"><v>7</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>', { kind: 'number', value: 7 }],
    ['<c r="A1" s="9" t="inlineStr"><is><t></t></is></c>', { kind: 'text', value: '' }],
    ['<c r="A1"/>', undefined],
    ['<c r="A1" s="0"></c>', undefined],
    ['<c r="A1" t="s"><v/></c>', undefined],
  ] as const)('%s', ([xml, cell]) => {
    expect(readRow(xml)?.[0]).toEqual(cell)
  })

  test('shared texts: runs joined, phonetic guides left out, escapes and white space kept', () => {
    const items =
      '<si><t>kaal</t></si><si/><si><t/></si><si><r><t xml:space="preserve">a </t></r><r><rPr><b/></rPr><t>b</t></r>' +
      '<rPh sb="0" eb="1"><t>weg</t></rPh><phoneticPr fontId="1"/></si><si><t>x_x000D_y_x005F_x0041_\r\nz</t></si>'
    const row = readRow(
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c>',
      strings(items),
    )
    expect(row?.map((cell) => (cell !== undefined && 'value' in cell ? cell.value : undefined))).toEqual([
      'kaal',
      '',
      '',
      'a b',
      'x\ry_x0041_\nz',
    ])
  })

  test('cells without a reference follow the cell before them, and rows the row before', () => {
    const sheet = readSheet(
      '<sheetData><row><c><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>',
    )
    expect(sheet.rows[0]?.[0]).toEqual({ kind: 'number', value: 1 })
    expect(sheet.rows[3]?.[3]).toEqual({ kind: 'number', value: 3 })
    expect(sheet.rows[4]?.[0]).toEqual({ kind: 'number', value: 4 })
    expect(sheet.rows[1]).toBeUndefined()
  })

  test('elements with a prefix, as some exports have them, read the same', () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>' +
      '<x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>'
    expect(readSheet(sheet).rows[0]?.[0]).toEqual({ kind: 'text', value: 'a' })
    expect(readSheet(sheet).merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }])
  })
})

describe('number formats', () => {
  const styles = {
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt formatCode="dd\\-mm\\-yyyy" numFmtId="164"/><numFmt numFmtId="165" formatCode="General"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  }

  test('come with the cell unless they are General', () => {
    const row = readRow([0, 1, 2, 3, 4, 5, 99].map((style) => `<c s="${style}"><v>1</v></c>`).join(''), styles)
    expect(row?.map((cell) => (cell !== undefined && 'numberFormat' in cell ? cell.numberFormat : undefined))).toEqual([
      undefined,
      '0%',
      'mm-dd-yy',
      'dd\\-mm\\-yyyy',
      '@',
      undefined,
      undefined,
    ])
    expect(row?.[0]).toEqual({ kind: 'number', value: 1 })
  })

  test('the date system is named only when it is that of 1904', () => {
    const workbook =
      '<workbook xmlns:q="x"><workbookPr date1904="true"/><sheets><sheet q:id="rId1" name="B"/></sheets></workbook>'
    const row = readRow('<c s="2"><v>1</v></c><c t="inlineStr"><is><t>a</t></is></c><c t="d"><v>1904-01-02</v></c>', {
      ...styles,
      'xl/workbook.xml': workbook,
    })
    expect(row).toEqual([
      { kind: 'number', value: 1, numberFormat: 'mm-dd-yy', dateSystem: 1904 },
      { kind: 'text', value: 'a', dateSystem: 1904 },
      { kind: 'number', value: 1, numberFormat: 'yyyy-mm-dd', dateSystem: 1904 },
    ])
  })
})

test('formulas come without their sign, and cells that share one each have their own text', () => {
  const sheet = readSheet(
    '<sheetData><row r="1"><c r="A1"><f>B1&amp;"x"</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1*$D$1+LOG10(C1)</f><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2"><f t="array" ref="C2">SUM(A1:A2)</f></c></row></sheetData>',
  )
  expect([...sheet.formulas]).toEqual([
    [cellKey(0, 0), 'B1&"x"'],
    [cellKey(0, 1), 'C1*$D$1+LOG10(C1)'],
    [cellKey(1, 1), 'C2*$D$1+LOG10(C2)'],
    [cellKey(1, 2), 'SUM(A1:A2)'],
  ])
  expect(sheet.rows[1]?.[2]).toBeUndefined()
})

test('hidden rows and columns, also those without height or width', () => {
  const sheet = readSheet(
    '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>' +
      '<sheetData><row r="1"/><row r="2" hidden="1"/><row r="3" hidden="0" ht="0"/><row r="4" ht="15" hidden="true"/></sheetData>',
  )
  expect([...sheet.hiddenRows]).toEqual([1, 2, 3])
  expect([...sheet.hiddenColumns]).toEqual([1, 2, 4])
})

test('tables have their place, the headings as Excel shows them, and whether a totals row ends them', () => {
  const sheet = readSheet('<sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>', {
    'xl/worksheets/_rels/sheet1.xml.rels': relations(['rId1', 'table', '/xl/tables/table1.xml']),
    'xl/tables/table1.xml':
      '<table id="1" name="x" displayName="tblBegroting" ref="B3:C9" totalsRowCount="1"><tableColumns count="2">' +
      '<tableColumn id="1" name="Bedrag_x000a_(EUR)"/><tableColumn id="2" name="L &amp; B"/></tableColumns></table>',
  })
  expect(sheet.tables).toEqual([
    {
      name: 'tblBegroting',
      area: { top: 2, left: 1, bottom: 8, right: 2 },
      headings: ['Bedrag\n(EUR)', 'L & B'],
      hasTotalsRow: true,
    },
  ])
})

test('sheets keep their order and visibility; charts are skipped; names of one sheet are left out', () => {
  const grid = readXlsx(
    packageFile(
      workbookParts('<sheetData/>', {
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Grafiek" r:id="c"/><sheet name="A &amp; B" state="veryHidden" r:id="a"/><sheet name="C" state="hidden" r:id="a"/></sheets>' +
          '<definedNames><definedName name="Gebied">\'A &amp; B\'!$A$1</definedName><definedName name="Lokaal" localSheetId="0">C!$A$1</definedName></definedNames></workbook>',
        'xl/_rels/workbook.xml.rels': relations(
          ['c', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['a', 'worksheet', './worksheets/sheet1.xml'],
        ),
      }),
    ),
  )
  expect(grid.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['A & B', 'veryHidden'],
    ['C', 'hidden'],
  ])
  expect([...grid.names]).toEqual([['Gebied', "'A & B'!$A$1"]])
})

test('a sheet longer than the limit of the tables is read whole', () => {
  const rows = Array.from(
    { length: 6_000 },
    (_, index) => `<row r="${index + 1}"><c r="B${index + 1}"><v>${index}</v></c></row>`,
  )
  expect(readSheet(`<sheetData>${rows.join('')}</sheetData>`).rows[5_999]?.[1]).toEqual({
    kind: 'number',
    value: 5_999,
  })
})

describe('XML that cannot be trusted is refused with its part', () => {
  test.for([
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'],
    ['an unknown entity', '<sheetData><row r="1"><c r="A1" t="str"><v>&e;</v></c></row></sheetData>'],
    ['a bare ampersand', '<sheetData><row r="1"><c r="A1" t="str"><v>a & b</v></c></row></sheetData>'],
    ['a character that XML has not', '<sheetData><row r="1"><c r="A1" t="str"><v>&#0;</v></c></row></sheetData>'],
    ['a sheet that breaks off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'],
    ['a row that breaks off', '<sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData>'],
    ['a cell that breaks off', '<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>'],
    ['a value closed by another tag', '<sheetData><row r="1"><c r="A1"><v>1</f></c></row></sheetData>'],
    ['a number that is none', '<sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData>'],
    ['a text that is not there', '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>'],
    ['a cell in another row', '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>'],
    ['two cells in one place', '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>'],
    ['two rows of one number', '<sheetData><row r="1"/><row r="1"/></sheetData>'],
    ['a column beyond XFD', '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'],
    ['a row beyond the last', '<sheetData><row r="1048577"/></sheetData>'],
    ['columns out of order', '<cols><col min="2" max="2"/><col min="1" max="16384" hidden="1"/></cols><sheetData/>'],
    ['a merge of nothing', '<sheetData/><mergeCells><mergeCell ref="A0"/></mergeCells>'],
    ['tags that cross', '<sheetData/><a><b></a></b>'],
  ] as const)('%s', ([, sheet]) => {
    const error = failure(sheet)
    expect(error.reason).toBe('bad-xml')
    expect(error.message).toContain('xl/worksheets/sheet1.xml')
  })

  test('few cells far to the right do not fill the memory', () => {
    const rows = Array.from(
      { length: 1_600 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    )
    expect(failure(`<sheetData>${rows.join('')}</sheetData>`).reason).toBe('too-large')
  })

  test('a part that is named and not there is missing', () => {
    const error = failure('<sheetData/>', {
      'xl/_rels/workbook.xml.rels': relations(['rId1', 'worksheet', 'worksheets/sheet9.xml']),
    })
    expect(error).toMatchObject({ reason: 'missing-part' })
    expect(error.message).toContain('xl/worksheets/sheet9.xml')
  })
})
