/**
 * The members of the Excel API that this host has, by the version of ExcelApi that brought them (learn.microsoft.com,
 * "Excel JavaScript API requirement sets"; a test holds the list against the published type definitions). What is not
 * on it does not exist for a client.
 */
const membersByVersion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Workbook: {
    '1.1': 'application names tables worksheets getSelectedRange',
    '1.4': 'settings',
    '1.7': 'name getActiveCell',
  },
  Application: {
    '1.1': 'calculate calculationMode',
    '1.6': 'suspendApiCalculationUntilNextSync',
    '1.9': 'suspendScreenUpdatingUntilNextSync',
  },
  Runtime: {
    '1.8': 'enableEvents',
  },
  WorksheetCollection: {
    '1.1': 'items add getItem getActiveWorksheet',
    '1.4': 'getItemOrNullObject getCount',
    '1.5': 'getFirst getLast',
    '1.9': 'onChanged',
  },
  Worksheet: {
    '1.1': 'id name position visibility activate delete getRange getCell getUsedRange tables',
    '1.2': 'protection',
    '1.4': 'getUsedRangeOrNullObject names',
    '1.7': 'getRangeByIndexes freezePanes onChanged',
  },
  WorksheetProtection: {
    '1.2': 'protected protect',
    '1.7': 'unprotect',
  },
  WorksheetFreezePanes: {
    '1.7': 'freezeRows unfreeze getLocationOrNullObject',
  },
  Range: {
    '1.1': [
      'address rowIndex columnIndex rowCount columnCount cellCount values formulas formulasLocal text',
      'valueTypes numberFormat format worksheet getCell getRow getColumn getOffsetRange',
      'getBoundingRect getLastRow getLastCell getLastColumn getEntireColumn getEntireRow getUsedRange',
      'getIntersection clear select',
    ].join(' '),
    '1.2': 'rowHidden columnHidden hidden getResizedRange getRowsBelow getRowsAbove',
    '1.4': 'getUsedRangeOrNullObject getIntersectionOrNullObject',
    '1.6': 'conditionalFormats calculate',
    '1.7': 'getAbsoluteResizedRange',
    '1.8': 'dataValidation',
    '1.12': 'hasSpill getSpillingToRangeOrNullObject',
  },
  RangeFormat: {
    '1.1': 'horizontalAlignment wrapText fill font',
    '1.2': 'columnWidth protection',
  },
  RangeFill: {
    '1.1': 'color clear',
  },
  RangeFont: {
    '1.1': 'bold italic color size',
  },
  FormatProtection: {
    '1.2': 'locked',
  },
  DataValidation: {
    '1.8': 'rule errorAlert ignoreBlanks type clear',
  },
  ConditionalFormatCollection: {
    '1.6': 'items add clearAll getCount getItem getItemAt',
  },
  ConditionalFormat: {
    '1.6': 'id type custom customOrNullObject delete getRange',
  },
  CustomConditionalFormat: {
    '1.6': 'rule format',
  },
  ConditionalFormatRule: {
    '1.6': 'formula',
  },
  ConditionalRangeFormat: {
    '1.6': 'fill font',
  },
  ConditionalRangeFill: {
    '1.6': 'color',
  },
  ConditionalRangeFont: {
    '1.6': 'color',
  },
  TableCollection: {
    '1.1': 'items count add getItem getItemAt',
    '1.4': 'getItemOrNullObject getCount',
  },
  Table: {
    '1.1': [
      'id name showTotals style columns rows getRange getHeaderRowRange getDataBodyRange',
      'getTotalRowRange delete',
    ].join(' '),
    '1.2': 'worksheet convertToRange',
    '1.7': 'onChanged',
    '1.9': 'autoFilter',
    '1.13': 'resize',
  },
  TableColumnCollection: {
    '1.1': 'items count getItem getItemAt',
    '1.4': 'getItemOrNullObject getCount',
  },
  TableColumn: {
    '1.1': 'id name index values getRange getDataBodyRange getHeaderRowRange',
  },
  TableRowCollection: {
    '1.1': 'items count getItemAt',
    '1.4': 'getCount',
  },
  TableRow: {
    '1.1': 'index values getRange',
  },
  AutoFilter: {
    '1.9': 'enabled isDataFiltered',
  },
  NamedItemCollection: {
    '1.1': 'items getItem',
    '1.4': 'add getItemOrNullObject getCount',
  },
  NamedItem: {
    '1.1': 'name type value visible getRange',
    '1.4': 'scope getRangeOrNullObject delete',
    '1.7': 'formula',
  },
  SettingCollection: {
    '1.4': 'items add getItem getItemOrNullObject getCount',
  },
  Setting: {
    '1.4': 'key value delete',
  },
}

/** Version of ExcelApi by member: `Range.values` gives `1.1`. */
export const memberVersions: ReadonlyMap<string, string> = new Map(
  Object.entries(membersByVersion).flatMap(([kind, versions]) =>
    Object.entries(versions).flatMap(([version, names]) =>
      names.split(' ').map((name): [string, string] => [`${kind}.${name}`, version]),
    ),
  ),
)

/** What clients send that is not in the published API, by the object that takes it. */
export const wireMembers: ReadonlySet<string> = new Set([
  'Workbook._Runtime',
  'Workbook._RemoveReference',
  'Range._KeepReference',
  'Range._ValidateArraySize',
  'WorksheetCollection._RegisterDataChangedEvent',
  'WorksheetCollection._UnregisterDataChangedEvent',
  'Worksheet._RegisterDataChangedEvent',
  'Worksheet._UnregisterDataChangedEvent',
  'Table._RegisterDataChangedEvent',
  'Table._UnregisterDataChangedEvent',
  'CustomFunctions._SetOsfControlContainerReadyForCustomFunctions',
  'CustomFunctions._GetEnabledFeatures',
  'CustomFunctions.setInvocationArrayResults',
  'CustomFunctions.setInvocationResults',
  'AppRuntimeService.getAppRuntimeState',
  'AppRuntimeService.setAppRuntimeState',
  'AppRuntimePersistenceService.getAppRuntimeStartState',
  'AppRuntimePersistenceService.setAppRuntimeStartState',
  'AddinInternalService.notifyActionHandlerReady',
])

/** Whether `version` (`1.9`) is not newer than `supported` (`1.14`). */
export function isVersionIn(version: string, supported: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [majorMax = 0, minorMax = 0] = supported.split('.').map(Number)
  return major < majorMax || (major === majorMax && minor <= minorMax)
}
