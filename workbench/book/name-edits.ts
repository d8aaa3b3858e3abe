/** Defined names, what may be typed in cells, and conditional formats. */
import { BookError } from './book-error.ts'
import type { Book, BookValidation, Box } from './book.ts'
import { boxWithout, fitsSheet } from './box.ts'
import { readFormula } from './formula/read-formula.ts'
import { isName } from './names.ts'
import type { BookParts } from './parts.ts'
import { sheetById } from './structure.ts'

type NameEdits = Pick<
  Book,
  | 'setName'
  | 'removeName'
  | 'setValidation'
  | 'clearValidation'
  | 'addConditionalFormat'
  | 'setConditionalFormat'
  | 'removeConditionalFormat'
>

export function nameEdits(parts: BookParts): NameEdits {
  const { state, edits } = parts
  const otherNames = (name: string) => state.structure.names.filter((other) => !isSameName(other.name, name))
  return {
    setName: (name, formula) => {
      if (!isName(name)) throw new BookError('bad-name', `${name} kan geen naam zijn.`)
      if (state.structure.tables.some((table) => isSameName(table.name, name))) {
        throw new BookError('name-exists', `Er is al een tabel die ${name} heet.`)
      }
      readFormula(formula)
      const isKnown = state.structure.names.some((other) => isSameName(other.name, name))
      const names = isKnown
        ? state.structure.names.map((other) => (isSameName(other.name, name) ? { name, formula } : other))
        : [...state.structure.names, { name, formula }]
      edits.putStructure({ ...state.structure, names })
    },
    removeName: (name) => edits.putStructure({ ...state.structure, names: otherNames(name) }),
    setValidation: (validation) => {
      refusePlace(parts, validation.sheet, validation.box)
      const validations = [...validationsBeside(parts, validation.sheet, validation.box), validation]
      edits.putStructure({ ...state.structure, validations })
    },
    clearValidation: (sheet, box) => {
      refusePlace(parts, sheet, box)
      edits.putStructure({ ...state.structure, validations: validationsBeside(parts, sheet, box) })
    },
    addConditionalFormat: (format) => {
      refusePlace(parts, format.sheet, format.box)
      readFormula(format.formula)
      const id = `cf${parts.nextNumber()}`
      const conditionalFormats = [...state.structure.conditionalFormats, { ...format, id }]
      edits.putStructure({ ...state.structure, conditionalFormats })
      return id
    },
    setConditionalFormat: (id, facts) => {
      if (facts.formula !== undefined) readFormula(facts.formula)
      const conditionalFormats = state.structure.conditionalFormats.map((format) =>
        format.id === id ? { ...format, ...facts } : format,
      )
      edits.putStructure({ ...state.structure, conditionalFormats })
    },
    removeConditionalFormat: (id) =>
      edits.putStructure({
        ...state.structure,
        conditionalFormats: state.structure.conditionalFormats.filter((format) => format.id !== id),
      }),
  }
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** A cell has one validation: what others say of these cells goes. */
function validationsBeside({ state }: BookParts, sheet: string, box: Box): readonly BookValidation[] {
  return state.structure.validations.flatMap((other) =>
    other.sheet === sheet ? boxWithout(other.box, box).map((rest) => ({ ...other, box: rest })) : [other],
  )
}

function refusePlace({ state }: BookParts, sheet: string, box: Box): void {
  sheetById(state.structure, sheet)
  if (!fitsSheet(box)) throw new BookError('bad-size', 'Dit bereik valt buiten het werkblad.')
}
