/** Conditions of a write (RFC 9110): If-Match holds what the person saw, If-None-Match: * says that it must be new. */
import type { StandingItem } from '../lists/list-item.ts'
import { Problem } from '../problem.ts'
import { itemEtag, listedItem } from './list-answers.ts'

/** Whether what stands is what the request says that it saw. `etag`: of what stands; undefined when nothing does. */
export function isAsSeen(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
  etag: string | undefined,
): boolean {
  return (ifMatch === undefined || ifMatch === etag) && (ifNoneMatch !== '*' || etag === undefined)
}

/** Throws Problem 412 with what stands there now. Without a condition the last one who writes wins; history keeps both. */
export function refuseOutdated(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
  standing: StandingItem | undefined,
): void {
  if (isAsSeen(ifMatch, ifNoneMatch, standing && itemEtag(standing))) return
  const now = standing === undefined ? null : listedItem(standing)
  throw new Problem(412, 'ondertussen-gewijzigd', textOf(standing), now === null ? {} : { etag: now.etag }, { nu: now })
}

function textOf(standing: StandingItem | undefined) {
  if (standing === undefined) {
    return {
      nl: 'Dit item staat er niet. Leg het als nieuw vast met If-None-Match: *.',
      en: 'This item is not there. Store it as new with If-None-Match: *.',
    }
  }
  const { code, firstYear, version } = standing
  return {
    nl: `${code} (vanaf ${firstYear}) staat er met versie ${version}. Bekijk wat er nu staat en leg uw wijziging opnieuw vast.`,
    en: `${code} (from ${firstYear}) stands there with version ${version}. Look at what is there now and store your change again.`,
  }
}
