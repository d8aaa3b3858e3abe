/** A submission judged again, over the rows as they stood then, by the rules and lists of now. */
import type * as z from 'zod/mini'
import type { recheckSchema } from '#shared/lifecycle/index.ts'
import { findingJson } from './finding-json.ts'
import { findSubmission } from './find-submission.ts'
import { judgeStored } from './judge-stored.ts'
import { judgedBy } from './submit.ts'

/** `gelijk` says of what it was judged by whether it is still the same: if all is, so is the verdict. */
export async function recheck(
  db: D1Database,
  areaCode: string,
  submissionId: string,
): Promise<z.infer<typeof recheckSchema>> {
  const { standing, submission } = await findSubmission(db, areaCode, submissionId)
  const { key, budgetId } = standing
  const { body, id, at } = submission.event
  const judged = await judgeStored(db, {
    key,
    budgetId,
    // As it was when it was judged: not yet submitted.
    state: 'concept',
    cover: body.cover,
    submittedChecksum: null,
    nowMs: Date.parse(at),
    storeSeq: body.storeSeq,
  })
  const now = await judgedBy(key.year)
  return {
    id,
    controlegetal: { toen: body.checksum, nu: judged.checksum },
    gelijk: {
      controlegetal: body.checksum === judged.checksum,
      codes: body.codesHash === now.codesHash,
      rekenregels: body.rulesHash === now.rulesHash && body.rulesVersion === now.rulesVersion,
      lijsten: body.referenceVersion === judged.reference.version,
    },
    bevindingen: judged.findings.map(findingJson),
  }
}
