import { describe, expect, test } from 'vitest'
import { type Verdict, wireFindingSchema } from '#shared/lifecycle/index.ts'
import { chooseFinding } from './choose-finding.ts'

type ServerFinding = Verdict['bevindingen'][number]

const finding = (rule: string, nl: string, more: Partial<ServerFinding> = {}): ServerFinding =>
  wireFindingSchema.parse({
    rule,
    severity: 'error',
    table: null,
    field: null,
    lineNumber: null,
    sheet: null,
    cell: null,
    message: { nl, en: `${nl} (en)` },
    ...more,
  })

const findings = [
  finding('GB-701', 'SP-GGW-2023 is overschreden.'),
  finding('GB-701', 'PB-6 is overschreden.'),
  finding('GB-315', 'Rond bedrag.', { lineNumber: 'HOL-001' }),
  finding('GB-315', 'Rond bedrag.', { lineNumber: 'HOL-002' }),
  finding('GB-302', 'Negatief.', { waiver: { reason: 'klopt', by: 'Kim', at: '2023-01-01T00:00:00Z' } }),
]
const choose = (rule: string, lineNumber?: string, word?: string) =>
  chooseFinding(findings, { rule, lineNumber, word }, 'nl')

describe('[S-98] the finding that is meant', () => {
  test('is told by its number, or across areas by a word of its message', () => {
    expect(choose('GB-315', 'HOL-002').lineNumber).toBe('HOL-002')
    expect(choose('GB-701', undefined, 'PB-6').message.nl).toBe('PB-6 is overschreden.')
  })

  test('is asked for when there are more, which are listed', () => {
    expect(() => choose('GB-701')).toThrow(
      'Er zijn 2 bevindingen GB-701; noem er een met --nr, of met --over een woord uit de melding.',
    )
    expect(() => choose('GB-701')).toThrow(/SP-GGW-2023 is overschreden\.\n.*PB-6 is overschreden/)
  })

  test('is not there when it was accepted already, or never was', () => {
    expect(() => choose('GB-302')).toThrow('Er staat geen bevinding GB-302 open. Kijk met "gebied status"')
    expect(() => choose('GB-315', 'HOL-009')).toThrow('geen bevinding GB-315 bij HOL-009 open')
  })
})
