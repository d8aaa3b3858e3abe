import { describe, expect, test } from 'vitest'
import type { CheckState } from '../../ports/checker.ts'
import type { LinkedBudget } from '../../ports/linker.ts'
import type { PreviewView, SyncView } from '../../ports/synchroniser.ts'
import { todoOf } from './todo.ts'

const linked: LinkedBudget = {
  areaCode: 'HOL',
  areaName: 'Holtenbroek',
  year: 2023,
  version: 'primitief',
  workbookId: 'w',
  state: 'concept',
  headSeq: 4,
  referenceVersion: '1',
}
const unchecked: CheckState = {
  kind: 'unchecked',
  findings: [],
  rowCount: 0,
  checkedAtMs: null,
  isWithoutLists: false,
  isOtherWorkbook: false,
  notJudged: [],
  isMarked: false,
  error: null,
}
const idle: SyncView = {
  kind: 'idle',
  preview: null,
  conflicts: [],
  questions: [],
  progress: null,
  outcome: null,
  retryAtMs: null,
  error: null,
  headSeq: 4,
  hasNews: false,
  hasEdits: false,
  syncedAtMs: 1,
}
const nothing: PreviewView = { created: [], changed: [], missing: [], heldBack: [], twins: [] }
const row = { lineNumber: 'HOL-001', description: '', sheet: 'Begroting', cell: 'A7' }

describe('what now', () => {
  test('a new workbook is to be checked and synchronised for the first time', () => {
    expect(todoOf({ ...linked, headSeq: null }, unchecked, { ...idle, syncedAtMs: null })).toEqual([
      { id: 'check', isDone: false, text: { key: 'todoCheck' } },
      { id: 'sync', isDone: false, text: { key: 'todoSyncFirst' } },
      { id: 'submit', isDone: false, text: { key: 'todoSubmit' } },
    ])
  })

  test('errors are to be solved, warnings are not in the way', () => {
    const place = { sheet: null, cell: null, table: null, lineNumber: null, field: null, message: { nl: '', en: '' } }
    const checked: CheckState = {
      ...unchecked,
      kind: 'checked',
      findings: [
        { ...place, rule: 'GB-201', severity: 'error' },
        { ...place, rule: 'GB-302', severity: 'warning' },
      ],
    }
    expect(todoOf(linked, checked, idle)[0]?.text).toEqual({ countKey: 'todoErrors', count: 1 })
    expect(todoOf(linked, { ...checked, findings: checked.findings.slice(1) }, idle)[0]).toMatchObject({ isDone: true })
  })

  test.for([
    [{ hasNews: true }, { key: 'todoNews' }],
    [
      { kind: 'previewed', preview: { ...nothing, created: [row], changed: [row] } },
      { countKey: 'todoChanges', count: 2 },
    ],
    [{ kind: 'previewed', preview: nothing }, { key: 'todoSynced' }],
    [{ kind: 'idle', preview: { ...nothing, created: [row] } }, { key: 'todoSync' }],
  ] as const)('synchronising with %o is %o', ([view, text]) => {
    expect(todoOf(linked, unchecked, { ...idle, ...view })[1]?.text).toEqual(text)
  })

  test.for([
    ['ingediend', true, 'todoSubmitted'],
    ['vastgesteld', true, 'todoSubmitted'],
    ['teruggegeven', false, 'todoSubmit'],
    ['', false, 'todoSubmit'],
  ] as const)('of a cover that says "%s" submitting is done: %s', ([state, isDone, key]) => {
    expect(todoOf({ ...linked, state }, unchecked, idle)[2]).toEqual({ id: 'submit', isDone, text: { key } })
  })
})
