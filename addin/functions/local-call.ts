/** One call of a function that needs no server. */
import { cellError, failureOf } from './cell-failure.ts'
import { type FunctionContext, functionContext, notStarted } from './context.ts'

/** What `compute` gives; whatever it throws becomes an error with a reason in the cell and in the pane. */
export function answerLocally<T>(
  name: string,
  invocation: CustomFunctions.Invocation,
  compute: (context: FunctionContext) => T,
): T {
  const context = functionContext()
  try {
    if (context === null) throw notStarted
    return compute(context)
  } catch (thrown) {
    const failure = failureOf(thrown)
    context?.reportError(name, invocation.address, failure)
    throw cellError(failure, context?.language ?? 'nl')
  }
}
