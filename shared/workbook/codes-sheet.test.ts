import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Reference, referenceSchema } from '#shared/model/index.ts'
import { gridOfDesign } from './grid-of-design.ts'
import { olderDesign } from './older-template.test-data.ts'
import { readReference } from './read-codes.ts'
import { sampleDesign, sampleGrid, sampleReference, withCells, withSheet } from './sample-workbook.ts'

describe('the lists on the sheet Codes', () => {
  test('read back as they were written', () => {
    expect(readReference(sampleGrid([]))).toEqual(sampleReference)
  })

  test('[S-11] read back for any municipality', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        expect(readReference(sampleGrid([], { reference }))).toEqual(reference)
      }),
      { numRuns: 100 },
    )
  })

  test('keep ceilings with their source when a later source has the same code', () => {
    const [source] = sampleReference.sources
    if (source === undefined) throw new Error('the sample has a source')
    const later = { ...source, validFrom: 2025, ceilings: source.ceilings.slice(1) }
    const reference = { ...sampleReference, sources: [source, later] }
    expect(readReference(sampleGrid([], { reference }))?.sources.map(({ ceilings }) => ceilings.length)).toEqual([2, 1])
  })

  test('are none when a value was damaged or a table taken away', () => {
    const grid = sampleGrid([])
    expect(readReference(withCells(grid, 'Codes', { B5: null }))).toBeNull()
    expect(readReference(withCells(grid, 'Codes', { B9: 'veel' }))).toBeNull()
    expect(readReference(withSheet(grid, 'Codes', (sheet) => ({ ...sheet, tables: [] })))).toBeNull()
    const withoutSources = withSheet(grid, 'Codes', (sheet) => ({
      ...sheet,
      tables: sheet.tables.filter(({ name }) => name !== 'lstBronnen'),
    }))
    expect(readReference(withoutSources)).toBeNull()
  })

  test('are read from a workbook of an older template, where the lists that came later are empty', () => {
    const older = readReference(gridOfDesign(olderDesign(sampleDesign([]))))
    expect(older).toMatchObject({ version: '2023-1', sources: sampleReference.sources, reserves: [], deadlines: [] })
    expect(older?.decisions).toEqual(sampleReference.decisions.map((decision) => ({ ...decision, items: [] })))
  })
})

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => value.length <= 60)
const areaCode = fc.stringMatching(/^[A-Z0-9]{2,5}$/)
const cents = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
const year = fc.integer({ min: 2000, max: 2100 })
const date = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 4 })
const validity = { validFrom: year, validTo: year }
const bodies = fc.constantFrom('raad', 'college', 'mandaat', 'directie')
/** Nothing else tells two items of a list apart. */
const list = (item: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.uniqueArray(fc.record({ code: text, ...item }), {
    maxLength: 4,
    selector: (made) => `${made['validFrom' as keyof typeof made]} ${made.code}`,
  })

const anyReference: fc.Arbitrary<Reference> = fc
  .record({
    version: text,
    municipality: fc.constant({ gmCode: 'GM0193', name: 'Voorbeeldstad', iv3Number: '060193' }),
    parameters: fc.record({
      hoursNormPerFte: fc.integer(),
      hoursDeviationPercent: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      varianceCents: cents,
      variancePercent: fc.integer(),
      roundAmountCents: cents,
      incidentalNoteCents: cents,
      newPolicyCents: cents,
    }),
    areas: list({
      code: areaCode,
      name: text,
      isDynamic: fc.boolean(),
      isPilot: fc.boolean(),
      policyFields: some(text),
      ...validity,
    }),
    programmes: list({ name: text, ...validity }),
    goals: list({ programmeCode: text, name: text, ...validity }),
    sources: list({
      name: text,
      type: fc.constantFrom('stelpost', 'reserve', 'subsidie'),
      purpose: text,
      purposeTags: some(text),
      nature: fc.constantFrom('I', 'S'),
      years: some(year),
      status: fc.constantFrom('vast', 'nog te besluiten'),
      ceilings: some(fc.record({ year, areaCode: orNull(areaCode), component: orNull(text), cents })),
      decisionNumber: orNull(text),
      decisionBody: orNull(bodies),
      awardReference: orNull(text),
      remainderDestination: orNull(fc.constantFrom('vrijval', 'overheveling')),
      reserveCode: orNull(text),
      ...validity,
    }),
    roles: list({ aliases: some(text), isOverhead: fc.boolean(), isCoreTeam: fc.boolean(), ...validity }),
    rates: list({ role: text, year, centsPerHour: cents, surchargeCents: orNull(cents) }),
    phases: list({ from: date, to: date, ...validity }),
    policyFields: list({ usualTaakvelden: some(text), ...validity }),
    costCentres: list({ name: text, isBlocked: fc.boolean(), ...validity }),
    costTypes: list({ name: text, categoryCode: text, ...validity }),
    allocationKeys: list({
      name: text,
      shares: some(fc.record({ areaCode, basisPoints: fc.integer({ min: 0, max: 10_000 }) })),
      ...validity,
    }),
    decisions: list({
      name: text,
      body: bodies,
      date: orNull(date),
      outcome: orNull(fc.constantFrom('conform', 'teruggenomen')),
      amountCents: orNull(cents),
      hours: orNull(fc.integer({ min: 0, max: 1_000_000 })),
      roles: some(text),
      carriesOver: orNull(fc.record({ sourceCode: text, toYear: year })),
      text: orNull(text),
      decidedCents: orNull(cents),
      items: some(fc.record({ number: text, text, cents: orNull(cents) })),
      amendsBudget: orNull(fc.boolean()),
      isNewPolicy: orNull(fc.boolean()),
      isNeutral: orNull(fc.boolean()),
      councilRoute: orNull(fc.constantFrom('beslisnota', 'n.v.t.')),
      isPublic: orNull(fc.boolean()),
      ...validity,
    }),
    reserves: list({
      name: text,
      kind: fc.constantFrom('reserve', 'voorziening'),
      type: orNull(fc.constantFrom('algemeen', 'kapitaallasten')),
      programmeCode: orNull(text),
      openings: some(fc.record({ year, cents })),
      undecidedCents: orNull(cents),
      ...validity,
    }),
    deadlines: list({ name: text, year, version: orNull(fc.constantFrom('primitief', 'wijziging-2')), date }),
    instruments: list({
      name: text,
      areaCode,
      type: fc.constantFrom('gebiedsvisie', 'gebiedsjaarplan'),
      from: date,
      to: date,
      parentCode: orNull(text),
      status: fc.constantFrom('lopend', 'vervallen'),
      decisionNumber: orNull(text),
    }),
    capacities: list({ person: text, year, hours: fc.integer({ min: 0, max: 1_000_000 }) }),
    programmeCeilings: list({ programmeCode: text, year, cents }),
    concernTotals: list({ year, side: fc.constantFrom('L', 'B'), cents }),
  })
  .map((reference) => referenceSchema.parse(reference))
