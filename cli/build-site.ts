/** Builds the site (add-in, workbench, help) into a folder: what the local server serves and `wrangler deploy` uploads. */
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

export const distFolder = path.join(root, 'dist')

/**
 * `origin` is where the site will stand, for the addresses of help that Excel keeps; undefined: as in the source manifest.
 * Throws when the sources do not build. Vite is loaded here because it takes a while.
 */
export async function buildSite(outDir: string, origin?: string): Promise<void> {
  const [{ build, mergeConfig }, { siteConfig }] = await Promise.all([
    import('vite'),
    import('../addin/build/site-config.ts'),
  ])
  const own = { root, configFile: false, logLevel: 'warn', build: { outDir, emptyOutDir: true } } as const
  await build(mergeConfig(siteConfig(origin), own))
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
