/** Builds the site (add-in, workbench, help) into a folder: what the local server serves and `wrangler deploy` uploads. */
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

/** Gives the folder. Throws when the sources do not build. Vite is loaded here because it takes a while. */
export async function buildSite(outDir: string = path.join(root, 'dist')): Promise<string> {
  const { build } = await import('vite')
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}
