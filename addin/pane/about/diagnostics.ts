/** What a help desk needs to know, without cell contents, names or addresses. */
import type { CheckState } from '../../ports/checker.ts'
import type { FunctionDesk } from '../../ports/functions.ts'
import type { LiveStatus } from '../../ports/live.ts'
import type { SessionState } from '../../ports/session.ts'
import type { SyncView } from '../../ports/synchroniser.ts'
import { explainError } from '../explain-error.ts'
import type { PanePorts } from '../ports.ts'

export interface DiagnosticFacts {
  readonly ports: Pick<PanePorts, 'versions' | 'host' | 'support' | 'nowMs' | 'session'>
  readonly apiVersion: string | undefined
  readonly language: string
  readonly session: SessionState
  readonly check: CheckState
  readonly sync: SyncView
  readonly live: LiveStatus
  readonly functions: Pick<FunctionDesk, 'errors' | 'counters'>
}

/** JSON with two spaces of indent, for people to read before they send it. */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const { ports, check, sync, functions } = facts
  return JSON.stringify(
    {
      at: when(ports.nowMs()),
      host: ports.host,
      language: facts.language,
      versions: { ...ports.versions, api: facts.apiVersion ?? null },
      support: Object.fromEntries(
        ports.support.map(({ name, version, isSupported }) => [`${name} ${version}`, isSupported]),
      ),
      signIn: { by: ports.session.kind, state: facts.session.kind },
      live: facts.live,
      check: {
        state: check.kind,
        rows: check.rowCount,
        at: when(check.checkedAtMs),
        findingsByRule: countBy(check.findings.map(({ rule }) => rule)),
        error: codeOf(check.error),
      },
      sync: {
        state: sync.kind,
        headSeq: sync.headSeq,
        hasNews: sync.hasNews,
        at: when(sync.syncedAtMs),
        conflicts: sync.conflicts.length,
        questions: sync.questions.length,
        error: codeOf(sync.error),
      },
      functions: { ...functions.counters(), errorsByFunction: countBy(functions.errors().map(({ name }) => name)) },
    },
    null,
    2,
  )
}

function when(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString()
}

function codeOf(error: unknown): string | null {
  return error === null ? null : (explainError(error)?.code ?? null)
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, group]) => [name, group.length]))
}
