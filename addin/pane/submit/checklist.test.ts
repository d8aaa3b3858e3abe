import { describe, expect, test } from 'vitest'
import { demoLives } from '../demo-life.test-data.ts'
import { demoStates } from '../demo-states.test-data.ts'
import { demoSyncs } from '../demo-sync.test-data.ts'
import { checklistOf, openErrors, type ServerFinding, whyUnsent } from './checklist.ts'

const { linked } = demoStates['indienen-concept']
const verdict = demoLives.concept.verdict
if (verdict === null || linked === null) throw new Error('The example has a verdict and a budget.')
const ofRule = (rule: string): ServerFinding => {
  const found = verdict.bevindingen.find((finding) => finding.rule === rule)
  if (found === undefined) throw new Error(`The example has no ${rule}.`)
  return found
}

describe('before submitting', () => {
  test('errors of the area and errors across areas are counted apart', () => {
    expect(checklistOf(linked, demoSyncs.nothing, verdict)).toEqual([
      { id: 'sent', isDone: true, text: { key: 'checkSent' } },
      { id: 'errors', isDone: false, text: { countKey: 'checkErrors', count: 1 } },
      { id: 'across', isDone: false, text: { countKey: 'checkAcross', count: 1 } },
    ])
  })

  test('what differs from the server must be sent first', () => {
    const sent = (sync: Parameters<typeof checklistOf>[1], headSeq: number | null = 41) =>
      checklistOf({ ...linked, headSeq }, sync, verdict)[0]?.isDone
    expect([sent(demoSyncs.nothing), sent(demoSyncs.nothing, null)]).toEqual([true, false])
    expect([sent(demoSyncs.previewed), sent(demoSyncs.news), sent(demoSyncs.asking)]).toEqual([false, false, false])
    expect(sent({ ...demoSyncs.nothing, hasEdits: true })).toBe(false)
  })

  test('rows that cannot be read were not sent either, and the remedy is another', () => {
    expect(whyUnsent(demoSyncs.done)).toBe('checkHeldBack')
    expect(whyUnsent(demoSyncs.previewed)).toBe('checkUnsent')
    expect(whyUnsent(demoSyncs.nothing)).toBeNull()
  })

  test('an accepted finding is no open error', () => {
    const error = ofRule('GB-701')
    const waived = {
      ...error,
      waiver: { reason: 'afgesproken', by: 'Medewerker financiën', at: '2023-01-01T00:00:00Z' },
    }
    expect(openErrors({ ...verdict, bevindingen: [error] })).toHaveLength(1)
    expect(openErrors({ ...verdict, bevindingen: [waived] })).toHaveLength(0)
  })
})
