/** Why and what to do: what areas ask together, and whether the consolidation is whole. */
import type { RuleExplanations } from './explanation.ts'

export const areasTogetherExplained: RuleExplanations = {
  'GB-701': {
    origin: { kinds: ['memo'] },
    explanation: {
      nl: 'Elk gebied kan binnen zijn grens blijven terwijl de bron samen te veel geeft. Dat ziet geen enkel werkboek; alleen de server.',
      en: 'Each area can stay within its limit while the source gives too much altogether. No workbook can see that; only the server.',
    },
    remedy: {
      nl: 'Meer gebieden gebruiken deze bron. Overleg met financiën wie er verlaagt; tot die tijd kan niemand worden goedgekeurd.',
      en: 'Several areas use this source. Discuss with finance who lowers; until then nobody can be approved.',
    },
    example: {
      nl: 'HOL 320.000, SPZ 120.000 en STH 80.000 op een stelpost van 500.000.',
      en: 'HOL 320,000, SPZ 120,000 and STH 80,000 on a stelpost of 500,000.',
    },
  },
  'GB-702': {
    origin: { kinds: ['memo', 'BBV'] },
    explanation: {
      nl: 'De stelpost staat al in de begroting. Als gebieden stijgen, moet de stelpost met hetzelfde bedrag dalen, anders groeit de begroting ongemerkt.',
      en: 'The stelpost stands in the budget already. When areas rise, the stelpost must fall by the same amount, otherwise the budget grows unnoticed.',
    },
    remedy: {
      nl: 'Vraag financiën de mutatie op taakveld 0.8 gelijk te maken aan wat de gebieden vragen.',
      en: 'Ask finance to make the mutation on taakveld 0.8 equal to what the areas ask.',
    },
    example: {
      nl: 'De gebieden stijgen met 500.000, de stelpost daalt met 450.000.',
      en: 'The areas rise by 500,000, the stelpost falls by 450,000.',
    },
  },
  'GB-706': {
    origin: { kinds: ['memo', 'praktijk'] },
    explanation: {
      nl: 'Iemand die in vier gebieden werkt heeft nog steeds één week. Alleen over alle gebieden samen is te zien dat het te veel is.',
      en: 'Somebody who works in four areas still has one week. Only over all areas together it shows that it is too much.',
    },
    remedy: {
      nl: 'Spreek met de andere gebieden af wie hoeveel uren krijgt, of zet een tweede persoon in.',
      en: 'Agree with the other areas who gets how many hours, or plan a second person.',
    },
    example: {
      nl: 'Een gebiedscontroller met 400 uur in elk van vier gebieden: 1.600 van 1.320 uur.',
      en: 'An area controller with 400 hours in each of four areas: 1,600 of 1,320 hours.',
    },
  },
  'GB-708': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Gedeelde kosten zijn pas helemaal begroot als de delen samen 100% zijn.',
      en: 'Shared costs are wholly budgeted only when the parts are 100% together.',
    },
    remedy: {
      nl: 'Spreek af welk gebied het ontbrekende deel draagt, of verlaag de delen.',
      en: 'Agree which area carries the missing part, or lower the parts.',
    },
    example: { nl: 'Communicatieadviseur 30, 30 en 30 procent.', en: 'Communicatieadviseur 30, 30 and 30 percent.' },
  },
  'GB-709': {
    origin: { kinds: ['BBV'], source: { nl: 'autorisatie per programma', en: 'authorisation per programme' } },
    explanation: {
      nl: 'De raad geeft één bedrag per programma. De gebieden samen mogen daar niet boven komen, ook als elk gebied zelf past.',
      en: 'The council grants one amount per programme. The areas together may not exceed it, even when each of them fits.',
    },
    remedy: {
      nl: 'Overleg met financiën welk gebied verlaagt, of vraag de raad om een hoger bedrag.',
      en: 'Discuss with finance which area lowers, or ask the council for a higher amount.',
    },
    example: {
      nl: 'De gebieden vragen 1,3 miljoen van programma 6, beschikbaar is 1,1 miljoen.',
      en: 'The areas ask 1.3 million of programme 6, 1.1 million is available.',
    },
  },
  'GB-711': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een totaal zonder alle gebieden is te laag. Wie het leest moet weten wie er ontbreekt.',
      en: 'A total without all areas is too low. Who reads it must know who is missing.',
    },
    remedy: {
      nl: 'Vraag de genoemde gebieden om in te dienen, of noem bij het totaal wie ontbreekt.',
      en: 'Ask the areas named to submit, or say at the total who is missing.',
    },
    example: { nl: 'Stadshart is nog concept.', en: 'Stadshart is still concept.' },
  },
  'GB-712': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Met verschillende lijsten betekent dezelfde code niet hetzelfde. Dan telt het systeem ongelijke dingen op.',
      en: 'With different lists the same code does not mean the same. Then unlike things are added up.',
    },
    remedy: {
      nl: 'Laat elk gebied synchroniseren, zodat iedereen de nieuwste lijsten heeft.',
      en: 'Have every area synchronise, so that everybody has the newest lists.',
    },
    example: {
      nl: 'HOL gebruikt de Iv3-lijst van 2024, SPZ die van 2025.',
      en: 'HOL uses the Iv3 list of 2024, SPZ that of 2025.',
    },
  },
  'GB-713': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een begroting en een wijziging zijn niet op te tellen tot één stand. Alle gebieden moeten in dezelfde versie staan.',
      en: 'A budget and an amendment do not add up to one state. All areas must be in the same version.',
    },
    remedy: {
      nl: 'Kies voor de consolidatie één versie, en laat de andere gebieden die indienen.',
      en: 'Choose one version for the consolidation, and have the other areas submit it.',
    },
    example: {
      nl: 'HOL met de begroting, SPZ met de eerste wijziging.',
      en: 'HOL with the budget, SPZ with the first amendment.',
    },
  },
  'GB-714': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Gebieden min verrekeningen plus stadsbreed moet het totaal zijn, tot op de cent. Anders is er iets vergeten of dubbel geteld.',
      en: 'Areas minus internal charges plus city-wide must be the total, to the cent. Otherwise something was forgotten or counted twice.',
    },
    remedy: {
      nl: 'Zoek het verschil bij de verrekeningen en bij stadsbreed. Kloppen die, vraag dan financiën naar het totaal.',
      en: 'Look for the difference in the internal charges and city-wide lines. When those are right, ask finance about the total.',
    },
    example: {
      nl: 'Gebieden 1.000.000, verrekeningen 12.000, stadsbreed 200.000, totaal 1.190.000.',
      en: 'Areas 1,000,000, internal charges 12,000, city-wide 200,000, total 1,190,000.',
    },
  },
  'GB-715': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 20 en 54', en: 'art. 20 and 54' } },
    explanation: {
      nl: 'Een reserve kan niet onder nul. Elk gebied kan passen terwijl alle onttrekkingen samen te veel zijn.',
      en: 'A reserve cannot go below nil. Each area may fit while all withdrawals together are too much.',
    },
    remedy: {
      nl: 'Overleg met financiën wie minder onttrekt of later.',
      en: 'Discuss with finance who withdraws less, or later.',
    },
    example: {
      nl: 'Reserve H12 Spoorzone staat eind 2025 op -40.000.',
      en: 'Reserve H12 Spoorzone is at -40,000 at the end of 2025.',
    },
  },
  'GB-716': {
    origin: {
      kinds: ['praktijk'],
      source: { nl: 'verantwoording van subsidies, SiSa', en: 'accounting for grants, SiSa' },
    },
    explanation: {
      nl: 'Een subsidie is één bedrag voor de hele gemeente. Wat de gebieden samen te veel inzetten, wordt niet betaald.',
      en: 'A grant is one amount for the whole municipality. What the areas use too much together is not paid.',
    },
    remedy: {
      nl: 'Spreek met de andere gebieden af wie minder uit de subsidie dekt.',
      en: 'Agree with the other areas who covers less from the grant.',
    },
    example: { nl: 'Een SPUK van 300.000, ingezet voor 330.000.', en: 'A SPUK of 300,000, used for 330,000.' },
  },
}
