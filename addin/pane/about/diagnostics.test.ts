import { describe, expect, test } from 'vitest'
import { ServerError } from '../../ports/server.ts'
import { type DiagnosticFacts, diagnosticsText } from './diagnostics.ts'

const facts: DiagnosticFacts = {
  ports: {
    versions: { addin: '1.2.3', manifest: '1.0.0.0', metadata: '4', rules: '75' },
    host: 'Excel 16.0 (PC)',
    support: [{ name: 'ExcelApi', version: '1.14', isSupported: true, usedFor: { nl: '', en: '' } }],
    nowMs: () => Date.UTC(2023, 3, 20, 12),
    session: {
      kind: 'nested',
      current: () => ({ kind: 'signed-out' }),
      subscribe: () => () => undefined,
      token: async () => 'geheim',
      signIn: async () => undefined,
    },
  },
  apiVersion: '1.0',
  language: 'nl',
  session: { kind: 'signed-in', name: 'J. Jansen', account: 'j.jansen@voorbeeld.nl' },
  check: {
    kind: 'checked',
    findings: ['GB-201', 'GB-201', 'GB-303'].map((rule) => ({
      rule,
      severity: 'error',
      sheet: 'Kosten Jansen',
      cell: 'T7',
      table: null,
      lineNumber: null,
      field: null,
      message: { nl: 'Bedrag 12.345', en: 'Amount 12,345' },
    })),
    rowCount: 12,
    checkedAtMs: null,
    isWithoutLists: false,
    isOtherWorkbook: false,
    notJudged: [],
    isMarked: true,
    error: null,
  },
  sync: {
    kind: 'refused',
    preview: null,
    conflicts: [],
    questions: [],
    progress: null,
    outcome: null,
    retryAtMs: null,
    error: new ServerError('refused', { status: 409, problem: 'begroting-vergrendeld', requestId: '8f2c' }),
    headSeq: 4,
    hasNews: false,
    hasEdits: false,
    syncedAtMs: 0,
  },
  live: 'live',
  functions: {
    errors: () => [
      { address: "'Kosten Jansen'!D12", name: 'GEBIED.RESTANT', message: { nl: 'Jansen', en: 'Jansen' }, atMs: 0 },
    ],
    counters: () => ({ asked: 5, fromCache: 3, requests: 1, failed: 1, busy: 0 }),
  },
}

describe('the diagnostics', () => {
  test('count findings by rule and say what was refused', () => {
    expect(JSON.parse(diagnosticsText(facts))).toMatchObject({
      at: '2023-04-20T12:00:00.000Z',
      versions: { addin: '1.2.3', api: '1.0' },
      support: { 'ExcelApi 1.14': true },
      check: { findingsByRule: { 'GB-201': 2, 'GB-303': 1 } },
      sync: { state: 'refused', error: 'server/refused/409/begroting-vergrendeld/8f2c' },
      functions: { asked: 5, errorsByFunction: { 'GEBIED.RESTANT': 1 } },
    })
  })

  test('hold no names, no sheet names and nothing of what is in a cell', () => {
    expect(diagnosticsText(facts)).not.toMatch(/jansen|12\.345|12,345|geheim|T7/i)
  })
})
