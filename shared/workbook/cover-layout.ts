/** The cover (Voorblad): which value stands behind which label and name, for who makes it and who reads it. */
export const coverSheet = 'Voorblad'

export interface CoverField {
  readonly label: string
  /** Defined name of the cell that holds the value; when it is gone, the cell right of the label counts. */
  readonly name: string
  readonly row: number
}

export const labelColumn = 0
export const valueColumn = 1

export const coverFields = {
  areaCode: { label: 'Gebied', name: 'voorblad_gebied', row: 3 },
  year: { label: 'Begrotingsjaar', name: 'voorblad_jaar', row: 4 },
  version: { label: 'Versie', name: 'voorblad_versie', row: 5 },
  unit: { label: 'Eenheid', name: 'voorblad_eenheid', row: 6 },
  state: { label: 'Stand', name: 'voorblad_stand', row: 7 },
  template: { label: 'Sjabloonversie', name: 'voorblad_sjabloon', row: 8 },
  reference: { label: 'Versie van de lijsten', name: 'voorblad_lijsten', row: 9 },
} as const satisfies Record<string, CoverField>

/** Heading row of the totals; the years stand in the columns of the values. */
export const totalsRow = 11
/** Four cells, one for each calendar year of the budget: what the controller says should come out. */
export const controlTotalFields = {
  L: { label: 'Controletotaal lasten', name: 'voorblad_lasten', row: 12 },
  B: { label: 'Controletotaal baten', name: 'voorblad_baten', row: 13 },
} as const satisfies Record<'L' | 'B', CoverField>

export const signOffRow = 21
/** Heading of the sign-off, which has no defined name. */
export const signOffHeading = 'Parafering'
/** The steps in the life of a budget and who takes each: one a row below the heading. */
export const signOffSteps = [
  'Ingediend (gebiedscontroller)',
  'Paraaf (ambtelijk opdrachtgever)',
  'Financieel akkoord (concerncontroller)',
  'Vastgesteld (besluit)',
] as const
export const sourcesRow = 28
