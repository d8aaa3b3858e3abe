/** Deciding again when somebody else wrote first: each attempt reads everything anew. */
import { Problem } from './problem.ts'

const triesMax = 6
const pauseMsMin = 20

/** `jitter`: between 0 and 1. Throws Problem 503 when others keep being first. */
export async function untilStored<T>(
  areaCode: string,
  jitter: () => number,
  attempt: () => Promise<T | 'moved'>,
): Promise<T> {
  for (let tries = 0; tries < triesMax; tries++) {
    const outcome = await attempt()
    if (outcome !== 'moved') return outcome
    await pause(pauseMsMin * 2 ** tries * (0.5 + jitter()))
  }
  throw tooBusy(areaCode)
}

function tooBusy(areaCode: string): Problem {
  return new Problem(
    503,
    'te-druk',
    {
      nl: `Anderen schrijven tegelijk in ${areaCode}; er is niets vastgelegd. Probeer het zo opnieuw.`,
      en: `Others are writing to ${areaCode} at the same time; nothing was stored. Try again in a moment.`,
    },
    { 'retry-after': '2' },
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
