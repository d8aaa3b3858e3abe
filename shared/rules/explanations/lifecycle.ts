/** Why and what to do: submitting, approving and changing at the same time. */
import type { RuleExplanations } from './explanation.ts'

export const lifecycleExplained: RuleExplanations = {
  'GB-601': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Wie indient zegt: dit klopt. Met fouten erin kan financiën er niets mee.',
      en: 'Who submits says: this is right. With errors in it finance can do nothing with it.',
    },
    remedy: {
      nl: 'Los de fouten op die hierbij staan; daarna kunt u indienen. Waarschuwingen houden het indienen niet tegen.',
      en: 'Solve the errors that are listed; then you can submit. Warnings do not stop submitting.',
    },
    example: { nl: 'Indienen met nog 3 fouten.', en: 'Submitting with 3 errors left.' },
  },
  'GB-602': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Elke stap in het leven van een begroting heeft een eigenaar. Zo ziet later iedereen wie waarvoor tekende.',
      en: 'Every step in the life of a budget has an owner. So everybody sees later who signed for what.',
    },
    remedy: {
      nl: 'Deze stap past niet bij de staat van de begroting of bij uw rol. Het taakvenster toont welke stappen u nu kunt zetten.',
      en: 'This step does not fit the state of the budget or your role. The task pane shows which steps you can take now.',
    },
    example: {
      nl: 'Een gebiedscontroller zet ingediend zelf op vastgesteld.',
      en: 'An area controller sets ingediend to vastgesteld himself.',
    },
  },
  'GB-603': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Financiën beoordeelt wat is ingediend. Een regel die daarna verandert, is door niemand bekeken.',
      en: 'Finance judges what was submitted. A line that changes afterwards was seen by nobody.',
    },
    remedy: {
      nl: 'Trek de indiening in, wijzig de regel en dien opnieuw in. Een vastgestelde begroting wijzigt u met een begrotingswijziging.',
      en: 'Withdraw the submission, change the line and submit again. An adopted budget is changed by an amendment.',
    },
    example: {
      nl: 'Het bedrag is na het indienen in Excel veranderd.',
      en: 'The amount was changed in Excel after submitting.',
    },
  },
  'GB-604': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Twee mensen werkten aan dezelfde regel. Wie als tweede schrijft, mag het werk van de eerste niet ongezien wissen.',
      en: 'Two people worked on the same line. Who writes second may not wipe the work of the first unseen.',
    },
    remedy: {
      nl: 'Kies welke waarde blijft: die van u of die van de ander. Daarna wordt de regel vastgelegd.',
      en: 'Choose which value stays: yours or the other. Then the line is stored.',
    },
    example: { nl: 'Twee controllers wijzigen allebei rij 12.', en: 'Two controllers both change row 12.' },
  },
  'GB-612': {
    origin: { kinds: ['praktijk'], source: { nl: 'functiescheiding', en: 'segregation of duties' } },
    explanation: {
      nl: 'Vier ogen zien meer dan twee. Wie zelf heeft ingediend, keurt zijn eigen werk niet goed.',
      en: 'Four eyes see more than two. Who submitted does not approve his own work.',
    },
    remedy: {
      nl: 'Laat iemand anders goedkeuren dan wie heeft ingediend.',
      en: 'Let somebody approve who did not submit.',
    },
    example: { nl: 'Dezelfde persoon dient in en keurt goed.', en: 'The same person submits and approves.' },
  },
  'GB-613': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'De P&C-kalender van de gemeente; voor Zwolle bijvoorbeeld Berap 2 op 1 september',
        en: "The municipality's P&C calendar; in Zwolle for example Berap 2 on 1 September",
      },
    },
    explanation: {
      nl: 'De P&C-kalender heeft vaste momenten. Wie te laat indient, staat niet in het stuk voor de raad.',
      en: 'The P&C calendar has fixed moments. Who submits late is not in the paper for the council.',
    },
    remedy: {
      nl: 'Dien zo snel mogelijk in en overleg met financiën of de begroting nog mee kan.',
      en: 'Submit as soon as you can, and ask finance whether the budget can still be taken along.',
    },
    example: {
      nl: 'Op 3 september is de begroting voor Berap 2 nog concept.',
      en: 'On 3 September the budget for Berap 2 is still concept.',
    },
  },
}
