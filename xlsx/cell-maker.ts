import type { Cell } from '#shared/cells/index.ts'

/** Makes the cells of one number format. Dates of the 1904 system are marked, those of the usual system are not. */
export class CellMaker {
  readonly #numberFormat: string | undefined
  readonly #is1904: boolean
  /** Cells of the workbook's shared texts, by number: equal texts are one object. */
  readonly #shared: Cell[] = []

  constructor(numberFormat: string | undefined, is1904: boolean) {
    this.#numberFormat = numberFormat
    this.#is1904 = is1904
  }

  number(value: number): Cell {
    const numberFormat = this.#numberFormat
    if (this.#is1904) {
      return numberFormat === undefined
        ? { kind: 'number', value, dateSystem: 1904 }
        : { kind: 'number', value, numberFormat, dateSystem: 1904 }
    }
    return numberFormat === undefined ? { kind: 'number', value } : { kind: 'number', value, numberFormat }
  }

  text(value: string): Cell {
    const numberFormat = this.#numberFormat
    if (this.#is1904) {
      return numberFormat === undefined
        ? { kind: 'text', value, dateSystem: 1904 }
        : { kind: 'text', value, numberFormat, dateSystem: 1904 }
    }
    return numberFormat === undefined ? { kind: 'text', value } : { kind: 'text', value, numberFormat }
  }

  sharedText(index: number, value: string): Cell {
    return (this.#shared[index] ??= this.text(value))
  }

  /** A date stored as text; without a date format of its own it would pass for an amount. */
  date(serial: number): Cell {
    const numberFormat = this.#numberFormat ?? 'yyyy-mm-dd'
    return new CellMaker(numberFormat, this.#is1904).number(serial)
  }
}

/** One maker for each distinct format, listed by style number. Style numbers beyond the list have no format. */
export function cellMakers(formats: readonly (string | undefined)[], is1904: boolean): readonly CellMaker[] {
  const byFormat = new Map<string | undefined, CellMaker>()
  return [undefined, ...formats].map((format) => {
    const maker = byFormat.get(format) ?? new CellMaker(format, is1904)
    byFormat.set(format, maker)
    return maker
  })
}
