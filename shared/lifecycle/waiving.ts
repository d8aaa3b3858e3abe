/** Who may accept a finding with a reason (domain: rights). */
import { type Finding, financeRoles } from '#shared/model/index.ts'

/** `finance`, `controller`: only they may. `error`: nobody may, an error is to be solved. */
export type WaiverRefusal = 'finance' | 'controller' | 'error'

type Waivable = Readonly<Pick<Finding, 'severity'>> & { readonly areas?: readonly string[] | undefined }

/** Finance accepts what is said across areas, a controller warnings and remarks of an own area. Undefined: this person may. */
export function whyNoWaiver(
  finding: Waivable,
  { role, isOfArea }: { readonly role: string; readonly isOfArea: boolean },
): WaiverRefusal | undefined {
  if (isAcrossAreas(finding)) return financeRoles.some((one) => one === role) ? undefined : 'finance'
  if (role !== 'gebiedscontroller' || !isOfArea) return 'controller'
  return finding.severity === 'error' ? 'error' : undefined
}

export function isAcrossAreas({ areas }: Pick<Waivable, 'areas'>): boolean {
  return areas !== undefined && areas.length > 0
}
