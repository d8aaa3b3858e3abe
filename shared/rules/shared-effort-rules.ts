/** Rules over people, rates and activities that occur in more than one area. */
import type { SubjectRule } from './rule.ts'
import { type AreaPart, areasOf, valueOf } from './subject.ts'
import { amount, hours, joined, listed } from './wording.ts'

const about = { scope: 'cross-area', where: 'server', on: 'subject' } as const

/** The capacity that is listed for the person in the year, else the hours of a full-time job. */
const personOvercommitted: SubjectRule = {
  ...about,
  id: 'GB-706',
  severity: 'error',
  subject: 'person',
  check({ key: [person = '', year = 0], parts }, { capacities, parameters }) {
    const listedCapacity = capacities.find((item) => item.person === person && item.year === year)?.hours
    const capacity = listedCapacity ?? parameters.hoursNormPerFte
    const planned = valueOf(parts)
    if (planned <= capacity) return []
    const [spent, available] = [hours(planned), hours(capacity)]
    // The English message names the hours before the year.
    const inOrder = [
      { nl: String(year), en: spent.en },
      { nl: spent.nl, en: String(year) },
    ]
    return [{ values: [person, ...inOrder, available], expected: available, found: spent, areas: areasOf(parts) }]
  },
  message: {
    nl: '{persoon} is in {jaar} voor {uren} uur ingezet; capaciteit is {cap}.',
    en: '{person} is planned for {hours} hours in {year}; capacity is {cap}.',
  },
}

/** Different rates within one area are for GB-304. */
const ratesDiffer: SubjectRule = {
  ...about,
  id: 'GB-707',
  severity: 'warning',
  subject: 'rate',
  check({ parts }) {
    const areas = areasOf(parts)
    const rates = [...new Set(parts.map(({ part: [cents] }) => Number(cents)))].sort((a, b) => a - b)
    if (areas.length < 2 || rates.length < 2) return []
    const list = rates.map((rate) =>
      joined(amount(rate), 'in', areasOf(parts.filter(({ part: [cents] }) => cents === rate)).join(', ')),
    )
    return [{ values: [nameOf(parts), listed(list)], areas }]
  },
  message: {
    nl: '{functie} heeft verschillende tarieven: {lijst}.',
    en: '{role} has different rates: {list}.',
  },
}

/** By role, on the taakveld of the line that its hours belong to, and by the description of lasten. */
const taakveldenDiffer: SubjectRule = {
  ...about,
  id: 'GB-710',
  severity: 'warning',
  subject: 'activity',
  check({ parts }) {
    const areas = areasOf(parts)
    const taakvelden = [...new Set(parts.map(({ part: [taakveld] }) => String(taakveld)))].sort()
    if (areas.length < 2 || taakvelden.length < 2) return []
    const list = taakvelden.map((code) =>
      joined(code, 'in', areasOf(parts.filter(({ part: [taakveld] }) => taakveld === code)).join(', ')),
    )
    return [{ values: [joined(nameOf(parts), listed(list))], areas }]
  },
  message: {
    nl: 'Zelfde activiteit/functie op verschillende taakvelden: {lijst}.',
    en: 'Same activity/role on different task fields: {list}.',
  },
}

export const sharedEffortRules: readonly SubjectRule[] = [personOvercommitted, ratesDiffer, taakveldenDiffer]

/** As the first area that has it writes it. */
function nameOf(parts: readonly AreaPart[]): string {
  return String(parts[0]?.part[1] ?? '')
}
