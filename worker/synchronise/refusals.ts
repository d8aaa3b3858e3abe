/** What a push is refused with: nothing was changed then, and the text says what to do. */
import type { BudgetKey } from '#shared/model/index.ts'
import { Problem } from '../problem.ts'

export function tooBusy(areaCode: string): Problem {
  return new Problem(
    503,
    'te-druk',
    {
      nl: `Anderen schrijven tegelijk in ${areaCode}; er is niets vastgelegd. Probeer het zo opnieuw.`,
      en: `Others are writing to ${areaCode} at the same time; nothing was stored. Try again in a moment.`,
    },
    { 'retry-after': '2' },
  )
}

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

export function locked({ areaCode, year, version }: BudgetKey): Problem {
  return new Problem(409, 'begroting-vergrendeld', {
    nl: `De begroting ${areaCode} ${year} ${version} is niet in concept; er is niets gewijzigd. Trek de indiening eerst in.`,
    en: `The budget ${areaCode} ${year} ${version} is not in concept; nothing was changed. Withdraw the submission first.`,
  })
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
