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

/** The pane in each of its states on one page, for tests and pictures; no part of the site. */
export async function buildGallery(outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    root: path.join(root, 'addin/pane'),
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: 'addin/pane/gallery.html' } },
  })
}
