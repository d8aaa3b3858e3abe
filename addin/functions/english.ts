/**
 * The descriptions of functions, parameters and choices in English, by their Dutch names: Excel cannot write formulas with
 * translated names, so names stay as they are. Excel reads them from functions-en.json; nothing of this is in the pane.
 */

export interface EnglishTexts {
  readonly description: string
  readonly parameters: Readonly<Record<string, string>>
}

const areaOrAll = 'Code of the area, such as "HOL"; empty or "alle": all areas together.'
const budgetYear = 'Budget year.'
const calendarYear = 'Calendar year.'
const version =
  'primitief (original), wijziging-1 (amendment), na-wijziging (amended), realisatie (actuals) or prognose (forecast). Left out: the latest adopted.'
const side = 'L for lasten (expenditure) or B for baten (income).'
const euros = 'Amount in euros.'

const source = {
  bron: 'Code of the source of funding, such as "SP-GGW-2023".',
  jaar: calendarYear,
  gebied: 'Code of the area. Left out or "alle": all areas together.',
  onderdeel: 'Component of the source, such as "kernteam". Left out: the whole source.',
}

export const english: Readonly<Record<string, EnglishTexts>> = {
  BEDRAG: {
    description: 'Reads an amount that stands as text, such as "€ 500.000", "1.234,56-", "(4.977)" or "500k".',
    parameters: { tekst: 'Text or number with an amount in euros.' },
  },
  DUIZEND: {
    description: 'Rounds an amount to thousands (x EUR 1,000); a half goes away from zero.',
    parameters: { bedrag: euros, decimalen: 'Decimals of the number of thousands, 0 to 5. Left out: 0.' },
  },
  STRUCTUREEL: {
    description: 'Adds up what is structural (S) in a series of amounts.',
    parameters: {
      aarden: 'Range with I or S for each amount.',
      bedragen: 'Range with amounts in euros, of the same size as the range with I and S.',
    },
  },
  V_N: {
    description: 'Says whether a difference from the budget is favourable (V) or not (N); - when there is none.',
    parameters: { werkelijk: 'Actual amount in euros.', begroot: 'Budgeted amount in euros.', kant: side },
  },
  VERDEEL: {
    description: 'Divides an amount over areas or cells; the parts add up to the amount to the cent.',
    parameters: {
      bedrag: euros,
      sleutel: 'Range with shares, or the code of an allocation key of the lists.',
      jaar: 'Budget year; needed with a code, since codes are re-used.',
    },
  },
  DOORREKENEN: {
    description: 'Projects a proposal over four years: the years above, the amounts below.',
    parameters: {
      bedrag: 'Amount of the first year, in euros.',
      aard: 'I for incidental or S for structural.',
      startjaar: 'First year of the proposal.',
      duur: 'Number of years that the amount runs. Left out: 1 year (I), or without end (S).',
      index: 'Growth a year, such as 2%. Left out: none.',
    },
  },
  BTW: {
    description: 'Says what an amount that includes VAT costs the budget.',
    parameters: {
      bedrag: 'Amount including VAT, in euros.',
      behandeling:
        'What becomes of the VAT: kostprijsverhogend (a cost), compensabel (VAT compensation fund) or verrekenbaar (deducted as an entrepreneur).',
      tarief: '21%, 9% or 0%. Left out: 21%.',
    },
  },
  TAAKVELD: {
    description: 'Gives the name of a taakveld in a year.',
    parameters: { code: 'Code of the taakveld as text, such as "0.10".', jaar: budgetYear },
  },
  CATEGORIE: {
    description: 'Gives the name of an economic category in a year.',
    parameters: {
      code: 'Code of the category as text, such as "4.3.8"; "L4.3.8" will do too.',
      kant: side,
      jaar: budgetYear,
    },
  },
  TOEGESTAAN: {
    description:
      'Says whether a taakveld and a category go together in Iv3: TRUE, "grijs" (grey: explain it) or FALSE.',
    parameters: {
      taakveld: 'Code of the taakveld as text, such as "0.10".',
      categorie: 'Code of the category as text, such as "7.1".',
      kant: side,
      jaar: budgetYear,
    },
  },
  DOEL: {
    description: 'Gives the text of a goal in a year.',
    parameters: { code: 'Code of the goal as text, such as "6.1.1".', jaar: budgetYear },
  },
  PROGRAMMA: {
    description: 'Gives the code of the programme that a goal belongs to.',
    parameters: { doel: 'Code of the goal as text, such as "6.1.1".', jaar: budgetYear },
  },
  TARIEF: {
    description: 'Gives the hourly rate of a role in a year.',
    parameters: { functie: 'Name of the role, such as "wijkmanager".', jaar: 'Calendar year of the rate.' },
  },
  INZET: {
    description: 'Converts hours into euros by the rate of the role.',
    parameters: {
      uren: 'Number of hours.',
      functie: 'Name of the role, such as "wijkmanager".',
      jaar: 'Calendar year of the rate.',
    },
  },
  FTE: {
    description: 'Converts hours into full-time equivalents by the yearly norm of the municipality.',
    parameters: { uren: 'Number of hours in a year.', jaar: 'Budget year of which the lists stand in the workbook.' },
  },
  CONTROLE: {
    description:
      'Checks a budget line: for each finding the rule, the severity and why; "in order" when there is none.',
    parameters: {
      rij: 'Cells of one row.',
      koppen: 'Headings of those cells. Left out: the columns of tblBegroting, in their order.',
      jaar: 'Budget year. Left out: the first heading that is a year.',
    },
  },
  TOTAAL: {
    description: 'Adds up lasten or baten of an area, from what all areas have synchronised.',
    parameters: {
      gebied: areaOrAll,
      jaar: budgetYear,
      versie: version,
      kant: `${side} Left out: lasten.`,
      aard: 'I for incidental or S for structural. Left out: both.',
      taakveld: 'Code of the taakveld as text, such as "0.10". Left out: all.',
      domein: 'Domain, such as "sociaal". Left out: all.',
      kalenderjaar: 'One of the four years of the budget. Left out: the budget year itself.',
    },
  },
  SALDO: {
    description: 'Gives baten minus lasten of an area, from what all areas have synchronised.',
    parameters: { gebied: areaOrAll, jaar: budgetYear, versie: version },
  },
  VERSCHIL: {
    description: 'Gives the difference of a line or a goal between two versions: the second minus the first.',
    parameters: {
      regelOfDoel: 'Number of the line, such as "HOL-001", or code of the goal, such as "6.1.1".',
      versie1: 'Version to start from, such as "primitief".',
      versie2: 'Version to compare with it, such as "na-wijziging".',
      jaar: budgetYear,
    },
  },
  STATUS: {
    description:
      'Gives the state of the budget of an area, such as "ingediend" (submitted) or "vastgesteld" (adopted).',
    parameters: {
      gebied: 'Code of the area, such as "HOL".',
      versie: 'primitief (original), wijziging-1 (amendment) ... Left out: the latest adopted.',
      jaar: 'Budget year. Left out: the latest year of the area.',
    },
  },
  CONSOLIDATIE: {
    description: 'Puts the consolidation of all areas into cells, with headings.',
    parameters: {
      per: 'What to split by: domein, gebied (area), taakveld, programma or bron (source).',
      jaar: budgetYear,
      versie: version,
    },
  },
  REGELS: {
    description: 'Puts the budget lines of an area into cells, with headings.',
    parameters: { gebied: 'Code of the area, such as "HOL".', jaar: budgetYear, versie: version },
  },
  PLAFOND: { description: 'Gives the ceiling of a source of funding in a year.', parameters: source },
  BEROEP: {
    description: 'Gives what is drawn on a source of funding in a year, from what all areas have synchronised.',
    parameters: source,
  },
  RESTANT: {
    description: 'Gives what is left of a source of funding in a year: ceiling minus draw. Negative: overdrawn.',
    parameters: source,
  },
  RESERVESTAND: {
    description: 'Gives the balance of a reserve at the end of a year, after the movements of all areas.',
    parameters: { reserve: 'Code of the reserve.', jaar: calendarYear },
  },
  BESLUIT: {
    description: 'Gives a fact of a decision.',
    parameters: {
      nr: 'Number of the decision, such as "B-2023-GGW".',
      veld: 'Which fact: omschrijving (description), orgaan (body), datum (date), uitkomst (outcome), bedrag (amount) or uren (hours).',
    },
  },
}

/** Tips at the choices of an argument, by enum and choice. */
export const englishChoices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Kant: { lasten: 'Expenditure', baten: 'Income' },
  Aard: { incidenteel: 'Ends by itself', structureel: 'Goes on until somebody decides otherwise' },
  Per: {
    domein: 'Domain: social, physical, operations, public',
    gebied: 'Area by area',
    taakveld: 'Taakveld of Iv3',
    programma: 'Programme of the budget',
    bron: 'Ceiling, draw and remainder of each source',
  },
  Btw: {
    kostprijsverhogend: 'The VAT is a cost of the budget',
    compensabel: 'Claimed back from the VAT compensation fund (BCF)',
    verrekenbaar: 'Deducted as an entrepreneur',
  },
  Gegeven: {
    omschrijving: 'What the decision is about',
    orgaan: 'Who decides: council, executive, mandate or board',
    datum: 'Day of the decision, such as 2023-03-28',
    uitkomst: 'Conform, changed, adjourned or withdrawn',
    bedrag: 'Amount in euros',
    uren: 'Number of hours',
  },
}
