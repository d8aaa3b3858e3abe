import type { WireAction, WireBatch } from './wire.ts'

/** Actions that are carried out in one go. */
export interface Segment {
  readonly isStep: boolean
  readonly actions: WireAction[]
}

/**
 * Actions between two queries are one step of the book, so that it computes once for all of them, and a query sees
 * what stands before it. Turning events on or off stands alone too: it holds from there on. Without an action that may
 * change the book there is no step.
 */
export function segmentsOf(batch: WireBatch): readonly Segment[] {
  const runs: { readonly isAlone: boolean; readonly actions: WireAction[] }[] = []
  for (const action of batch.Actions) {
    const isAlone = action.ActionType === 2 || action.ActionType === 7 || action.Name === 'EnableEvents'
    const last = runs.at(-1)
    if (last === undefined || last.isAlone !== isAlone) runs.push({ isAlone, actions: [action] })
    else last.actions.push(action)
  }
  return runs.map(({ isAlone, actions }) => ({
    actions,
    isStep: !isAlone && actions.some((action) => mayChange(action, batch)),
  }))
}

const readingName = /^(?:Get|_)/

function mayChange(action: WireAction, batch: WireBatch): boolean {
  if (action.ActionType === 4 || action.ActionType === 9) return true
  if (action.ActionType === 3) return !readingName.test(action.Name)
  const path = batch.ObjectPaths[action.ObjectPathId]
  return action.ActionType === 1 && path?.ObjectPathType === 3 && !readingName.test(path.Name)
}
