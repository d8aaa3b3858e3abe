/** Why and what to do: a line's place in the lists of the municipality. */
import type { RuleExplanations } from './explanation.ts'

export const ownListsExplained: RuleExplanations = {
  'GB-210': {
    origin: { kinds: ['memo', 'praktijk'] },
    explanation: {
      nl: 'De raad stelt budget vast per programma. Een doel bij het verkeerde programma verschuift geld naar een ander programma.',
      en: 'The council authorises per programme. A goal under the wrong programme moves money to another programme.',
    },
    remedy: {
      nl: 'Kies een doel dat onder dit programma valt, of pas het programma aan.',
      en: 'Choose a goal of this programme, or change the programme.',
    },
    example: { nl: 'Doel 6.1.1 met programma 7.', en: 'Goal 6.1.1 with programme 7.' },
  },
  'GB-211': {
    origin: { kinds: ['memo', 'praktijk'] },
    explanation: {
      nl: 'Doelnummers worden in een ander jaar opnieuw gebruikt voor iets anders. Een code geldt alleen samen met haar jaar.',
      en: 'Numbers of goals are used again for something else in another year. A code holds only together with its year.',
    },
    remedy: {
      nl: 'Kies een doel uit de lijst van dit jaar. Doelen krijgen soms een ander nummer.',
      en: 'Choose a goal from the list of this year. Goals sometimes get another number.',
    },
    example: { nl: 'Doel 6.1.1 van 2023 in de begroting van 2026.', en: 'Goal 6.1.1 of 2023 in the budget of 2026.' },
  },
  'GB-212': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Gebiedsgericht werken brengt vier domeinen samen: sociaal, fysiek, bedrijfsvoering en publiek. Een ander woord valt uit de overzichten per domein.',
      en: 'Working by area joins four domains: sociaal, fysiek, bedrijfsvoering and publiek. Another word drops out of the overviews per domain.',
    },
    remedy: {
      nl: 'Kies sociaal, fysiek, bedrijfsvoering of publiek.',
      en: 'Choose sociaal, fysiek, bedrijfsvoering or publiek.',
    },
    example: { nl: '"economie" in de kolom Domein.', en: '"economie" in the column Domein.' },
    fix: {
      nl: 'Zet hetzelfde domein in kleine letters in de cel.',
      en: 'Puts the same domain into the cell in lower case.',
    },
  },
  'GB-213': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Elk gebied heeft zijn eigen lijst van beleidsvelden. Een veld dat daar niet op staat, is een tikfout of een nieuwe keuze.',
      en: 'Every area has its own list of policy fields. One that is not on it is a slip or a new choice.',
    },
    remedy: {
      nl: 'Kies een beleidsveld van uw gebied, of vraag beheer om het toe te voegen.',
      en: 'Choose a policy field of your area, or ask your administrator to add it.',
    },
    example: { nl: '"Cultuur" in Holtenbroek.', en: '"Cultuur" in Holtenbroek.' },
  },
  'GB-214': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Bij een beleidsveld horen meestal dezelfde taakvelden. Een ander taakveld kan kloppen, maar is vaak een vergissing.',
      en: 'A policy field mostly goes with the same taakvelden. Another one may be right, but is often a slip.',
    },
    remedy: {
      nl: 'Klopt het, dan hoeft u niets te doen. Kijk anders of het taakveld bij dit beleidsveld past.',
      en: 'If it is right, there is nothing to do. Otherwise see whether the taakveld fits this policy field.',
    },
    example: { nl: 'Energie met taakveld 6.3.', en: 'Energie with taakveld 6.3.' },
  },
  'GB-215': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Op een kostenplaats die dicht is kan niet worden geboekt. De begroting en de administratie lopen dan uit elkaar.',
      en: 'A closed cost centre takes no entries. Budget and ledger then drift apart.',
    },
    remedy: {
      nl: 'Kies een kostenplaats die in dit jaar open staat, of vraag financiën welke het moet zijn.',
      en: 'Choose a cost centre that is open in this year, or ask finance which it should be.',
    },
    example: { nl: 'Kostenplaats 6100, gesloten op 31-12-2022.', en: 'Cost centre 6100, closed on 31-12-2022.' },
  },
  'GB-216': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Elke kostensoort hoort bij één categorie. Eigen personeel is 1.1, ingehuurd personeel 3.5.1; wie ze verwisselt geeft het CBS verkeerde cijfers.',
      en: 'Every cost type belongs to one category. Own staff is 1.1, hired staff 3.5.1; swapping them gives CBS wrong figures.',
    },
    remedy: {
      nl: 'Neem de categorie over die bij deze kostensoort hoort, of kies een andere kostensoort.',
      en: 'Take the category that belongs to this cost type, or choose another cost type.',
    },
    example: { nl: 'Kostensoort inhuur met L1.1.', en: 'Cost type inhuur with L1.1.' },
    fix: {
      nl: 'Zet de categorie die bij de kostensoort hoort in de cel.',
      en: 'Puts the category of the cost type into the cell.',
    },
  },
  'GB-217': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Een werkboek is van één gebied. Een regel van een ander gebied telt bij het verkeerde gebied mee.',
      en: 'A workbook is of one area. A line of another one counts for the wrong area.',
    },
    remedy: {
      nl: 'Zet het gebied van dit werkboek in de kolom. Voor een ander gebied vraagt u de controller van dat gebied.',
      en: 'Put the area of this workbook in the column. For another area, ask its controller.',
    },
    example: {
      nl: 'Een regel van Stadshagen in het werkboek van Holtenbroek.',
      en: 'A line of Stadshagen in the workbook of Holtenbroek.',
    },
  },
}
