/** What many rows count for, by key: kept, so that a row can be taken out and another put in without counting them all anew. */

/** Under each key a few whole numbers, one a place, up to the last that is not 0; a key without any is not there. */
export type Tally = ReadonlyMap<string, readonly number[]>

export type Add = (key: string, place: number, amount: number) => void

export interface Counting {
  readonly tally: Tally
  readonly add: Add
  readonly takeOff: Add
}

/** Goes on from a tally, which stays as it is. Whole numbers up to 2^53 add up exactly in whatever order. */
export function countingFrom(before: Tally): Counting {
  let own: Map<string, number[]> | undefined
  const add: Add = (key, place, amount) => {
    if (amount === 0) return
    own ??= new Map(Array.from(before, ([known, numbers]) => [known, [...numbers]]))
    let numbers = own.get(key)
    if (numbers === undefined) {
      numbers = []
      own.set(key, numbers)
    }
    while (numbers.length <= place) numbers.push(0)
    numbers[place] = (numbers[place] ?? 0) + amount
    while (numbers.at(-1) === 0) numbers.pop()
    if (numbers.length === 0) own.delete(key)
  }
  return {
    get tally() {
      return own ?? before
    },
    add,
    takeOff: (key, place, amount) => add(key, place, -amount),
  }
}

/** 0 for what nothing was counted for. */
export function numberIn(tally: Tally, key: string, place = 0): number {
  return tally.get(key)?.[place] ?? 0
}
