import { describe, expect, test } from 'vitest'
import { type FieldValue, type Reference, referenceSchema, type Row } from '#shared/model/index.ts'
import { sampleReference, sampleRow } from '#shared/workbook/sample-workbook.ts'
import { codeProposals, withProposals } from './code-proposals.ts'
import { untouched } from './next-year.ts'

const line = (fields: Readonly<Record<string, FieldValue>>) =>
  sampleRow('begroting', { lineNumber: 'HOL-001', side: 'L', ...fields })

function proposed(rows: readonly ReturnType<typeof line>[], before: Reference = sampleReference, after = before) {
  const input = { begroting: untouched<'begroting'>(rows) }
  const proposals = codeProposals(input, { lists: before, year: 2024 }, { lists: after, year: 2025 })
  const made = (withProposals(input, proposals).begroting ?? []).map(({ row }): Row => row)
  return { proposals: proposals.map(({ field, code, choices }) => [field, code, choices]), made }
}

const lists = (more: Readonly<Partial<Record<keyof Reference, unknown>>>) =>
  referenceSchema.parse({ ...sampleReference, ...more })
const until2024 = { validFrom: 2023, validTo: 2024 }
const from2025 = { validFrom: 2025, validTo: 2028 }

describe('codes in the next year', () => {
  test('[S-110] a taakveld with one successor gets it, one that was split waits for a person', () => {
    const { proposals, made } = proposed([line({ taakveldCode: '6.6' }), line({ taakveldCode: '6.2' })])
    expect(proposals).toEqual([
      ['taakveldCode', '6.6', ['6.60']],
      ['taakveldCode', '6.2', ['6.21', '6.22', '6.23']],
    ])
    expect(made).toMatchObject([{ taakveldCode: '6.60' }, { taakveldCode: '6.2' }])
  })

  test('[S-110] a category is looked up on its own side', () => {
    const { proposals, made } = proposed([
      line({ categoryCode: '4.4.7' }),
      line({ categoryCode: '4.4.1' }),
      line({ categoryCode: '4.4.7', side: null }),
    ])
    expect(proposals).toEqual([
      ['categoryCode', '4.4.7', ['4.5.7']],
      ['categoryCode', '4.4.1', ['4.5.1', '4.6.6']],
    ])
    expect(made).toMatchObject([{ categoryCode: '4.5.7' }, { categoryCode: '4.4.1' }, { categoryCode: '4.4.7' }])
  })

  test('[S-110] a programme whose code was given to another one is found again by its name', () => {
    const renumbered = lists({
      programmes: [
        { code: '6', name: 'Toekomstgerichte stad', ...until2024 },
        { code: '6', name: 'Staat van de organisatie', ...from2025 },
        { code: '7', name: 'toekomstgerichte stad ', ...from2025 },
      ],
    })
    const { proposals, made } = proposed([line({ programmeCode: '6' })], renumbered)
    expect(proposals).toEqual([['programmeCode', '6', ['7']]])
    expect(made).toMatchObject([{ programmeCode: '7' }])
  })

  test('[S-110] a goal, cost centre or source that ended without a successor is named and stays as it is', () => {
    const ended = lists({
      goals: [{ code: '6.1.1', programmeCode: '6', name: 'De kracht van de stad', ...until2024 }],
      costCentres: [{ code: '0100', name: 'Bestuur', isBlocked: false, ...until2024 }],
      sources: sampleReference.sources.map((source) => ({ ...source, ...until2024 })),
    })
    const row = line({ goalCode: '6.1.1', costCentreCode: '0100', sourceCode: 'SP-1' })
    const { proposals, made } = proposed([row], ended)
    expect(proposals).toEqual([
      ['goalCode', '6.1.1', []],
      ['costCentreCode', '0100', []],
      ['sourceCode', 'SP-1', []],
    ])
    expect(made).toEqual([row])
  })

  test('[S-110] what an old workbook calls a code counts, when the new lists only know the new year', () => {
    const after = lists({ programmes: [{ code: '8', name: 'Toekomstgerichte stad', ...from2025 }] })
    expect(proposed([line({ programmeCode: '6' })], sampleReference, after).proposals).toEqual([
      ['programmeCode', '6', ['8']],
    ])
  })

  test('nothing is said of codes that stay, and of those that no list ever held', () => {
    const row = line({ taakveldCode: '0.10', categoryCode: '3.8', programmeCode: '6', costCentreCode: '9999' })
    expect(proposed([row])).toEqual({ proposals: [], made: [row] })
  })
})
