import { describe, expect, test } from 'vitest'
import {
  coverage,
  decision,
  details,
  found,
  hoursLine,
  line,
  lists,
  valid,
  workbook,
} from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const hours = (amount: number) => amount * 100
const role = (code: string, ...aliases: readonly string[]) =>
  valid({ code, aliases, isOverhead: false, isCoreTeam: true })
const rate = (name: string, year: number, amount: number) => ({
  code: `${name} ${year}`,
  role: name,
  year,
  centsPerHour: euros(amount),
})
const reference = lists({
  roles: [role('verandermanager', 'programmaleider'), role('wijkmanager')],
  rates: [rate('verandermanager', 2023, 80), rate('verandermanager', 2024, 82)],
  phases: [
    valid({ code: 'plan', from: '2023-01-01', to: '2023-03-31' }),
    valid({ code: 'implementatie', from: '2023-04-01', to: '2024-09-30' }),
  ],
})
const effort = (rule: string, fields: Parameters<typeof hoursLine>[0]) =>
  found(rule, workbook({ rows: [line({}), hoursLine(fields)] }), reference)

const typed = (amountCents: number) => effort('GB-303', { hours: 1_050, rateCents: 7_999, amountCents })

const person = (...fields: readonly Parameters<typeof hoursLine>[0][]) =>
  workbook({ rows: fields.map((own, i) => hoursLine({ lineNumber: `HOL-I00${i}`, person: 'P-1', ...own })) })

describe('hours and rates', () => {
  test('[GB-303] 4,000 hours at EUR 80 are not 318,880, and 3,986 hours are', () => {
    const memo = { hours: hours(4_000), rateCents: 8_000, amountCents: euros(318_880) }
    expect(effort('GB-303', memo)).toEqual([
      {
        rule: 'GB-303',
        field: 'amountCents',
        nl: 'Uren x tarief = 320.000, maar bedrag is 318.880.',
        en: 'Hours x rate = 320,000, but amount is 318,880.',
      },
    ])
    const judged = workbook({ rows: [hoursLine(memo)] })
    expect(details('GB-303', judged)).toMatchObject([{ severity: 'error', sheet: 'Inzet', cell: 'H5', fix: 320_000 }])
    expect(effort('GB-303', { ...memo, hours: hours(3_986) })).toEqual([])
  })

  test('[GB-303] a typed amount may be rounded to the euro, and no further', () => {
    expect(typed(83_989)).toEqual([])
    expect(typed(83_900)).toEqual([])
    expect(typed(84_090)).toMatchObject([{ nl: 'Uren x tarief = 839,90, maar bedrag is 840,90.' }])
    expect(typed(83_889)).toMatchObject([{ en: 'Hours x rate = 839.90, but amount is 838.89.' }])
  })

  test('[GB-303] a difference of exactly one euro is still let pass', () => {
    const tenHours = { hours: hours(10), rateCents: 8_000 }
    expect(effort('GB-303', { ...tenHours, amountCents: 80_100 })).toEqual([])
    expect(effort('GB-303', { ...tenHours, amountCents: 79_900 })).toEqual([])
    expect(effort('GB-303', { ...tenHours, amountCents: 80_101 })).toHaveLength(1)
    expect(effort('GB-303', { ...tenHours, amountCents: 79_899 })).toHaveLength(1)
  })

  test('[GB-303] the largest hours and rates are still computed exactly', () => {
    const largest = { hours: 999_999_999_999, rateCents: 1_00, amountCents: 999_999_999_999 }
    expect(effort('GB-303', largest)).toEqual([])
    expect(effort('GB-303', { ...largest, amountCents: null })).toEqual([])
  })

  test('[GB-304] a rate follows the table of its year', () => {
    const typed = { role: 'verandermanager', rateCents: euros(95) }
    expect(effort('GB-304', typed)).toEqual([
      {
        rule: 'GB-304',
        field: 'rateCents',
        nl: 'Tarief 95 wijkt af van de tarieventabel 2023 (80).',
        en: 'Rate 95 differs from the 2023 rate table (80).',
      },
    ])
    const judged = workbook({ rows: [hoursLine({ ...typed, role: 'Programmaleider', year: 2024 })] })
    expect(details('GB-304', judged, reference)).toMatchObject([{ severity: 'error', cell: 'G5', fix: 82 }])
    expect(effort('GB-304', { ...typed, rateCents: euros(80) })).toEqual([])
    expect(effort('GB-304', { ...typed, role: 'jurist' })).toEqual([])
  })

  test('[GB-304] a rate with the surcharge for overhead is of the table too', () => {
    const rates = [{ ...rate('verandermanager', 2023, 80), surchargeCents: euros(46) }]
    const judged = (euros: number) =>
      workbook({ rows: [hoursLine({ role: 'verandermanager', rateCents: euros * 100 })] })
    expect(found('GB-304', judged(126), lists({ rates }))).toEqual([])
    expect(found('GB-304', judged(125), lists({ rates }))).toHaveLength(1)
  })

  test('[GB-305] one person works no more than the norm in one year', () => {
    expect(found('GB-305', person({ hours: hours(900) }, { hours: hours(700) }))).toEqual([
      {
        rule: 'GB-305',
        field: 'hours',
        nl: '1.600 uur is meer dan de jaarnorm (1.320) voor een fte.',
        en: '1,600 hours exceed the yearly norm (1,320) of one fte.',
      },
    ])
    expect(found('GB-305', person({ hours: hours(900) }, { hours: hours(700), year: 2024 }))).toEqual([])
    expect(found('GB-305', person({ hours: hours(900) }, { hours: hours(700), person: 'P-2' }))).toEqual([])
    expect(found('GB-305', person({ hours: hours(1_600), person: null }))).toEqual([])
  })
})

const team = (amount: number, decided: number | null) =>
  workbook({
    rows: [
      line({ decisionNumber: 'B-1' }),
      line({ lineNumber: 'HOL-002' }),
      hoursLine({ hours: hours(amount) }),
      hoursLine({ lineNumber: 'HOL-I002', budgetLineNumber: 'HOL-002', hours: hours(9_999) }),
      decision({ hours: decided, roles: 'Verandermanager; wijkmanager' }),
    ],
  })

const roleUnder = (name: string, roles: string | null, known = reference) =>
  found(
    'GB-307',
    workbook({ rows: [line({ decisionNumber: 'B-1' }), hoursLine({ role: name }), decision({ roles })] }),
    known,
  )

describe('hours and roles of a decision', () => {
  test('[GB-306] the hours stay within 5% of what was decided', () => {
    expect(found('GB-306', team(4_600, hours(4_000)))).toEqual([
      {
        rule: 'GB-306',
        field: 'hours',
        nl: 'Totaal uren 4.600 wijkt meer dan 5% af van het besluit (4.000).',
        en: 'Total hours 4,600 differ more than 5% from the decision (4,000).',
      },
    ])
    expect(details('GB-306', team(4_600, hours(4_000)))).toMatchObject([{ severity: 'warning', sheet: 'Besluiten' }])
    expect(found('GB-306', team(3_986, hours(4_000)))).toEqual([])
    expect(found('GB-306', team(4_200, hours(4_000)))).toEqual([])
    expect(found('GB-306', team(4_600, null))).toEqual([])
  })

  test('[GB-306] hours that could not be read are not counted as nothing', () => {
    const rows = [line({ decisionNumber: 'B-1' }), hoursLine({}), decision({ hours: hours(4_000) })]
    expect(found('GB-306', workbook({ rows, unreadable: { 'HOL-I001': ['hours'] } }))).toEqual([])
    expect(found('GB-306', workbook({ rows }))).toMatchObject([
      { nl: 'Totaal uren 0 wijkt meer dan 5% af van het besluit (4.000).' },
    ])
  })

  test('[GB-307] a role belongs to the team of the decision', () => {
    expect(roleUnder('jurist', 'verandermanager; wijkmanager')).toEqual([
      {
        rule: 'GB-307',
        field: 'role',
        nl: 'Functie jurist komt niet voor in het kernteam van dit besluit.',
        en: "Role jurist is not in this decision's core team.",
      },
    ])
    expect(roleUnder('Programmaleider', 'verandermanager; wijkmanager')).toEqual([])
    expect(roleUnder('jurist', null)).toEqual([])
  })

  test("[GB-307] without roles of the area's own, finance's list of the decision counts", () => {
    const known = valid({
      code: 'B-1',
      name: 'besluit',
      body: 'college',
      date: null,
      outcome: null,
      amountCents: null,
      hours: null,
      carriesOver: null,
    })
    const withRoles = lists({ decisions: [{ ...known, roles: ['wijkmanager'] }] })
    expect(roleUnder('jurist', null, withRoles)).toHaveLength(1)
    expect(roleUnder('wijkmanager', null, withRoles)).toEqual([])
  })
})

const phase = (name: string, from: string | null, to: string | null) =>
  found('GB-309', workbook({ rows: [line({ phase: name, from, to })] }), reference)

describe('years and periods', () => {
  test('[GB-308] a year lies within the horizon', () => {
    const judged = workbook({ rows: [hoursLine({ year: 2028 }), coverage({ year: 2022 }), coverage({ year: 2026 })] })
    expect(found('GB-308', judged)).toEqual([
      {
        rule: 'GB-308',
        field: 'year',
        nl: 'Jaar 2028 valt buiten de begrotingshorizon 2023–2026.',
        en: 'Year 2028 is outside the budget horizon 2023–2026.',
      },
      {
        rule: 'GB-308',
        field: 'year',
        nl: 'Jaar 2022 valt buiten de begrotingshorizon 2023–2026.',
        en: 'Year 2022 is outside the budget horizon 2023–2026.',
      },
    ])
  })

  test('[GB-309] an experiment that starts in February is not in the implementation phase', () => {
    expect(phase('implementatie', '2023-02-01', '2023-12-31')).toEqual([
      {
        rule: 'GB-309',
        field: 'from',
        nl: 'Fase implementatie past niet bij periode vanaf 01-02-2023 t/m 31-12-2023.',
        en: 'Phase implementatie does not match period from 2023-02-01 to 2023-12-31.',
      },
    ])
    expect(phase('plan', null, '2023-04-01')).toMatchObject([
      { field: 'to', nl: 'Fase plan past niet bij periode t/m 01-04-2023.' },
    ])
  })

  test('[GB-309] a period within its phase fits, and a line without dates says nothing', () => {
    expect(phase('implementatie', '2023-04-01', '2024-09-30')).toEqual([])
    expect(phase('plan', null, null)).toEqual([])
    expect(phase('nazorg', '2030-01-01', null)).toEqual([])
  })
})
