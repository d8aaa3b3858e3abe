/** Why and what to do: hours, rates and periods. */
import type { RuleExplanations } from './explanation.ts'

export const hoursExplained: RuleExplanations = {
  'GB-303': {
    origin: {
      kinds: ['memo'],
      source: {
        nl: 'Rekenwerk: 3.986 uur x € 80 is de € 318.880 van het besluit.',
        en: 'Arithmetic: 3,986 hours x € 80 is the € 318,880 of the decision.',
      },
    },
    explanation: {
      nl: 'Het bedrag van inzet volgt uit uren en tarief. Als het anders is, is een van de drie niet bijgewerkt.',
      en: 'The amount of effort follows from hours and rate. When it differs, one of the three was not kept up to date.',
    },
    remedy: {
      nl: 'Neem het herstel over, of pas de uren of het tarief aan.',
      en: 'Take the fix, or change the hours or the rate.',
    },
    example: { nl: '4.000 uur x € 80 met als bedrag 318.880.', en: '4,000 hours x € 80 with 318,880 as the amount.' },
    fix: { nl: 'Zet uren x tarief in Bedrag.', en: 'Puts hours x rate into Bedrag.' },
  },
  'GB-304': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'De gemeente heeft per functie en jaar één tarief. Een ander tarief maakt gebieden onvergelijkbaar.',
      en: 'The municipality has one rate per role and year. Another rate makes areas incomparable.',
    },
    remedy: {
      nl: 'Neem het normtarief over. Wijkt u bewust af, bespreek dat dan met financiën.',
      en: 'Take the norm rate. If you deviate on purpose, discuss it with finance.',
    },
    example: { nl: '€ 95 waar de tarieventabel € 80 zegt.', en: '€ 95 where the rate table says € 80.' },
    fix: { nl: 'Zet het tarief uit de tabel in de cel.', en: 'Puts the rate of the table into the cell.' },
  },
  'GB-305': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'De norm is een instelling van de gemeente; Zwolle 2017: 1.320 declarabele uren.',
        en: 'The norm is a setting of the municipality; Zwolle 2017: 1,320 declarable hours.',
      },
    },
    explanation: {
      nl: 'Eén persoon heeft niet meer uren in een jaar dan de norm. Wat erboven staat, wordt niet gewerkt of door een ander.',
      en: 'One person has no more hours in a year than the norm. What is above it is not worked, or by somebody else.',
    },
    remedy: {
      nl: 'Verdeel de uren over meer medewerkers, of controleer of het er niet te veel zijn.',
      en: 'Divide the hours over more people, or see whether there are too many.',
    },
    example: { nl: '1.600 uur voor één wijkmanager.', en: '1,600 hours for one wijkmanager.' },
  },
  'GB-306': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit noemt een aantal uren. Wijkt de inzet daar ver van af, dan past zij niet bij wat is besloten.',
      en: 'The decision names a number of hours. When the effort is far from it, it does not fit what was decided.',
    },
    remedy: {
      nl: 'Vergelijk de uren met het besluit. Klopt het verschil, leg het dan uit in Toelichting.',
      en: 'Compare the hours with the decision. If the difference is right, explain it in Toelichting.',
    },
    example: { nl: '4.600 uur tegenover "ca. 4.000 uren".', en: '4,600 hours against "ca. 4.000 uren".' },
  },
  'GB-307': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit noemt de functies van het kernteam. Alleen die kosten zijn met dit geld gedekt.',
      en: 'The decision names the roles of the core team. Only their costs are covered by this money.',
    },
    remedy: {
      nl: 'Kies een functie uit het besluit, of gebruik een andere dekkingsbron voor deze inzet.',
      en: 'Choose a role of the decision, or use another source of coverage for this work.',
    },
    example: { nl: 'Een "jurist" op het geld van het kernteam.', en: 'A "jurist" on the money of the core team.' },
  },
  'GB-308': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 22', en: 'art. 22' } },
    explanation: {
      nl: 'Een begroting laat haar eigen jaar zien en de drie jaren erna. Een ander jaar hoort in een andere begroting.',
      en: 'A budget shows its own year and the three after it. Another year belongs in another budget.',
    },
    remedy: {
      nl: 'Kies een jaar binnen de vier jaren van deze begroting.',
      en: 'Choose a year within the four years of this budget.',
    },
    example: { nl: '2028 in de begroting van 2023.', en: '2028 in the budget of 2023.' },
  },
  'GB-309': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit verdeelt het werk in een planfase en een implementatiefase, elk met eigen data en geld. Werk in de verkeerde fase drukt op het verkeerde geld.',
      en: 'The decision divides the work into a plan and an implementation phase, each with its own dates and money. Work in the wrong phase draws on the wrong money.',
    },
    remedy: {
      nl: 'Pas de fase of de periode van de regel aan, zodat ze bij elkaar passen.',
      en: 'Change the phase or the period of the line so that they fit each other.',
    },
    example: {
      nl: 'Een experiment dat in februari 2023 begint, met fase implementatie.',
      en: 'An experiment that starts in February 2023, with phase implementatie.',
    },
  },
}
