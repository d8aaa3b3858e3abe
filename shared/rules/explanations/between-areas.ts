/** Why and what to do: what areas say of the same thing. */
import type { RuleExplanations } from './explanation.ts'

export const betweenAreasExplained: RuleExplanations = {
  'GB-703': {
    origin: {
      kinds: ['praktijk', 'Iv3'],
      source: { nl: 'Praktijk; Iv3, controle PF004', en: 'Practice; Iv3, check PF004' },
    },
    explanation: {
      nl: 'Wat het ene gebied rekent, betaalt het andere. Zijn die bedragen ongelijk, dan houdt de gemeente geld over dat er niet is.',
      en: 'What one area charges the other pays. When the amounts differ, the municipality has money left that does not exist.',
    },
    remedy: {
      nl: 'Spreek met het andere gebied één bedrag af en zet dat bij beide.',
      en: 'Agree on one amount with the other area and enter it on both sides.',
    },
    example: { nl: 'HOL rekent SPZ 12.000, SPZ boekte 10.000.', en: 'HOL charges SPZ 12,000, SPZ booked 10,000.' },
  },
  'GB-704': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een verrekening heeft twee kanten. Zonder tegenregel telt zij alleen bij één gebied mee.',
      en: 'A charge has two sides. Without its mirror line it counts for one area only.',
    },
    remedy: {
      nl: 'Vraag de controller van het andere gebied om de tegenregel.',
      en: 'Ask the controller of the other area for the mirror line.',
    },
    example: { nl: 'SPZ heeft geen regel voor de verrekening met HOL.', en: 'SPZ has no line for the charge of HOL.' },
  },
  'GB-705': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Twee gebieden voeren soms dezelfde rekening op. Dan vraagt de gemeente twee keer geld voor één uitgave.',
      en: 'Two areas sometimes enter the same bill. Then the municipality asks twice for one expense.',
    },
    remedy: {
      nl: 'Vraag elkaar of het dezelfde kosten zijn. Zo ja, houd één regel of gebruik een verdeelsleutel.',
      en: 'Ask each other whether it is the same cost. If so, keep one line or use an allocation key.',
    },
    example: {
      nl: '"Bureau X data-experiment" van 25.000 in HOL en in STH.',
      en: '"Bureau X data-experiment" of 25,000 in HOL and in STH.',
    },
  },
  'GB-707': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Dezelfde functie kost overal hetzelfde. Verschillende tarieven maken gebieden duurder of goedkoper dan ze zijn.',
      en: 'The same role costs the same everywhere. Different rates make areas look dearer or cheaper than they are.',
    },
    remedy: {
      nl: 'Gebruik in elk gebied het tarief uit de tarieventabel.',
      en: 'Use the rate of the rate table in every area.',
    },
    example: { nl: '€ 80 in HOL en € 92 in SPZ.', en: '€ 80 in HOL and € 92 in SPZ.' },
  },
  'GB-710': {
    origin: { kinds: ['Iv3'] },
    explanation: {
      nl: 'Hetzelfde werk hoort overal op hetzelfde taakveld. Anders zijn gebieden niet te vergelijken.',
      en: 'The same work belongs on the same taakveld everywhere. Otherwise areas cannot be compared.',
    },
    remedy: {
      nl: 'Kies met de andere gebieden één taakveld voor dit werk.',
      en: 'Choose one taakveld for this work together with the other areas.',
    },
    example: {
      nl: 'Gebiedscontroller op 0.4 in HOL en op 8.1 in SPZ.',
      en: 'Area controller on 0.4 in HOL and on 8.1 in SPZ.',
    },
  },
  'GB-717': {
    origin: {
      kinds: ['memo'],
      source: { nl: 'het kernteam werkt gemeentebreed.', en: 'the core team works for the whole municipality.' },
    },
    explanation: {
      nl: 'Werk voor de hele stad hoort niet bij één gebied. Anders lijkt dat gebied duurder dan het is.',
      en: 'Work for the whole city does not belong to one area. Otherwise that area looks dearer than it is.',
    },
    remedy: {
      nl: 'Zet de kosten in gebied STAD, of gebruik een verdeelsleutel.',
      en: 'Put the costs in area STAD, or use an allocation key.',
    },
    example: { nl: 'Het hele kernteam staat bij Holtenbroek.', en: 'The whole core team stands at Holtenbroek.' },
  },
  'GB-718': {
    origin: {
      kinds: ['memo'],
      source: { nl: 'lessen van experimenten worden gedeeld.', en: 'lessons of experiments are shared.' },
    },
    explanation: {
      nl: 'Twee gebieden die hetzelfde proberen, leren meer als ze het van elkaar weten.',
      en: 'Two areas that try the same learn more when they know of each other.',
    },
    remedy: {
      nl: 'Bel de controller van het andere gebied. Verder hoeft u niets te doen.',
      en: 'Call the controller of the other area. There is nothing else to do.',
    },
    example: { nl: '"Data in de wijk" in HOL en in STH.', en: '"Data in de wijk" in HOL and in STH.' },
  },
}
