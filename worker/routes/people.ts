import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { type KeptPerson, keptPersonSchema } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { requireKeepPeople } from '../auth/rights.ts'
import { keepPeople, type PeoplePlan, type PersonFault } from '../lists/people.ts'
import { Problem } from '../problem.ts'
import { parseBody, readBody } from '../read-body.ts'
import { sha256 } from '../store/audit-chain.ts'
import { loadPeople } from '../store/people.ts'
import { json, jsonBody } from './describe.ts'
import { isAsSeen } from './item-condition.ts'
import { textQuery } from './query.ts'

const peoplePerLoadMax = 5_000
const seenPersonSchema = z.extend(keptPersonSchema, { etag: z.string() })
const peopleSchema = z.array(seenPersonSchema)
const sentSchema = z.array(z.unknown()).check(z.maxLength(peoplePerLoadMax))
const faultSchema = z.object({ index: z.int(), veld: z.string(), nl: z.string(), en: z.string() })
const faultsSchema = z.object({ fouten: z.array(faultSchema) })
const loadAnswerSchema = z.object({
  proef: z.boolean(),
  nieuw: z.int(),
  gewijzigd: z.int(),
  ongewijzigd: z.int(),
  /** Object ids of who is new or changed. */
  mensen: z.array(z.object({ oid: z.string(), stand: z.enum(['nieuw', 'gewijzigd']) })),
})

export const peopleRoutes = new Hono<AppContext>()
  .get(
    '/personen',
    describeRoute({
      summary: 'De mensen van de gemeente met hun rol en gebieden, voor beheer',
      responses: { 200: json('mensen', peopleSchema) },
    }),
    async (c) => {
      const { tid } = administrator(c)
      const { people } = await loadPeople(c.env.DB, tid)
      return c.json(await Promise.all(people.map(async (person) => ({ ...person, etag: await personEtag(person) }))))
    },
  )
  .post(
    '/personen/ladingen',
    describeRoute({
      summary: 'Mensen vastleggen: alle, of geen als er een niet klopt. Wie niet genoemd is blijft zoals hij is',
      parameters: [textQuery('proef', 'ja: alleen zeggen wat er zou wijzigen')],
      requestBody: jsonBody(z.array(keptPersonSchema)),
      responses: {
        200: json('wie nieuw, gewijzigd en ongewijzigd is', loadAnswerSchema),
        422: json('wat niet klopt', faultsSchema),
      },
    }),
    async (c) => {
      administrator(c)
      const isTrial = c.req.query('proef') === 'ja'
      const people = parseBody(await readBody(c.req.raw), sentSchema)
      return c.json(loadAnswer(await kept(c, people, isTrial, async () => undefined), isTrial))
    },
  )
  .put(
    '/personen/:oid',
    describeRoute({
      summary: 'Naam, rol en gebieden van een persoon vastleggen',
      parameters: [
        { in: 'header', name: 'if-match', description: 'ETag van wat u zag', schema: { type: 'string' } },
        { in: 'header', name: 'if-none-match', description: '*: alleen als hij nieuw is', schema: { type: 'string' } },
      ],
      requestBody: jsonBody(keptPersonSchema),
      responses: {
        200: json('vastgelegd', keptPersonSchema),
        412: json('een ander was eerder; wat er nu staat', z.object({ nu: z.nullable(seenPersonSchema) })),
        422: json('wat niet klopt, per veld', faultsSchema),
      },
    }),
    async (c) => {
      administrator(c)
      const sent = parseBody(await readBody(c.req.raw), z.record(z.string(), z.unknown()))
      const oid = c.req.param('oid')
      if (sent['oid'] !== oid) throw otherId()
      const { people } = await kept(c, [sent], false, (standing) =>
        refuseOutdated(
          c,
          standing.find((person) => person.oid === oid),
        ),
      )
      const after = people[0]?.after
      if (after === undefined) throw otherId()
      return c.json(after, 200, { etag: await personEtag(after) })
    },
  )

function administrator(c: Context<AppContext>) {
  const person = c.get('person')
  requireKeepPeople(person)
  return person
}

/** The plan as it was carried out. Throws Problem 422 for faults, 409 for the last administrator. */
async function kept(
  c: Context<AppContext>,
  people: readonly unknown[],
  isTrial: boolean,
  requireSeen: (standing: readonly KeptPerson[]) => Promise<void>,
): Promise<PeoplePlan> {
  const { tid, oid } = c.get('person')
  const plan = await keepPeople({
    db: c.env.DB,
    tid,
    people,
    actor: `${tid}:${oid}`,
    atMs: Date.now(),
    jitter: Math.random,
    isTrial,
    requireSeen,
  })
  if (plan === 'no-administrator') throw lastAdministrator()
  refuseFaults(plan.faults)
  return plan
}

/** Of what is kept, so that it is the same after a change and back. */
async function personEtag({ oid, name, role, areas }: KeptPerson): Promise<string> {
  return `"${(await sha256(JSON.stringify([oid, name, role, areas]))).slice(0, 16)}"`
}

/** Throws Problem 412 with what stands there now. */
async function refuseOutdated(c: Context<AppContext>, standing: KeptPerson | undefined): Promise<void> {
  const etag = standing === undefined ? undefined : await personEtag(standing)
  if (isAsSeen(c.req.header('if-match'), c.req.header('if-none-match'), etag)) return
  throw new Problem(
    412,
    'ondertussen-gewijzigd',
    {
      nl: 'Een ander heeft deze persoon ondertussen gewijzigd. Bekijk wat er nu staat en leg uw wijziging opnieuw vast.',
      en: 'Somebody else changed this person meanwhile. Look at what is there now and store your change again.',
    },
    etag === undefined ? {} : { etag },
    { nu: standing === undefined ? null : { ...standing, etag } },
  )
}

function loadAnswer({ people }: PeoplePlan, isTrial: boolean): z.infer<typeof loadAnswerSchema> {
  const count = (outcome: string) => people.filter((person) => person.outcome === outcome).length
  return {
    proef: isTrial,
    nieuw: count('new'),
    gewijzigd: count('changed'),
    ongewijzigd: count('unchanged'),
    mensen: people.flatMap(({ after, outcome }) =>
      outcome === 'unchanged' ? [] : [{ oid: after.oid, stand: outcome === 'new' ? 'nieuw' : 'gewijzigd' }],
    ),
  }
}

/** Throws Problem 422. Texts name places and object ids, never names. */
function refuseFaults(faults: readonly PersonFault[]): void {
  const [first] = faults
  if (first === undefined) return
  const count = faults.length
  throw new Problem(
    422,
    'lijst-klopt-niet',
    {
      nl: `Er is niets vastgelegd: ${count} keer klopt iets niet. Het eerste: persoon ${first.index + 1}, ${first.place}: ${first.nl}.`,
      en: `Nothing was stored: something is wrong ${count} times. The first: person ${first.index + 1}, ${first.place}: ${first.en}.`,
    },
    {},
    { fouten: faults.map(({ index, place, nl, en }) => ({ index, veld: place, nl, en })) },
  )
}

function lastAdministrator(): Problem {
  return new Problem(409, 'laatste-beheerder', {
    nl: 'Zo blijft er niemand van beheer over. Geef eerst een ander de rol beheer.',
    en: 'Nobody of administration would be left. Give somebody else the role beheer first.',
  })
}

function otherId(): Problem {
  return new Problem(400, 'ongeldige-invoer', {
    nl: 'Het object-id in het adres en in de inhoud verschillen.',
    en: 'The object id in the address and in the body differ.',
  })
}
