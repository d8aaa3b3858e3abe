/** The site is built once for all tests that look at it, and beside it the page that shows the pane in each of its states. */
import { buildGallery, buildSite } from '../../cli/build-site.ts'
import { galleryFolder, siteFolder } from './site-folder.ts'

export async function setup(): Promise<void> {
  await buildSite(siteFolder)
  await buildGallery(galleryFolder)
}
