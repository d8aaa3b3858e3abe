/**
 * The file that a municipality delivers to CBS: the Iv3 data schema 2.1.1 (github.com/statistiekcbs/iv3_definities,
 * iv3_data_schema_v2_1_1.json). Amounts are numbers of whole euros. Unknown keys are refused but for those of a row.
 */
import * as z from 'zod/mini'

const line = z.string().check(z.regex(/^.*$/))

const metadataSchema = z.strictObject({
  overheidslaag: z.enum(['Gemeente', 'Provincie', 'GR']),
  /** The schema takes any text; what it must be for a municipality is GB-807. */
  overheidsnummer: line,
  overheidsnaam: line,
  boekjaar: z.number(),
  /** 0 the budget, 1 to 4 the quarters, 5 the accounts. */
  periode: z.literal([0, 1, 2, 3, 4, 5]),
  status: z.enum(['Begroting', 'Realisatie']),
  /** The schema holds only the time to its form; what comes before it is free. */
  datum: z
    .string()
    .check(z.regex(/(2[0-3]|[01][0-9]):([0-5][0-9]):([0-5][0-9])(\\[0-9]+)?(Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?$/)),
  details_openbaar: z.boolean(),
  financieel_pakket: line,
  export_software: line,
})

const contactSchema = z.strictObject({
  naam: z.string().check(z.regex(/\S/)),
  email: z
    .string()
    .check(
      z.regex(
        /^([a-zA-Z0-9_\-.]+)@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.)|(([a-zA-Z0-9-]+\.)+))([a-zA-Z]{2,4}|[0-9]{1,3})(\]?)$/,
      ),
    ),
  telefoon: line,
})

/** Free: `{"grootboek": "123"}`. Our exports put the area here. */
const details = z.optional(z.record(z.string(), z.unknown()))
const taakveldRowSchema = z.looseObject({ taakveld: z.string(), categorie: z.string(), bedrag: z.number(), details })
const balanceRowSchema = z.looseObject({ balanscode: z.string(), categorie: z.string(), bedrag: z.number(), details })
const standingRowSchema = z.looseObject({ balanscode: z.string(), standper: z.string(), bedrag: z.number(), details })

const iv3DeliverySchema = z.strictObject({
  metadata: metadataSchema,
  contact: contactSchema,
  opmerkingen: z.optional(z.array(z.strictObject({ tekst: line, auteur: z.optional(line) }))),
  data: z.strictObject({
    lasten: z.array(taakveldRowSchema),
    baten: z.array(taakveldRowSchema),
    balans_lasten: z.array(balanceRowSchema),
    balans_baten: z.array(balanceRowSchema),
    balans_standen: z.array(standingRowSchema),
    kengetallen: z.optional(
      z.array(z.strictObject({ verslagperiode: z.string(), kengetal: z.string(), waarde: z.string() })),
    ),
    beleidsindicatoren: z.optional(
      z.array(z.strictObject({ verslagperiode: z.string(), beleidsindicator: z.string(), waarde: z.string() })),
    ),
  }),
})

export type Iv3Delivery = z.infer<typeof iv3DeliverySchema>
export type Iv3Row = Iv3Delivery['data']['lasten'][number]

export type ReadDelivery =
  | { readonly kind: 'fits'; readonly delivery: Iv3Delivery }
  /** Each place once, as `contact.telefoonnr` or `data.lasten.3.bedrag`; `` for the whole. */
  | { readonly kind: 'wrong'; readonly paths: readonly string[] }

/** The content of a JSON file held to the schema. An unknown key and one that is missing are both named as a place. */
export function readDelivery(value: unknown): ReadDelivery {
  const parsed = iv3DeliverySchema.safeParse(value)
  if (parsed.success) return { kind: 'fits', delivery: parsed.data }
  const paths = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map((key) => [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.'))
  })
  return { kind: 'wrong', paths: [...new Set(paths)] }
}
