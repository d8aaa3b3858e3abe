import { tableStyle } from '#shared/workbook/looks.ts'
import type { TableDesign } from '#shared/workbook/design.ts'
import { areaAddress } from '#shared/workbook/grid.ts'
import { encodeAttribute } from './xml-text.ts'
import { declaration, mainNamespace } from './xml-names.ts'

/** The part of one table; `id` is unique in the workbook. */
export function tableXml({ name, area, columns }: TableDesign, id: number): string {
  const reference = areaAddress(area)
  const items = columns.map(
    ({ heading }, index) => `<tableColumn id="${index + 1}" name="${encodeAttribute(heading)}"/>`,
  )
  const attributes = `id="${id}" name="${encodeAttribute(name)}" displayName="${encodeAttribute(name)}" ref="${reference}" totalsRowShown="0"`
  return (
    `${declaration}<table xmlns="${mainNamespace}" ${attributes}><autoFilter ref="${reference}"/>` +
    `<tableColumns count="${items.length}">${items.join('')}</tableColumns>` +
    `<tableStyleInfo name="${tableStyle}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  )
}
