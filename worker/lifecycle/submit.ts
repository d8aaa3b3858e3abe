/** Submitting a budget: the rows as they stand are judged, and what they were judged by is kept with them. */
import { amendedVersion, type Cover, decide } from '#shared/lifecycle/index.ts'
import type { BudgetKey, BudgetState } from '#shared/model/index.ts'
import { codeListsText } from '#shared/codes/index.ts'
import { rulesText, rulesVersion } from '#shared/rules/index.ts'
import { untilStored } from '../retry.ts'
import { sha256 } from '../store/audit-chain.ts'
import { findBudget } from '../store/budget.ts'
import { append } from './append.ts'
import { judgeStored, type Judged } from './judge-stored.ts'
import { actorOf } from './life-of.ts'
import { refusal } from './refusals.ts'
import { type Asking, loadStanding, type Standing, submittedChecksum } from './standing.ts'

export interface SubmitInput {
  readonly key: BudgetKey
  readonly cover: Cover | null
  readonly remark: string | null
}

/** Throws Problem with the findings that stand in the way. */
export async function submit(asking: Asking, input: SubmitInput): Promise<void> {
  await untilStored(input.key.areaCode, asking.jitter, () => tryOnce(asking, input))
}

async function tryOnce(asking: Asking, { key, cover, remark }: SubmitInput): Promise<string | 'moved'> {
  const { db, person, nowMs } = asking
  const standing = await loadStanding(db, key)
  const { budgetId, state } = standing
  const judged = await judgeStored(db, {
    key,
    budgetId,
    state,
    cover,
    submittedChecksum: submittedChecksum(standing),
    nowMs: nowMs(),
  })
  const outcome = decide({
    transition: 'indienen',
    state,
    heldFrom: null,
    actor: actorOf(person, key.areaCode, undefined),
    remark,
    decision: null,
    amends: await loadAmended(db, key),
    findings: judged.findings,
    adoption: null,
  })
  if (outcome.kind === 'refused') throw refusal(outcome)
  const body = { ...(await submittedBody(standing, judged)), role: person.role, remark, cover }
  return append(asking, standing, { content: { kind: 'indiening', body }, about: null, state: outcome.state })
}

async function submittedBody({ key, submissions, head, storeSeq }: Standing, judged: Judged) {
  return {
    number: submissions.length + 1,
    head,
    storeSeq,
    rowCount: judged.rows.length,
    checksum: judged.checksum,
    ...(await judgedBy(key.year)),
    referenceVersion: judged.reference.version,
  }
}

/** The rules and code lists of this version of the product. */
export async function judgedBy(year: number) {
  return { codesHash: await sha256(codeListsText(year)), rulesVersion, rulesHash: await sha256(rulesText()) }
}

async function loadAmended(
  db: D1Database,
  key: BudgetKey,
): Promise<{ readonly version: string; readonly state: BudgetState } | null> {
  const version = amendedVersion(key.version)
  if (version === undefined) return null
  const budget = await findBudget(db, { ...key, version })
  return { version, state: budget?.state ?? 'concept' }
}
