/** Why and what to do: what is covered, and from how much. */
import type { RuleExplanations } from './explanation.ts'

export const coverageExplained: RuleExplanations = {
  'GB-401': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Elke euro last noemt waar het geld vandaan komt. Wat niet gedekt is, kan niet worden goedgekeurd.',
      en: 'Every euro of lasten names where the money comes from. What is not covered cannot be approved.',
    },
    remedy: {
      nl: 'Vul een dekkingsbron in, of verdeel het bedrag over meer bronnen op het blad Dekking.',
      en: 'Fill in a source of coverage, or divide the amount over more sources on the sheet Dekking.',
    },
    example: {
      nl: 'Een experiment van 181.120 met dekking voor 180.000.',
      en: 'An experiment of 181,120 with coverage of 180,000.',
    },
  },
  'GB-402': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Alleen een bron die financiën kent heeft een plafond en een restant. Een onbekende code dekt niets.',
      en: 'Only a source that finance knows has a ceiling and a remainder. An unknown code covers nothing.',
    },
    remedy: {
      nl: 'Kies een bron uit de lijst op het blad Codes, of vraag financiën om de bron toe te voegen.',
      en: 'Choose a source from the list on the sheet Codes, or ask finance to add it.',
    },
    example: { nl: 'Bron SP-9999.', en: 'Source SP-9999.' },
  },
  'GB-403': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Uw gebied mag tot een grens uit deze bron putten. Daarboven neemt u geld van een ander gebied.',
      en: 'Your area may draw on this source up to a limit. Above it you take money of another area.',
    },
    remedy: {
      nl: 'Verlaag het beroep van uw regels op deze bron, of vraag financiën om een hoger plafond.',
      en: 'Let your lines draw less on this source, or ask finance for a higher ceiling.',
    },
    example: { nl: 'Holtenbroek vraagt 520.000 van 500.000.', en: 'Holtenbroek draws 520,000 of 500,000.' },
  },
  'GB-408': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit verdeelt de stelpost in onderdelen met elk een eigen bedrag. Een onderdeel mag niet meer kosten dan zijn deel.',
      en: 'The decision divides the stelpost into components with an amount each. A component may not cost more than its part.',
    },
    remedy: {
      nl: 'Verlaag het beroep op dit onderdeel, of verschuif met een besluit tussen onderdelen.',
      en: 'Draw less on this component, or move money between components by a decision.',
    },
    example: { nl: 'Kernteam 330.000, het onderdeel is 318.880.', en: 'Kernteam 330,000, the component is 318,880.' },
  },
  'GB-411': {
    origin: { kinds: ['memo', 'praktijk'] },
    explanation: {
      nl: 'Aan het eind van het jaar valt een restant vrij of gaat het mee. Wie niets kiest, is het geld kwijt of houdt het ten onrechte vast.',
      en: 'At the end of the year a remainder is released or carried over. Who chooses nothing loses the money or keeps it wrongly.',
    },
    remedy: {
      nl: 'Overleg met financiën: valt het restant vrij, of gaat het mee naar volgend jaar?',
      en: 'Talk to finance: is the remainder released, or does it go along to next year?',
    },
    example: {
      nl: 'Op 31-12-2023 is 40.000 van de stelpost over.',
      en: 'On 31-12-2023 40,000 of the stelpost is left.',
    },
  },
  'GB-412': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'De reservetabel van Zwolle heeft een kolom voor ruimte waarover nog besluitvorming moet plaatsvinden.',
        en: "Zwolle's table of reserves has a column for room that is still to be decided on.",
      },
    },
    explanation: {
      nl: 'Geld waarover nog niet is besloten, is er nog niet. De regel blijft dus ongedekt.',
      en: 'Money that was not decided on is not there yet. So the line stays uncovered.',
    },
    remedy: { nl: 'Zoek een echte bron voordat u indient.', en: 'Find a real source before you submit.' },
    example: {
      nl: 'Dekking uit een voorstel voor de Perspectiefnota 2024.',
      en: 'Coverage from a proposal for the Perspectiefnota 2024.',
    },
  },
  'GB-413': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Meer dekking dan lasten houdt geld vast dat een ander nodig heeft.',
      en: 'More coverage than costs holds money that somebody else needs.',
    },
    remedy: {
      nl: 'Verlaag de dekking op het blad Dekking, zodat die samen niet boven het bedrag van de regel komt.',
      en: 'Lower the coverage on the sheet Dekking, so that together it is not above the amount of the line.',
    },
    example: {
      nl: 'Een last van 318.880 met 318.880 op de stelpost en 20.000 uit formatie.',
      en: 'A cost of 318,880 with 318,880 on the stelpost and 20,000 from existing staff.',
    },
  },
}
