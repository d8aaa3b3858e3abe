import { describe, expect, test } from 'vitest'
import type { BudgetState, Finding, PersonRole } from '#shared/model/index.ts'
import { type Attempt, decide } from './index.ts'

const attempt = (
  transition: Attempt['transition'],
  state: BudgetState,
  role: PersonRole,
  parts: Partial<Attempt> = {},
) =>
  decide({
    transition,
    state,
    heldFrom: null,
    actor: { role, isOfArea: true, isSubmitter: false },
    remark: null,
    decision: null,
    amends: null,
    findings: [],
    adoption: null,
    ...parts,
  })

const finding = (rule: string, parts: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'error',
  sheet: null,
  cell: null,
  table: null,
  lineNumber: null,
  field: null,
  message: { nl: rule, en: rule },
  ...parts,
})

const rulesOf = (verdict: ReturnType<typeof decide>) =>
  verdict.kind === 'refused' ? verdict.findings.map(({ rule }) => rule) : verdict.state

describe('[S-94] a step that the table does not have', () => {
  test('is refused because of the person, or because of the state', () => {
    expect(attempt('vaststellen', 'goedgekeurd', 'gebiedscontroller')).toMatchObject({
      kind: 'refused',
      why: 'person',
      text: { nl: 'Dit doet: beheer of griffie.' },
      findings: [{ rule: 'GB-602' }],
    })
    expect(attempt('goedkeuren', 'concept', 'concerncontroller')).toMatchObject({
      why: 'state',
      text: {
        nl: 'Dit kan als de begroting ingediend is; nu is zij concept.',
        en: 'This is possible when the budget is submitted; it is now draft.',
      },
    })
    expect(attempt('intrekken', 'ingediend', 'gebiedscontroller')).toMatchObject({
      text: {
        nl: 'Dit doet: wie indiende of financiën of concerncontroller.',
        en: 'This is done by: who submitted or finance or concern controller.',
      },
    })
  })

  test('approval of one own submission is refused by name', () => {
    const actor = { role: 'concerncontroller', isOfArea: true, isSubmitter: true } as const
    const verdict = attempt('goedkeuren', 'ingediend', 'concerncontroller', { actor })
    expect([rulesOf(verdict), verdict.kind === 'refused' && verdict.why]).toEqual([['GB-612'], 'person'])
  })
})

describe('[S-95] submitting', () => {
  test('is stopped by errors, which are counted and listed, and not by warnings', () => {
    const findings = [finding('GB-401'), finding('GB-302', { severity: 'warning' }), finding('GB-301')]
    const verdict = attempt('indienen', 'concept', 'gebiedscontroller', { findings })
    expect(rulesOf(verdict)).toEqual(['GB-601', 'GB-401', 'GB-301'])
    expect(verdict).toMatchObject({ text: { nl: 'Indienen kan niet: nog 2 fouten.' } })
    const warned = { findings: [finding('GB-302', { severity: 'warning' })] }
    expect(attempt('indienen', 'concept', 'gebiedscontroller', warned)).toEqual({
      kind: 'moves',
      state: 'ingediend',
      status: 'ingediend',
    })
  })

  test('an amendment waits until what it amends is adopted', () => {
    const amends = (state: BudgetState) => ({ amends: { version: 'primitief', state } })
    expect(attempt('indienen', 'concept', 'gebiedscontroller', amends('goedgekeurd'))).toMatchObject({
      why: 'state',
      text: { nl: 'Een wijziging kan pas worden ingediend als primitief is vastgesteld; die is nu goedgekeurd.' },
    })
    expect(attempt('indienen', 'concept', 'gebiedscontroller', amends('vastgesteld')).kind).toBe('moves')
  })
})

describe('[S-95] the steps after it', () => {
  test('returning wants a remark', () => {
    expect(attempt('teruggeven', 'ingediend', 'financien')).toMatchObject({ why: 'request' })
    const verdict = attempt('teruggeven', 'ingediend', 'financien', { remark: 'HOL-003 is dubbel.' })
    expect(rulesOf(verdict)).toBe('teruggegeven')
  })

  test('approval is stopped by an error across areas, unless it was waived', () => {
    const waiver = { reason: 'raad besluit in mei', by: 'Financiën', at: '2023-03-01T00:00:00.000Z' }
    const approve = (findings: readonly Finding[]) =>
      rulesOf(attempt('goedkeuren', 'ingediend', 'concerncontroller', { findings }))
    expect(approve([finding('GB-701')])).toEqual(['GB-701'])
    expect(approve([finding('GB-701', { waiver })])).toBe('goedgekeurd')
  })

  test('adoption wants a decision, taken and of this amount', () => {
    const decision = { number: 'B-1', outcome: 'conform' }
    const adoption = (askedCents: number) => ({
      budget: { areaCode: 'HOL', year: 2023, version: 'primitief' },
      decision: { ...decision, date: '2023-03-28', cents: 500 },
      askedCents,
      checksum: { submitted: 'aa', current: 'aa' },
    })
    expect(attempt('vaststellen', 'goedgekeurd', 'griffie')).toMatchObject({ why: 'request' })
    const adopt = (cents: number) =>
      rulesOf(attempt('vaststellen', 'goedgekeurd', 'griffie', { decision, adoption: adoption(cents) }))
    expect(adopt(500)).toBe('vastgesteld')
    expect(adopt(505)).toEqual(['GB-611'])
  })

  test('a budget is held while its decision is, and goes on where it was', () => {
    const decided = (outcome: string | null) => ({ decision: { number: 'B-1', outcome } })
    expect(attempt('aanhouden', 'goedgekeurd', 'griffie', decided('conform'))).toMatchObject({ why: 'state' })
    expect(rulesOf(attempt('aanhouden', 'goedgekeurd', 'griffie', decided('aangehouden')))).toBe('aangehouden')
    const resume = (outcome: string | null) =>
      attempt('hervatten', 'aangehouden', 'financien', { heldFrom: 'goedgekeurd', ...decided(outcome) })
    expect(resume('teruggenomen')).toMatchObject({ why: 'state' })
    expect(resume('conform')).toEqual({ kind: 'moves', state: 'goedgekeurd', status: 'goedgekeurd' })
  })

  test('withdrawing puts the budget in concept', () => {
    expect(attempt('intrekken', 'aangehouden', 'financien')).toEqual({
      kind: 'moves',
      state: 'concept',
      status: 'ingetrokken',
    })
  })
})
