import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { toCsvField } from './index.ts'

describe('a CSV field', () => {
  test.for(['', 'Kernteam', '12', '-12.5', '-1234', '0.10', '-1.234.567', "'t Hof", 'a=b', '1+1', 'e-mail@zwolle'])(
    '%j stays as it is',
    (value) => {
      expect(toCsvField(value)).toBe(value)
    },
  )

  test.for([
    ['een "twee"', '"een ""twee"""'],
    ['een,twee', '"een,twee"'],
    ['een;twee', '"een;twee"'],
    ['een\r\ntwee', '"een\r\ntwee"'],
    [' een', '" een"'],
    ['-1.234,56', '"-1.234,56"'],
    ['-1,234.56', '"-1,234.56"'],
  ] as const)('%j is quoted: %s', ([value, field]) => {
    expect(toCsvField(value)).toBe(field)
  })

  test.for([
    ['=1+1', "'=1+1"],
    ['+31 38 498 9111', "'+31 38 498 9111"],
    ['-', "'-"],
    ['-1+1', "'-1+1"],
    ['- punt', "'- punt"],
    ['@SUM(1)', "'@SUM(1)"],
    ['=HYPERLINK("x";"y")', `"'=HYPERLINK(""x"";""y"")"`],
    ['\u00a0 =1', "'\u00a0 =1"],
    ['\n=1', `"'\n=1"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['  \tx', `"'  \tx"`],
    ['\0=1', `"'\0=1"`],
    ['\uff1d1', "'\uff1d1"],
  ] as const)('%j does nothing in a spreadsheet: %j', ([value, field]) => {
    expect(toCsvField(value)).toBe(field)
  })

  test.for([',', ';'])('a file with %s gives the text back, but for the apostrophe that protects it', (delimiter) => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...`=+-@\t\r\n\0 ",;'1a\ufeff`) }),
    )
    fc.assert(
      fc.property(text, text, (first, second) => {
        const line = `${['x', toCsvField(first), toCsvField(second)].join(delimiter)}\r\n`
        const [parsed] = Papa.parse<string[]>(line, { delimiter, newline: '\r\n' }).data
        const unprotected = [first, second].map((value, index) => [value, parsed?.[index + 1]] as const)
        for (const [value, read] of unprotected) expect([value, `'${value}`]).toContain(read)
      }),
    )
  })

  test('[S-03] nothing but a number begins, after blanks, with a sign that starts a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`=+-@\t\r\n\0 ",.;'1a\u00a0`) }), (value) => {
        const [read = ''] =
          Papa.parse<string[]>(`${toCsvField(value)},x`, { delimiter: ',', newline: '\n' }).data[0] ?? []
        expect(/^\s*[=+\-@\0]|^[\t\r]/.test(read) && !/^-\d[\d.,]*$/.test(read)).toBe(false)
      }),
    )
  })
})
