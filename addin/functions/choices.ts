/**
 * Arguments of which Excel offers the choices while a formula is typed. Nothing is left of an ambient enum at run-time: the
 * metadata takes names, values and tips from it, and functions still read what they get.
 */

/** @customenum {string} */
export declare enum Kant {
  /** Uitgaven */
  lasten = 'L',
  /** Inkomsten */
  baten = 'B',
}

/** @customenum {string} */
export declare enum Aard {
  /** Houdt vanzelf op */
  incidenteel = 'I',
  /** Gaat door tot er een besluit komt */
  structureel = 'S',
}

/** @customenum {string} */
export declare enum Per {
  /** Sociaal, fysiek, bedrijfsvoering, publiek */
  domein = 'domein',
  /** Gebied voor gebied */
  gebied = 'gebied',
  /** Taakveld van Iv3 */
  taakveld = 'taakveld',
  /** Programma van de begroting */
  programma = 'programma',
  /** Plafond, beroep en restant van elke bron */
  bron = 'bron',
}

/** @customenum {string} */
export declare enum Btw {
  /** Btw drukt op de begroting */
  kostprijsverhogend = 'kostprijsverhogend',
  /** Terug te vragen uit het BTW-compensatiefonds (BCF) */
  compensabel = 'compensabel',
  /** Terug te vragen als ondernemer */
  verrekenbaar = 'verrekenbaar',
}

/** @customenum {string} */
export declare enum Gegeven {
  /** Waar het besluit over gaat */
  omschrijving = 'omschrijving',
  /** Wie besluit: raad, college, mandaat of directie */
  orgaan = 'orgaan',
  /** Dag van het besluit, zoals 2023-03-28 */
  datum = 'datum',
  /** Conform, gewijzigd, aangehouden of teruggenomen */
  uitkomst = 'uitkomst',
  /** Bedrag in euro's */
  bedrag = 'bedrag',
  /** Aantal uren */
  uren = 'uren',
}
