import path from 'node:path'

const cache = path.join(import.meta.dirname, '../../node_modules/.cache')

/** Apart from `dist`, so that tests do not take away what a running server serves. */
export const siteFolder = path.join(cache, 'site')
/** The page that shows the pane in each of its states, for tests and pictures only. */
export const galleryFolder = path.join(cache, 'gallery')
