/** One course of events from a seed: people work while the network and the server fail, then everything must become quiet. */
import { checkEnd } from './check-end.ts'
import { synchronise } from './client.ts'
import { correctNonsense, workOneStep } from './person-works.ts'
import type { ProtocolUnderTest } from './protocol-under-test.ts'
import type { Instance } from './workbook.ts'
import { type CountName, World } from './world.ts'

export interface SimulationResult {
  readonly seed: number
  readonly violations: readonly string[]
  readonly counts: Readonly<Record<CountName, number>>
  /** Rounds of everybody synchronising until nothing changed any more. */
  readonly rounds: number
}

const stepTime = 4
const eventsMax = 200_000
const roundsMax = 6
const syncsPerRound = 3

export function simulate(seed: number, steps: number, protocol: ProtocolUnderTest): SimulationResult {
  const world = new World(seed, protocol)
  for (let step = 0; step < steps; step++)
    world.clock.after(step * stepTime + world.random.below(stepTime), () => workOneStep(world))
  world.clock.drain(eventsMax)
  const rounds = becomeQuiet(world)
  if (rounds > roundsMax) world.violate('I13', `not quiet after ${roundsMax} rounds`)
  checkEnd(world)
  return { seed, violations: world.violations, counts: world.counts, rounds }
}

/** No faults any more: filters off, nonsense corrected, the area open; returns the rounds that changed something. */
function becomeQuiet(world: World): number {
  world.isCalm = true
  world.server.isLocked = false
  const instances = world.workbooks.flatMap((workbook) => workbook.instances)
  for (const instance of instances) {
    instance.filter = undefined
    correctNonsense(world, instance)
  }
  world.clock.drain(eventsMax)
  let before = fingerprint(world, instances)
  for (let round = 0; round <= roundsMax; round++) {
    for (const instance of instances) synchroniseAlone(world, instance)
    const after = fingerprint(world, instances)
    if (after === before) return round
    before = after
  }
  return roundsMax + 1
}

function synchroniseAlone(world: World, instance: Instance): void {
  world.clock.now += 100
  for (let sync = 0; sync < syncsPerRound; sync++) {
    instance.busy = undefined
    world.clock.now += 20
    synchronise(world, instance)
    world.clock.drain(eventsMax)
  }
}

function fingerprint(world: World, instances: readonly Instance[]): string {
  const sheets = instances.map((instance) => instance.rows().map(({ row, token }) => [row, token]))
  return JSON.stringify([world.server.head(), sheets])
}
