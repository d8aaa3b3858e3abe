/** What clients and the Worker say to each other about the life of a budget. Both sides parse with these schemas. */
import * as z from 'zod/mini'
import {
  type AreaWorkbook,
  budgetStates,
  budgetYearSchema,
  personRoles,
  tableIds,
  versionSchema,
} from '#shared/model/index.ts'
import { submissionStatuses, transitionNames } from './transitions.ts'

const filled = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const remarkSchema = filled(2_000)
/** Whole cents as text. */
const centsText = z.string().check(z.regex(/^-?\d{1,15}$/, 'bedrag: tekst van hele centen'))
/** Moment in ISO 8601, UTC. */
const moment = z.string()
const sideSchema = z.enum(['L', 'B'])

/** What the cover of the workbook says should come out. */
export const coverSchema = z.strictObject({
  eenheid: z.enum(['euro', 'duizend']),
  controletotalen: z
    .array(z.strictObject({ jaar: z.int(), kant: sideSchema, centen: centsText }))
    .check(z.maxLength(8)),
})
export type Cover = z.infer<typeof coverSchema>

/** The cover of a workbook as requests carry it. */
export function coverOf({ unit, controlTotals }: Pick<AreaWorkbook, 'unit' | 'controlTotals'>): Cover {
  return {
    eenheid: unit,
    controletotalen: controlTotals.map(({ year, side, cents }) => ({ jaar: year, kant: side, centen: String(cents) })),
  }
}

const budgetParts = { jaar: budgetYearSchema, versie: versionSchema }

export const submitRequestSchema = z.strictObject({
  ...budgetParts,
  voorblad: z.optional(coverSchema),
  opmerking: z.optional(remarkSchema),
})

export const transitionRequestSchema = z.strictObject({
  overgang: z.enum(transitionNames),
  opmerking: z.optional(remarkSchema),
  /** Number of a decision in finance's list; outcome, date and amount are those of the list. */
  besluit: z.optional(filled(60)),
})

export type TransitionRequest = z.infer<typeof transitionRequestSchema>

export const signOffRequestSchema = z.strictObject({
  uitkomst: z.enum(['akkoord', 'niet akkoord']),
  opmerking: z.optional(remarkSchema),
})

export type SignOffRequest = z.infer<typeof signOffRequestSchema>
export type SignOffOutcome = SignOffRequest['uitkomst']

export const judgeRequestSchema = z.strictObject({ ...budgetParts, voorblad: z.optional(coverSchema) })

export const waiverRequestSchema = z.strictObject({
  ...budgetParts,
  /** `findingKey` of the finding as it stands now. */
  sleutel: filled(1_000),
  reden: filled(500),
})

/** A decision as it stood when a transition named it. */
export const namedDecisionSchema = z.strictObject({
  nummer: z.string(),
  uitkomst: z.nullable(z.string()),
  datum: z.nullable(z.string()),
  /** As decided, after "gewijzigd" the new amount; null: the decision names none. */
  centen: z.nullable(centsText),
})
export type NamedDecision = z.infer<typeof namedDecisionSchema>

const submissionSchema = z.strictObject({
  id: z.uuid(),
  /** 1, 2 ... within the budget. */
  nummer: z.int(),
  status: z.enum(submissionStatuses),
  door: z.string(),
  op: moment,
  opmerking: z.nullable(z.string()),
  /** SHA-256 over the numbers and hashes of the rows. */
  controlegetal: z.string(),
  regels: z.int(),
  voorblad: z.nullable(coverSchema),
  codesHash: z.string(),
  regelsVersie: z.string(),
  regelsHash: z.string(),
  referentieVersie: z.string(),
  /** Oldest first; the first is `indienen`. */
  overgangen: z.array(
    z.strictObject({
      overgang: z.enum(transitionNames),
      door: z.string(),
      rol: z.enum(personRoles),
      op: moment,
      opmerking: z.nullable(z.string()),
      besluit: z.nullable(namedDecisionSchema),
    }),
  ),
  parafen: z.array(
    z.strictObject({
      rol: z.enum(personRoles),
      door: z.string(),
      op: moment,
      uitkomst: signOffRequestSchema.shape.uitkomst,
      opmerking: z.nullable(z.string()),
    }),
  ),
})
export type Submission = z.infer<typeof submissionSchema>

/** Answers every route that reads or changes where a budget is in its life. */
export const lifeSchema = z.strictObject({
  staat: z.enum(budgetStates),
  /** What the person who asks may do now, findings aside. */
  mag: z.array(z.enum(transitionNames)),
  /** Newest first. */
  indieningen: z.array(submissionSchema),
})
export type Life = z.infer<typeof lifeSchema>

const textSchema = z.strictObject({ nl: z.string(), en: z.string() })

/** A finding as it is sent; its fields are those of `Finding`. */
export const wireFindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  sheet: z.nullable(z.string()),
  cell: z.nullable(z.string()),
  table: z.nullable(z.enum(tableIds)),
  lineNumber: z.nullable(z.string()),
  field: z.nullable(z.string()),
  message: textSchema,
  expected: z.exactOptional(textSchema),
  found: z.exactOptional(textSchema),
  areas: z.exactOptional(z.array(z.string())),
  waiver: z.exactOptional(z.strictObject({ reason: z.string(), by: z.string(), at: moment })),
  fix: z.exactOptional(z.strictObject({ field: z.string(), value: z.union([z.string(), z.number()]) })),
})

export const waiverSchema = z.strictObject({
  id: z.uuid(),
  sleutel: z.string(),
  reden: z.string(),
  door: z.string(),
  op: moment,
})

export const verdictSchema = z.strictObject({
  staat: z.enum(budgetStates),
  /** Of the rows that were judged. */
  controlegetal: z.string(),
  regels: z.int(),
  regelsVersie: z.string(),
  referentieVersie: z.string(),
  /** Own findings first, then those across areas that concern this one; waived ones carry their waiver. */
  bevindingen: z.array(wireFindingSchema),
  /** In force for this budget, also when their finding is gone. */
  ontheffingen: z.array(waiverSchema),
})
export type Verdict = z.infer<typeof verdictSchema>

/** A submission judged again: whether everything it was judged by is still the same, and what would be said today. */
export const recheckSchema = z.strictObject({
  id: z.uuid(),
  /** Checksum of the rows as they stood at the submission; it equals `controlegetal` unless somebody altered the store. */
  controlegetal: z.strictObject({ toen: z.string(), nu: z.string() }),
  gelijk: z.strictObject({
    controlegetal: z.boolean(),
    codes: z.boolean(),
    rekenregels: z.boolean(),
    lijsten: z.boolean(),
  }),
  bevindingen: z.array(wireFindingSchema),
})

/** A decision as finance keeps it, or as an area proposes it in its own table. Null: not filled in. */
export const decisionsSchema = z.array(
  z.strictObject({
    nummer: z.string(),
    /** Null: finance's list. */
    gebied: z.nullable(z.string()),
    versie: z.nullable(versionSchema),
    omschrijving: z.nullable(z.string()),
    orgaan: z.nullable(z.string()),
    datum: z.nullable(z.string()),
    uitkomst: z.nullable(z.string()),
    centen: z.nullable(centsText),
    /** What was decided after "gewijzigd". */
    vastgesteldeCenten: z.nullable(centsText),
  }),
)
