/** Why and what to do: amounts of lines and their totals. */
import type { RuleExplanations } from './explanation.ts'

export const amountsExplained: RuleExplanations = {
  'GB-301': {
    origin: { kinds: ['BBV'] },
    explanation: {
      nl: 'Lasten en baten staan apart in de begroting. Zonder L of B is niet te zeggen of een bedrag geld kost of oplevert.',
      en: 'Lasten and baten stand apart in the budget. Without L or B nobody can say whether an amount costs or brings money.',
    },
    remedy: { nl: 'Vul L in voor lasten of B voor baten.', en: 'Fill in L for lasten or B for baten.' },
    example: { nl: 'De kolom L/B is leeg.', en: 'The column L/B is empty.' },
  },
  'GB-302': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 2 lid 3 (bruto)', en: 'art. 2(3) (gross)' } },
    explanation: {
      nl: 'Bedragen staan bruto in de begroting. Een negatieve last is vaak een bate of dekking die is afgetrokken.',
      en: 'Amounts stand gross in the budget. A negative last is often a bate or coverage that was subtracted.',
    },
    remedy: {
      nl: 'Leg in Toelichting uit waarom het bedrag negatief is, of draai L en B om.',
      en: 'Explain in Toelichting why the amount is negative, or swap L and B.',
    },
    example: { nl: 'L met -35.000 "dekking uit armoedegelden".', en: 'L with -35,000 "dekking uit armoedegelden".' },
  },
  'GB-310': {
    origin: {
      kinds: ['wet', 'praktijk'],
      source: { nl: 'Wet BCF, zoals de praktijk haar kent', en: 'Wet BCF (VAT compensation), as practice knows it' },
    },
    explanation: {
      nl: 'Btw op overheidstaken krijgt de gemeente terug uit het BTW-compensatiefonds. Wie haar meebegroot, vraagt 21% te veel.',
      en: 'VAT on government tasks comes back from the VAT compensation fund. Who budgets it asks 21% too much.',
    },
    remedy: {
      nl: 'Begroot zonder btw als de btw via het compensatiefonds terugkomt, of leg uit waarom niet.',
      en: 'Budget without VAT when it comes back through the compensation fund, or explain why not.',
    },
    example: {
      nl: '60.500 met btw-behandeling BCF: dat is 50.000 plus 21%.',
      en: '60,500 with VAT treatment BCF: that is 50,000 plus 21%.',
    },
  },
  'GB-311': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een structurele last die vier jaar gelijk blijft, wordt elk jaar krapper. De lezer wil weten of dat bewust is.',
      en: 'A structural cost that stays equal for four years gets tighter each year. The reader wants to know whether that is meant.',
    },
    remedy: {
      nl: 'Vul bij Indexatie in waarmee de regel meegroeit, of "geen" met een reden in Toelichting.',
      en: 'Fill in at Indexatie what the line grows with, or "geen" with a reason in Toelichting.',
    },
    example: {
      nl: '100.000 in elk van de jaren 2023 tot en met 2026.',
      en: '100,000 in each of the years 2023 to 2026.',
    },
  },
  'GB-312': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 19 b', en: 'art. 19 b' } },
    explanation: {
      nl: 'Een grote verandering ten opzichte van de vorige versie vraagt om een reden. Anders vraagt de lezer ernaar.',
      en: 'A large change from the previous version asks for a reason. Otherwise the reader will ask.',
    },
    remedy: {
      nl: 'Leg in Toelichting kort uit waardoor het bedrag is veranderd.',
      en: 'Explain briefly in Toelichting why the amount changed.',
    },
    example: { nl: 'Van 120.000 naar 190.000 zonder toelichting.', en: 'From 120,000 to 190,000 without a note.' },
  },
  'GB-313': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een verdeelsleutel verdeelt kosten over gebieden. Tellen de aandelen niet op tot 100%, dan verdwijnt of ontstaat er geld.',
      en: 'An allocation key divides costs over areas. When its shares are not 100% together, money disappears or appears.',
    },
    remedy: {
      nl: 'Zorg dat de aandelen van de sleutel samen 100% zijn. Beheer past de lijst aan.',
      en: 'See that the shares of the key are 100% together. Your administrator changes the list.',
    },
    example: { nl: 'Aandelen van 30, 30 en 30 procent.', en: 'Shares of 30, 30 and 30 percent.' },
  },
  'GB-314': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Het controletotaal op het voorblad is het bedrag dat u verwacht. Een verschil laat zien dat een regel mist of dubbel staat.',
      en: 'The control total on the cover is the amount that you expect. A difference shows that a line is missing or double.',
    },
    remedy: {
      nl: 'Zoek het verschil: ontbreekt een regel, staat er iets dubbel, of is het controletotaal verouderd?',
      en: 'Find the difference: is a line missing, is one double, or is the control total out of date?',
    },
    example: {
      nl: 'De regels tellen op tot 181.120, op het voorblad staat 180.000.',
      en: 'The lines add up to 181,120, the cover says 180,000.',
    },
  },
  'GB-315': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een groot rond bedrag is vaak een schatting. Met een onderbouwing weet de lezer waar het op berust.',
      en: 'A large round amount is often a guess. With a basis the reader knows what it rests on.',
    },
    remedy: {
      nl: 'Schrijf bij Onderbouwing waar het bedrag op berust, bijvoorbeeld een offerte of uren maal tarief.',
      en: 'Write at Onderbouwing what the amount rests on, for example an offer or hours times rate.',
    },
    example: {
      nl: '100.000 "experimenten data" zonder onderbouwing.',
      en: '100,000 "experimenten data" without a basis.',
    },
  },
  'GB-316': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Twee regels met dezelfde codes en omschrijving zijn vaak één regel die twee keer is overgenomen. Het mag, maar het moet te zien zijn waarom.',
      en: 'Two lines with the same codes and description are often one line copied twice. It is allowed, but it must show why.',
    },
    remedy: {
      nl: 'Voeg de regels samen, of zorg dat de omschrijving laat zien wat het verschil is.',
      en: 'Join the lines, or let the description show what the difference is.',
    },
    example: { nl: 'Twee keer "communicatie" van 5.000.', en: 'Twice "communicatie" of 5,000.' },
  },
  'GB-511': {
    origin: { kinds: ['BBV'], source: { nl: 'art. 2 lid 3', en: 'art. 2(3)' } },
    explanation: {
      nl: 'Lasten en baten staan elk voor het volle bedrag in de begroting. Afgetrokken dekking verbergt wat het werk kost en wie ervoor betaalt.',
      en: 'Lasten and baten each stand in full in the budget. Subtracted coverage hides what the work costs and who pays for it.',
    },
    remedy: {
      nl: 'Maak er een bate van met een eigen regel, of zet de dekking in de kolom Dekking.',
      en: 'Make it a bate with a line of its own, or put the coverage in the column Dekking.',
    },
    example: {
      nl: 'L met -554.000 "Dekking Nieuwe wet Inburgering".',
      en: 'L with -554,000 "Dekking Nieuwe wet Inburgering".',
    },
  },
}
