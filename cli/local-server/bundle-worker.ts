/** The Worker as one script, built in memory from the sources: what Miniflare runs and what `wrangler deploy` would upload. */
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../')

/** Throws when the sources do not build. */
export async function bundleWorker(): Promise<string> {
  const { build } = await import('vite')
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['workerd', 'worker'] },
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: `${root}worker/index.ts`,
      write: false,
      target: 'es2023',
      minify: false,
      // The runtime itself has these modules.
      rolldownOptions: { external: [/^cloudflare:/], output: { format: 'es', codeSplitting: false } },
    },
  })
  const output = Array.isArray(built) ? built[0] : built
  if (output === undefined || !('output' in output)) throw new Error('The Worker was not built.')
  return output.output[0].code
}
