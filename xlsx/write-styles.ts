import { type ConditionalFormatDesign, numberFormats, type StyleName } from '#shared/workbook/design.ts'
import { conditionalLooks, type StyleLook, styleLooks, tableStyle } from '#shared/workbook/looks.ts'
import { encodeAttribute } from './xml-text.ts'
import { declaration, mainNamespace } from './xml-names.ts'

const styleNames = Object.keys(styleLooks) as readonly StyleName[]
const fonts = distinct([fontXml({}), ...styleNames.map((style) => fontXml(styleLooks[style]))])

/** The first two fills are fixed by the file format. */
const fills = distinct([
  fillXml(undefined),
  '<fill><patternFill patternType="gray125"/></fill>',
  ...styleNames.map((style) => fillXml(styleLooks[style].fill)),
])

/** Number formats that the file format knows by a number of its own. */
const builtinIds: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['#,##0.00', 4],
  ['@', 49],
])
const customIdMin = 164

const customFormats = [...new Set(Object.values(numberFormats))].filter((format) => !builtinIds.has(format))

/** The number of a style in the file; 0, without a style, is Excel's Normal. */
export function styleIndex(style: StyleName | undefined): number {
  return style === undefined ? 0 : styleNames.indexOf(style) + 1
}

/** Whether the style shows in an empty cell. */
export function isFilled(style: StyleName): boolean {
  return styleLooks[style].fill !== undefined
}

export function conditionalLookIndex(look: ConditionalFormatDesign['look']): number {
  return Object.keys(conditionalLooks).indexOf(look)
}

export function stylesXml(): string {
  const formats = customFormats.map(
    (format, index) => `<numFmt numFmtId="${customIdMin + index}" formatCode="${encodeAttribute(format)}"/>`,
  )
  const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...styleNames.map(styleXml)]
  return (
    `${declaration}<styleSheet xmlns="${mainNamespace}">` +
    counted('numFmts', formats) +
    counted('fonts', fonts) +
    counted('fills', fills) +
    counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']) +
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    counted('cellXfs', xfs) +
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    counted('dxfs', Object.values(conditionalLooks).map(differentialFormat)) +
    `<tableStyles count="0" defaultTableStyle="${tableStyle}" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
  )
}

function styleXml(name: StyleName): string {
  const format = numberFormats[name]
  const formatId = builtinIds.get(format) ?? customIdMin + customFormats.indexOf(format)
  const look = styleLooks[name]
  const alignment = alignmentXml(look)
  const fontId = fonts.indexOf(fontXml(look))
  const fillId = fills.indexOf(fillXml(look.fill))
  const attributes = [
    `numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0"`,
    formatId > 0 ? ' applyNumberFormat="1"' : '',
    fontId > 0 ? ' applyFont="1"' : '',
    fillId > 0 ? ' applyFill="1"' : '',
    alignment === '' ? '' : ' applyAlignment="1"',
  ].join('')
  return alignment === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${alignment}</xf>`
}

function fontXml({ isBold = false, isItalic = false, points = 11, color = '#1F1F1F' }: StyleLook): string {
  const kind = `${isBold ? '<b/>' : ''}${isItalic ? '<i/>' : ''}`
  return `<font>${kind}<sz val="${points}"/><color rgb="${opaque(color)}"/><name val="Calibri"/><family val="2"/></font>`
}

function fillXml(color: string | undefined): string {
  if (color === undefined) return '<fill><patternFill patternType="none"/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor rgb="${opaque(color)}"/><bgColor indexed="64"/></patternFill></fill>`
}

function alignmentXml({ align, vertical, wraps = false }: StyleLook): string {
  const attributes = [
    align === undefined ? '' : ` horizontal="${align}"`,
    vertical === undefined ? '' : ` vertical="${vertical}"`,
    wraps ? ' wrapText="1"' : '',
  ].join('')
  return attributes === '' ? '' : `<alignment${attributes}/>`
}

function differentialFormat({ color, fill }: { readonly color: string; readonly fill: string }): string {
  return `<dxf><font><color rgb="${opaque(color)}"/></font><fill><patternFill><bgColor rgb="${opaque(fill)}"/></patternFill></fill></dxf>`
}

/** `#1F3864` as the file format has it, with how opaque it is in front. */
function opaque(color: string): string {
  return `FF${color.slice(1)}`
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)]
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}
