/** Builds what a browser or Excel loads: the add-in, its pages for signing in, and the workbench, into `dist/`. */
import { defineConfig } from 'vite'
import { sitePages } from './addin/build/site-pages.ts'
import { sitePlugin } from './addin/build/site-plugin.ts'

export default defineConfig({
  publicDir: 'worker/public',
  plugins: [sitePlugin()],
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
})
