/** Why and what to do: reserves, provisions, investments and overhead. */
import type { RuleExplanations } from './explanation.ts'

export const reservesAndInvestmentsExplained: RuleExplanations = {
  'GB-506': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 17 d', en: 'art. 17 d' } },
    explanation: {
      nl: 'Toevoegingen en onttrekkingen aan reserves staan apart, na het saldo van baten en lasten. Op een ander taakveld vertekenen ze dat saldo.',
      en: 'Additions to and withdrawals from reserves stand apart, after the balance of baten and lasten. On another taakveld they distort that balance.',
    },
    remedy: {
      nl: 'Zet de reservemutatie op taakveld 0.10 met categorie 7.1.',
      en: 'Put the movement of the reserve on taakveld 0.10 with category 7.1.',
    },
    example: { nl: 'B4.3.8 op 8.1 "uit reserve Spoorzone".', en: 'B4.3.8 on 8.1 "uit reserve Spoorzone".' },
  },
  'GB-507': {
    origin: { kinds: ['BBV', 'Iv3'], source: { nl: 'BBV art. 44; Iv3', en: 'BBV art. 44; Iv3' } },
    explanation: {
      nl: 'Een voorziening is geen reserve. Geld erin is een last van het werk zelf en staat dus op het taakveld van dat werk.',
      en: 'A provision is not a reserve. Money into it is a cost of the work itself, so it stands on the taakveld of that work.',
    },
    remedy: {
      nl: 'Kies het taakveld van het werk en categorie 7.2.',
      en: 'Choose the taakveld of the work and category 7.2.',
    },
    example: {
      nl: '0.10 met L7.1 "voorziening groot onderhoud".',
      en: '0.10 with L7.1 "voorziening groot onderhoud".',
    },
  },
  'GB-508': {
    origin: { kinds: ['BBV'] },
    explanation: {
      nl: 'De last is al genomen toen het geld in de voorziening ging. De uitgave zelf gaat rechtstreeks van de voorziening af.',
      en: 'The cost was taken when the money went into the provision. The spending itself goes straight off the provision.',
    },
    remedy: {
      nl: 'Haal de uitgave uit de regels, of kies een andere bron dan de voorziening.',
      en: 'Take the spending out of the lines, or choose another source than the provision.',
    },
    example: {
      nl: 'Groot onderhoud 90.000 met L3.8 en de voorziening als dekking.',
      en: 'Major maintenance 90,000 with L3.8 and the provision as its coverage.',
    },
  },
  'GB-509': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 59', en: 'art. 59' } },
    explanation: {
      nl: 'Een investering gaat jaren mee. De raad geeft er een krediet voor, en de begroting draagt alleen afschrijving en rente.',
      en: 'An investment lasts for years. The council grants a credit for it, and the budget carries only depreciation and interest.',
    },
    remedy: {
      nl: 'Zet het bedrag in Krediet en begroot alleen de kapitaallasten (categorie 7.3 of 7.4).',
      en: 'Put the amount in Krediet and budget only the capital costs (category 7.3 or 7.4).',
    },
    example: { nl: 'Een speeltuin van 250.000 op 5.7 met L3.2.', en: 'A playground of 250,000 on 5.7 with L3.2.' },
  },
  'GB-510': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'In een besluit heet een budget soms "krediet". Een krediet is voor investeringen; dit geld is voor gewone lasten.',
      en: 'A decision sometimes calls a budget a "krediet". A krediet is for investments; this money is for ordinary costs.',
    },
    remedy: {
      nl: 'U hoeft niets te doen als het om gewone lasten gaat. Is het een investering, zet Soort dan op investering.',
      en: 'There is nothing to do when these are ordinary costs. For an investment, set Soort to investering.',
    },
    example: {
      nl: '"Dit krediet te dekken uit de stelpost", met regels van soort exploitatie.',
      en: '"Dit krediet te dekken uit de stelpost", with lines of type exploitatie.',
    },
  },
  'GB-513': {
    origin: { kinds: ['BBV'], source: { nl: 'notitie Overhead', en: 'note on overhead' } },
    explanation: {
      nl: 'Overhead staat op taakveld 0.4. Doorberekenen mag alleen aan grondexploitaties, investeringen en tarieven, anders telt hij dubbel.',
      en: 'Overhead stands on taakveld 0.4. It may be charged only to land development, investments and fees, otherwise it counts twice.',
    },
    remedy: {
      nl: 'Gebruik het tarief zonder opslag, en laat de overhead op 0.4 staan.',
      en: 'Use the rate without the surcharge, and leave the overhead on 0.4.',
    },
    example: { nl: '€ 46 overhead per uur op taakveld 6.1.', en: '€ 46 of overhead per hour on taakveld 6.1.' },
  },
}
