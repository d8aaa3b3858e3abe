import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromTsv, toTsv } from './tsv.ts'

describe('text of the clipboard', () => {
  test('is read as rows of cells, from any program', () => {
    expect(fromTsv('Taakveld\tLasten\r\n0.1\t1.234,50\r\n')).toEqual([
      ['Taakveld', 'Lasten'],
      ['0.1', '1.234,50'],
    ])
    expect(fromTsv('a\nb')).toEqual([['a'], ['b']])
    expect(fromTsv('')).toEqual([['']])
  })

  test('keeps line breaks, tabs and quotes inside a cell', () => {
    expect(fromTsv('"een\ntwee"\t"hij zei ""ja"""')).toEqual([['een\ntwee', 'hij zei "ja"']])
    expect(toTsv([['een\ntwee', 'hij zei "ja"']])).toBe('"een\ntwee"\t"hij zei ""ja"""')
  })

  test('leaves a lone quote as it is', () => {
    expect(fromTsv('"half\t5" breed')).toEqual([['"half', '5" breed']])
  })

  test('makes rows of equal length', () => {
    expect(fromTsv('a\tb\nc')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
    expect(fromTsv('a\t')).toEqual([['a', '']])
  })

  test('comes back as it was', () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) => {
        const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ';', ' ') })
        const line = fc.array(cell, { minLength: width, maxLength: width })
        return fc.array(line, { minLength: height, maxLength: height })
      })
      // A last row of one empty cell is what a line break at the end looks like.
      .filter((cells) => cells.length === 1 || cells.at(-1)?.join('') !== '' || (cells[0]?.length ?? 0) > 1)
    fc.assert(
      fc.property(rows, (cells) => {
        expect(fromTsv(toTsv(cells))).toEqual(cells)
      }),
    )
  })
})
