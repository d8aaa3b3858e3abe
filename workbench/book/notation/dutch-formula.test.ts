import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFormula } from '../formula/read-formula.ts'
import { functionNames } from '../functions/index.ts'
import { fromDutchFormula, toDutchFormula } from './dutch-formula.ts'
import { dutchName, englishName } from './dutch-names.ts'

const pairs = [
  ['=SUM(A1,2.5)', '=SOM(A1;2,5)'],
  ['=IF(A1=TRUE,"a,b;1.5",FALSE)', '=ALS(A1=WAAR;"a,b;1.5";ONWAAR)'],
  ['=SUMIFS(tblBegroting[2023],tblBegroting[L/B],"L")', '=SOMMEN.ALS(tblBegroting[2023];tblBegroting[L/B];"L")'],
  ['=tblInzet[[#This Row],[Uren, totaal]]*1.21', '=tblInzet[[#This Row],[Uren, totaal]]*1,21'],
  ['=[@Uren]*[@[Som (WAAR)]]', '=[@Uren]*[@[Som (WAAR)]]'],
  ['={1,2.5;"x",TRUE}', '={1\\2,5;"x"\\WAAR}'],
  ['=IFERROR(#N/A,#DIV/0!)', '=ALS.FOUT(#N/B;#DEEL/0!)'],
  ["='Jan''s, blad'!A1+Blad2!$B$3", "='Jan''s, blad'!A1+Blad2!$B$3"],
  ['=GEBIED.RESTANT("SP-1",2023)', '=GEBIED.RESTANT("SP-1";2023)'],
  ['=1.5E+3%', '=1,5E+3%'],
  ['=SUM((A1,B2:C3))', '=SOM((A1;B2:C3))'],
  ['=TRUE()', '=WAAR()'],
  ['="a""b,c"&A1#', '="a""b,c"&A1#'],
  ['=_naam.som+WAARDEN', '=_naam.som+WAARDEN'],
  ['=.5+A1', '=,5+A1'],
] as const

describe('Dutch notation', () => {
  test.for(pairs)('%s is %s', ([file, dutch]) => {
    expect(toDutchFormula(file)).toBe(dutch)
    expect(fromDutchFormula(dutch)).toBe(file)
  })

  test('is read in any case, and English names stay', () => {
    expect(fromDutchFormula('=som(a1;waar;#n/b)')).toBe('=SUM(a1,TRUE,#N/A)')
    expect(fromDutchFormula('=SUM(A1;2)')).toBe('=SUM(A1,2)')
  })

  test('no two functions share a name', () => {
    for (const name of functionNames()) expect(englishName(dutchName(name))).toBe(name)
  })

  test('functions have their Dutch name, but for the ones that are called the same', () => {
    const same =
      'ABS CODE EXP FILTER INDEX LN LOG10 MAX MIN N NPER PI PRODUCT QUOTIENT STDEV STDEV.P STDEV.S STDEVP T VAR VAR.P VAR.S VARP'
    expect(
      functionNames()
        .filter((name) => dutchName(name) === name)
        .toSorted(),
    ).toEqual(same.split(' '))
  })

  test('every formula comes back from Dutch as it was', () => {
    fc.assert(
      fc.property(formula, (text) => {
        expect(fromDutchFormula(toDutchFormula(text))).toBe(text)
        expect(() => readFormula(text)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})

const quoted = fc.string({ maxLength: 6 }).map((text) => `"${text.replaceAll('"', '""')}"`)
const decimal = fc
  .tuple(fc.nat(99_999), fc.nat(999))
  .map(([whole, fraction]) => (fraction === 0 ? String(whole) : `${whole}.${fraction}`))
const reference = fc.constantFrom(
  'A1',
  '$B$2:C9',
  'A:A',
  "'Blad; 1,5'!A1",
  'Codes!B3',
  'tblX[2023]',
  'tblX[[#This Row],[Rest; jaar]]',
  '[@Uren]',
  'lstDoelen',
  'A1#',
)
const constant = fc.constantFrom('TRUE', 'FALSE', '#N/A', '#REF!', '#DIV/0!', '{1,2.5;"a;b",TRUE}')

const { formula: inner } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(quoted, decimal, reference, constant),
    fc
      .tuple(
        fc.oneof(fc.constantFrom(...functionNames()), fc.constantFrom('GEBIED.RESTANT', 'OFFSET')),
        fc.array(tie('formula'), { maxLength: 3 }),
      )
      .map(([name, parameters]) => `${name}(${parameters.join(',')})`),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '&', '=', '<>', '<='), tie('formula'))
      .map(([left, operator, right]) => `(${left})${operator}${right}`),
  ),
}))
const formula = inner.map((text) => `=${text}`)
