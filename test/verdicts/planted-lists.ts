/** The example's lists with a few items that only a planted error needs: a reserve and an undecided source, a key that adds up to 95%. */
import { exampleReference } from '#shared/example/index.ts'
import { type Reference, referenceSchema } from '#shared/model/index.ts'

const years = { validFrom: 2023, validTo: 2026 }
const source = {
  purpose: 'proef',
  purposeTags: [],
  nature: 'I',
  years: [2023, 2024, 2025, 2026],
  status: 'vast',
  ceilings: [],
  decisionNumber: null,
  decisionBody: null,
  awardReference: null,
  remainderDestination: null,
  ...years,
} as const

/** By the Dutch name of their list, as the routes take them. */
export const plantedItems = {
  bronnen: [
    { ...source, code: 'RES-H12', name: 'Reserve Spoorzone', type: 'reserve', reserveCode: 'H12' },
    { ...source, code: 'VZ-V03', name: 'Voorziening onderhoud', type: 'voorziening', reserveCode: 'V03' },
    { ...source, code: 'PPN-24', name: 'Voorstel perspectiefnota', type: 'derden', status: 'nog te besluiten' },
  ],
  verdeelsleutels: [
    {
      code: 'VS-95',
      name: 'Vijf te weinig',
      shares: [
        { areaCode: 'HOL', basisPoints: 5_000 },
        { areaCode: 'SPZ', basisPoints: 4_500 },
      ],
      ...years,
    },
  ],
} as const

export const plantedReference: Reference = referenceSchema.parse({
  ...exampleReference,
  sources: [...exampleReference.sources, ...plantedItems.bronnen],
  allocationKeys: [...exampleReference.allocationKeys, ...plantedItems.verdeelsleutels],
})
