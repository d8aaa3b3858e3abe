/** Conditions of a write (RFC 9110): If-Match holds what the person saw, If-None-Match: * says that it must be new. */
import type { StandingItem } from '../lists/list-item.ts'
import { Problem } from '../problem.ts'
import { itemEtag, listedItem } from './list-answers.ts'

/** Throws Problem 412 with what stands there now. Without a condition the last one who writes wins; history keeps both. */
export function refuseOutdated(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
  standing: StandingItem | undefined,
): void {
  const isSeen = ifMatch === undefined || (standing !== undefined && ifMatch === itemEtag(standing))
  const isNew = ifNoneMatch !== '*' || standing === undefined
  if (isSeen && isNew) return
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

/** Problem 409: others wrote each time this was tried. */
export function changedMeanwhile(): Problem {
  return new Problem(409, 'te-druk', {
    nl: 'Anderen wijzigen de lijsten op dit moment. Er is niets vastgelegd; probeer het opnieuw.',
    en: 'Others are changing the lists at this moment. Nothing was stored; try again.',
  })
}
