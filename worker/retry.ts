/** Deciding again when somebody else wrote first: each attempt reads everything anew. */
import { Problem } from './problem.ts'

const triesMax = 6
const pauseMsMin = 20

type Attempt<T> = () => Promise<T | 'moved'>

/** Of what is stored in an area. `jitter`: between 0 and 1. Throws Problem 503 when others keep being first. */
export function untilStored<T>(areaCode: string, jitter: () => number, attempt: Attempt<T>): Promise<T> {
  return untilFirst(jitter, attempt, () => tooBusy(`in ${areaCode}`, `to ${areaCode}`))
}

/** Of the lists and the people of the municipality; like `untilStored`. */
export function untilKept<T>(jitter: () => number, attempt: Attempt<T>): Promise<T> {
  return untilFirst(jitter, attempt, () => tooBusy('in de lijsten', 'to the lists'))
}

async function untilFirst<T>(jitter: () => number, attempt: Attempt<T>, busy: () => Problem): Promise<T> {
  for (let tries = 0; tries < triesMax; tries++) {
    const outcome = await attempt()
    if (outcome !== 'moved') return outcome
    await pause(pauseMsMin * 2 ** tries * (0.5 + jitter()))
  }
  throw busy()
}

function tooBusy(where: string, to: string): Problem {
  return new Problem(
    503,
    'te-druk',
    {
      nl: `Anderen schrijven tegelijk ${where}; er is niets vastgelegd. Probeer het zo opnieuw.`,
      en: `Others are writing ${to} at the same time; nothing was stored. Try again in a moment.`,
    },
    { 'retry-after': '2' },
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
