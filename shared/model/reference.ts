/** The lists of a municipality that budgets are judged against, as the server keeps them and as the sheet Codes shows them. */
import * as z from 'zod/mini'
import { centsSchema } from '#shared/cells/index.ts'
import { areaCodeSchema } from './budget.ts'

const code = z.string().check(z.minLength(1), z.maxLength(60))
const name = z.string().check(z.minLength(1), z.maxLength(500))
const year = z.int().check(z.minimum(2000), z.maximum(2100))
/** First and last calendar year in which an item may be used. Codes are re-used, so no code without its years. */
const validity = { validFrom: year, validTo: year }
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

const areaSchema = z.strictObject({
  code: areaCodeSchema,
  name,
  isDynamic: z.boolean(),
  isPilot: z.boolean(),
  /** Names of the policy fields of this area; empty: no list kept. */
  policyFields: z.array(name),
  ...validity,
})

const programmeSchema = z.strictObject({ code, name, ...validity })
const goalSchema = z.strictObject({ code, programmeCode: code, name, ...validity })

const sourceTypes = [
  'stelpost',
  'reserve',
  'lopende formatie',
  'programmabudget',
  'subsidie',
  'derden',
  'krediet',
  'voorziening',
] as const

/** Who can take a decision about money. */
export const decisionBodies = ['raad', 'college', 'mandaat', 'directie'] as const

/** A ceiling of a source in one year: of all areas or one, of all components or one. */
const ceilingSchema = z.strictObject({
  year,
  areaCode: z.nullable(areaCodeSchema),
  component: z.nullable(code),
  cents: centsSchema,
})

export const sourceSchema = z.strictObject({
  code,
  name,
  type: z.enum(sourceTypes),
  purpose: name,
  /** A line fits the purpose when it carries one of these; empty: no restriction. */
  purposeTags: z.array(name),
  nature: z.enum(['I', 'S']),
  years: z.array(year),
  status: z.enum(['vast', 'nog te besluiten']),
  ceilings: z.array(ceilingSchema),
  decisionNumber: z.nullable(code),
  decisionBody: z.nullable(z.enum(decisionBodies)),
  /** Award letter of a grant and the years it runs. */
  awardReference: z.nullable(name),
  /** Where a remainder goes; null: not decided. */
  remainderDestination: z.nullable(z.enum(['vrijval', 'overheveling'])),
  ...validity,
})

const roleSchema = z.strictObject({
  code: name,
  aliases: z.array(name),
  /** Belongs on taakveld 0.4 (overhead) unless a note says why not. */
  isOverhead: z.boolean(),
  isCoreTeam: z.boolean(),
  ...validity,
})

/** Cents an hour, per role and year. */
const rateSchema = z.strictObject({ code, role: name, year, centsPerHour: centsSchema })

const phaseSchema = z.strictObject({ code: name, from: date, to: date, ...validity })
const policyFieldSchema = z.strictObject({ code: name, usualTaakvelden: z.array(code), ...validity })
const costCentreSchema = z.strictObject({ code, name, isBlocked: z.boolean(), ...validity })
const costTypeSchema = z.strictObject({ code, name, categoryCode: code, ...validity })

/** Shares in basis points (10,000 = 100%). */
const allocationKeySchema = z.strictObject({
  code,
  name,
  shares: z.array(z.strictObject({ areaCode: areaCodeSchema, basisPoints: z.int().check(z.minimum(0)) })),
  ...validity,
})

/** A decision as finance keeps it; areas propose decisions in their own table. */
const concernDecisionSchema = z.strictObject({
  code,
  name,
  body: z.enum(decisionBodies),
  date: z.nullable(date),
  outcome: z.nullable(z.enum(['conform', 'gewijzigd', 'aangehouden', 'teruggenomen'])),
  amountCents: z.nullable(centsSchema),
  /** Hours agreed, in hundredths; null when the decision names none. */
  hours: z.nullable(z.int()),
  roles: z.array(name),
  /** Source whose remainder may be used after its years, with the last year; null: no carry-over. */
  carriesOver: z.nullable(z.strictObject({ sourceCode: code, toYear: year })),
  ...validity,
})

/** Thresholds of the municipality. Amounts in cents, hours in hundredths, shares in percent. */
const parametersSchema = z.strictObject({
  hoursNormPerFte: z.int(),
  hoursDeviationPercent: z.number(),
  varianceCents: centsSchema,
  variancePercent: z.number(),
  roundAmountCents: centsSchema,
  incidentalNoteCents: centsSchema,
  newPolicyCents: centsSchema,
})

const municipalitySchema = z.strictObject({
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
})

export type Reference = z.infer<typeof referenceSchema>
export type Source = z.infer<typeof sourceSchema>
export type Ceiling = z.infer<typeof ceilingSchema>

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
} as const
export type ReferenceListName = keyof typeof referenceLists

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
})
