/** Custom functions before their code is loaded: Excel wants to know them at once, and the first call waits for the rest. */
export type CustomFunction = (...given: unknown[]) => unknown

export interface LateFunctions {
  readonly ids: readonly string[]
  /** By id; the same every time. */
  readonly load: () => Promise<ReadonlyMap<string, CustomFunction>>
}

/** A cell is never left busy: when loading fails it says so. */
export function associateLate(host: typeof CustomFunctions, { ids, load }: LateFunctions): void {
  let loaded: ReadonlyMap<string, CustomFunction> | null = null
  const ready = async () => {
    loaded ??= await load()
    return loaded
  }
  for (const id of ids) {
    host.associate(id, (...given: unknown[]) => {
      const implementation = loaded?.get(id)
      if (implementation !== undefined) return implementation(...given)
      return callLater(id, given, ready, host)
    })
  }
}

/** A streaming call that was cancelled meanwhile is not begun; its result is given by `setResult`, not by the promise. */
async function callLater(
  id: string,
  given: readonly unknown[],
  ready: () => Promise<ReadonlyMap<string, CustomFunction>>,
  host: typeof CustomFunctions,
): Promise<unknown> {
  const invocation = streamingInvocation(given.at(-1))
  let isCancelled = false
  if (invocation !== undefined) {
    invocation.onCanceled = () => {
      isCancelled = true
    }
  }
  const implementation = await ready().then(
    (implementations) => implementations.get(id),
    () => undefined,
  )
  if (isCancelled) return undefined
  if (implementation !== undefined) return implementation(...given)
  const failure = new host.Error(host.ErrorCode.notAvailable, notLoaded)
  if (invocation === undefined) throw failure
  invocation.setResult(failure)
  return undefined
}

const notLoaded =
  'De functies konden niet worden geladen: controleer de verbinding en kies Over > Herbereken. (The functions could not be loaded.)'

function streamingInvocation(last: unknown): CustomFunctions.StreamingInvocation<unknown> | undefined {
  const isStreaming = typeof last === 'object' && last !== null && 'setResult' in last
  return isStreaming ? (last as CustomFunctions.StreamingInvocation<unknown>) : undefined
}
