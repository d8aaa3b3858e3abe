/** Why and what to do: decisions and amendments. */
import type { RuleExplanations } from './explanation.ts'

export const decisionsExplained: RuleExplanations = {
  'GB-605': {
    origin: { kinds: ['wet'], source: { nl: 'Zwolle, Verordening 212 art. 4', en: 'Zwolle, ordinance 212 art. 4' } },
    explanation: {
      nl: 'Wie een wijziging neutraal noemt, belooft dat zij per saldo niets kost. Dan moet zij in elk jaar op nul uitkomen.',
      en: 'Who calls an amendment neutral promises that it costs nothing on balance. Then it must come to nil in every year.',
    },
    remedy: {
      nl: 'Tel de mutaties van alle gebieden onder dit besluit op: lasten en baten moeten elk jaar op nul uitkomen. Vul de ontbrekende regel aan, of zet Budgetneutraal op nee.',
      en: 'Add up the mutations of all areas under this decision: costs and income must come to zero in every year. Add the missing line, or set Budgetneutraal to nee.',
    },
    example: {
      nl: 'Programma 6 +500.000 en de stelpost -490.000.',
      en: 'Programme 6 +500,000 and the stelpost -490,000.',
    },
  },
  'GB-606': {
    origin: {
      kinds: ['wet'],
      source: {
        nl: 'Zwolle, Verordening 212 art. 4 lid 3 b; de grens is een instelling van de gemeente.',
        en: 'Zwolle, ordinance 212 art. 4(3)(b); the limit is a setting of the municipality.',
      },
    },
    explanation: {
      nl: 'Het college mag klein nieuw beleid zelf regelen. Boven de grens beslist de raad eerst, als geld van het ene naar het andere programma gaat.',
      en: 'The college may arrange small new policy itself. Above the limit the council decides first, when money moves between programmes.',
    },
    remedy: {
      nl: 'Leg dit eerst aan de raad voor. Is het geen nieuw beleid, zet Nieuw beleid dan op nee.',
      en: 'Put this to the council first. If it is no new policy, set Nieuw beleid to nee.',
    },
    example: {
      nl: '500.000 nieuw beleid met alleen een collegebesluit.',
      en: '500,000 of new policy with a decision of the college only.',
    },
  },
  'GB-607': {
    origin: {
      kinds: ['wet'],
      source: {
        nl: 'Gemeentewet art. 192 (uit vakkennis, tekst niet nagezocht)',
        en: 'Gemeentewet art. 192 (trade knowledge, text not looked up)',
      },
    },
    explanation: {
      nl: 'Een begroting kan tot het eind van haar jaar worden gewijzigd. Daarna is er alleen nog de verantwoording.',
      en: 'A budget can be amended until the end of its year. After that there is only the account of it.',
    },
    remedy: {
      nl: 'Neem het besluit uiterlijk op 31 december van het begrotingsjaar, of verwerk het in de begroting van het volgende jaar.',
      en: 'Take the decision on 31 December of the budget year at the latest, or put it into the budget of the next year.',
    },
    example: {
      nl: 'Een besluit van 14-01-2024 over de begroting van 2023.',
      en: 'A decision of 14-01-2024 about the budget of 2023.',
    },
  },
  'GB-609': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit zegt of de begroting wijzigt. De regels moeten hetzelfde zeggen, anders past het voorstel niet bij het geld.',
      en: 'The decision says whether the budget changes. The lines must say the same, otherwise the proposal does not fit the money.',
    },
    remedy: {
      nl: 'Zet Begroting wijzigen op ja als een programma een ander bedrag krijgt, en anders op nee.',
      en: 'Set Begroting wijzigen to ja when a programme gets another amount, and otherwise to nee.',
    },
    example: {
      nl: '"Begroting wijzigen: nee" terwijl programma 6 met 500.000 stijgt.',
      en: '"Begroting wijzigen: nee" while programme 6 rises by 500,000.',
    },
  },
  'GB-610': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Geld is pas vrij als het besluit is genomen. Een aangehouden of teruggenomen besluit geeft geen budget.',
      en: 'Money is free only when the decision was taken. One that was adjourned or withdrawn gives no budget.',
    },
    remedy: {
      nl: 'Wacht tot het besluit is genomen en financiën het heeft vastgelegd, of haal het besluit van de regels af.',
      en: 'Wait until the decision is taken and finance has registered it, or take the decision off the lines.',
    },
    example: { nl: 'De uitkomst van het besluit is Aangehouden.', en: 'The outcome of the decision is Aangehouden.' },
  },
  'GB-611': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'De begroting voert het besluit uit, tot op de cent. Na een gewijzigd besluit geldt het nieuwe bedrag.',
      en: 'The budget carries out the decision, to the cent. After a changed decision the new amount holds.',
    },
    remedy: {
      nl: 'Maak de bedragen van de regels gelijk aan het besluit, of laat financiën het besluit aanpassen.',
      en: 'Make the amounts of the lines equal to the decision, or let finance change the decision.',
    },
    example: {
      nl: 'De regels tellen op tot 505.000, het besluit is 500.000.',
      en: 'The lines add up to 505,000, the decision is 500,000.',
    },
  },
}
