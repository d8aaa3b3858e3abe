/** The site is built once for all tests that look at it. */
import { buildSite } from '../../cli/build-site.ts'
import { siteFolder } from './site-folder.ts'

export async function setup(): Promise<void> {
  await buildSite(siteFolder)
}
