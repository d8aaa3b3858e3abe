import type { Scalar } from '../book.ts'
import { compareTexts, compareValues, isSameNumber } from '../formula/compare.ts'
import { isErrorValue } from '../formula/error-values.ts'
import { hasWildcard, wildcardPattern } from '../formula/wildcards.ts'

/**
 * `smaller` and `larger` take the list as sorted and give the last value that is still good; `exact-or-…` take the nearest
 * wherever it stands.
 */
export type MatchKind = 'exact' | 'wildcard' | 'smaller' | 'larger' | 'exact-or-smaller' | 'exact-or-larger'

/** From zero; -1 when the list has no such value. Values only match their own kind: the text "1" is not the number 1. */
export function findPlace(wanted: Scalar, list: readonly Scalar[], kind: MatchKind, isBackwards: boolean): number {
  const sought = wanted ?? 0
  switch (kind) {
    case 'smaller':
      return lastGood(sought, list, (order) => order <= 0)
    case 'larger':
      return lastGood(sought, list, (order) => order >= 0)
    default: {
      const exact = findExact(sought, list, kind === 'wildcard', isBackwards)
      if (exact >= 0 || kind === 'exact' || kind === 'wildcard') return exact
      return nearest(sought, list, kind === 'exact-or-smaller' ? -1 : 1)
    }
  }
}

function findExact(sought: Scalar, list: readonly Scalar[], allowsWildcards: boolean, isBackwards: boolean): number {
  const isEqual = equality(sought, allowsWildcards)
  return isBackwards ? list.findLastIndex(isEqual) : list.findIndex(isEqual)
}

function equality(sought: Scalar, allowsWildcards: boolean): (value: Scalar) => boolean {
  if (typeof sought === 'number') return (value) => typeof value === 'number' && isSameNumber(value, sought)
  if (typeof sought !== 'string') return (value) => value === sought
  if (!allowsWildcards || !hasWildcard(sought)) {
    return (value) => typeof value === 'string' && compareTexts(value, sought) === 0
  }
  const pattern = wildcardPattern(sought)
  return (value) => typeof value === 'string' && pattern.test(value)
}

function lastGood(sought: Scalar, list: readonly Scalar[], isGood: (order: number) => boolean): number {
  let last = -1
  for (const [place, value] of list.entries()) {
    if (!isSameKind(value, sought)) continue
    if (!isGood(compareValues(value, sought))) break
    last = place
  }
  return last
}

function nearest(sought: Scalar, list: readonly Scalar[], side: -1 | 1): number {
  return list.reduce<number>((best, value, place) => {
    if (!isSameKind(value, sought) || compareValues(value, sought) * side < 0) return best
    const rival = list[best]
    return rival === undefined || compareValues(value, rival) * side < 0 ? place : best
  }, -1)
}

function isSameKind(value: Scalar, sought: Scalar): boolean {
  return value !== null && !isErrorValue(value) && typeof value === typeof sought
}
