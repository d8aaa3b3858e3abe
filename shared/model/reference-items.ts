/** One item of each list of a municipality. Codes are re-used between years, so no code stands without its years. */
import * as z from 'zod/mini'
import { centsSchema, hundredthHoursSchema } from '#shared/cells/index.ts'
import { areaCodeSchema, versionSchema } from './budget.ts'

const code = z.string().check(z.minLength(1), z.maxLength(60))
const name = z.string().check(z.minLength(1), z.maxLength(500))
const year = z.int().check(z.minimum(2000), z.maximum(2100))
/** First and last calendar year in which an item may be used. Codes are re-used, so no code without its years. */
export const validity = { validFrom: year, validTo: year }
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
/** Came later than the list: items that were kept before may lack it. */
const orNull = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null)

export const areaSchema = z.strictObject({
  code: areaCodeSchema,
  name,
  isDynamic: z.boolean(),
  isPilot: z.boolean(),
  /** Names of the policy fields of this area; empty: no list kept. */
  policyFields: z.array(name),
  ...validity,
})

export const programmeSchema = z.strictObject({ code, name, ...validity })
export const goalSchema = z.strictObject({ code, programmeCode: code, name, ...validity })

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
/** What can become of a proposal. */
export const decisionOutcomes = ['conform', 'gewijzigd', 'aangehouden', 'teruggenomen'] as const
/** How the council hears of it. */
export const councilRoutes = ['informatienota', 'opinienota', 'beslisnota', 'n.v.t.'] as const

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
  /** The reserve or voorziening that a source of that type draws on. */
  reserveCode: orNull(code),
  ...validity,
})

export const roleSchema = z.strictObject({
  code: name,
  aliases: z.array(name),
  /** Belongs on taakveld 0.4 (overhead) unless a note says why not. */
  isOverhead: z.boolean(),
  isCoreTeam: z.boolean(),
  ...validity,
})

/** Cents an hour, per role and year. */
export const rateSchema = z.strictObject({
  code,
  role: name,
  year,
  centsPerHour: centsSchema,
  /** What the hour costs more with overhead; null: no such surcharge is in use. */
  surchargeCents: orNull(centsSchema),
})

export const phaseSchema = z.strictObject({ code: name, from: date, to: date, ...validity })
export const policyFieldSchema = z.strictObject({ code: name, usualTaakvelden: z.array(code), ...validity })
export const costCentreSchema = z.strictObject({ code, name, isBlocked: z.boolean(), ...validity })
export const costTypeSchema = z.strictObject({ code, name, categoryCode: code, ...validity })

/** 100% in basis points. */
export const wholeBasisPoints = 10_000

/** Shares in basis points. */
export const allocationKeySchema = z.strictObject({
  code,
  name,
  shares: z.array(z.strictObject({ areaCode: areaCodeSchema, basisPoints: z.int().check(z.minimum(0)) })),
  ...validity,
})

/** A decision as finance keeps it; areas propose decisions in their own table. */
export const concernDecisionSchema = z.strictObject({
  code,
  name,
  body: z.enum(decisionBodies),
  date: z.nullable(date),
  outcome: z.nullable(z.enum(decisionOutcomes)),
  amountCents: z.nullable(centsSchema),
  /** Hours agreed, in hundredths; null when the decision names none. */
  hours: z.nullable(z.int()),
  roles: z.array(name),
  /** Source whose remainder may be used after its years, with the last year; null: no carry-over. */
  carriesOver: z.nullable(z.strictObject({ sourceCode: code, toYear: year })),
  /** The words of the decision. */
  text: orNull(z.string().check(z.minLength(1), z.maxLength(4_000))),
  /** What was decided after "gewijzigd"; null: the amount as proposed. */
  decidedCents: orNull(centsSchema),
  /** Besluitpunten. */
  items: z._default(z.array(z.strictObject({ number: code, text: name, cents: z.nullable(centsSchema) })), []),
  amendsBudget: orNull(z.boolean()),
  isNewPolicy: orNull(z.boolean()),
  isNeutral: orNull(z.boolean()),
  councilRoute: orNull(z.enum(councilRoutes)),
  isPublic: orNull(z.boolean()),
  ...validity,
})

export const reserveTypes = ['algemeen', 'bestemming', 'egalisatie', 'kapitaallasten'] as const

/** A reserve or a voorziening, with what was in it on 1 January. */
export const reserveSchema = z.strictObject({
  code,
  name,
  kind: z.enum(['reserve', 'voorziening']),
  /** Null for a voorziening. */
  type: z.nullable(z.enum(reserveTypes)),
  programmeCode: z.nullable(code),
  openings: z.array(z.strictObject({ year, cents: centsSchema })),
  /** Part about which still must be decided. */
  undecidedCents: z.nullable(centsSchema),
  ...validity,
})

/** A deadline of the planning and control cycle. */
export const deadlineSchema = z.strictObject({
  code,
  name,
  /** Budget year that must be in by then. */
  year,
  /** Null: every version of that year. */
  version: z.nullable(versionSchema),
  date,
})

/** Years that each kind of instrument must span (the memo). */
export const instrumentYears = { gebiedsvisie: 10, gebiedsagenda: 5, gebiedsjaarplan: 1 } as const

export const instrumentSchema = z.strictObject({
  code,
  name,
  areaCode: areaCodeSchema,
  type: z.enum(['gebiedsvisie', 'gebiedsagenda', 'gebiedsjaarplan']),
  from: date,
  to: date,
  /** Agenda of a visie, jaarplan of an agenda. */
  parentCode: z.nullable(code),
  status: z.enum(['gepland', 'lopend', 'vastgesteld', 'vervallen']),
  decisionNumber: z.nullable(code),
})

/** Hours that a person, by pseudonym, has for area work in a year. */
export const capacitySchema = z.strictObject({ code, person: code, year, hours: hundredthHoursSchema })

/** What all areas together may ask of a programme in a calendar year. */
export const programmeCeilingSchema = z.strictObject({ code, programmeCode: code, year, cents: centsSchema })

/** What the budget of the municipality says that all areas come to in a calendar year. */
export const concernTotalSchema = z.strictObject({ code, year, side: z.enum(['L', 'B']), cents: centsSchema })
