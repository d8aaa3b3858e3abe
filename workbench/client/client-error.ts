/** An error as programs for the Excel API expect it: they look at `code`, and at `debugInfo.errorLocation`. */
export class ClientError extends Error {
  override name = 'RichApi.Error'
  readonly code: string
  readonly debugInfo: { readonly code: string; readonly message: string; readonly errorLocation?: string }
  readonly traceMessages: readonly string[] = []
  readonly innerError = null

  constructor(code: string, message: string, location?: string) {
    super(message)
    this.code = code
    this.debugInfo = { code, message, ...(location === undefined ? {} : { errorLocation: location }) }
  }

  override toString() {
    return `${this.code}: ${this.message}`
  }
}

export const propertyNotLoaded = (kind: string | null, name: string) =>
  new ClientError(
    'PropertyNotLoaded',
    `The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
    kind === null ? undefined : `${kind}.${name}`,
  )

export const valueNotLoaded = () =>
  new ClientError(
    'ValueNotLoaded',
    'The value of the result object has not been loaded yet. Before reading the value property, call "context.sync()" on the associated request context.',
    'clientResult.value',
  )

export const invalidObjectPath = (expression: string) =>
  new ClientError(
    'InvalidObjectPath',
    `The object path '${expression}' isn't working for what you're trying to do. If you're using the object across multiple "context.sync" calls and outside the sequential execution of a ".run" batch, please use the "context.trackedObjects.add()" and "context.trackedObjects.remove()" methods to manage the object's lifetime.`,
    expression,
  )

export const invalidArgument = (name: string, location?: string) =>
  new ClientError(
    'InvalidArgument',
    `The argument '${name}' doesn't work for this situation, is missing, or isn't in the right format.`,
    location,
  )

export const runMustReturnPromise = () =>
  new ClientError(
    'RunMustReturnPromise',
    'The batch function passed to the ".run" method didn\'t return a promise. The function must return a promise, so that any automatically-tracked objects can be released at the completion of the batch operation. Typically, you return a promise by returning the response from "context.sync()".',
  )
