/**
 * The ids of the functions, for who wants to tell Excel of them before their code is loaded. Ids are for ever: workbooks
 * carry them.
 */
export const functionIds = [
  'BEDRAG',
  'BEROEP',
  'BESLUIT',
  'BTW',
  'CATEGORIE',
  'CONSOLIDATIE',
  'CONTROLE',
  'DOEL',
  'DOORREKENEN',
  'DUIZEND',
  'FTE',
  'INZET',
  'PLAFOND',
  'PROGRAMMA',
  'REGELS',
  'RESERVESTAND',
  'RESTANT',
  'SALDO',
  'STATUS',
  'STRUCTUREEL',
  'TAAKVELD',
  'TARIEF',
  'TOEGESTAAN',
  'TOTAAL',
  'VERDEEL',
  'VERSCHIL',
  'V_N',
] as const
export type FunctionId = (typeof functionIds)[number]
