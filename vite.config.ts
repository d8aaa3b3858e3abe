/** `npm run build` for the origin in GEBIED_ORIGIN (`https://gebied.zwolle.nl`). */
import { defineConfig } from 'vite'
import { siteConfig } from './addin/build/site-config.ts'

export default defineConfig(siteConfig(process.env['GEBIED_ORIGIN']))
