/** Protocol bugs, each a small change of the true protocol from outside. The simulation must notice every one. */
import { formatToken, parseToken, type PushPlan, type SyncRequest, stampOf } from '#shared/sync/index.ts'
import { type ProtocolUnderTest, trueProtocol } from './protocol-under-test.ts'
import type { ReadRow } from './sheet-rows.ts'

type SyncInput = Parameters<ProtocolUnderTest['planSync']>[0]
type PlanInput = Parameters<ProtocolUnderTest['planPush']>

/** Each name says what goes wrong. */
export const plantedBugs = {
  'last-writer-wins': onServer((basis, request, meta) => {
    const rows = request.rows.map((row) => {
      const entry = basis.index.get(row.id)
      return entry === undefined || entry.isDeleted ? row : { ...row, rev: entry.rev, hash: entry.hash, pend: {} }
    })
    return trueProtocol.planPush(basis, { ...request, rows }, meta)
  }),
  'server-always-wins': onServer((...input) =>
    withResults(trueProtocol.planPush(...input), (result) =>
      result.kind === 'conflict' ? { kind: 'accepted', id: result.id, row: result.row } : result,
    ),
  ),
  'conflict-holds-back-other-fields': onServer((...input) => {
    const plan = trueProtocol.planPush(...input)
    const open = new Set(plan.results.filter(({ kind }) => kind === 'conflict').map(({ id }) => id))
    return { ...plan, writes: plan.writes.filter(({ version }) => !open.has(version.id)) }
  }),
  'mine-without-looking-again': onServer((basis, request, meta) => {
    const rows = request.rows.map((row) => {
      const entry = basis.index.get(row.id)
      if (entry === undefined || row.resolve === undefined) return row
      return { ...row, resolve: Object.fromEntries(Object.keys(row.resolve).map((field) => [field, stampOf(entry)])) }
    })
    return trueProtocol.planPush(basis, { ...request, rows }, meta)
  }),
  'delete-without-comparing': onServer((basis, request, meta) => {
    const deletions = request.deletions.map((deletion) => ({ ...deletion, ...pick(basis.index.get(deletion.id)) }))
    return trueProtocol.planPush(basis, { ...request, deletions }, meta)
  }),
  'own-landed-edit-forgotten': onServer((basis, request, meta) => {
    const versions = [...basis.versions].map(
      ([id, all]) => [id, all.map((version) => ({ ...version, workbookId: '' }))] as const,
    )
    return trueProtocol.planPush({ ...basis, versions: new Map(versions) }, request, meta)
  }),
  'number-may-stand-twice': onServer((basis, request, meta) => {
    const index = [...basis.index].map(([id, entry]) => [id, { ...entry, lineNumber: id }] as const)
    return trueProtocol.planPush({ ...basis, index: new Map(index) }, request, meta)
  }),
  'tombstones-not-sent': onServer((basis, ...rest) => {
    const plan = trueProtocol.planPush(basis, ...rest)
    return { ...plan, pulls: plan.pulls.filter(({ id }) => !basis.index.get(id)?.isDeleted) }
  }),
  'other-history-overwritten': onServer((...input) => {
    const plan = trueProtocol.planPush(...input)
    return { ...plan, pulls: plan.pulls.map(({ id }) => ({ id, isDiverged: false })) }
  }),
  'restore-unnoticed': { ...trueProtocol, hasOtherHistory: () => false },
  'commit-without-comparing-head': { ...trueProtocol, commitsOnlyOnReadHead: false },
  'lock-checked-too-early': { ...trueProtocol, commitsOnlyUnlocked: false },
  'push-carried-out-twice': {
    ...onServer((basis, request, meta) => {
      // As if nothing had been written for it before: every dirty field is merged once more, over whatever stands there.
      const rows = request.rows.map((row) => ({ ...row, ...pick(basis.index.get(row.id)), pend: {} }))
      return trueProtocol.planPush({ ...basis, isReplay: false }, basis.isReplay ? { ...request, rows } : request, meta)
    }),
  },
  'tokens-before-cells': { ...trueProtocol, writesCellsFirst: false },
  'absence-deletes': onClient((input) => {
    const preview = trueProtocol.planSync(input)
    const deletions = preview.missing.map(({ id, rev, hash }) => ({ id, rev, hash }))
    return { ...preview, request: { ...preview.request, deletions } }
  }),
  'filtered-rows-are-missing': onClient((input) =>
    trueProtocol.planSync({ ...input, completeTables: new Set(['begroting', 'dekking']) }),
  ),
  'unreadable-rows-are-missing': onClient((input) =>
    trueProtocol.planSync({ ...input, rows: input.rows.filter(({ isHeldBack }) => !isHeldBack) }),
  ),
  'unreadable-rows-are-pushed': onClient((input) =>
    trueProtocol.planSync({ ...input, rows: input.rows.map((row) => ({ ...row, isHeldBack: false })) }),
  ),
  'numbers-do-not-repair': onClient((input) => trueProtocol.planSync(withoutKnownNumbers(input))),
  'known-list-without-pend': onClient((input) => trueProtocol.planSync(withoutKnownPend(input))),
  'copies-keep-the-token': onClient((input) => {
    const owners = new Map(input.rows.map((row) => [parseToken(row.token)?.id ?? row.key, row]))
    return trueProtocol.planSync({ ...input, rows: input.rows.filter((row) => [...owners.values()].includes(row)) })
  }),
  'answer-overwrites-typing': onAnswer((input) => {
    const sentRow = (row: ReadRow) => input.preview.sent.get(parseToken(row.token)?.id ?? '')?.row ?? row.row
    return trueProtocol.applyAnswer({ ...input, rows: input.rows.map((row) => ({ ...row, row: sentRow(row) })) })
  }),
  'old-base-forgotten': onAnswer((input) => {
    const plan = trueProtocol.applyAnswer(input)
    const known = [...plan.replica.known].map(([id, entry]) => [id, { ...entry, pend: {} }] as const)
    const tokenWrites = plan.tokenWrites.map(({ source, token }) => ({ source, token: withoutPend(token) }))
    return { ...plan, tokenWrites, replica: { ...plan.replica, known: new Map(known) } }
  }),
} satisfies Readonly<Record<string, ProtocolUnderTest>>
export type PlantedBug = keyof typeof plantedBugs

function onServer(planPush: (...input: PlanInput) => PushPlan): ProtocolUnderTest {
  return { ...trueProtocol, planPush }
}

function onClient(planSync: ProtocolUnderTest['planSync']): ProtocolUnderTest {
  return { ...trueProtocol, planSync }
}

function onAnswer(applyAnswer: ProtocolUnderTest['applyAnswer']): ProtocolUnderTest {
  return { ...trueProtocol, applyAnswer }
}

function withResults(
  plan: PushPlan,
  change: (result: PushPlan['results'][number]) => PushPlan['results'][number],
): PushPlan {
  return { ...plan, results: plan.results.map(change) }
}

function pick(
  entry: { readonly rev: number; readonly hash: string } | undefined,
): Partial<SyncRequest['rows'][number]> {
  return entry === undefined ? {} : { rev: entry.rev, hash: entry.hash }
}

function withoutKnownNumbers(input: SyncInput): SyncInput {
  const known = [...input.replica.known].map(([id, entry]) => [id, { ...entry, lineNumber: id }] as const)
  return { ...input, replica: { ...input.replica, known: new Map(known) } }
}

function withoutKnownPend(input: SyncInput): SyncInput {
  const known = [...input.replica.known].map(([id, entry]) => [id, { ...entry, pend: {} }] as const)
  return { ...input, replica: { ...input.replica, known: new Map(known) } }
}

function withoutPend(text: string | null): string | null {
  const token = parseToken(text)
  return token === undefined ? text : formatToken({ ...token, pend: {} })
}
