/**
 * Accepting a finding with a reason: a controller warnings and notices of an own area, finance what is said across areas.
 * A waiver covers exactly the finding that it names; the same rule with another amount is another finding.
 */
import { type WaiverRefusal, whyNoWaiver } from '#shared/lifecycle/index.ts'
import { type BudgetKey, findingKey } from '#shared/model/index.ts'
import { noRight } from '../auth/rights.ts'
import { Problem } from '../problem.ts'
import { untilStored } from '../retry.ts'
import { findBudgetOfEvent } from '../store/life-events.ts'
import { append } from './append.ts'
import { type Waiver, waiversIn } from './life-of.ts'
import { cannot } from './refusals.ts'
import { type Asking, loadStanding, type Standing } from './standing.ts'
import { loadVerdict } from './verdict.ts'

export interface WaiveInput {
  readonly key: BudgetKey
  readonly findingKey: string
  readonly reason: string
}

/** The waiver as stored. Throws Problem when the finding does not stand, or the person may not accept it. */
export async function waive(asking: Asking, input: WaiveInput): Promise<Waiver> {
  const id = await untilStored(input.key.areaCode, asking.jitter, () => tryToWaive(asking, input))
  const { events } = await loadStanding(asking.db, input.key)
  const waiver = waiversIn(events).find((one) => one.id === id)
  if (waiver === undefined) throw noWaiver(id)
  return waiver
}

async function tryToWaive(asking: Asking, { key, findingKey: wanted, reason }: WaiveInput): Promise<string | 'moved'> {
  const { db, person, nowMs } = asking
  const standing = await loadStanding(db, key)
  const { own, across } = await loadVerdict(db, standing, null, nowMs())
  const finding = [...own, ...across].find((one) => findingKey(one) === wanted)
  if (finding === undefined) {
    throw cannot(
      'Deze bevinding staat er niet (meer); een ontheffing geldt alleen voor precies deze tekst. Controleer opnieuw.',
      'This finding does not stand (any more); a waiver holds for exactly this text. Check again.',
    )
  }
  refuse(whyNoWaiver(finding, { role: person.role, isOfArea: person.areas.includes(key.areaCode) }), key.areaCode)
  if (finding.waiver !== undefined) {
    throw cannot('Deze bevinding heeft al een ontheffing.', 'This finding has a waiver already.')
  }
  const body = { key: wanted, reason, role: person.role }
  return append(asking, standing, { content: { kind: 'ontheffing', body }, about: null })
}

/** Throws Problem 404 when there is no such waiver in force, 403 for who could not have given it. */
export async function withdrawWaiver(asking: Asking, areaCode: string, id: string): Promise<void> {
  const key = await findBudgetOfEvent(asking.db, areaCode, 'ontheffing', id)
  if (key === undefined) throw noWaiver(id)
  await untilStored(areaCode, asking.jitter, () => tryToWithdraw(asking, key, id))
}

async function tryToWithdraw(asking: Asking, key: BudgetKey, id: string): Promise<string | 'moved'> {
  const standing: Standing = await loadStanding(asking.db, key)
  const waiver = waiversIn(standing.events).find((one) => one.id === id)
  if (waiver === undefined) throw noWaiver(id)
  // Who could have given it may take it back.
  const given = { severity: 'warning' as const, areas: waiver.role === 'gebiedscontroller' ? [] : [key.areaCode] }
  const { role, areas } = asking.person
  refuse(whyNoWaiver(given, { role, isOfArea: areas.includes(key.areaCode) }), key.areaCode)
  return append(asking, standing, { content: { kind: 'intrekking', body: { role: asking.person.role } }, about: id })
}

function refuse(refusal: WaiverRefusal | undefined, areaCode: string): void {
  switch (refusal) {
    case undefined:
      return
    case 'finance':
      throw noRight(
        'een bevinding over gebieden heen aanvaardt alleen financiën',
        'only finance accepts a finding across areas',
      )
    case 'controller':
      throw noRight(
        `een bevinding van ${areaCode} aanvaardt alleen de gebiedscontroller`,
        `only the area controller accepts a finding of ${areaCode}`,
      )
    case 'error':
      throw cannot('Een fout krijgt geen ontheffing; los hem op.', 'An error gets no waiver; solve it.')
  }
}

function noWaiver(id: string): Problem {
  return new Problem(404, 'niet-gevonden', {
    nl: `Er is geen ontheffing ${id} van kracht.`,
    en: `No waiver ${id} is in force.`,
  })
}
