import { describe, expect, test } from 'vitest'
import { computed } from '../book-under-test.test-data.ts'
import type { Scalar } from '../book.ts'
import { criterionOf } from './criterion.ts'

const codes: readonly Scalar[] = ['0.1', '0.10', 0.1, '0.2', 'a', '', null, true, { error: '#N/A' }]
const met = (criterion: Scalar) => codes.filter(criterionOf(criterion))

describe('a criterion', () => {
  test('that looks like a number matches numbers and texts alike: "0.1" takes "0.10" with it', () => {
    expect(met('0.1')).toEqual(['0.1', '0.10', 0.1])
    expect(met('=0.10')).toEqual(['0.1', '0.10', 0.1])
    expect(met(0.1)).toEqual(['0.1', '0.10', 0.1])
  })

  test('with larger or smaller compares numbers with numbers only', () => {
    expect(met('>0')).toEqual([0.1])
    expect(met('<=0.1')).toEqual([0.1])
    expect(met('>=0.2')).toEqual([])
  })

  test('of text has wildcards and no capitals', () => {
    expect(met('A')).toEqual(['a'])
    expect(met('0.*')).toEqual(['0.1', '0.10', '0.2'])
    expect(met('?')).toEqual(['a'])
    expect(['a*', 'ab', '~'].filter(criterionOf('a~*'))).toEqual(['a*'])
    expect(['a*', '~x', 'x'].filter(criterionOf('~~x*'))).toEqual(['~x'])
    expect(['a.b', 'acb'].filter(criterionOf('a.b*'))).toEqual(['a.b'])
    expect(['b', 'm', 'Z', 5].filter(criterionOf('>m'))).toEqual(['Z'])
  })

  test('that is empty asks for empty cells, as strictly as it is written', () => {
    expect(met('')).toEqual(['', null])
    expect(met('=')).toEqual([null])
    expect(met('<>')).toEqual(codes.filter((code) => code !== null))
    expect(['', null, 0].filter(criterionOf(null))).toEqual([0])
  })

  test('may ask for truth values, errors and all others', () => {
    expect(met('TRUE')).toEqual([true])
    expect(met('WAAR')).toEqual([true])
    expect(met('#N/A')).toEqual([{ error: '#N/A' }])
    expect(met('<>0.1')).toEqual(['0.2', 'a', '', null, true, { error: '#N/A' }])
  })
})

describe('SUMIFS and its family', () => {
  const rows = [
    ['0.1', 'L', 10],
    ['0.10', 'L', 20],
    ['0.1', 'B', 40],
    ['8.3', 'L', 80],
  ]

  test.for([
    ['=SUMIFS(C1:C4,A1:A4,"0.1")', 70],
    ['=SUMIFS(C1:C4,A1:A4,"0.1",B1:B4,"L")', 30],
    ['=SUMIF(A1:A4,"0.1",C1:C4)', 70],
    ['=SUMIF(A1:A4,"0.1",C1)', 70],
    ['=SUMIF(C1:C4,">15")', 140],
    ['=COUNTIF(B1:B4,"l")', 3],
    ['=COUNTIFS(B1:B4,"L",C1:C4,">=20")', 2],
    ['=AVERAGEIF(B1:B4,"L",C1:C4)', 110 / 3],
    ['=AVERAGEIFS(C1:C4,B1:B4,"B")', 40],
    ['=MAXIFS(C1:C4,B1:B4,"L")', 80],
    ['=MINIFS(C1:C4,B1:B4,"L")', 10],
    ['=MAXIFS(C1:C4,B1:B4,"X")', 0],
    ['=SUM(SUMIFS(C1:C4,B1:B4,{"L","B"}))', 150],
    ['=SUMIFS(C:C,A:A,"8.*")', 80],
    ['=SUMPRODUCT((A1:A4="0.1")*C1:C4)', 50],
  ] as const)('%s is %s', ([formula, value]) => {
    expect(computed(formula, rows)).toBe(value)
  })

  test('ranges of different sizes, arrays and no matches are errors', () => {
    expect(computed('=SUMIFS(C1:C4,A1:A3,"x")', rows)).toMatchObject({ error: '#VALUE!' })
    expect(computed('=COUNTIF({1,2},1)', rows)).toMatchObject({ error: '#VALUE!' })
    expect(computed('=AVERAGEIFS(C1:C4,B1:B4,"X")', rows)).toMatchObject({ error: '#DIV/0!' })
  })

  test('an error counts only where it was chosen', () => {
    const broken = [
      ['x', { error: '#DIV/0!' } as const],
      ['y', 5],
    ]
    expect(computed('=SUMIFS(B1:B2,A1:A2,"y")', broken)).toBe(5)
    expect(computed('=SUMIFS(B1:B2,A1:A2,"x")', broken)).toEqual({ error: '#DIV/0!' })
  })
})
