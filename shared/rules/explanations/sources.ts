/** Why and what to do: what a source may be used for. */
import type { RuleExplanations } from './explanation.ts'

export const sourcesExplained: RuleExplanations = {
  'GB-404': {
    origin: {
      kinds: ['memo', 'wet'],
      source: {
        nl: 'Memo; Zwolle, Verordening 212 art. 4 lid 4 (reserve Nog uit te voeren werken)',
        en: 'Memo; Zwolle, ordinance 212 art. 4(4) (reserve for works still to be done)',
      },
    },
    explanation: {
      nl: 'Incidenteel geld geldt voor zijn eigen jaar. Loopt het werk door, dan moet het restant eerst met een besluit worden overgeheveld.',
      en: 'Incidental money holds for its own year. When the work goes on, the remainder must first be carried over by a decision.',
    },
    remedy: {
      nl: 'Kies een bron die in dat jaar geldt, of regel overheveling met een besluit.',
      en: 'Choose a source that holds in that year, or have a decision carry it over.',
    },
    example: {
      nl: 'Kosten in het derde kwartaal van 2024 op de "stelpost 2023".',
      en: 'Costs in the third quarter of 2024 on the "stelpost 2023".',
    },
  },
  'GB-405': {
    origin: {
      kinds: ['BBV', 'wet'],
      source: {
        nl: 'BBV; Gemeentewet art. 189 (uit vakkennis, tekst niet nagezocht)',
        en: 'BBV; Gemeentewet art. 189 (trade knowledge, text not looked up)',
      },
    },
    explanation: {
      nl: 'Een last die blijft heeft geld nodig dat blijft. Met eenmalig geld ontstaat er later een gat.',
      en: 'A cost that stays needs money that stays. With money for once a gap opens later.',
    },
    remedy: {
      nl: 'Gebruik voor een structurele last een structurele bron, of maak de last incidenteel (I).',
      en: 'Use a structural source for a structural cost, or make the cost incidental (I).',
    },
    example: { nl: 'Structurele formatie op de stelpost 2023.', en: 'Structural staff on the stelpost 2023.' },
  },
  'GB-406': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Een bron is voor een doel beschikbaar gesteld. Iets anders ervan betalen past niet bij het besluit.',
      en: 'A source was granted for a purpose. Paying something else from it does not fit the decision.',
    },
    remedy: {
      nl: 'Kies een bron die voor dit doel is bestemd.',
      en: 'Choose a source that is meant for this purpose.',
    },
    example: {
      nl: 'Herstel van een weg op de stelpost gebiedsgericht werken.',
      en: 'Road repair on the stelpost for working by area.',
    },
  },
  'GB-407': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Lopende formatie staat al in de begroting. Wie haar nog eens als last opvoert, telt dezelfde uren dubbel.',
      en: 'Existing staff stands in the budget already. Who enters it as a cost again counts the same hours twice.',
    },
    remedy: {
      nl: 'Haal de regel uit de wijziging: deze inzet wordt al uit de bestaande formatie betaald.',
      en: 'Take the line out of the amendment: this work is already paid from existing staff.',
    },
    example: {
      nl: '400 uur wijkmanager uit formatie, ook in de 318.880.',
      en: '400 hours of a wijkmanager from existing staff, also in the 318,880.',
    },
  },
  'GB-409': {
    origin: {
      kinds: ['BBV', 'wet'],
      source: { nl: 'BBV art. 43; Zwolle, Verordening 212 art. 4', en: 'BBV art. 43; Zwolle, ordinance 212 art. 4' },
    },
    explanation: {
      nl: 'Alleen de raad geeft een reserve haar bestemming. Zonder raadsbesluit mag er geen geld uit.',
      en: 'Only the council gives a reserve its purpose. Without its decision no money may be taken out.',
    },
    remedy: {
      nl: 'Vul het nummer in van het raadsbesluit over deze reserve.',
      en: 'Fill in the number of the decision of the council about this reserve.',
    },
    example: {
      nl: '50.000 uit reserve H12 Spoorzone zonder besluit.',
      en: '50,000 from reserve H12 Spoorzone without a decision.',
    },
  },
  'GB-410': {
    origin: {
      kinds: ['praktijk'],
      source: { nl: 'verantwoording van subsidies, SiSa', en: 'accounting for grants, SiSa' },
    },
    explanation: {
      nl: 'Een subsidie is pas zeker met een beschikking, en geldt voor haar looptijd. Daarbuiten moet het geld terug.',
      en: 'A grant is certain only with its award, and holds for its term. Outside it the money must go back.',
    },
    remedy: {
      nl: 'Vul de beschikking in, en kijk of het jaar binnen de looptijd van de subsidie valt.',
      en: 'Fill in the award, and see whether the year lies within the term of the subsidy.',
    },
    example: { nl: 'Een SPUK van 2025 gebruikt in 2026.', en: 'A SPUK of 2025 used in 2026.' },
  },
  'GB-414': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Het besluit zegt dat het reguliere programmateam via de P&C-cyclus loopt. De stelpost is voor wat erbij komt.',
      en: 'The decision says that the regular programme team goes through the P&C cycle. The stelpost is for what comes on top.',
    },
    remedy: {
      nl: 'Gebruik het programmabudget als bron. Deze stelpost is voor het extra werk in de gebieden.',
      en: 'Use the programme budget as the source. This stelpost is for the extra work in the areas.',
    },
    example: {
      nl: '"Programmateam Holtenbroek continueren" op de stelpost.',
      en: '"Programmateam Holtenbroek continueren" on the stelpost.',
    },
  },
}
