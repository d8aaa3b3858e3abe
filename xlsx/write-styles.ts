import { type ConditionalFormatDesign, numberFormats, type StyleName } from '#shared/workbook/design.ts'
import { encodeAttribute } from './xml-text.ts'
import { declaration, mainNamespace } from './xml-names.ts'

const fonts = {
  normal: '<font><sz val="11"/><color rgb="FF1F1F1F"/><name val="Calibri"/><family val="2"/></font>',
  title: '<font><b/><sz val="16"/><color rgb="FF1F3864"/><name val="Calibri"/><family val="2"/></font>',
  label: '<font><b/><sz val="11"/><color rgb="FF1F1F1F"/><name val="Calibri"/><family val="2"/></font>',
  heading: '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
  note: '<font><i/><sz val="10"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font>',
} as const

/** The first two fills are fixed by the file format. */
const fills = {
  none: '<fill><patternFill patternType="none"/></fill>',
  gray125: '<fill><patternFill patternType="gray125"/></fill>',
  heading:
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/><bgColor indexed="64"/></patternFill></fill>',
  locked:
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill>',
} as const

interface Look {
  readonly font?: keyof typeof fonts
  readonly fill?: keyof typeof fills
  readonly alignment?: string
}

const looks: Readonly<Record<StyleName, Look>> = {
  title: { font: 'title' },
  label: { font: 'label', alignment: '<alignment vertical="top"/>' },
  heading: { font: 'heading', fill: 'heading', alignment: '<alignment vertical="center" wrapText="1"/>' },
  text: {},
  code: {},
  euro: {},
  cents: {},
  hours: {},
  year: { alignment: '<alignment horizontal="left"/>' },
  date: {},
  locked: { fill: 'locked' },
  note: { font: 'note' },
}

/** Number formats that the file format knows by a number of its own. */
const builtinIds: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['#,##0.00', 4],
  ['@', 49],
])
const customIdMin = 164

const styleNames = Object.keys(looks) as readonly StyleName[]
const customFormats = [...new Set(Object.values(numberFormats))].filter((format) => !builtinIds.has(format))

/** The number of a style in the file; 0, without a style, is Excel's Normal. */
export function styleIndex(style: StyleName | undefined): number {
  return style === undefined ? 0 : styleNames.indexOf(style) + 1
}

/** Whether the style shows in an empty cell. */
export function isFilled(style: StyleName): boolean {
  return looks[style].fill !== undefined
}

const conditionalLooks: Readonly<Record<ConditionalFormatDesign['look'], string>> = {
  error: differentialFormat('FF9C0006', 'FFFFC7CE'),
  warning: differentialFormat('FF7F6000', 'FFFFEB9C'),
  info: differentialFormat('FF1F3864', 'FFDDEBF7'),
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
    counted('fonts', Object.values(fonts)) +
    counted('fills', Object.values(fills)) +
    counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']) +
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    counted('cellXfs', xfs) +
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    counted('dxfs', Object.values(conditionalLooks)) +
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
  )
}

function styleXml(name: StyleName): string {
  const format = numberFormats[name]
  const formatId = builtinIds.get(format) ?? customIdMin + customFormats.indexOf(format)
  const { font = 'normal', fill = 'none', alignment = '' } = looks[name]
  const fontId = Object.keys(fonts).indexOf(font)
  const fillId = Object.keys(fills).indexOf(fill)
  const attributes = [
    `numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0"`,
    formatId > 0 ? ' applyNumberFormat="1"' : '',
    fontId > 0 ? ' applyFont="1"' : '',
    fillId > 0 ? ' applyFill="1"' : '',
    alignment === '' ? '' : ' applyAlignment="1"',
  ].join('')
  return alignment === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${alignment}</xf>`
}

function differentialFormat(color: string, background: string): string {
  return `<dxf><font><color rgb="${color}"/></font><fill><patternFill><bgColor rgb="${background}"/></patternFill></fill></dxf>`
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}
