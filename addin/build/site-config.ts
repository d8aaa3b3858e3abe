/** How the site is built: the add-in, its pages for signing in, and the workbench. */
import type { UserConfig } from 'vite'
import { sitePages } from './site-pages.ts'
import { sitePlugin } from './site-plugin.ts'

/** `origin` is where the site will stand, for the addresses that Excel keeps of it; undefined: as in the source manifest. */
export function siteConfig(origin: string | undefined): UserConfig {
  return {
    publicDir: 'worker/public',
    plugins: [sitePlugin(origin)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: 'dist',
      target: 'es2022',
      // The polyfill is an inline script, which the content security policy refuses.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { ...sitePages, functions: 'addin/functions/index.ts', client: 'workbench/client/install.ts' },
        preserveEntrySignatures: 'allow-extension',
        output: {
          // The manifest names this file, so its name never changes.
          entryFileNames: ({ name }) => (name === 'functions' ? 'functions.js' : 'assets/[name]-[hash].js'),
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  }
}
