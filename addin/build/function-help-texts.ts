/** What the help says of each function besides its description and arguments, which stand at the function itself. */

/** An argument as it is typed: null is left out, rows are an array constant. */
export type Given = string | number | null | readonly (readonly (string | number)[])[]

export interface HelpTexts {
  readonly result: string
  readonly example: { readonly given: readonly Given[]; readonly shows: string }
  /** What the cell may show instead, and what to do. */
  readonly errors: readonly Trouble[]
}

interface Trouble {
  readonly shows: '#N/B' | '#WAARDE!' | '#OVERLOOP!'
  readonly remedy: string
}

const na = (remedy: string): Trouble => ({ shows: '#N/B', remedy })
const value = (remedy: string): Trouble => ({ shows: '#WAARDE!', remedy })

const notAnAmount = value('Een bedrag is niet te lezen of ontbreekt. De melding bij de cel zegt waarom.')
const codeAsNumber = value(
  'Een code staat als getal. 0.1 en 0.10 zijn verschillende codes: typ de code als tekst, met een apostrof ervoor.',
)
const badYear = value('Het jaar is geen jaartal van 2017 tot en met 2099.')
const noLists = na('Het werkboek heeft geen lijsten: maak of ververs het blad Codes in het taakvenster.')
const spill: Trouble = {
  shows: '#OVERLOOP!',
  remedy: 'Er staat iets in de weg: maak de cellen onder en naast de formule leeg.',
}
const fromStore: readonly Trouble[] = [
  na('Niet aangemeld: open het taakvenster en meld u aan.'),
  na(
    'De server is niet bereikbaar of gaf geen antwoord. Er wordt vanzelf opnieuw gevraagd; een oude waarde blijft staan.',
  ),
  na('De server kent deze vraag niet, of u heeft er geen recht op. De melding bij de cel zegt welke van de twee.'),
  codeAsNumber,
  badYear,
]

export const helpTexts: Readonly<Record<string, HelpTexts>> = {
  BEDRAG: {
    result: 'Het bedrag in euro’s, als getal waarmee u verder kunt rekenen.',
    example: { given: ['1.234,56-'], shows: '-1234,56' },
    errors: [
      value('De tekst is geen bedrag, of kan twee bedragen betekenen (1,234). De melding bij de cel zegt waarom.'),
    ],
  },
  DUIZEND: {
    result: 'Het aantal duizendtallen.',
    example: { given: [318_880], shows: '319' },
    errors: [notAnAmount],
  },
  STRUCTUREEL: {
    result: 'De som van de bedragen met een S, in euro’s. Een bedrag zonder I of S telt niet mee.',
    example: {
      given: [
        [['S'], ['I']],
        [[100_000], [25_000]],
      ],
      shows: '100000',
    },
    errors: [value('De bereiken zijn niet even groot, of bevatten iets anders dan I, S en bedragen.')],
  },
  V_N: {
    result: 'V, N of -. Minder lasten en meer baten dan begroot zijn een voordeel.',
    example: { given: [90_000, 100_000, 'L'], shows: 'V' },
    errors: [notAnAmount, value('De kant is geen L of B.')],
  },
  VERDEEL: {
    result:
      'Bij een bereik: de delen in de vorm van dat bereik. Bij een code: per gebied de code en het deel. Wat na afronden overblijft gaat naar de grootste resten.',
    example: { given: [100, [[1, 1, 1]]], shows: '33,34 | 33,33 | 33,33' },
    errors: [
      notAnAmount,
      value('Een aandeel is geen getal van 0 of meer, of alle aandelen zijn 0.'),
      na('De verdeelsleutel staat niet in de lijsten van dat jaar, of het werkboek heeft geen lijsten.'),
      spill,
    ],
  },
  DOORREKENEN: {
    result: 'Twee rijen van vier: de jaren en de bedragen. Na de duur is het bedrag 0.',
    example: {
      given: [100_000, 'S', 2024, null, 0.02],
      shows: '2024 | 2025 | 2026 | 2027 / 100000 | 102000 | 104040 | 106120,8',
    },
    errors: [notAnAmount, value('De aard is geen I of S, of de duur of de index klopt niet.'), badYear, spill],
  },
  BTW: {
    result: 'Het bedrag dat op de begroting drukt: met btw als die kostprijsverhogend is, anders zonder.',
    example: { given: [121, 'compensabel'], shows: '100' },
    errors: [notAnAmount, value('De behandeling of het tarief is geen van de keuzes.')],
  },
  TAAKVELD: {
    result: 'De naam volgens de lijst van Iv3 voor dat jaar.',
    example: { given: ['0.10', 2026], shows: 'Mutaties reserves' },
    errors: [na('Het taakveld bestaat niet in dat jaar, of is een hoofdtaakveld.'), codeAsNumber, badYear],
  },
  CATEGORIE: {
    result: 'De naam volgens de lijst van Iv3 voor die kant en dat jaar.',
    example: { given: ['3.5.1', 'L', 2026], shows: 'Ingeleend personeel' },
    errors: [
      na('De categorie bestaat niet aan die kant in dat jaar.'),
      codeAsNumber,
      badYear,
      value('De kant is geen L of B, of de code hoort bij de andere kant.'),
    ],
  },
  TOEGESTAAN: {
    result:
      'WAAR, "grijs" als het CBS de combinatie niet verwacht (licht haar toe), of ONWAAR als een van de codes niet bestaat.',
    example: { given: ['6.1', '4.2', 'L', 2026], shows: 'grijs' },
    errors: [codeAsNumber, badYear, value('De kant is geen L of B, of de code hoort bij de andere kant.')],
  },
  DOEL: {
    result: 'De tekst van het doel volgens de lijsten in het werkboek.',
    example: { given: ['4.1.1', 2023], shows: 'Inwoners doen mee en vinden steun in hun wijk' },
    errors: [na('Het doel bestaat niet in dat jaar.'), noLists, codeAsNumber, badYear],
  },
  PROGRAMMA: {
    result: 'De code van het programma, als tekst.',
    example: { given: ['6.1.1', 2023], shows: '6' },
    errors: [na('Het doel bestaat niet in dat jaar.'), noLists, codeAsNumber, badYear],
  },
  TARIEF: {
    result: 'Het tarief per uur in euro’s.',
    example: { given: ['wijkmanager', 2023], shows: '80' },
    errors: [na('De lijsten hebben geen tarief voor die functie in dat jaar.'), noLists, badYear],
  },
  INZET: {
    result: 'Uren maal tarief in euro’s, afgerond op centen.',
    example: { given: [3_986, 'wijkmanager', 2023], shows: '318880' },
    errors: [
      value('Het aantal uren is niet te lezen of negatief.'),
      na('De lijsten hebben geen tarief voor die functie in dat jaar.'),
      noLists,
      badYear,
    ],
  },
  FTE: {
    result: 'Het aantal fte, niet afgerond: afgeronde delen tellen niet op tot het geheel.',
    example: { given: [660, 2023], shows: '0,5' },
    errors: [value('Het aantal uren is niet te lezen of negatief.'), noLists, badYear],
  },
  CONTROLE: {
    result:
      'Per bevinding een rij: nummer van de regel (GB-...), ernst (fout, let op, info) en uitleg; of "in orde". Alleen wat uit de rij zelf blijkt: dekking die in tblDekking staat en totalen kent deze functie niet. Wat niet tegen de lijsten gecontroleerd kon worden, staat erbij.',
    example: {
      given: [[['0.11', 'L']], [['Taakveld', 'L/B']], 2023],
      shows: 'GB-206 | fout | Taakveld 0.11 (resultaat) hoort niet in een gebiedsbegroting.',
    },
    errors: [value('Er is meer dan één rij gegeven, of er zijn niet evenveel koppen als cellen.'), badYear, spill],
  },
  TOTAAL: {
    result:
      'Het bedrag in euro’s; 0 alleen als er echt niets is begroot. De cel werkt zich bij zodra iemand synchroniseert.',
    example: { given: ['HOL', 2023], shows: 'de lasten van Holtenbroek in 2023' },
    errors: fromStore,
  },
  SALDO: {
    result: 'Het saldo in euro’s. Negatief: er is meer last dan baat.',
    example: { given: ['alle', 2023], shows: 'baten min lasten van alle gebieden in 2023' },
    errors: fromStore,
  },
  VERSCHIL: {
    result: 'Het verschil in euro’s.',
    example: {
      given: ['HOL-001', 'primitief', 'na-wijziging', 2023],
      shows: 'wat de wijzigingen aan regel HOL-001 veranderen',
    },
    errors: fromStore,
  },
  STATUS: {
    result: 'Eén woord: concept, ingediend, teruggegeven, goedgekeurd, vastgesteld of aangehouden.',
    example: { given: ['HOL'], shows: 'ingediend' },
    errors: fromStore,
  },
  CONSOLIDATIE: {
    result: 'Een tabel met koppen, die zich bijwerkt zodra iemand synchroniseert. Bedragen in euro’s.',
    example: { given: ['domein', 2023], shows: 'lasten, baten en saldo per domein' },
    errors: [...fromStore, spill],
  },
  REGELS: {
    result: 'Een tabel met koppen, die zich bijwerkt zodra iemand synchroniseert. Bedragen in euro’s.',
    example: { given: ['HOL', 2023], shows: 'de begrotingsregels van Holtenbroek' },
    errors: [...fromStore, spill],
  },
  PLAFOND: {
    result: 'Het plafond in euro’s.',
    example: { given: ['SP-GGW-2023', 2023], shows: '500000' },
    errors: fromStore,
  },
  BEROEP: {
    result: 'Het beroep in euro’s.',
    example: { given: ['SP-GGW-2023', 2023, 'HOL'], shows: 'wat Holtenbroek op de stelpost beroept' },
    errors: fromStore,
  },
  RESTANT: {
    result: 'Het restant in euro’s.',
    example: { given: ['SP-GGW-2023', 2023, null, 'kernteam'], shows: 'wat er van het onderdeel kernteam over is' },
    errors: fromStore,
  },
  RESERVESTAND: {
    result:
      'De stand op 31 december in euro’s: de laatst bekende stand op 1 januari uit de lijst met reserves, plus de toevoegingen en min de onttrekkingen van alle gebieden. Het zijn de begrotingen van dat jaar, of als die er nog niet zijn de nieuwste die tot dat jaar lopen. Negatief: er wordt meer onttrokken dan er is.',
    example: { given: ['H12', 2023], shows: 'de stand van reserve H12 op 31 december 2023' },
    errors: fromStore,
  },
  BESLUIT: {
    result: 'Het gegeven: een tekst, een aantal uren of een bedrag in euro’s. Een datum is tekst, zoals 2023-03-28.',
    example: { given: ['B-2023-GGW', 'uitkomst'], shows: 'conform' },
    errors: fromStore,
  },
}
