import type { Source } from './reference.ts'

/**
 * What a source has for one calendar year, in cents, of all areas and components together. When only parts are named it
 * is their sum: components first, else areas. Undefined when the lists name no ceiling.
 */
export function ceilingOf(source: Source, year: number): number | undefined {
  return (
    ceilingWhere(source, year, (areaCode, component) => areaCode === null && component === null) ??
    ceilingWhere(source, year, (areaCode, component) => areaCode === null && component !== null) ??
    ceilingWhere(source, year, (areaCode, component) => areaCode !== null && component === null)
  )
}

/** Cents for one component, of all areas together; undefined when the lists name no ceiling for it. */
export function componentCeilingOf(source: Source, year: number, component: string): number | undefined {
  return ceilingWhere(source, year, (areaCode, name) => areaCode === null && name === component)
}

/** Cents for one area, of all components together; undefined when the lists name no ceiling for it. */
export function areaCeilingOf(source: Source, year: number, areaCode: string): number | undefined {
  return ceilingWhere(source, year, (code, component) => code === areaCode && component === null)
}

function ceilingWhere(
  source: Source,
  year: number,
  fits: (areaCode: string | null, component: string | null) => boolean,
): number | undefined {
  const found = source.ceilings.filter((ceiling) => ceiling.year === year && fits(ceiling.areaCode, ceiling.component))
  return found.length === 0 ? undefined : found.reduce((sum, ceiling) => sum + ceiling.cents, 0)
}
