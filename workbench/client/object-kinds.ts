/**
 * What the proxies of the client have, by class of the API: plain properties, objects, methods, and events. A test
 * holds this list against the members of the host.
 */
export interface ObjectKind {
  /** Plain properties that can be read. */
  readonly readable: readonly string[]
  /** Those of them that can be set too. */
  readonly writable: readonly string[]
  /** Properties that are objects, with their class. */
  readonly objects: Readonly<Record<string, string>>
  /** Methods with the class of the object that they give; `value` for a plain result, `nothing` for none. */
  readonly methods: Readonly<Record<string, string>>
  /** Class of the items of a collection. */
  readonly items: string | null
  /** Whether `getItem` takes the id of an item; otherwise items are found by their place. */
  readonly hasIndexer: boolean
  readonly event: EventKind | null
  /** The host keeps objects of this class between batches when asked to. */
  readonly isKept: boolean
}

export interface EventKind {
  readonly name: string
  /** Number of the event on the wire. */
  readonly type: number
  /** `WorksheetChanged` */
  readonly label: string
  /** What handlers are told. */
  readonly facts: readonly string[]
}

const kind = (
  facts: Partial<Record<'read' | 'write', string>> & Partial<Omit<ObjectKind, 'readable' | 'writable'>>,
) => {
  const { read = '', write = '', ...rest } = facts
  const [readOnly, writable] = [read, write].map((names) => names.split(' ').filter((name) => name !== ''))
  return {
    objects: {},
    methods: {},
    items: null,
    hasIndexer: true,
    event: null,
    isKept: false,
    ...rest,
    readable: [...(readOnly ?? []), ...(writable ?? [])],
    writable: writable ?? [],
  }
}

const changeFacts = ['address', 'changeType', 'source', 'worksheetId']
const sheetChanged: EventKind = {
  name: 'onChanged',
  type: 10,
  label: 'WorksheetChanged',
  facts: [...changeFacts, 'triggerSource'],
}
/** Microsoft's client does not hand the trigger of a table's change on. */
const tableChanged: EventKind = {
  name: 'onChanged',
  type: 101,
  label: 'TableChanged',
  facts: [...changeFacts, 'tableId'],
}

/** `{ getRow: 'Range' }` for each of these. */
const giving = (given: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, given]))

export const objectKinds: Readonly<Record<string, ObjectKind>> = {
  Workbook: kind({
    read: 'name',
    objects: {
      application: 'Application',
      names: 'NamedItemCollection',
      settings: 'SettingCollection',
      tables: 'TableCollection',
      worksheets: 'WorksheetCollection',
      _Runtime: 'Runtime',
    },
    methods: giving('Range', 'getSelectedRange getActiveCell'),
  }),
  Application: kind({
    read: 'calculationMode',
    methods: giving('nothing', 'calculate suspendApiCalculationUntilNextSync suspendScreenUpdatingUntilNextSync'),
  }),
  Runtime: kind({ write: 'enableEvents' }),
  WorksheetCollection: kind({
    items: 'Worksheet',
    event: sheetChanged,
    methods: {
      ...giving('Worksheet', 'add getItem getItemOrNullObject getActiveWorksheet getFirst getLast'),
      getCount: 'value',
    },
  }),
  Worksheet: kind({
    read: 'id position',
    write: 'name visibility',
    event: sheetChanged,
    objects: {
      names: 'NamedItemCollection',
      tables: 'TableCollection',
      protection: 'WorksheetProtection',
      freezePanes: 'WorksheetFreezePanes',
    },
    methods: {
      ...giving('Range', 'getRange getCell getRangeByIndexes getUsedRange getUsedRangeOrNullObject'),
      ...giving('nothing', 'activate delete'),
    },
  }),
  WorksheetProtection: kind({ read: 'protected', methods: giving('nothing', 'protect unprotect') }),
  WorksheetFreezePanes: kind({
    methods: { ...giving('nothing', 'freezeRows unfreeze'), getLocationOrNullObject: 'Range' },
  }),
  Range: kind({
    isKept: true,
    read: 'address rowIndex columnIndex rowCount columnCount cellCount text valueTypes hidden hasSpill',
    write: 'values formulas formulasLocal numberFormat rowHidden columnHidden',
    objects: {
      format: 'RangeFormat',
      worksheet: 'Worksheet',
      dataValidation: 'DataValidation',
      conditionalFormats: 'ConditionalFormatCollection',
    },
    methods: {
      ...giving(
        'Range',
        'getCell getRow getColumn getOffsetRange getResizedRange getAbsoluteResizedRange getBoundingRect',
      ),
      ...giving('Range', 'getLastRow getLastCell getLastColumn getRowsBelow getRowsAbove getEntireColumn getEntireRow'),
      ...giving('Range', 'getUsedRange getUsedRangeOrNullObject getIntersection getIntersectionOrNullObject'),
      ...giving('Range', 'getSpillingToRangeOrNullObject'),
      ...giving('nothing', 'calculate clear select'),
    },
  }),
  RangeFormat: kind({
    write: 'columnWidth horizontalAlignment wrapText',
    objects: { fill: 'RangeFill', font: 'RangeFont', protection: 'FormatProtection' },
  }),
  RangeFill: kind({ write: 'color', methods: { clear: 'nothing' } }),
  RangeFont: kind({ write: 'bold italic color size' }),
  FormatProtection: kind({ write: 'locked' }),
  DataValidation: kind({ read: 'type', write: 'rule errorAlert ignoreBlanks', methods: { clear: 'nothing' } }),
  ConditionalFormatCollection: kind({
    items: 'ConditionalFormat',
    methods: { ...giving('ConditionalFormat', 'add getItem getItemAt'), clearAll: 'nothing', getCount: 'value' },
  }),
  ConditionalFormat: kind({
    read: 'id type',
    objects: { custom: 'CustomConditionalFormat', customOrNullObject: 'CustomConditionalFormat' },
    methods: { delete: 'nothing', getRange: 'Range' },
  }),
  CustomConditionalFormat: kind({ objects: { rule: 'ConditionalFormatRule', format: 'ConditionalRangeFormat' } }),
  ConditionalFormatRule: kind({ write: 'formula' }),
  ConditionalRangeFormat: kind({ objects: { fill: 'ConditionalRangeFill', font: 'ConditionalRangeFont' } }),
  ConditionalRangeFill: kind({ write: 'color' }),
  ConditionalRangeFont: kind({ write: 'color' }),
  TableCollection: kind({
    read: 'count',
    items: 'Table',
    methods: { ...giving('Table', 'add getItem getItemOrNullObject getItemAt'), getCount: 'value' },
  }),
  Table: kind({
    read: 'id',
    write: 'name showTotals style',
    event: tableChanged,
    objects: {
      worksheet: 'Worksheet',
      autoFilter: 'AutoFilter',
      columns: 'TableColumnCollection',
      rows: 'TableRowCollection',
    },
    methods: {
      ...giving('Range', 'getRange getHeaderRowRange getDataBodyRange getTotalRowRange convertToRange'),
      ...giving('nothing', 'resize delete'),
    },
  }),
  TableColumnCollection: kind({
    read: 'count',
    items: 'TableColumn',
    methods: { ...giving('TableColumn', 'getItem getItemOrNullObject getItemAt'), getCount: 'value' },
  }),
  TableColumn: kind({
    read: 'id name index values',
    methods: giving('Range', 'getRange getDataBodyRange getHeaderRowRange'),
  }),
  TableRowCollection: kind({
    read: 'count',
    items: 'TableRow',
    hasIndexer: false,
    methods: { getItemAt: 'TableRow', getCount: 'value' },
  }),
  TableRow: kind({ read: 'index values', methods: { getRange: 'Range' } }),
  AutoFilter: kind({ read: 'enabled isDataFiltered' }),
  NamedItemCollection: kind({
    items: 'NamedItem',
    methods: { ...giving('NamedItem', 'add getItem getItemOrNullObject'), getCount: 'value' },
  }),
  NamedItem: kind({
    read: 'name type value visible scope',
    write: 'formula',
    methods: { ...giving('Range', 'getRange getRangeOrNullObject'), delete: 'nothing' },
  }),
  SettingCollection: kind({
    items: 'Setting',
    methods: { ...giving('Setting', 'add getItem getItemOrNullObject'), getCount: 'value' },
  }),
  Setting: kind({ read: 'key', write: 'value', methods: { delete: 'nothing' } }),
}
