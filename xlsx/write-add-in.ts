import type { WorkbookDesign } from '#shared/workbook/design.ts'
import { storedFunctionName } from './add-in-formula.ts'
import { encodeAttribute, escapeMarkup } from './xml-text.ts'
import { declaration, mainNamespace, relationNamespace } from './xml-names.ts'

const webExtension = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11'
const taskpanes = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** Excel's mark for formulas that are dynamic arrays, to which `cm="1"` of a cell refers (MS-XLSX 2.2.4.9). */
export function metadataXml(): string {
  const keeps = 'copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1"'
  return (
    `${declaration}<metadata xmlns="${mainNamespace}" ` +
    'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
    `<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" ${keeps} ` +
    'clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
    '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
    '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>'
  )
}

export function taskpanesXml(): string {
  return (
    `${declaration}<wetp:taskpanes xmlns:wetp="${taskpanes}">` +
    '<wetp:taskpane dockstate="right" visibility="0" width="350" row="0">' +
    `<wetp:webextensionref xmlns:r="${relationNamespace}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`
  )
}

/**
 * Ties the workbook to the add-in: as the organisation deploys it (EXCatalog), else as it was loaded for development
 * (Registry). The property opens its pane with the workbook; the list names its functions that formulas may hold.
 */
export function webExtensionXml({ manifestId, version, functionIds }: WorkbookDesign['addIn']): string {
  const id = `id="${encodeAttribute(manifestId)}" version="${encodeAttribute(version)}"`
  const functions = functionIds.map(
    (name) => `<we:customFunctionIds>${escapeMarkup(storedFunctionName(name))}</we:customFunctionIds>`,
  )
  return (
    `${declaration}<we:webextension xmlns:we="${webExtension}" id="{${encodeAttribute(manifestId.toUpperCase())}}">` +
    `<we:reference ${id} store="EXCatalog" storeType="EXCatalog"/>` +
    `<we:alternateReferences><we:reference ${id} store="developer" storeType="Registry"/></we:alternateReferences>` +
    '<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties>' +
    `<we:bindings/><we:snapshot xmlns:r="${relationNamespace}"/>` +
    `<we:extLst><a:ext xmlns:a="${drawing}" uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}">` +
    `<we:customFunctionIdList>${functions.join('')}</we:customFunctionIdList></a:ext></we:extLst></we:webextension>`
  )
}
