/** Versions, states and roles as people call them. */
import type { PaneModel } from './pane-model.ts'
import type { Speaker, TextKey } from './text/speak.ts'

/** `wijziging-2` is `2e wijziging`; a version that this pane does not know is shown as it is. */
export function versionName({ say }: Speaker, version: string): string {
  const [, number] = /^wijziging-(\d+)$/.exec(version) ?? []
  if (number !== undefined) return say('versionWijziging', { number })
  const key = versionKeys[version]
  return key === undefined ? version : say(key)
}

/** How far the budget is: as the server said when it was asked, else as the cover says. */
export function stateOf({ life, linked }: Pick<PaneModel, 'life' | 'linked'>): string {
  return life.value.life?.staat ?? linked.value?.state ?? ''
}

/** A workbook whose cover does not say it gives `onbekend`. */
export function stateName({ say }: Speaker, state: string): string {
  const key = stateKeys[state]
  return key === undefined ? state || say('versionUnknown') : say(key)
}

export function roleName({ say }: Speaker, role: string): string {
  const key = roleKeys[role]
  return key === undefined ? role : say(key)
}

type Keys = Readonly<Partial<Record<string, TextKey>>>

const versionKeys: Keys = {
  primitief: 'versionPrimitief',
  'na-wijziging': 'versionNaWijziging',
  realisatie: 'versionRealisatie',
  prognose: 'versionPrognose',
}

const stateKeys: Keys = {
  concept: 'stateConcept',
  ingediend: 'stateIngediend',
  teruggegeven: 'stateTeruggegeven',
  goedgekeurd: 'stateGoedgekeurd',
  vastgesteld: 'stateVastgesteld',
  aangehouden: 'stateAangehouden',
  // Of a submission; its budget is in concept again.
  ingetrokken: 'didIntrekken',
}

const roleKeys: Keys = {
  gebiedscontroller: 'roleGebiedscontroller',
  financien: 'roleFinancien',
  concerncontroller: 'roleConcerncontroller',
  opdrachtgever: 'roleOpdrachtgever',
  wethouder: 'roleWethouder',
  beheer: 'roleBeheer',
  griffie: 'roleGriffie',
}
