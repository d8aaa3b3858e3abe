/** Why and what to do: versions against each other: amended budget, actuals, adopted versions. */
import type { RuleExplanations } from './explanation.ts'

export const versionsExplained: RuleExplanations = {
  'GB-608': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 18', en: 'art. 18' } },
    explanation: {
      nl: 'Een wijziging noemt per programma de mutatie en het nieuwe bedrag. Tellen begroting en wijzigingen daar niet naartoe op, dan mist er een besluit.',
      en: 'An amendment names per programme the mutation and the new amount. When budget and amendments do not add up to it, a decision is missing.',
    },
    remedy: {
      nl: 'Zoek de wijziging die ontbreekt of twee keer meetelt.',
      en: 'Find the amendment that is missing or counted twice.',
    },
    example: {
      nl: 'Primitief 100.000 en wijzigingen +20.000, na wijziging staat 125.000.',
      en: 'Original 100,000 and amendments +20,000, the amended budget says 125,000.',
    },
  },
  'GB-614': {
    origin: {
      kinds: ['BBV', 'wet'],
      source: {
        nl: 'BBV; Gemeentewet art. 189 (uit vakkennis, tekst niet nagezocht)',
        en: 'BBV; Gemeentewet art. 189 (trade knowledge, text not looked up)',
      },
    },
    explanation: {
      nl: 'De raad geeft per programma een bedrag. Meer uitgeven zonder wijziging is begrotingsonrechtmatig en moet worden verantwoord.',
      en: 'The council grants an amount per programme. Spending more without an amendment is unlawful and must be accounted for.',
    },
    remedy: {
      nl: 'Meld het bij financiën. Kan het nog dit jaar, vraag dan een begrotingswijziging.',
      en: 'Tell finance. While it is still this year, ask for an amendment.',
    },
    example: {
      nl: 'Programma 6 heeft 120.000 meer uitgegeven dan begroot.',
      en: 'Programme 6 spent 120,000 more than budgeted.',
    },
  },
  'GB-615': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: "Gemeten: in Madrid 2023 waren 2.162 van 9.211 regels overschreden, maar 98 van 614 programma's.",
        en: 'Measured: in Madrid 2023, 2,162 of 9,211 lines were overspent, but 98 of 614 programmes.',
      },
    },
    explanation: {
      nl: 'De raad stelt budget vast per programma, niet per regel. Een regel mag hoger uitkomen zolang het programma past.',
      en: 'The council authorises per programme, not per line. A line may end higher as long as the programme fits.',
    },
    remedy: {
      nl: 'U hoeft niets te doen. Verschuif budget als u de regel wilt laten kloppen.',
      en: 'There is nothing to do. Move budget when you want the line to fit.',
    },
    example: {
      nl: 'Een regel is 8.000 over, het programma houdt 60.000 over.',
      en: 'A line is 8,000 over, the programme has 60,000 left.',
    },
  },
  'GB-616': {
    origin: {
      kinds: ['BBV'],
      source: {
        nl: 'art. 28; de grens is een instelling van de gemeente.',
        en: 'art. 28; the threshold is a setting of the municipality.',
      },
    },
    explanation: {
      nl: 'De jaarrekening legt uit waarom het anders liep dan begroot. Een grote afwijking zonder verklaring kan niet zo naar de raad.',
      en: 'The accounts explain why things went otherwise than budgeted. A large variance without an explanation cannot go to the council.',
    },
    remedy: {
      nl: 'Schrijf in Toelichting wat de oorzaak is en of het eenmalig is.',
      en: 'Write in Toelichting what the cause is and whether it is for once.',
    },
    example: {
      nl: 'Een nadeel van 45.000 zonder verklaring.',
      en: 'An unfavourable variance of 45,000 without an explanation.',
    },
  },
  'GB-617': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Wat is vastgesteld, ligt vast. Elk later verschil moet een eigen wijziging met een besluit zijn.',
      en: 'What was adopted is fixed. Every later difference must be an amendment with a decision of its own.',
    },
    remedy: {
      nl: 'Iemand heeft de vastgestelde regels buiten de server om gewijzigd. Meld dit bij beheer; laat het logboek narekenen.',
      en: 'Somebody changed adopted lines around the server. Tell administration; have the log verified.',
    },
    example: {
      nl: 'Een bedrag in de vastgestelde begroting is anders dan toen de raad besloot.',
      en: 'An amount of the adopted budget differs from what the council decided.',
    },
  },
}
