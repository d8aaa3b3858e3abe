/** How items of lists, faults and the outcome of a load look in answers. */
import * as z from 'zod/mini'
import { keptListNames } from '#shared/model/index.ts'
import type { ItemKey, StandingItem } from '../lists/list-item.ts'
import type { ListFault } from '../lists/list-faults.ts'
import type { LoadPlan } from '../lists/plan-load.ts'
import { Problem } from '../problem.ts'

export const faultSchema = z.object({
  soort: z.enum(keptListNames),
  /** Position in the list as it was sent, from 0. */
  index: z.int(),
  code: z.string(),
  /** Path of the field in the item (`ceilings.0.cents`); '' for the whole item. */
  veld: z.string(),
  nl: z.string(),
  en: z.string(),
})

const keyShape = { soort: z.enum(keptListNames), code: z.string(), vanaf: z.int() }
export const itemAnswerSchema = z.object({ ...keyShape, versie: z.int(), waarschuwingen: z.array(faultSchema) })
export const listSchema = z.array(
  z.object({ code: z.string(), vanaf: z.int(), versie: z.int(), etag: z.string(), item: z.unknown() }),
)
export const historySchema = z.array(
  z.object({
    vanaf: z.int(),
    versie: z.int(),
    door: z.nullable(z.string()),
    op: z.string(),
    voor: z.nullable(z.unknown()),
    na: z.unknown(),
  }),
)
export const loadAnswerSchema = z.object({
  proef: z.boolean(),
  nieuw: z.int(),
  gewijzigd: z.int(),
  ongewijzigd: z.int(),
  /** What is new or changed. */
  items: z.array(
    z.object({ ...keyShape, stand: z.enum(['nieuw', 'gewijzigd', 'ongewijzigd']), velden: z.array(z.string()) }),
  ),
  waarschuwingen: z.array(faultSchema),
})

const outcomeNames = { new: 'nieuw', changed: 'gewijzigd', unchanged: 'ongewijzigd' } as const

export function loadAnswer({ items, warnings }: LoadPlan, isTrial: boolean): z.infer<typeof loadAnswerSchema> {
  const count = (outcome: keyof typeof outcomeNames) => items.filter((item) => item.outcome === outcome).length
  return {
    proef: isTrial,
    nieuw: count('new'),
    gewijzigd: count('changed'),
    ongewijzigd: count('unchanged'),
    items: items
      .filter(({ outcome }) => outcome !== 'unchanged')
      .map(({ kind, code, firstYear, outcome, changedFields }) => ({
        soort: kind,
        code,
        vanaf: firstYear,
        stand: outcomeNames[outcome],
        velden: [...changedFields],
      })),
    waarschuwingen: warnings.map(readableFault),
  }
}

/** Names one version of one item; the first year is in it because a code may have several items. */
export function itemEtag({ firstYear, version }: Pick<ItemKey, 'firstYear'> & { readonly version: number }): string {
  return `"${firstYear}-${version}"`
}

export function listedItem(standing: StandingItem) {
  const { code, firstYear, version, item } = standing
  return { code, vanaf: firstYear, versie: version, etag: itemEtag(standing), item }
}

/** Throws Problem 422 that names every fault. */
export function refuseFaults({ faults }: LoadPlan): void {
  const [first] = faults
  if (first === undefined) return
  const place = [first.kind, first.code || `item ${first.index + 1}`, first.place]
    .filter((part) => part !== '')
    .join(', ')
  throw new Problem(
    422,
    'lijst-klopt-niet',
    {
      nl: `Er is niets vastgelegd: ${faults.length} keer klopt iets niet. Het eerste: ${place}: ${first.nl}.`,
      en: `Nothing was stored: something is wrong ${faults.length} times. The first: ${place}: ${first.en}.`,
    },
    {},
    { fouten: faults.map(readableFault) },
  )
}

function readableFault({ kind, index, code, place, nl, en }: ListFault): z.infer<typeof faultSchema> {
  return { soort: kind, index, code, veld: place, nl, en }
}
