import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesMatchingNumber, taakveldByLabel } from './read-taakveld.ts'
import { taakvelden } from './taakvelden.ts'

describe('[S-06] [GB-202] a number in a taakveld cell', () => {
  test.for([
    [0.1, [2026], '0.1 0.10'],
    [0.11, [2026], '0.11'],
    [6.6, [2024], '6.6'],
    [6.6, [2025], '6.60'],
    [6.6, [2023, 2024, 2025, 2026], '6.6 6.60'],
    [6.71, [2023, 2024], '6.71'],
    [6.711, [2026, 2027, 2028, 2029], '6.711'],
    [0.1 + 0.2, [2026], '0.3'],
    [6, [2026], ''],
    [9.9, [2026], ''],
    [6.1, [], ''],
  ] as const)('%d in %o may be: %s', ([value, years, codes]) => {
    expect(codesMatchingNumber(value, years).join(' ')).toBe(codes)
  })

  test('finds back the number of each code, and never a code with a letter', () => {
    for (const year of [2017, 2024, 2026]) {
      for (const { code } of taakvelden(year)) {
        const lettered = Number.isNaN(Number(code))
        expect(codesMatchingNumber(Number(code), [year]).includes(code)).toBe(!lettered)
      }
    }
  })

  test('answers for every number only codes of that value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double(),
          fc.integer({ min: 0, max: 900 }).map((n) => n / 100),
        ),
        (value) => {
          for (const code of codesMatchingNumber(value, [2023, 2026])) expect(Number(code)).toBe(value)
        },
      ),
    )
  })
})

describe('a label', () => {
  test.for([
    ['0.1', 2026, '0.1'],
    ['0.10   ', 2026, '0.10'],
    ['6.821 ', 2026, '6.821'],
    ['0.1 Bestuur', 2026, '0.1'],
    ['0.10 Mutaties reserves', 2026, '0.10'],
    ['6.1 Samenkracht en burgerpart..', 2026, '6.1'],
    ['0.11 Resultaat van de rekening van bat..', 2024, '0.11'],
    ['6.71d Overige maatwerkarrangementen ..', 2024, '6.71d'],
    ['6.81b Maatschappelijke- en vrouwenopvang', 2024, '6.81b'],
    ['6.82a Jeugdbescherming ', 2024, '6.82a'],
    ['0.9 Vennootschapsbelasting', 2024, '0.9'],
    ['6.81 Geescaleerde zorg 18+', 2022, '6.81'],
    ['6.71A huishoudelijke  hulp…', 2023, '6.71a'],
    ['8.1 - Ruimte en leefomgeving', 2026, '8.1'],
  ] as const)('"%s" of %d is %s', ([label, year, code]) => {
    expect(taakveldByLabel(label, year)).toBe(code)
  })

  test('may carry a name of an earlier year, as the CBS table of 2024 does', () => {
    expect(taakveldByLabel('6.2 Wijkteams', 2024)).toBe('6.2')
    expect(taakveldByLabel('6.4 Begeleide participatie', 2024)).toBe('6.4')
  })

  test.for([
    ['0.1 Mutaties reserves', 2026, 'its name belongs to 0.10'],
    ['6.60 Jeugdreclassering', 2026, 'its name belongs to 6.822'],
    ['6.2 Wijkteams', 2025, 'the code was abolished'],
    ['6.60', 2024, 'the code did not exist yet'],
    ['6. SOCIAAL DOMEIN', 2026, 'it is a group'],
    ['Bestuur', 2026, 'it has no code'],
    ['', 2026, 'it is empty'],
  ] as const)('"%s" of %d is nothing: %s', ([label, year]) => {
    expect(taakveldByLabel(label, year)).toBeUndefined()
  })

  test('gives the code back for each official name, cut anywhere', () => {
    const anyTaakveld = fc.constantFrom(2017, 2022, 2024, 2026).chain((year) =>
      fc.record({
        year: fc.constant(year),
        taakveld: fc.constantFrom(...taakvelden(year)),
        length: fc.nat({ max: 60 }),
      }),
    )
    fc.assert(
      fc.property(anyTaakveld, ({ year, taakveld: { code, name }, length }) => {
        expect(taakveldByLabel(`${code} ${name.slice(0, length)}..`, year)).toBe(code)
      }),
    )
  })

  test('of any text answers the code that it begins with, or nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ...taakvelden(2026).map(({ code }) => code)), fc.string(), (start, text) => {
        const code = taakveldByLabel(`${start} ${text}`, 2026)
        expect(code === undefined || `${start} ${text}`.trim().startsWith(code)).toBe(true)
      }),
    )
  })
})
