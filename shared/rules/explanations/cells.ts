/** Why and what to do: cells: what could not be read, or was read with a remark. */
import type { RuleExplanations } from './explanation.ts'

export const cellsExplained: RuleExplanations = {
  'GB-101': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Alleen een getal telt mee in een totaal. Woorden als "ca." of "pm" maken van een bedrag een tekst, en dan mist de regel in elke optelling.',
      en: 'Only a number counts in a total. Words such as "about" or "tbd" turn an amount into text, and then the line is missing from every sum.',
    },
    remedy: {
      nl: 'Typ in de cel alleen een getal, zonder woorden als "ca." of "pm". Zet de uitleg in de kolom Toelichting.',
      en: 'Type only a number in the cell, without words such as "about" or "tbd". Put the explanation in Toelichting.',
    },
    example: { nl: 'De cel 2023 bevat "ca. 500.000".', en: 'The cell 2023 holds "ca. 500.000".' },
  },
  'GB-102': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Excel telt een bedrag dat als tekst staat niet op. Het is hier wel gelezen, maar formules in uw werkboek slaan het over.',
      en: 'Excel does not add up an amount that stands as text. It was read here, but formulas in your workbook skip it.',
    },
    remedy: {
      nl: 'Neem het herstel over, of typ het bedrag opnieuw. Staat de hele kolom als tekst, zet de opmaak dan op Getal.',
      en: 'Take the fix, or type the amount again. When the whole column is text, format it as Number.',
    },
    example: {
      nl: "De cel bevat de tekst '500.000 in plaats van het getal 500000.",
      en: "The cell holds the text '500.000 instead of the number 500000.",
    },
    fix: { nl: 'Zet hetzelfde bedrag als getal in de cel.', en: 'Puts the same amount into the cell as a number.' },
  },
  'GB-103': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: "Een punt kan duizendtallen scheiden of decimalen. Het verschil is een factor duizend, dus zo'n bedrag wordt niet geraden en de rij wacht.",
      en: 'A dot can separate thousands or decimals. The difference is a factor of a thousand, so such an amount is not guessed and the row waits.',
    },
    remedy: {
      nl: 'Typ het bedrag zonder punt voor de duizendtallen, dus 1234 of 1234,00.',
      en: 'Type the amount without a separator for thousands: 1234 or 1234,00.',
    },
    example: {
      nl: 'De cel bevat de tekst "1.234": 1234 euro, of 1 euro en 23 cent?',
      en: 'The cell holds the text "1.234": 1234 euros, or 1 euro and 23 cents?',
    },
  },
  'GB-108': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een formulefout is geen waarde. De rij wacht tot de formule weer iets geeft, want een fout als 0 lezen maakt totalen te laag.',
      en: 'A formula error is no value. The row waits until the formula gives something again, because reading an error as 0 makes totals too low.',
    },
    remedy: {
      nl: 'Herstel de formule. Vaak is een rij of blad verwijderd waar de formule naar verwees.',
      en: 'Repair the formula. Often a row or sheet that it referred to was deleted.',
    },
    example: { nl: '#VERW! in de kolom 2024.', en: '#REF! in the column 2024.' },
  },
  'GB-109': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een vaste waarde in een formulekolom rekent niet meer mee als uren of tarief veranderen. Soms is dat de bedoeling, vaak een vergissing.',
      en: 'A fixed value in a column of formulas no longer follows when hours or rate change. Sometimes that is meant, often it is a slip.',
    },
    remedy: {
      nl: 'Was het de bedoeling, dan hoeft u niets te doen. Anders trekt u de formule uit de cel erboven door.',
      en: 'If you meant it, there is nothing to do. Otherwise fill the formula down from the cell above.',
    },
    example: {
      nl: 'In Bedrag is 32000 getypt over de formule =[@Uren]*[@Tarief].',
      en: 'In Bedrag 32000 was typed over the formula =[@Uren]*[@Tarief].',
    },
  },
  'GB-110': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Een verwijzing naar een ander bestand werkt niet bij een collega die dat bestand niet heeft, en verandert zonder dat u het merkt.',
      en: 'A reference to another file does not work for a colleague without that file, and changes without your noticing.',
    },
    remedy: {
      nl: 'Neem de waarde over in dit werkboek. Een ander bestand kan verplaatst of gewijzigd zijn.',
      en: 'Bring the value into this workbook. Another file may be moved or changed.',
    },
    example: { nl: "='[grootboek 2022.xlsx]Blad1'!C4", en: "='[grootboek 2022.xlsx]Blad1'!C4" },
  },
  'GB-113': {
    origin: {
      kinds: ['praktijk', 'Iv3'],
      source: {
        nl: 'Het CBS publiceert zelf codes met spaties erachter.',
        en: 'CBS itself publishes codes padded with spaces.',
      },
    },
    explanation: {
      nl: 'Een code met een spatie is voor Excel een andere code. Zoeken en optellen vinden de regel dan niet. De spatie is hier al weggelaten.',
      en: 'To Excel a code with a space is another code. Searching and summing then miss the line. The space was already left out here.',
    },
    remedy: {
      nl: 'Neem het herstel over: de code zonder de extra spaties.',
      en: 'Take the fix: the code without the extra spaces.',
    },
    example: { nl: '"6.821 " met een spatie erachter.', en: '"6.821 " with a space behind it.' },
    fix: {
      nl: 'Zet de code zonder de extra spaties in de cel.',
      en: 'Puts the code without the extra spaces into the cell.',
    },
  },
  'GB-114': {
    origin: { kinds: ['praktijk'] },
    explanation: {
      nl: 'Bedragen worden in hele centen bewaard. Wat u in de cel laat staan is dan iets anders dan wat op de server staat.',
      en: 'Amounts are kept in whole cents. What you leave in the cell then differs from what the server has.',
    },
    remedy: {
      nl: 'Rond het bedrag zelf af op hele centen, dan klopt het overal gelijk.',
      en: 'Round the amount to whole cents yourself, so that it is the same everywhere.',
    },
    example: { nl: '26573,3333', en: '26573.3333' },
  },
  'GB-115': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Eigen aanvulling: elke cel die een rij tegenhoudt krijgt uitleg.',
        en: 'An addition of our own: every cell that holds a row back is explained.',
      },
    },
    explanation: {
      nl: 'Een rij met een cel die niet te lezen is gaat niet mee bij het synchroniseren, en haar laatste waarde blijft op de server staan. U moet dus weten welke cel het is.',
      en: 'A row with a cell that cannot be read is not synchronised, and its last value stays on the server. So you must know which cell it is.',
    },
    remedy: {
      nl: 'Doe wat de melding zegt. Tot die tijd gaat deze regel niet mee bij het synchroniseren.',
      en: 'Do what the message says. Until then this line is not sent when you synchronise.',
    },
    example: { nl: 'In Uren staat "twee dagdelen".', en: 'Uren says "twee dagdelen".' },
  },
  'GB-117': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Eigen aanvulling: wat GB-102 en GB-114 voor bedragen zeggen, geldt ook voor uren, datums en jaren.',
        en: 'An addition of our own: what GB-102 and GB-114 say of amounts holds for hours, dates and years too.',
      },
    },
    explanation: {
      nl: 'De waarde kon worden gelezen, maar op een manier die u misschien niet bedoelde.',
      en: 'The value could be read, but in a way that you may not have meant.',
    },
    remedy: {
      nl: 'Kijk of de gelezen waarde klopt. Typ haar opnieuw als u iets anders bedoelde.',
      en: 'See whether the value that was read is right. Type it again if you meant something else.',
    },
    example: { nl: 'In Uren staat 12,345; gelezen als 12,35.', en: 'Uren says 12.345; read as 12.35.' },
  },
  'GB-119': {
    origin: {
      kinds: ['praktijk'],
      source: {
        nl: 'Eigen aanvulling: wat niet is gecontroleerd, wordt gezegd.',
        en: 'An addition of our own: what was not checked is said.',
      },
    },
    explanation: {
      nl: 'Een regel die een onleesbare cel nodig heeft, kan niet oordelen. Geen bevinding betekent dan niet dat het klopt.',
      en: 'A rule that needs an unreadable cell cannot judge. No finding then does not mean that it is right.',
    },
    remedy: {
      nl: 'Herstel eerst de onleesbare cel van deze rij. Daarna oordelen de regels die nu wachten.',
      en: 'First repair the unreadable cell of this row. After that the waiting rules judge.',
    },
    example: {
      nl: 'Het tarief is "n.n.b.", dus Uren x tarief is niet nagerekend.',
      en: 'The rate is "n.n.b.", so hours x rate was not computed again.',
    },
  },
}
