/** The check of one workbook, from nothing or on from the check before an edit. */
import type { AreaWorkbook, Finding, Reference } from '#shared/model/index.ts'
import { editBetween } from './edit.ts'
import { type CheckOptions, frameOf } from './facts.ts'
import { type Judged, judgeInSteps, type RuleSet } from './judge.ts'

/** A check that was carried to its end. A value: a later check goes on from it and leaves it as it is. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly judged: Judged
  readonly reference: Reference
  readonly options: CheckOptions
}

/**
 * What a check of the workbook gives, judging only what an edit since `before` can have changed; pausing every so often. By
 * other lists or options all is judged anew.
 */
export function* checkedInSteps(
  set: RuleSet,
  before: Checked | null,
  workbook: AreaWorkbook,
  reference: Reference,
  options: CheckOptions,
): Generator<undefined, Checked> {
  const isSameQuestion = before !== null && before.reference === reference && isSameOptions(before.options, options)
  const edit = isSameQuestion ? editBetween(before.judged.workbook, workbook) : undefined
  const judged =
    before === null || edit === undefined
      ? yield* judgeInSteps(set, frameOf(workbook.budget, reference, options), workbook, null)
      : yield* judgeInSteps(set, before.judged.frame, edit.workbook, { judged: before.judged, edit })
  return { findings: judged.findings, judged, reference, options }
}

/** Carries steps to their end without a pause. */
export function toEnd<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Options are values that are made once and handed on, so the same ones are the same objects. */
function isSameOptions(a: CheckOptions, b: CheckOptions): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof CheckOptions>
  return [...names].every((name) => a[name] === b[name])
}
