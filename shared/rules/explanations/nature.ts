/** Why and what to do: incidental and structural. */
import type { RuleExplanations } from './explanation.ts'

export const natureExplained: RuleExplanations = {
  'GB-501': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 19 c', en: 'art. 19 c' } },
    explanation: {
      nl: 'De begroting bevat een overzicht van incidentele lasten en baten. Zonder I of S is dat overzicht niet te maken, en het structurele saldo ook niet.',
      en: 'The budget has an overview of incidental lasten and baten. Without I or S neither that overview nor the structural balance can be made.',
    },
    remedy: {
      nl: 'Vul I in als het bedrag vanzelf stopt, S als het blijft.',
      en: 'Fill in I when the amount ends by itself, S when it stays.',
    },
    example: { nl: 'De kolom I/S is leeg.', en: 'The column I/S is empty.' },
  },
  'GB-502': {
    origin: {
      kinds: ['BBV', 'praktijk'],
      source: { nl: 'BBV, notitie 2018; uitgangspunten van Zwolle', en: 'BBV, note of 2018; principles of Zwolle' },
    },
    explanation: {
      nl: 'Incidenteel is ten hoogste drie jaar. Wat langer loopt is meestal structureel, tenzij het einde vooraf vaststaat.',
      en: 'Incidental is three years at most. What runs longer is mostly structural, unless its end was fixed beforehand.',
    },
    remedy: {
      nl: 'Maak de regel structureel (S), of schrijf in Toelichting waardoor het einde vaststaat.',
      en: 'Make the line structural (S), or write in Toelichting what fixes its end.',
    },
    example: {
      nl: '750.000 met I in elk van de jaren 2026 tot en met 2029.',
      en: '750,000 with I in each of the years 2026 to 2029.',
    },
  },
  'GB-503': {
    origin: { kinds: ['BBV'] },
    explanation: {
      nl: 'Structureel geld stopt niet vanzelf. Een S-regel die op nul uitkomt, is incidenteel of mist een jaar.',
      en: 'Structural money does not end by itself. An S line that comes to nil is incidental or lacks a year.',
    },
    remedy: {
      nl: 'Vul de latere jaren in, of maak de regel incidenteel (I).',
      en: 'Fill in the later years, or make the line incidental (I).',
    },
    example: { nl: 'S met 60.000 in 2026 en niets daarna.', en: 'S with 60,000 in 2026 and nothing after it.' },
  },
  'GB-504': {
    origin: {
      kinds: ['BBV', 'praktijk'],
      source: { nl: 'BBV, notitie; uitgangspunten van Zwolle', en: 'BBV, note; principles of Zwolle' },
    },
    explanation: {
      nl: 'Geld in of uit een reserve is eenmalig. Alleen een reserve die kapitaallasten dekt, mag structureel zijn.',
      en: 'Money into or out of a reserve happens once. Only a reserve that covers capital costs may be structural.',
    },
    remedy: {
      nl: 'Maak de regel incidenteel (I), of kies een reserve voor kapitaallasten.',
      en: 'Make the line incidental (I), or choose a reserve for capital costs.',
    },
    example: {
      nl: 'Een structurele onttrekking aan de algemene reserve.',
      en: 'A structural withdrawal from the general reserve.',
    },
  },
  'GB-505': {
    origin: {
      kinds: ['wet'],
      source: {
        nl: 'Gemeentewet art. 189 lid 2 (uit vakkennis, tekst niet nagezocht)',
        en: 'Gemeentewet art. 189(2) (trade knowledge, text not looked up)',
      },
    },
    explanation: {
      nl: 'De begroting moet elk jaar structureel in evenwicht zijn. Een voorstel met structurele lasten en eenmalige dekking maakt dat evenwicht stuk.',
      en: 'The budget must be in structural balance every year. A proposal with structural costs and coverage for once breaks that balance.',
    },
    remedy: {
      nl: 'Zoek structurele dekking, of verlaag de structurele lasten in dat jaar.',
      en: 'Find structural coverage, or lower the structural costs in that year.',
    },
    example: {
      nl: '80.000 structurele lasten, gedekt met incidenteel geld.',
      en: '80,000 of structural costs, covered by incidental money.',
    },
  },
  'GB-512': {
    origin: {
      kinds: ['BBV', 'praktijk'],
      source: {
        nl: 'BBV art. 19 c; Zwolle licht posten boven € 200.000 toe. De grens is een instelling van de gemeente.',
        en: 'BBV art. 19 c; Zwolle explains items above € 200,000. The threshold is a setting of the municipality.',
      },
    },
    explanation: {
      nl: 'Grote incidentele posten staan met uitleg in de begroting. Zonder toelichting weet de raad niet waarom ze eenmalig zijn.',
      en: 'Large incidental items stand in the budget with an explanation. Without a note the council does not know why they are for once.',
    },
    remedy: {
      nl: 'Schrijf in Toelichting waarvoor het bedrag is en waarom het eenmalig is.',
      en: 'Write in Toelichting what the amount is for and why it is for once.',
    },
    example: { nl: '318.880 met I zonder toelichting.', en: '318,880 with I without a note.' },
  },
}
