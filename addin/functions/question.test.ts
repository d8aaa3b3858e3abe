import { expect, test } from 'vitest'
import { isTouched, nameOf, type Question } from './question.ts'

const change = (areaCode: string, year: number, version = 'primitief') => ({ areaCode, year, version, seq: 1 })
const total: Question = {
  functie: 'totaal',
  gebied: 'HOL',
  jaar: 2023,
  versie: null,
  kant: 'L',
  aard: null,
  taakveld: null,
  domein: null,
  kalenderjaar: 2025,
}
const draw: Question = { functie: 'beroep', bron: 'SP', jaar: 2025, gebied: null, onderdeel: null }
const consolidation: Question = { functie: 'consolidatie', per: 'domein', jaar: 2025, versie: null }
const status: Question = { functie: 'status', gebied: 'HOL', versie: null, jaar: null }

test.for<[string, Question, ReturnType<typeof change>, boolean]>([
  ['a total by its area and budget year', total, change('HOL', 2023), true],
  ['no total of another area', total, change('SPZ', 2023), false],
  ['no total of another budget year, whatever its calendar year', total, change('HOL', 2025), false],
  ['a total of all areas', { ...total, gebied: null }, change('SPZ', 2023), true],
  ['a total of that version', { ...total, versie: 'realisatie' }, change('HOL', 2023, 'realisatie'), true],
  ['no total of another version', { ...total, versie: 'realisatie' }, change('HOL', 2023), false],
  ['the amended total by an amendment', { ...total, versie: 'na-wijziging' }, change('HOL', 2023, 'wijziging-2'), true],
  ['not the amended total by actuals', { ...total, versie: 'na-wijziging' }, change('HOL', 2023, 'realisatie'), false],
  ['a draw by budgets up to three years before', draw, change('SPZ', 2022), true],
  ['no draw by a budget that ends before it', draw, change('SPZ', 2021), false],
  ['no draw by a later budget', draw, change('SPZ', 2026), false],
  ['no draw of another area', { ...draw, gebied: 'HOL' }, change('SPZ', 2025), false],
  ['a matrix by its year', consolidation, change('SPZ', 2025), true],
  ['no matrix of another year', consolidation, change('SPZ', 2024), false],
  ['a matrix of sources by an earlier budget', { ...consolidation, per: 'bron' }, change('SPZ', 2024), true],
  ['a state by any year when it names none', status, change('HOL', 2030), true],
  ['no state of another year', { ...status, jaar: 2023 }, change('HOL', 2030), false],
  ['a reserve by every budget', { functie: 'reservestand', reserve: 'H12', jaar: 2030 }, change('HOL', 2023), true],
  ['a decision by every budget', { functie: 'besluit', nr: 'B-1', veld: 'datum' }, change('HOL', 2023), true],
])('a change touches %s', ([, question, changed, touched]) => {
  expect(isTouched(question, changed)).toBe(touched)
})

test('questions that differ in anything have different names, and equal ones the same', () => {
  const variants: readonly Question[] = [
    total,
    draw,
    consolidation,
    status,
    { ...total, gebied: null },
    { ...total, taakveld: '2025' },
    { ...total, taakveld: '2025', kalenderjaar: null },
    { ...total, aard: 'S' },
    { ...total, versie: 'primitief' },
    { ...draw, functie: 'restant' },
    { ...draw, gebied: 'SP' },
    { ...draw, onderdeel: 'SP' },
    { ...status, jaar: 2023 },
  ]
  expect(new Set(variants.map(nameOf)).size).toBe(variants.length)
  expect(nameOf({ ...total })).toBe(nameOf(total))
})
