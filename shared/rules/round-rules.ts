/** Rules over the budgets of a year as a whole: whether they are all in, belong together and add up. */
import { citywideAreaCode, concernAreaCode, isAmendment, isHandedIn, isValidIn } from '#shared/model/index.ts'
import type { AreasHit, SubjectRule } from './rule.ts'
import { type AreaLists, areasOf, type RoundBudget, type Subject, valueOf } from './subject.ts'
import { amount, joined, listed } from './wording.ts'

const about = { scope: 'cross-area', where: 'server', on: 'subject', subject: 'round' } as const

/** Only when somebody handed in: before that there is no consolidation that could be incomplete. */
const roundIncomplete: SubjectRule = {
  ...about,
  id: 'GB-711',
  severity: 'warning',
  check(subject, lists) {
    if (!subject.counted.some(({ state }) => isHandedIn(state))) return []
    const missing = areasNotIn(subject, lists)
    return missing.length === 0 ? [] : [{ values: [listed(missing)], areas: missing }]
  },
  message: {
    nl: 'Consolidatie onvolledig: {gebieden} nog niet ingediend.',
    en: 'Consolidation incomplete: {areas} not submitted.',
  },
}

const listsDiffer: SubjectRule = {
  ...about,
  id: 'GB-712',
  severity: 'error',
  check({ counted }) {
    const handedIn = counted.filter((budget) => isHandedIn(budget.state) && budget.listsVersion !== null)
    return differing(handedIn, ({ listsVersion }) => listsVersion ?? '')
  },
  message: {
    nl: 'Werkboeken gebruiken verschillende code- of tarieflijsten ({lijst}).',
    en: 'Workbooks use different code or rate lists ({list}).',
  },
}

/**
 * Of budgets and amendments that wait for a decision; what was decided before belongs to an earlier round. So it is told of
 * the budget after amendment, and an original budget does not wait for an amendment elsewhere.
 */
const versionsMixed: SubjectRule = {
  ...about,
  id: 'GB-713',
  severity: 'error',
  check: ({ counted }) => differing(counted.filter(isWaiting), ({ version }) => version),
  message: {
    nl: 'Versies lopen door elkaar: {lijst}.',
    en: 'Versions are mixed: {list}.',
  },
}

/**
 * Areas, without what they charge each other, and city-wide work against what the budget of the municipality says. Only
 * when every budget is in: until then the difference is what is still to come (GB-711).
 */
const roundNotClosed: SubjectRule = {
  ...about,
  id: 'GB-714',
  severity: 'error',
  check(subject, lists) {
    if (subject.counted.length === 0 || areasNotIn(subject, lists).length > 0) return []
    return lists.concernTotals.flatMap(({ year, side, cents: total }): readonly AreasHit[] => {
      const parts = subject.parts.filter(({ part }) => part[0] === year && part[1] === side)
      const areas = valueOf(parts.filter(({ areaCode }) => areaCode !== citywideAreaCode))
      const citywide = valueOf(parts.filter(({ areaCode }) => areaCode === citywideAreaCode))
      const eliminated = valueOf(parts.filter(({ part: [, , isInternal] }) => isInternal === 1))
      const sum = areas - eliminated + citywide
      if (parts.length === 0 || sum === total) return []
      const values = [amount(areas), amount(eliminated), amount(citywide), amount(total)]
      return [{ values, expected: amount(total), found: amount(sum), areas: areasOf(parts) }]
    })
  },
  message: {
    nl: 'Consolidatie sluit niet: som gebieden {a} − eliminaties {e} + stadsbreed {s} ≠ {t}.',
    en: 'Consolidation does not close: areas {a} − eliminations {e} + city-wide {s} ≠ {t}.',
  },
}

export const roundRules: readonly SubjectRule[] = [roundIncomplete, listsDiffer, versionsMixed, roundNotClosed]

function isWaiting({ version, state }: RoundBudget): boolean {
  return (version === 'primitief' || isAmendment(version)) && (state === 'ingediend' || state === 'goedgekeurd')
}

/** Areas of the year that have no budget, or one that is still being made. Finance hands nothing in for CONCERN. */
function areasNotIn({ counted, budgetYear }: Subject, { areas }: AreaLists): readonly string[] {
  const active = areas.filter((area) => area.code !== concernAreaCode && isValidIn(area, budgetYear))
  return [...new Set(active.map(({ code }) => code))].sort().filter((code) => {
    const own = counted.filter(({ areaCode }) => areaCode === code)
    return own.length === 0 || !own.every(({ state }) => isHandedIn(state))
  })
}

/** One hit that says which budget has what, when they do not all have the same. */
function differing(budgets: readonly RoundBudget[], textOf: (budget: RoundBudget) => string): readonly AreasHit[] {
  if (new Set(budgets.map(textOf)).size < 2) return []
  const list = budgets.map((budget) => joined(budget.areaCode, textOf(budget)))
  return [{ values: [listed(list)], areas: areasOf(budgets) }]
}
