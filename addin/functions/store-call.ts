/** One call of a function that the server answers. It streams: Excel calls it once and shows whatever it gives later. */
import type { Shown } from './answer-store.ts'
import { type CellResult, valueOfAnswer } from './answer-value.ts'
import { cellError, type CellFailure, failureOf, unavailable } from './cell-failure.ts'
import { type FunctionContext, functionContext, notStarted } from './context.ts'
import type { Question } from './question.ts'

/** The value in the list of functions and in a formula that is still being typed: nobody is asked for it. */
const notYetAsked: CellFailure = unavailable(
  'De waarde komt zodra de formule is ingevoerd.',
  'The value comes when the formula has been entered.',
)

/** `makeQuestion` reads the arguments; what it throws is an error in this cell alone, and no request is made. */
export function answerFromStore<T>(
  name: string,
  invocation: CustomFunctions.StreamingInvocation<T>,
  makeQuestion: () => Question,
): void {
  const context = functionContext()
  const setResult = invocation.setResult as (value: CellResult | CustomFunctions.Error) => void
  if (context === null) return setResult(cellError(notStarted, 'nl'))
  const fail = (failure: CellFailure) => {
    context.reportError(name, invocation.address, failure)
    setResult(cellError(failure, context.language))
  }
  try {
    const question = makeQuestion()
    if (invocation.isInValuePreview) return setResult(previewOf(question, context))
    invocation.onCanceled = context.answers.subscribe(question, (shown) => {
      const value = valueOf(shown, context)
      if ('failure' in value) fail(value.failure)
      else setResult(value.result)
    })
  } catch (thrown) {
    fail(failureOf(thrown))
  }
}

function previewOf(question: Question, context: FunctionContext): CellResult | CustomFunctions.Error {
  const answer = context.answers.known(question)
  const value = answer === undefined ? { failure: notYetAsked } : valueOf({ kind: 'answer', answer }, context)
  return 'failure' in value ? cellError(value.failure, context.language) : value.result
}

function valueOf(
  shown: Shown,
  context: FunctionContext,
): { readonly result: CellResult } | { readonly failure: CellFailure } {
  if (shown.kind === 'failure') return { failure: shown.failure }
  try {
    return { result: valueOfAnswer(shown.answer, context) }
  } catch (thrown) {
    return { failure: failureOf(thrown) }
  }
}
