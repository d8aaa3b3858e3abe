/** Why and what to do: tables and how they are filled in. */
import type { RuleExplanations } from './explanation.ts'

export const tablesExplained: RuleExplanations = {
  'GB-104': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Een gepubliceerde begroting had hele euro\'s onder de kop "bedragen x € 1.000".',
        en: 'A published budget had whole euros under the heading "bedragen x € 1.000".',
      },
    },
    explanation: {
      nl: 'Hele euro\'s onder de kop "x € 1.000" maken elk totaal duizend keer te groot. De regel vergelijkt de bedragen met de eenheid en met de vorige versie.',
      en: 'Whole euros under the heading "x € 1.000" make every total a thousand times too large. The rule compares the amounts with the unit and with the previous version.',
    },
    remedy: {
      nl: 'Kijk op het voorblad bij Eenheid: staat daar euro of duizend euro? Pas de eenheid aan, of de bedragen.',
      en: 'Look at Eenheid on the cover: does it say euros or thousands? Change the unit or the amounts.',
    },
    example: {
      nl: 'De eenheid is "x € 1.000" en er staat 4.716.222.',
      en: 'The unit is "x € 1.000" and an amount is 4,716,222.',
    },
  },
  'GB-105': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Wat u niet ziet, telt wel mee. Een vergeten filter laat een totaal staan dat niemand in de regels terugvindt.',
      en: 'What you do not see still counts. A forgotten filter leaves a total that nobody finds back in the lines.',
    },
    remedy: {
      nl: 'Maak de rijen of kolommen zichtbaar, of verwijder ze als ze niet mee horen te tellen.',
      en: 'Show the rows or columns, or delete them when they should not count.',
    },
    example: { nl: 'Een regel van € 45.000 is weggefilterd.', en: 'A line of € 45,000 is filtered away.' },
  },
  'GB-106': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een totaalregel tussen de regels telt alles dubbel. Totalen rekent het systeem zelf uit.',
      en: 'A total row between the lines counts everything twice. The system computes the totals itself.',
    },
    remedy: {
      nl: 'Verwijder de totaalregel uit de tabel. Totalen staan op het voorblad en in de consolidatie.',
      en: 'Delete the total row from the table. Totals stand on the cover and in the consolidation.',
    },
    example: { nl: 'Een rij "Totaal Holtenbroek" met 500.000.', en: 'A row "Totaal Holtenbroek" with 500,000.' },
  },
  'GB-107': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Van samengevoegde cellen bewaart Excel alleen de eerste waarde. De andere rijen lijken gevuld, maar zijn leeg.',
      en: 'Of merged cells Excel keeps only the first value. The other rows look filled, but are empty.',
    },
    remedy: {
      nl: 'Hef het samenvoegen op via Start, Samenvoegen en centreren, en vul elke cel.',
      en: 'Unmerge the cells under Home, Merge & Center, and fill each of them.',
    },
    example: {
      nl: 'C5 tot en met C9 zijn samengevoegd tot "Programma 6".',
      en: 'C5 to C9 are merged into "Programma 6".',
    },
  },
  'GB-111': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'De kolommen worden aan hun kop herkend. Zonder kop, of met twee dezelfde, is niet te zeggen welke waarde bij welk veld hoort.',
      en: 'Columns are recognised by their heading. Without one, or with two alike, it cannot be said which value belongs to which field.',
    },
    remedy: {
      nl: 'Zet de kolomkop terug zoals in het sjabloon, of verwijder de dubbele kolom. Is het werkboek van een ouder sjabloon, maak dan een nieuw bestand met: gebied template --uit OUD.xlsx NIEUW.xlsx.',
      en: 'Put the heading back as the template has it, or delete the double column. Is the workbook of an older template, make a new file with: gebied template --uit OLD.xlsx NEW.xlsx.',
    },
    example: { nl: 'De kolom Taakveld is verwijderd.', en: 'The column Taakveld was deleted.' },
  },
  'GB-112': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Zonder gebied, doel, taakveld, categorie, L/B en I/S valt een bedrag in geen enkel overzicht op zijn plaats.',
      en: 'Without area, goal, taakveld, category, L/B and I/S an amount finds its place in no overview.',
    },
    remedy: {
      nl: 'Vul de genoemde velden in. Kies uit de lijst in de cel.',
      en: 'Fill in the fields that are named. Choose from the list in the cell.',
    },
    example: { nl: 'Een regel van 12.500 zonder doel.', en: 'A line of 12,500 without a goal.' },
  },
  'GB-116': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Eigen aanvulling: wat maakt dat een tabel niet of niet helemaal wordt gelezen.',
        en: 'An addition of our own: what makes that a table is not read, or not wholly.',
      },
    },
    explanation: {
      nl: 'Het werkboek is aan zijn tabellen en voorblad te herkennen. Ontbreekt er een, dan is een deel van de begroting niet gecontroleerd.',
      en: 'A workbook is recognised by its tables and its cover. When one is missing, part of the budget was not checked.',
    },
    remedy: {
      nl: 'Zet de opbouw terug met Ongedaan maken, of maak een nieuw werkboek en kopieer uw regels erin.',
      en: 'Put it back with Undo, or make a new workbook and copy your lines into it.',
    },
    example: { nl: 'Het blad Dekking is verwijderd.', en: 'The sheet Dekking was deleted.' },
  },
  'GB-118': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Eigen aanvulling: een rij wordt aan haar nummer teruggevonden.',
        en: 'An addition of our own: a row is found again by its number.',
      },
    },
    explanation: {
      nl: 'Een regel wordt aan zijn nummer herkend, ook door Inzet en Dekking. Zonder nummer wacht de rij; bij een dubbel nummer is niet te zien welke regel bedoeld is.',
      en: 'A line is recognised by its number, by Inzet and Dekking too. Without a number the row waits; with a double one nobody sees which line is meant.',
    },
    remedy: {
      nl: 'Geef de regel het eerstvolgende vrije nummer van uw gebied, bijvoorbeeld HOL-014.',
      en: 'Give the line the next free number of your area, for example HOL-014.',
    },
    example: { nl: 'Twee rijen met het nummer HOL-003.', en: 'Two rows with the number HOL-003.' },
  },
  'GB-120': {
    origin: {
      kinds: ['wet', 'praktijk'],
      source: {
        nl: 'Eigen aanvulling (AVG): vrije tekst gaat mee naar de server en naar exports.',
        en: 'An addition of our own (GDPR): free text goes along to the server and to exports.',
      },
    },
    explanation: {
      nl: 'Een omschrijving of toelichting wordt door velen gelezen en kan openbaar worden. Gegevens van een persoon horen daar niet in.',
      en: 'A description or note is read by many and may become public. Data about a person do not belong in it.',
    },
    remedy: {
      nl: 'Haal het gegeven uit de tekst. Noem de functie of de afdeling, niet de persoon.',
      en: 'Take the data out of the text. Name the role or the department, not the person.',
    },
    example: {
      nl: 'In Toelichting staat een mailadres of telefoonnummer.',
      en: 'Toelichting holds an e-mail address or a telephone number.',
    },
  },
  'GB-121': {
    origin: {
      kinds: ['wet', 'praktijk'],
      source: {
        nl: 'Eigen aanvulling (AVG): in Medewerker staat een pseudoniem, geen naam.',
        en: 'An addition of our own (GDPR): Medewerker holds a pseudonym, not a name.',
      },
    },
    explanation: {
      nl: 'Om uren per persoon op te tellen is een pseudoniem genoeg. Een naam maakt van de begroting een bestand met persoonsgegevens.',
      en: 'A pseudonym is enough to add up hours per person. A name turns the budget into a file of personal data.',
    },
    remedy: {
      nl: 'Vervang de naam door een pseudoniem met een nummer, bijvoorbeeld P-001. Gebruik in elk gebied hetzelfde voor dezelfde persoon.',
      en: 'Replace the name by a pseudonym with a number, for example P-001. Use the same one for the same person in every area.',
    },
    example: { nl: 'In Medewerker staat "J. Jansen".', en: 'Medewerker says "J. Jansen".' },
  },
}
