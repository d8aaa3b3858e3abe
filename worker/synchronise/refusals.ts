/** What a push is refused with: nothing was changed then, and the text says what to do. */
import type { BudgetKey, BudgetState, FindingText, PersonRole } from '#shared/model/index.ts'
import { checkWrite, stateNames } from '#shared/rules/index.ts'
import { findingMembers, Problem } from '../problem.ts'

export function keyReused(): Problem {
  return new Problem(409, 'sleutel-hergebruikt', {
    nl: 'Deze Idempotency-Key is al gebruikt met een andere inhoud. Maak voor elke synchronisatie een nieuwe sleutel.',
    en: 'This Idempotency-Key was used with another body. Make a new key for each synchronisation.',
  })
}

export function otherHistory(areaCode: string): Problem {
  return new Problem(409, 'geschiedenis-wijkt-af', {
    nl: `De server van ${areaCode} is teruggezet naar een eerdere stand. Er is niets gewijzigd; bevestig het herstel om verder te gaan.`,
    en: `The server of ${areaCode} was put back to an earlier state. Nothing was changed; confirm the recovery to go on.`,
  })
}

/** GB-603, and what to do in this state. */
export function locked({ areaCode, year, version }: BudgetKey, state: BudgetState, role: PersonRole): Problem {
  const findings = checkWrite({ role, state, changedBy: null })
  const budget = `${areaCode} ${year} ${version}`
  const said = findings.map(({ rule, message }) => ({
    nl: ` (${rule}: ${message.nl})`,
    en: ` (${rule}: ${message.en})`,
  }))
  const text = {
    nl: `De begroting ${budget} is ${stateNames[state].nl}; er is niets gewijzigd. ${remedies[state].nl}${said[0]?.nl ?? ''}`,
    en: `The budget ${budget} is ${stateNames[state].en}; nothing was changed. ${remedies[state].en}${said[0]?.en ?? ''}`,
  }
  return new Problem(409, 'begroting-vergrendeld', text, {}, findingMembers(findings))
}

const withdraw: FindingText = { nl: 'Trek de indiening eerst in.', en: 'Withdraw the submission first.' }
const remedies: Readonly<Record<BudgetState, FindingText>> = {
  concept: { nl: 'Synchroniseer opnieuw.', en: 'Synchronise again.' },
  ingediend: withdraw,
  goedgekeurd: withdraw,
  aangehouden: withdraw,
  teruggegeven: { nl: 'Heropen de begroting eerst.', en: 'Reopen the budget first.' },
  vastgesteld: { nl: 'Maak een begrotingswijziging.', en: 'Make an amendment.' },
}

export function sumTooLarge({ areaCode, year, version }: BudgetKey): Problem {
  return new Problem(422, 'te-groot', {
    nl: `Bedragen van ${areaCode} ${year} ${version} tellen op tot meer dan 90.071.992.547.409,91; er is niets gewijzigd. Controleer de grootste bedragen.`,
    en: `Amounts of ${areaCode} ${year} ${version} add up to more than 90,071,992,547,409.91; nothing was changed. Check the largest amounts.`,
  })
}

export function grantGone(areaCode: string): Problem {
  return new Problem(403, 'geen-recht', {
    nl: `Dit mag niet: uw recht op ${areaCode} is ingetrokken; er is niets gewijzigd.`,
    en: `Not allowed: your right to ${areaCode} was withdrawn; nothing was changed.`,
  })
}
