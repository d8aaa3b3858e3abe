/** Why and what to do: Taakveld and category. */
import type { RuleExplanations } from './explanation.ts'

export const codesExplained: RuleExplanations = {
  'GB-201': {
    origin: { kinds: ['Iv3'], source: { nl: 'controle DF001', en: 'check DF001' } },
    explanation: {
      nl: 'Het CBS stelt de taakvelden per jaar vast. Een code die in dit begrotingsjaar niet bestaat, valt buiten elke levering en elk overzicht.',
      en: 'CBS lays down the taakvelden of each year. A code that does not exist in this budget year falls outside every delivery and overview.',
    },
    remedy: {
      nl: 'Kies een taakveld uit de lijst van dit begrotingsjaar. Codes veranderen soms van jaar op jaar.',
      en: 'Choose a taakveld from the list of this budget year. Codes may change from year to year.',
    },
    example: {
      nl: '6.2 in 2025; sinds dat jaar is het 6.21, 6.22 of 6.23.',
      en: '6.2 in 2025; since that year it is 6.21, 6.22 or 6.23.',
    },
    fix: {
      nl: 'Zet de enige opvolger van de code in de cel. Zijn er meer opvolgers, dan kiest u zelf.',
      en: 'Puts the only successor of the code into the cell. When there are several, you choose.',
    },
  },
  'GB-202': {
    origin: {
      kinds: ['Iv3', 'praktijk'],
      source: {
        nl: 'Iv3-codes zijn tekst; Excel maakt er getallen van.',
        en: 'Iv3 codes are text; Excel makes numbers of them.',
      },
    },
    explanation: {
      nl: 'Als getal zijn 0.1 (Bestuur) en 0.10 (Mutaties reserves) hetzelfde. Het verschil is dan niet meer terug te vinden.',
      en: 'As a number 0.1 (Bestuur) and 0.10 (Mutaties reserves) are the same. The difference cannot be found back.',
    },
    remedy: {
      nl: 'Zet de kolom op Tekst en typ de code opnieuw. Excel maakt van 0.10 anders het getal 0,1.',
      en: 'Format the column as Text and type the code again. Otherwise Excel makes the number 0.1 of 0.10.',
    },
    example: { nl: '0,1 getypt voor 0.10.', en: '0.1 typed for 0.10.' },
  },
  'GB-203': {
    origin: { kinds: ['Iv3'], source: { nl: 'controle DF002', en: 'check DF002' } },
    explanation: {
      nl: 'Lasten en baten hebben elk hun eigen lijst van categorieën, per jaar. Salarissen zijn bijvoorbeeld alleen een last.',
      en: 'Lasten and baten each have their own list of categories, per year. Salaries, for one, are lasten only.',
    },
    remedy: {
      nl: 'Kies een categorie die bij lasten of juist bij baten hoort, passend bij de kolom L/B.',
      en: 'Choose a category of the side of lasten or of baten, whichever column L/B says.',
    },
    example: { nl: 'Categorie 2.2.1 op een regel met L.', en: 'Category 2.2.1 on a line with L.' },
    fix: {
      nl: 'Zet de enige categorie die ervoor in de plaats kwam in de cel, of de code zonder L of B ervoor.',
      en: 'Puts the only category that came in its place into the cell, or the code without its L or B.',
    },
  },
  'GB-204': {
    origin: { kinds: ['Iv3'], source: { nl: 'grijze cellen', en: 'grey cells' } },
    explanation: {
      nl: 'Het CBS verwacht deze combinatie van taakveld en categorie niet. Zij is niet verboden, maar vraagt om een toelichting.',
      en: 'CBS does not expect this combination of taakveld and category. It is not forbidden, but asks for an explanation.',
    },
    remedy: {
      nl: 'Kies een andere categorie of een ander taakveld, of leg in Toelichting uit waarom het zo moet.',
      en: 'Choose another category or taakveld, or explain in Toelichting why it has to be this one.',
    },
    example: {
      nl: '6.1 met L4.2 Subsidies; gebruik 4.3.6 of 4.3.8.',
      en: '6.1 with L4.2 Subsidies; use 4.3.6 or 4.3.8.',
    },
  },
  'GB-205': {
    origin: { kinds: ['Iv3', 'BBV'] },
    explanation: {
      nl: 'Reservemutaties staan apart van gewone lasten en baten. Anders is het saldo voor en na bestemming niet te zien.',
      en: 'Movements of reserves stand apart from ordinary lasten and baten. Otherwise the balance before and after them cannot be seen.',
    },
    remedy: {
      nl: 'Gebruik categorie 7.1 alleen bij mutaties van reserves, op taakveld 0.10.',
      en: 'Use category 7.1 only for changes of reserves, on taakveld 0.10.',
    },
    example: { nl: '8.1 met B7.1 "onttrekking reserve".', en: '8.1 with B7.1 "onttrekking reserve".' },
  },
  'GB-206': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Het resultaat is het saldo van de hele gemeente. Een gebied heeft geen eigen resultaat.',
      en: 'The result is the balance of the whole municipality. An area has no result of its own.',
    },
    remedy: {
      nl: 'Boek de regel op het taakveld van de activiteit. Het resultaat bepaalt financiën voor alle gebieden samen.',
      en: 'Put the line on the taakveld of the activity. Finance determines the result for all areas together.',
    },
    example: { nl: '0.11 met L7.1 en 1.000.', en: '0.11 with L7.1 and 1,000.' },
  },
  'GB-207': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Een groep is een kop boven taakvelden. Bedragen staan in Iv3 op het taakveld zelf.',
      en: 'A group is a heading above taakvelden. In Iv3 amounts stand on the taakveld itself.',
    },
    remedy: {
      nl: 'Kies een taakveld onder deze groep, bijvoorbeeld 6.1 in plaats van 6.',
      en: 'Choose a taakveld below this group, for example 6.1 instead of 6.',
    },
    example: { nl: '"6." in de kolom Taakveld.', en: '"6." in the column Taakveld.' },
  },
  'GB-208': {
    origin: {
      kinds: ['Iv3', 'BBV'],
      source: {
        nl: 'Gemeten: op 0.8 staat in begrotingen een stelpost, in jaarrekeningen niets.',
        en: 'Measured: budgets have a placeholder on 0.8, accounts have nothing there.',
      },
    },
    explanation: {
      nl: 'Een stelpost is nog geen uitgave. Wie hem gebruikt, verplaatst hem met een wijziging naar het taakveld van het werk.',
      en: 'A stelpost is not yet spending. Who uses it moves it by an amendment to the taakveld of the work.',
    },
    remedy: {
      nl: 'Kies het taakveld waar het werk gebeurt, bijvoorbeeld 8.1. Taakveld 0.8 is voor geld dat nog geen bestemming heeft.',
      en: 'Choose the taakveld where the work is done, for example 8.1. Taakveld 0.8 is for money without a destination.',
    },
    example: {
      nl: '0.8 met L3.8 en 181.120 "experimenten" in een wijziging.',
      en: '0.8 with L3.8 and 181,120 "experimenten" in an amendment.',
    },
  },
  'GB-209': {
    origin: { kinds: ['BBV'], source: { nl: 'notitie Overhead', en: 'note on overhead' } },
    explanation: {
      nl: 'Sturing en ondersteuning is overhead en hoort op 0.4. Projectleiders en coördinatoren zonder personeel onder zich horen bij het werk zelf.',
      en: 'Steering and support is overhead and belongs on 0.4. Project leaders and coordinators without staff of their own belong to the work itself.',
    },
    remedy: {
      nl: 'Boek overhead op taakveld 0.4 en uitvoerend werk op het taakveld van de activiteit.',
      en: 'Put overhead on taakveld 0.4 and executive work on the taakveld of the activity.',
    },
    example: {
      nl: 'Een gebiedscontroller op 8.1, of een programmamanager op 0.4.',
      en: 'An area controller on 8.1, or a programme manager on 0.4.',
    },
  },
  'GB-218': {
    origin: { kinds: ['Iv3'], source: { nl: 'lijsten van 2023 en 2025', en: 'lists of 2023 and 2025' } },
    explanation: {
      nl: 'Wie een werkboek overneemt naar een nieuw jaar neemt ook vervallen codes mee. Die zijn in één keer te vinden en om te nummeren.',
      en: 'Who takes a workbook into a new year takes retired codes along. They can be found and renumbered in one go.',
    },
    remedy: {
      nl: 'Bekijk het voorstel per regel en neem de nieuwe code over.',
      en: 'Look at the proposal for each line and take the new code.',
    },
    example: {
      nl: 'Taakveld 6.6 werd 6.60; categorie 4.4.8 werd 4.5.8 of 4.6.8.',
      en: 'Taakveld 6.6 became 6.60; category 4.4.8 became 4.5.8 or 4.6.8.',
    },
  },
}
