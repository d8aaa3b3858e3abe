import path from 'node:path'

/** Apart from `dist`, so that tests do not take away what a running server serves. */
export const siteFolder = path.join(import.meta.dirname, '../../node_modules/.cache/site')
