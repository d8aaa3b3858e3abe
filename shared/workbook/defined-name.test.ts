import { describe, expect, test } from 'vitest'
import { absoluteReference, namedArea } from './defined-name.ts'
import { sampleGrid } from './sample-workbook.ts'

const grid = sampleGrid([])
const placeOf = (reference: string) => {
  const found = namedArea({ ...grid, names: new Map([['Naam', reference]]) }, 'naam')
  return found && { sheet: found.sheet.name, ...found.area }
}

describe('a defined name', () => {
  test.for([
    ['Codes!$A$5', { sheet: 'Codes', top: 4, left: 0, bottom: 4, right: 0 }],
    ['=Codes!AB5:AC9', { sheet: 'Codes', top: 4, left: 27, bottom: 8, right: 28 }],
    ["'voorblad'!$B$3", { sheet: 'Voorblad', top: 2, left: 1, bottom: 2, right: 1 }],
    ['#REF!', undefined],
    ['Codes!#REF!', undefined],
    ['Weg!$A$1', undefined],
    ['SUM(Codes!$A$1)', undefined],
  ] as const)('that refers to %s', ([reference, place]) => {
    expect(placeOf(reference)).toEqual(place)
  })

  test('refers to a sheet whose name needs quotes', () => {
    const area = { top: 0, left: 0, bottom: 1, right: 2 }
    expect(absoluteReference("Jan's blad", area)).toBe("'Jan''s blad'!$A$1:$C$2")
    expect(absoluteReference('Codes', { ...area, bottom: 0, right: 0 })).toBe('Codes!$A$1')
  })
})
