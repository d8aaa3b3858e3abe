import { childNamed, listed, type XmlDocument } from './xml-tree.ts'

/** Number formats that files name by number only (ECMA-376 part 1, 18.8.30). Left out: General, 0. */
const builtinFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '#,##0;-#,##0'],
  [6, '#,##0;[Red]-#,##0'],
  [7, '#,##0.00;-#,##0.00'],
  [8, '#,##0.00;[Red]-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [41, '#,##0;-#,##0;"-"'],
  [42, '#,##0;-#,##0;"-"'],
  [43, '#,##0.00;-#,##0.00;"-"'],
  [44, '#,##0.00;-#,##0.00;"-"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

/** The number format of each cell style by its index; undefined for General. */
export function readNumberFormats(document: XmlDocument): readonly (string | undefined)[] {
  const formats = new Map(builtinFormats)
  for (const { attributes } of listed(document.root, 'numFmts', 'numFmt')) {
    formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
  }
  const styles = childNamed(document.root, 'cellXfs')?.children ?? []
  return styles.map(({ attributes }) => {
    const format = formats.get(Number(attributes.get('numFmtId') ?? 0))
    return format === '' || format?.toLowerCase() === 'general' ? undefined : format
  })
}
