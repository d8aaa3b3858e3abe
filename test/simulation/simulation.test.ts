import { describe, expect, test } from 'vitest'
import { type PlantedBug, plantedBugs } from './planted-bugs.ts'
import { trueProtocol } from './protocol-under-test.ts'
import { simulate } from './simulate.ts'

const steps = 120

function violationsOf(seeds: readonly number[]): readonly string[] {
  return seeds.flatMap((seed) => simulate(seed, steps, trueProtocol).violations.map((what) => `${seed}: ${what}`))
}

describe('[S-46] the simulation', () => {
  test('one seed gives one course of events', () => {
    expect(simulate(11, steps, trueProtocol)).toEqual(simulate(11, steps, trueProtocol))
  })

  test('[I1-I14] people, network and server may fail in 120 seeds of 120 steps and nothing is lost or doubled', () => {
    expect(violationsOf(Array.from({ length: 120 }, (_, at) => at + 1))).toEqual([])
  })

  /** Seeds that failed while the protocol or this simulation was being built. */
  test.for([
    [71, 'a version came in while its row was gone from the sheet, and its deletion was confirmed unseen'],
    [97, 'the same in another course of events'],
    [315, 'a deletion came in while a filter hid its row, whose token was cleared'],
    [20_331, 'the id of a row passed to a copy of it in one file and not in the other'],
    [50_575, 'a token was pasted into another table, and the server, put back, created that row under it'],
    [22_411, 'two instances of one file gave the same renumbered row an id'],
  ] as const)('[I1-I14] seed %d: %s', ([seed]) => {
    expect(violationsOf([seed])).toEqual([])
  })

  test('the people and faults of these seeds do everything that the protocol must stand', () => {
    const totals = new Map<string, number>()
    for (let seed = 1; seed <= 30; seed++)
      for (const [name, count] of Object.entries(simulate(seed, steps, trueProtocol).counts))
        totals.set(name, (totals.get(name) ?? 0) + count)
    expect([...totals].filter(([, count]) => count < 5)).toEqual([])
  })
})

describe('a planted bug is noticed', () => {
  const seedsMax = 120
  const expected: Readonly<Record<PlantedBug, RegExp>> = {
    'last-writer-wins': /^I3 /,
    'server-always-wins': /^I14 /,
    'conflict-holds-back-other-fields': /^I2 /,
    'mine-without-looking-again': /^I3 /,
    'delete-without-comparing': /^I3 /,
    'own-landed-edit-forgotten': /^I4 /,
    'number-may-stand-twice': /^I11 /,
    'tombstones-not-sent': /^I1 /,
    'other-history-overwritten': /^I10 /,
    'restore-unnoticed': /^I10 /,
    'commit-without-comparing-head': /^I5 /,
    'lock-checked-too-early': /^I9 /,
    'push-carried-out-twice': /^I4 /,
    'tokens-before-cells': /^I3 /,
    'absence-deletes': /^I3 /,
    'filtered-rows-are-missing': /^I11 /,
    'unreadable-rows-are-missing': /^I11 /,
    'unreadable-rows-are-pushed': /^I3 /,
    'numbers-do-not-repair': /^I1 /,
    'known-list-without-pend': /^I3 /,
    'copies-keep-the-token': /^I1 /,
    'answer-overwrites-typing': /^I14 /,
    'old-base-forgotten': /^I3 /,
  }

  test.for(Object.entries(expected))('%s breaks %s', ([name, invariant]) => {
    const protocol = plantedBugs[name as PlantedBug]
    const isCaught = (seed: number) => simulate(seed, steps, protocol).violations.some((what) => invariant.test(what))
    let seed = 1
    while (seed <= seedsMax && !isCaught(seed)) seed++
    expect(seed).toBeLessThanOrEqual(seedsMax)
  })
})
