/** The lists of a municipality that budgets are judged against, as the server keeps them and as the sheet Codes shows them. */
import * as z from 'zod/mini'
import { centsSchema } from '#shared/cells/index.ts'
import {
  allocationKeySchema,
  areaSchema,
  capacitySchema,
  concernDecisionSchema,
  concernTotalSchema,
  costCentreSchema,
  costTypeSchema,
  deadlineSchema,
  goalSchema,
  instrumentSchema,
  phaseSchema,
  policyFieldSchema,
  programmeCeilingSchema,
  programmeSchema,
  rateSchema,
  reserveSchema,
  roleSchema,
  sourceSchema,
  validity,
} from './reference-items.ts'

/** Thresholds of the municipality. Amounts in cents, hours in hundredths, shares in percent. */
export const parametersSchema = z.strictObject({
  hoursNormPerFte: z.int(),
  hoursDeviationPercent: z.number(),
  varianceCents: centsSchema,
  variancePercent: z.number(),
  roundAmountCents: centsSchema,
  incidentalNoteCents: centsSchema,
  newPolicyCents: centsSchema,
})

const name = z.string().check(z.minLength(1), z.maxLength(500))

export const municipalitySchema = z.strictObject({
  gmCode: z.string().check(z.regex(/^GM\d{4}$/)),
  name,
  iv3Number: z.string().check(z.regex(/^06\d{4}$/)),
})

export const referenceSchema = z.strictObject({
  /** Changes with every change of a list; a workbook's snapshot carries it. */
  version: name,
  municipality: municipalitySchema,
  parameters: parametersSchema,
  areas: z.array(areaSchema),
  programmes: z.array(programmeSchema),
  goals: z.array(goalSchema),
  sources: z.array(sourceSchema),
  roles: z.array(roleSchema),
  rates: z.array(rateSchema),
  phases: z.array(phaseSchema),
  policyFields: z.array(policyFieldSchema),
  costCentres: z.array(costCentreSchema),
  costTypes: z.array(costTypeSchema),
  allocationKeys: z.array(allocationKeySchema),
  decisions: z.array(concernDecisionSchema),
  reserves: z.array(reserveSchema),
  deadlines: z.array(deadlineSchema),
  instruments: z.array(instrumentSchema),
  capacities: z.array(capacitySchema),
  programmeCeilings: z.array(programmeCeilingSchema),
  concernTotals: z.array(concernTotalSchema),
})

export type Reference = z.infer<typeof referenceSchema>
export type Source = z.infer<typeof sourceSchema>
export type Ceiling = Source['ceilings'][number]
export type ConcernDecision = z.infer<typeof concernDecisionSchema>
export type Reserve = z.infer<typeof reserveSchema>

/** The lists of a reference, by the Dutch name that the routes and the sheet Codes use. */
export const referenceLists = {
  gebieden: { key: 'areas', schema: areaSchema },
  programmas: { key: 'programmes', schema: programmeSchema },
  doelen: { key: 'goals', schema: goalSchema },
  bronnen: { key: 'sources', schema: sourceSchema },
  functies: { key: 'roles', schema: roleSchema },
  tarieven: { key: 'rates', schema: rateSchema },
  fasen: { key: 'phases', schema: phaseSchema },
  beleidsvelden: { key: 'policyFields', schema: policyFieldSchema },
  kostenplaatsen: { key: 'costCentres', schema: costCentreSchema },
  kostensoorten: { key: 'costTypes', schema: costTypeSchema },
  verdeelsleutels: { key: 'allocationKeys', schema: allocationKeySchema },
  besluiten: { key: 'decisions', schema: concernDecisionSchema },
  reserves: { key: 'reserves', schema: reserveSchema },
  kalender: { key: 'deadlines', schema: deadlineSchema },
  instrumenten: { key: 'instruments', schema: instrumentSchema },
  capaciteiten: { key: 'capacities', schema: capacitySchema },
  programmaplafonds: { key: 'programmeCeilings', schema: programmeCeilingSchema },
  concerntotalen: { key: 'concernTotals', schema: concernTotalSchema },
} as const
export type ReferenceListName = keyof typeof referenceLists

/**
 * What finance and administration keep: those lists, the municipality, and its thresholds with the years in which they
 * hold. The municipality and the thresholds have no code; where one is asked it is `singleCode`.
 */
export const keptLists = {
  gemeente: { key: 'municipality', schema: municipalitySchema },
  parameters: { key: 'parameters', schema: z.extend(parametersSchema, validity) },
  ...referenceLists,
} as const
export type KeptListName = keyof typeof keptLists
export const keptListNames = Object.keys(keptLists) as [KeptListName, ...KeptListName[]]
export const singleCode = '-'

/** No lists at all: rules that need a list find nothing to judge, which is said to the person as "niet gecontroleerd". */
export const emptyReference: Reference = referenceSchema.parse({
  version: 'geen lijsten',
  municipality: { gmCode: 'GM0000', name: 'onbekend', iv3Number: '060000' },
  parameters: {
    hoursNormPerFte: 132_000,
    hoursDeviationPercent: 5,
    varianceCents: 5_000_000,
    variancePercent: 10,
    roundAmountCents: 5_000_000,
    incidentalNoteCents: 20_000_000,
    newPolicyCents: 5_000_000,
  },
  areas: [],
  programmes: [],
  goals: [],
  sources: [],
  roles: [],
  rates: [],
  phases: [],
  policyFields: [],
  costCentres: [],
  costTypes: [],
  allocationKeys: [],
  decisions: [],
  reserves: [],
  deadlines: [],
  instruments: [],
  capacities: [],
  programmeCeilings: [],
  concernTotals: [],
})
