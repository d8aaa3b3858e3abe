/** States of a budget and roles of people as they stand in a sentence. */
import type { BudgetState, PersonRole } from '#shared/model/index.ts'
import type { Wording } from './rule.ts'

export const stateNames: Readonly<Record<BudgetState, Wording>> = {
  concept: { nl: 'concept', en: 'draft' },
  ingediend: { nl: 'ingediend', en: 'submitted' },
  teruggegeven: { nl: 'teruggegeven', en: 'returned' },
  goedgekeurd: { nl: 'goedgekeurd', en: 'approved' },
  vastgesteld: { nl: 'vastgesteld', en: 'adopted' },
  aangehouden: { nl: 'aangehouden', en: 'held' },
}

export const roleNames: Readonly<Record<PersonRole, Wording>> = {
  gebiedscontroller: { nl: 'gebiedscontroller', en: 'area controller' },
  financien: { nl: 'financiën', en: 'finance' },
  concerncontroller: { nl: 'concerncontroller', en: 'concern controller' },
  opdrachtgever: { nl: 'ambtelijk opdrachtgever', en: 'official client' },
  wethouder: { nl: 'gebiedswethouder', en: 'area alderman' },
  beheer: { nl: 'beheer', en: 'administration' },
  griffie: { nl: 'griffie', en: "council clerk's office" },
}
