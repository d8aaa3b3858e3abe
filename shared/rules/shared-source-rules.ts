/** Rules over what all areas together draw on sources, programmes and reserves. */
import { reserveBalances, type Source, ceilingOf, concernAreaCode, isAmendment, yearsOf } from '#shared/model/index.ts'
import { reserveMovement } from './contributions.ts'
import type { AreasHit, SubjectRule } from './rule.ts'
import { areasOf, type Subject, valueOf } from './subject.ts'
import { amount } from './wording.ts'

const about = { scope: 'cross-area', where: 'server', on: 'subject' } as const

/** A source with several items in the lists (codes are re-used) is judged by the one that has a ceiling in the year. */
function itemsOf({ key: [code] }: Subject, sources: readonly Source[]): readonly Source[] {
  return sources.filter((source) => source.code === code)
}

/** The years in which more is drawn on the source than it has. */
function overdraws({ draws }: Subject, source: Source, nameOfSource: string): readonly AreasHit[] {
  const years = [...new Set(draws.map((draw) => draw.year))].sort((a, b) => a - b)
  return years.flatMap((year) => {
    const inYear = draws.filter((draw) => draw.year === year && draw.cents !== 0)
    const cents = inYear.reduce((sum, draw) => sum + draw.cents, 0)
    const ceiling = ceilingOf(source, year)
    if (ceiling === undefined || cents <= ceiling) return []
    const [drawn, available] = [amount(cents), amount(ceiling)]
    return [{ values: [nameOfSource, drawn, available], expected: available, found: drawn, areas: areasOf(inYear) }]
  })
}

/** Grants have a rule of their own (GB-716), so that one overdraw is not told twice. */
const sourceOverdrawn: SubjectRule = {
  ...about,
  id: 'GB-701',
  severity: 'error',
  subject: 'source',
  check: (subject, { sources }) =>
    itemsOf(subject, sources)
      .filter(({ type }) => type !== 'subsidie')
      .flatMap((source) => overdraws(subject, source, source.code)),
  message: {
    nl: '{bron} is over alle gebieden heen overschreden: {beroep} van {plafond}.',
    en: '{source} is overdrawn across all areas: {draw} of {ceiling}.',
  },
}

/**
 * In amendments alone: an original budget may draw on a stelpost that the concern budget never held on 0.8. CONCERN's lines
 * on 0.8 name their stelpost in Dekking. All amendments count together, since one may follow in the next.
 */
const placeholderNotMoved: SubjectRule = {
  ...about,
  id: 'GB-702',
  severity: 'error',
  subject: 'source',
  check(subject, { sources }) {
    if (!itemsOf(subject, sources).some(({ type }) => type === 'stelpost')) return []
    return yearsOf(subject.budgetYear).flatMap((year) => {
      const charged = subject.draws.filter(
        (draw) => draw.year === year && draw.areaCode !== concernAreaCode && isAmendment(draw.version),
      )
      const own = subject.parts.filter(({ part, version }) => part[0] === year && isAmendment(version))
      const risen = charged.reduce((sum, { cents }) => sum + cents, 0)
      const fallen = -valueOf(own)
      if (risen === fallen) return []
      const areas = [...new Set([...areasOf(charged), concernAreaCode])].sort()
      return [{ values: [amount(Math.abs(risen - fallen))], expected: amount(risen), found: amount(fallen), areas }]
    })
  },
  message: {
    nl: 'Stelpost op 0.8 daalt niet met hetzelfde bedrag als de gebieden stijgen (verschil {bedrag}).',
    en: 'The 0.8 placeholder does not fall by what the areas rise (difference {amount}).',
  },
}

const grantOverdrawn: SubjectRule = {
  ...about,
  id: 'GB-716',
  severity: 'error',
  subject: 'source',
  check: (subject, { sources }) =>
    itemsOf(subject, sources)
      .filter(({ type }) => type === 'subsidie')
      .flatMap((source) => overdraws(subject, source, source.awardReference ?? source.code)),
  message: {
    nl: 'Subsidie {nr} is door gebieden samen voor {som} ingezet; beschikt {plafond}.',
    en: 'Grant {nr} is used for {sum} by areas together; awarded {ceiling}.',
  },
}

/** Lasten of areas and city-wide work; what finance keeps in CONCERN is not asked for by an area. */
const programmeExceeded: SubjectRule = {
  ...about,
  id: 'GB-709',
  severity: 'error',
  subject: 'programme',
  check({ key: [code], parts }, { programmeCeilings }) {
    const ceilings = programmeCeilings.filter(({ programmeCode }) => programmeCode === code)
    return ceilings.flatMap(({ year, cents: ceiling }) => {
      const asked = parts.filter(({ part, value }) => part[0] === year && value !== 0)
      const cents = valueOf(asked)
      if (cents <= ceiling) return []
      const [sum, available] = [amount(cents), amount(ceiling)]
      return [{ values: [code ?? '', sum, available], expected: available, found: sum, areas: areasOf(asked) }]
    })
  },
  message: {
    nl: 'Programma {p}: gebieden vragen samen {som}, beschikbaar {plafond}.',
    en: 'Programme {p}: areas request {sum}, available {ceiling}.',
  },
}

/** Every year of the horizon that ends below zero, since each asks for its own repair. */
const reserveNegative: SubjectRule = {
  ...about,
  id: 'GB-715',
  severity: 'error',
  subject: 'reserve',
  check({ key: [code], parts, draws, budgetYear }, { reserves }) {
    const movements = parts.map(reserveMovement)
    const areas = areasOf([...movements, ...draws])
    return reserves
      .filter((reserve) => reserve.code === code)
      .flatMap((reserve) => reserveBalances(reserve, movements, draws, yearsOf(budgetYear)))
      .filter(({ cents }) => cents < 0n && areas.length > 0)
      .map(({ year, cents }) => ({ values: [code ?? '', year, amount(Number(cents))], areas }))
  },
  message: {
    nl: 'Reserve {reserve} wordt negatief op 31-12-{jaar}: {stand}.',
    en: 'Reserve {reserve} turns negative at 31-12-{year}: {balance}.',
  },
}

export const sharedSourceRules: readonly SubjectRule[] = [
  sourceOverdrawn,
  placeholderNotMoved,
  programmeExceeded,
  reserveNegative,
  grantOverdrawn,
]
