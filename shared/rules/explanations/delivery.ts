/** Why and what to do: delivery to CBS and publication. */
import type { RuleExplanations } from './explanation.ts'

export const deliveryExplained: RuleExplanations = {
  'GB-801': {
    origin: {
      kinds: ['Iv3'],
      source: {
        nl: 'controle PF006. Gemeten over 342 begrotingen van 2024: nergens meer dan 50 (x € 1.000) verschil.',
        en: 'check PF006. Measured over 342 budgets of 2024: never more than 50 (x € 1,000) of difference.',
      },
    },
    explanation: {
      nl: 'Met de reserves en het resultaat erbij zijn lasten en baten van een gemeente gelijk. Een groter verschil dan afronding is een fout.',
      en: 'With reserves and the result included, lasten and baten of a municipality are equal. A difference beyond rounding is an error.',
    },
    remedy: {
      nl: 'Kijk of taakveld 0.10 en 0.11 erin zitten, en zoek daarna het verschil per taakveld.',
      en: 'See whether taakveld 0.10 and 0.11 are in it, then look for the difference per taakveld.',
    },
    example: { nl: 'Een verschil van 312 (x € 1.000).', en: 'A difference of 312 (x € 1,000).' },
  },
  'GB-802': {
    origin: { kinds: ['Iv3', 'praktijk'] },
    explanation: {
      nl: 'Wie elke cel apart afrondt op duizenden, krijgt een ander totaal dan wie het totaal afrondt. Dat is geen fout, maar de lezer ziet het.',
      en: 'Rounding every cell to thousands gives another total than rounding the total. That is no error, but the reader sees it.',
    },
    remedy: {
      nl: 'U hoeft niets te doen. Noem het "afrondingsverschil" onder de tabel.',
      en: 'There is nothing to do. Call it "afrondingsverschil" below the table.',
    },
    example: {
      nl: 'Zwolle, begroting 2024: 789.527 tegenover 789.523.',
      en: 'Zwolle, budget of 2024: 789,527 against 789,523.',
    },
  },
  'GB-803': {
    origin: { kinds: ['Iv3'], source: { nl: 'controle PF004', en: 'check PF004' } },
    explanation: {
      nl: 'Categorie 7.4 en 7.5 verrekenen binnen de gemeente. Wat de een betaalt ontvangt de ander, dus lasten en baten zijn gelijk.',
      en: 'Categories 7.4 and 7.5 settle within the municipality. What one pays the other receives, so lasten and baten are equal.',
    },
    remedy: {
      nl: 'Zoek de verrekening zonder tegenregel en vul die aan.',
      en: 'Find the charge without a mirror line and add it.',
    },
    example: { nl: 'L7.5 is 80, B7.5 is 75.', en: 'L7.5 is 80, B7.5 is 75.' },
  },
  'GB-804': {
    origin: {
      kinds: ['Iv3'],
      source: {
        nl: 'controle PF005; dat ook 0.5 wordt geweigerd is eigen beleid voor gebieden.',
        en: 'check PF005; refusing it on 0.5 too is our own policy for areas.',
      },
    },
    explanation: {
      nl: 'Financiële transacties, zoals leningen, staan op de balans. Een gebied leent geen geld uit.',
      en: 'Financial transactions, such as loans, stand on the balance sheet. An area lends no money.',
    },
    remedy: {
      nl: 'Kies een andere categorie, of laat financiën dit op de balans zetten.',
      en: 'Choose another category, or have finance put it on the balance sheet.',
    },
    example: { nl: 'B6.1 op taakveld 0.5.', en: 'B6.1 on taakveld 0.5.' },
  },
  'GB-805': {
    origin: { kinds: ['Iv3'], source: { nl: 'controle PF009', en: 'check PF009' } },
    explanation: {
      nl: 'In een begroting mag nog onbekend zijn wie het geld krijgt. Achteraf is dat bekend, dus dan moet de juiste categorie er staan.',
      en: 'In a budget it may still be unknown who gets the money. Afterwards it is known, so then the right category must stand there.',
    },
    remedy: {
      nl: 'Kies de categorie van wie het geld kreeg, bijvoorbeeld 4.3.8.',
      en: 'Choose the category of who received the money, for example 4.3.8.',
    },
    example: { nl: 'L4.3.9 in de jaarrekening.', en: 'L4.3.9 in the accounts.' },
  },
  'GB-806': {
    origin: { kinds: ['Iv3'], source: { nl: 'controles SF001 tot en met SF017', en: 'checks SF001 to SF017' } },
    explanation: {
      nl: 'Het CBS weigert een bestand dat niet aan het schema voldoet. De plek in de melding zegt waar het misgaat.',
      en: 'CBS refuses a file that does not satisfy the schema. The path in the message says where it goes wrong.',
    },
    remedy: {
      nl: 'Herstel het veld op de genoemde plek en maak het bestand opnieuw.',
      en: 'Repair the field at that path and make the file anew.',
    },
    example: { nl: '"telefoonnr" in plaats van "telefoon".', en: '"telefoonnr" instead of "telefoon".' },
  },
  'GB-807': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Het overheidsnummer zegt van wie de cijfers zijn. Het is 06 met de vier cijfers van de gemeentecode.',
      en: "The authority number says whose figures these are. It is 06 with the four digits of the municipality's code.",
    },
    remedy: {
      nl: 'Zet 06 voor de gemeentecode, bijvoorbeeld 060193.',
      en: "Put 06 before the municipality's code, for example 060193.",
    },
    example: { nl: '"0193" in plaats van "060193".', en: '"0193" instead of "060193".' },
  },
  'GB-808': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Een levering aan het CBS gaat over de hele gemeente. Alleen de gebieden insturen geeft verkeerde landelijke cijfers.',
      en: 'A delivery to CBS is about the whole municipality. Sending in only the areas gives wrong national figures.',
    },
    remedy: {
      nl: 'Geef dit bestand aan financiën om samen te voegen. Stuur het niet zelf in.',
      en: 'Give this file to finance to merge. Do not send it in yourself.',
    },
    example: { nl: 'Een Iv3-bestand van alleen Holtenbroek.', en: 'An Iv3 file of Holtenbroek alone.' },
  },
  'GB-809': {
    origin: {
      kinds: ['memo', 'wet'],
      source: { nl: 'Memo ("Deze nota is openbaar"); AVG', en: 'Memo ("Deze nota is openbaar"); GDPR' },
    },
    explanation: {
      nl: 'Wat openbaar is, kan iedereen lezen. Namen van medewerkers met hun uren horen daar niet in.',
      en: 'What is public can be read by everybody. Names of employees with their hours do not belong in it.',
    },
    remedy: {
      nl: 'Kies de openbare versie, die functies toont in plaats van namen.',
      en: 'Choose the public version, which shows roles instead of names.',
    },
    example: { nl: '"J. Jansen 400 uur" in de openbare versie.', en: '"J. Jansen 400 uur" in the public version.' },
  },
}
