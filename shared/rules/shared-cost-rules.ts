/** Rules over costs that stand in, or belong to, more than one area. */
import { isValidIn, wholeBasisPoints } from '#shared/model/index.ts'
import type { AreasHit, SubjectRule, Value } from './rule.ts'
import { type AreaPart, areasOf, type Subject, valueOf } from './subject.ts'
import { amount, listed, percent } from './wording.ts'

const about = { scope: 'cross-area', where: 'server', on: 'subject' } as const

/** Baten of the one that charges against lasten of the one that is charged, year by year. */
const chargeDiffers: SubjectRule = {
  ...about,
  id: 'GB-703',
  severity: 'error',
  subject: 'pair',
  check(subject) {
    if (areaWithoutMirror(subject) !== undefined) return []
    const [from = '', to = ''] = subject.key
    const years = [...new Set(subject.parts.map(({ part: [year] }) => Number(year)))].sort((a, b) => a - b)
    return years.flatMap((year): readonly AreasHit[] => {
      const [charged, booked] = (['B', 'L'] as const).map((side) => valueOf(partsWith(subject, year, side)))
      if (charged === undefined || booked === undefined || charged === booked) return []
      const [a, b] = [amount(charged), amount(booked)]
      return [{ values: [from, to, year, a, b], expected: a, found: b, areas: pairAreas(subject) }]
    })
  },
  message: {
    nl: 'Interne verrekening {van}→{naar} {jaar} sluit niet: {a} tegenover {b}.',
    en: 'Internal charge {from}→{to} {year} does not close: {a} against {b}.',
  },
}

/** Of the pair one side has lines and the other none: then this, and not also a difference of the whole amount. */
const mirrorMissing: SubjectRule = {
  ...about,
  id: 'GB-704',
  severity: 'error',
  subject: 'pair',
  check(subject) {
    const area = areaWithoutMirror(subject)
    return area === undefined ? [] : [{ values: [area], areas: pairAreas(subject) }]
  },
  message: {
    nl: 'Tegenregel in gebied {gebied} ontbreekt.',
    en: 'Mirror line in area {area} is missing.',
  },
}

/**
 * The same contract, or the same cost centre, description and amounts; of two lines with different contracts the latter is
 * chance, and with the same contract it is told once. The amount is that of the four years together in the area that
 * has least: what at most is claimed twice.
 */
const costClaimedTwice: SubjectRule = {
  ...about,
  id: 'GB-705',
  severity: 'warning',
  subject: 'claim',
  check({ key: [kind], parts }) {
    const claiming = kind === 'kosten' ? withoutContractApart(parts) : parts
    const [first, ...others] = areasOf(claiming)
    const description = claiming[0]?.part[0]
    if (first === undefined || description === undefined || others.length === 0) return []
    const sums = [first, ...others].map((area) => valueOf(claiming.filter(({ areaCode }) => areaCode === area)))
    return [{ values: [first, listed(others), description, amount(Math.min(...sums))], areas: [first, ...others] }]
  },
  message: {
    nl: 'Zelfde kosten lijken door {a} en {b} te worden opgevoerd ({omschrijving}, {bedrag}).',
    en: 'The same cost seems claimed by {a} and {b} ({description}, {amount}).',
  },
}

/**
 * Lines with the same allocation key and description are one cost; each area of the key that has such a line bears its
 * share. A cost that only stands in areas outside the key is held as a whole and not divided over lines.
 */
const shareMissing: SubjectRule = {
  ...about,
  id: 'GB-708',
  severity: 'error',
  subject: 'share',
  check({ key: [code], parts, budgetYear }, { allocationKeys }) {
    const key = allocationKeys.find((item) => item.code === code && isValidIn(item, budgetYear))
    const bearing = areasOf(parts)
    const borne = key?.shares.filter(({ areaCode }) => bearing.includes(areaCode)) ?? []
    if (key === undefined || borne.length === 0) return []
    const basisPoints = borne.reduce((sum, share) => sum + share.basisPoints, 0)
    if (basisPoints === wholeBasisPoints) return []
    const areas = [...new Set([...bearing, ...key.shares.map(({ areaCode }) => areaCode)])].sort()
    return [{ values: [parts[0]?.part[0] ?? '', percent(basisPoints / 100)], areas }]
  },
  message: {
    nl: 'Verdeling van {kosten} over gebieden telt op tot {pct}%.',
    en: 'Distribution of {cost} over areas adds up to {pct}%.',
  },
}

const citywideInArea: SubjectRule = {
  ...about,
  id: 'GB-717',
  severity: 'warning',
  subject: 'citywide',
  check: ({ parts }) => areasOf(parts).map((area) => ({ values: [area], areas: [area] })),
  message: {
    nl: 'Stadsbrede kosten staan als gebiedskosten in {gebied}.',
    en: 'City-wide costs are entered as area costs in {area}.',
  },
}

/** Each area is told of the others. */
const experimentElsewhere: SubjectRule = {
  ...about,
  id: 'GB-718',
  severity: 'info',
  subject: 'experiment',
  check({ parts }) {
    const areas = areasOf(parts)
    if (areas.length < 2) return []
    return areas.map((area) => {
      const name: Value = parts.find(({ areaCode }) => areaCode === area)?.part[0] ?? ''
      return { values: [name, listed(areas.filter((other) => other !== area))], areas: [area] }
    })
  },
  message: {
    nl: 'Experiment "{naam}" loopt ook in {gebied}.',
    en: 'Experiment "{name}" also runs in {area}.',
  },
}

export const sharedCostRules: readonly SubjectRule[] = [
  chargeDiffers,
  mirrorMissing,
  costClaimedTwice,
  shareMissing,
  citywideInArea,
  experimentElsewhere,
]

function areaWithoutMirror({ key: [from, to], parts }: Subject): string | undefined {
  if (!parts.some(({ part: [, side] }) => side === 'B')) return parts.length === 0 ? undefined : String(from)
  return parts.some(({ part: [, side] }) => side === 'L') ? undefined : String(to)
}

function pairAreas({ key }: Subject): readonly string[] {
  return key.map(String).sort()
}

function partsWith({ parts }: Subject, year: number, side: 'L' | 'B'): readonly AreaPart[] {
  return parts.filter(({ part }) => part[0] === year && part[1] === side)
}

/** Lines without a contract, and with them those that may be the same cost. */
function withoutContractApart(parts: readonly AreaPart[]): readonly AreaPart[] {
  return parts.some(({ part: [, contract] }) => contract === '') ? parts : []
}
