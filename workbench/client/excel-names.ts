/** Constants of the API that the add-in names: `Excel.ClearApplyTo.contents`. Held against the published types. */
export const excelNames = {
  ClearApplyTo: { all: 'All', formats: 'Formats', contents: 'Contents' },
  ConditionalFormatType: { custom: 'Custom' },
  DataValidationAlertStyle: { stop: 'Stop', warning: 'Warning', information: 'Information' },
  DataValidationOperator: { between: 'Between', lessThanOrEqualTo: 'LessThanOrEqualTo' },
  DataValidationType: { none: 'None', list: 'List', decimal: 'Decimal', date: 'Date', textLength: 'TextLength' },
  ErrorCodes: {
    accessDenied: 'AccessDenied',
    apiNotFound: 'ApiNotFound',
    generalException: 'GeneralException',
    invalidArgument: 'InvalidArgument',
    invalidOperationInCellEditMode: 'InvalidOperationInCellEditMode',
    invalidReference: 'InvalidReference',
    itemAlreadyExists: 'ItemAlreadyExists',
    itemNotFound: 'ItemNotFound',
    responsePayloadSizeLimitExceeded: 'ResponsePayloadSizeLimitExceeded',
  },
  EventSource: { local: 'Local', remote: 'Remote' },
  EventTriggerSource: { unknown: 'Unknown', thisLocalAddin: 'ThisLocalAddin' },
  HorizontalAlignment: { general: 'General', left: 'Left', center: 'Center', right: 'Right' },
  RangeValueType: { empty: 'Empty', string: 'String', double: 'Double', boolean: 'Boolean', error: 'Error' },
  SheetVisibility: { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' },
} as const
