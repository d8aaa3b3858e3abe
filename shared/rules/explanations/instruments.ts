/** Why and what to do: plans and governance of an area. */
import type { RuleExplanations } from './explanation.ts'

export const instrumentsExplained: RuleExplanations = {
  'GB-901': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Een gebiedsvisie kijkt tien jaar vooruit, een gebiedsagenda vijf jaar en een jaarplan één jaar. Zo sluiten ze op elkaar aan.',
      en: 'A gebiedsvisie looks ten years ahead, a gebiedsagenda five and a jaarplan one. So they follow each other.',
    },
    remedy: {
      nl: 'Vraag beheer om de looptijd of de soort van dit instrument in de lijst te herstellen.',
      en: 'Ask your administrator to correct the term or the kind of this instrument in the list.',
    },
    example: { nl: 'Een gebiedsagenda van 2023 tot en met 2026.', en: 'A gebiedsagenda from 2023 to 2026.' },
  },
  'GB-902': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Een plan werkt het plan erboven uit. Buiten de looptijd daarvan is er niets om uit te werken.',
      en: 'A plan works out the plan above it. Outside its term there is nothing to work out.',
    },
    remedy: {
      nl: 'Pas bij een actie Van en Tot op het blad Jaarplan aan. Bij een instrument vraagt u beheer om de lijst te herstellen.',
      en: 'For an action, change Van and Tot on the sheet Jaarplan. For an instrument, ask your administrator to correct the list.',
    },
    example: {
      nl: 'Een jaarplan 2029 onder een agenda van 2023 tot en met 2027.',
      en: 'A jaarplan of 2029 under an agenda from 2023 to 2027.',
    },
  },
  'GB-903': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het gebiedsjaarplan zegt wat het gebied gaat doen. Een regel zonder actie kost geld waarvoor geen plan is.',
      en: 'The year plan says what the area will do. A line without an action costs money without a plan.',
    },
    remedy: {
      nl: 'Vul in Actie het nummer uit het blad Jaarplan in, of voeg de actie daar toe.',
      en: 'Fill in at Actie the number from the sheet Jaarplan, or add the action there.',
    },
    example: {
      nl: 'Een regel van 25.000 met een lege kolom Actie.',
      en: 'A line of 25,000 with an empty column Actie.',
    },
  },
  'GB-904': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit geeft elk gebied een controller, een ambtelijk opdrachtgever en een gebiedswethouder. Zonder hen kan niemand indienen, paraferen of aanspreken.',
      en: 'The decision gives every area a controller, an official client and an alderman. Without them nobody can submit, initial or be asked.',
    },
    remedy: {
      nl: 'Vraag beheer om iemand voor deze rol aan te wijzen.',
      en: 'Ask administration to appoint somebody for this role.',
    },
    example: { nl: 'Stadshart heeft geen gebiedswethouder.', en: 'Stadshart has no area alderman.' },
  },
  'GB-905': {
    origin: {
      kinds: ['memo'],
      source: { nl: '"ritsen" van sociaal en fysiek', en: 'weaving social and physical together' },
    },
    explanation: {
      nl: 'Gebiedsgericht werken brengt sociaal en fysiek samen. Mist er een, dan is de begroting misschien niet af.',
      en: 'Working by area joins the social and the physical domain. When one is missing the budget may not be complete.',
    },
    remedy: {
      nl: 'Kijk of er regels ontbreken. Klopt het, dan hoeft u niets te doen.',
      en: 'See whether lines are missing. When it is right, there is nothing to do.',
    },
    example: { nl: 'Alleen regels in het domein fysiek.', en: 'Only lines in the domain fysiek.' },
  },
  'GB-906': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het geld voor de implementatie is voor een vaste periode gegeven. Werk daarna is er niet mee gedekt.',
      en: 'The money for implementation was given for a fixed period. Work after it is not covered by it.',
    },
    remedy: {
      nl: 'Haal het werk naar voren, of vraag een nieuw besluit voor de tijd erna.',
      en: 'Bring the work forward, or ask for a new decision for the time after it.',
    },
    example: {
      nl: 'Een experiment in het vierde kwartaal van 2024.',
      en: 'An experiment in the fourth quarter of 2024.',
    },
  },
  'GB-907': {
    origin: { kinds: ['memo', 'praktijk'] },
    explanation: {
      nl: 'De gebiedswethouder leest mee en besluit in het college. In de begroting zelf schrijft de controller.',
      en: 'The area alderman reads along and decides in the college. In the budget itself the controller writes.',
    },
    remedy: {
      nl: 'Vraag de gebiedscontroller om de wijziging te doen.',
      en: 'Ask the area controller to make the change.',
    },
    example: { nl: 'Een gebiedswethouder wijzigt een bedrag.', en: 'An area alderman changes an amount.' },
  },
}
