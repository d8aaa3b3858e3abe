/** Rules about a file for CBS. What does not fit the schema has that finding alone: nothing else in it can be trusted. */
import { plainCategory } from '#shared/codes/index.ts'
import { type Iv3Delivery, type Iv3Row, type ReadDelivery, readDelivery } from '#shared/iv3/index.ts'
import type { Finding } from '#shared/model/index.ts'
import { holdsName } from './personal-data.ts'
import type { Hit, RuleText } from './rule.ts'
import { unplacedFinding } from './unplaced-finding.ts'
import { amount } from './wording.ts'

/** Judges a file that was held to the schema. */
export interface DeliveryRule extends RuleText {
  readonly on: 'delivery'
  check(read: ReadDelivery): readonly Hit[]
}

/** Measured on all 342 budgets of 2024, in thousands of euros: 57 differ by 0 and none by more than 50. */
const differenceCentsMax = 50 * 1_000 * 100

/** The budget and the accounts; a quarter need not close (PF006). */
const closedPeriods: ReadonlySet<number> = new Set([0, 5])

const sidesDiffer: DeliveryRule = {
  id: 'GB-801',
  severity: 'warning',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check: ofWhole(({ metadata, data }) => {
    const [lasten, baten] = [sumCents(data.lasten), sumCents(data.baten)]
    const difference = Math.abs(lasten - baten)
    if (!closedPeriods.has(metadata.periode) || difference <= differenceCentsMax) return []
    const thousands = Math.round(difference / 100_000)
    return [{ values: [amount(thousands * 100)], expected: amount(lasten), found: amount(baten) }]
  }),
  message: {
    nl: 'Iv3: totaal lasten ≠ totaal baten (incl. 0.10/0.11), verschil {x} x € 1.000.',
    en: 'Iv3: total cost ≠ total income (incl. 0.10/0.11), difference {x} x € 1.000.',
  },
}

/** Said once of each category, to the cent: what one taakveld is charged another receives. */
const internalCategories: DeliveryRule = {
  id: 'GB-803',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check: ofWhole(({ data }) =>
    ['7.4', '7.5'].flatMap((category): readonly Hit[] => {
      const isOf = ({ categorie }: Iv3Row) => plainCategory(categorie).code === category
      const [lasten, baten] = [sumCents(data.lasten.filter(isOf)), sumCents(data.baten.filter(isOf))]
      if (lasten === baten) return []
      const named = (side: string, cents: number) => {
        const { nl, en } = amount(cents)
        return { nl: `${side}${category} ${nl}`, en: `${side}${category} ${en}` }
      }
      return [{ expected: named('L', lasten), found: named('B', baten) }]
    }),
  ),
  message: {
    nl: 'Verrekencategorieën 7.4 en 7.5 sluiten niet over de taakvelden.',
    en: 'Internal categories 7.4 and 7.5 do not close over task fields.',
  },
}

/** A file that is wrong throughout is wrong in one way; more places help nobody. */
const pathsMax = 20

const outsideSchema: DeliveryRule = {
  id: 'GB-806',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check(read) {
    if (read.kind === 'fits') return []
    return read.paths.slice(0, pathsMax).map((path) => ({ values: [path === '' ? wholeFile : path] }))
  },
  message: {
    nl: 'Iv3-bestand voldoet niet aan schema v2.1: {pad}.',
    en: 'Iv3 file does not satisfy schema v2.1: {path}.',
  },
}

const authorityNumber: DeliveryRule = {
  id: 'GB-807',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check: ofDelivery(({ metadata: { overheidslaag, overheidsnummer } }) =>
    overheidslaag !== 'Gemeente' || /^06\d{4}$/.test(overheidsnummer) ? [] : [{ values: [overheidsnummer] }],
  ),
  message: {
    nl: 'Overheidsnummer {x} is onjuist (06 + gemeentecode, bijv. 060193).',
    en: 'Authority number {x} is wrong (06 + municipality code, e.g. 060193).',
  },
}

const partialDelivery: DeliveryRule = {
  id: 'GB-808',
  severity: 'warning',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check: ofDelivery((delivery) => (isPartial(delivery) ? [{}] : [])),
  message: {
    nl: 'Deellevering: een gebiedsbegroting is geen volledige Iv3-levering; niet insturen.',
    en: 'Partial: an area budget is not a complete Iv3 delivery; do not submit.',
  },
}

/** Of `details`, which CBS publishes when the file says that it may: a field for a person, or a name in any other text. */
const namesInPublic: DeliveryRule = {
  id: 'GB-809',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'delivery',
  check: ofDelivery(({ metadata, data }) => {
    const rows = [...data.lasten, ...data.baten, ...data.balans_lasten, ...data.balans_baten, ...data.balans_standen]
    return metadata.details_openbaar && rows.some(({ details }) => namesPerson(details)) ? [{}] : []
  }),
  message: {
    nl: 'Export bevat namen van medewerkers; openbare versie toont functies.',
    en: 'Export contains employee names; the public version shows roles.',
  },
}

export const deliveryRules: readonly DeliveryRule[] = [
  sidesDiffer,
  internalCategories,
  outsideSchema,
  authorityNumber,
  partialDelivery,
  namesInPublic,
]

/** Everything that can be said about the content of a JSON file as a delivery to CBS. */
export function checkDelivery(value: unknown): readonly Finding[] {
  const read = readDelivery(value)
  return deliveryRules.flatMap((rule) => rule.check(read).map((hit) => unplacedFinding(rule, hit)))
}

const wholeFile = { nl: 'het hele bestand', en: 'the whole file' }

function ofDelivery(check: (delivery: Iv3Delivery) => readonly Hit[]): DeliveryRule['check'] {
  return (read) => (read.kind === 'fits' ? check(read.delivery) : [])
}

/** Sums of a part need not close: what an area is charged, another part of the municipality receives. */
function ofWhole(check: (delivery: Iv3Delivery) => readonly Hit[]): DeliveryRule['check'] {
  return ofDelivery((delivery) => (isPartial(delivery) ? [] : check(delivery)))
}

/** Every row names the area that it is of, so nothing of the rest of the municipality is in it. */
function isPartial({ data: { lasten, baten } }: Iv3Delivery): boolean {
  const rows = [...lasten, ...baten]
  return rows.length > 0 && rows.every(({ details }) => typeof details?.['gebied'] === 'string')
}

/** Whole cents of amounts in euros. */
function sumCents(rows: readonly Iv3Row[]): number {
  return rows.reduce((sum, { bedrag }) => sum + Math.round(bedrag * 100), 0)
}

const personFields: ReadonlySet<string> = new Set(['medewerker', 'persoon', 'person', 'naam', 'personeelsnummer'])

function namesPerson(value: unknown): boolean {
  if (typeof value === 'string') return holdsName(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([key, part]) => (personFields.has(key.toLowerCase()) && isFilled(part)) || namesPerson(part),
  )
}

function isFilled(part: unknown): boolean {
  return part !== null && part !== ''
}
