import { workbookContract } from '../../addin/excel/workbook.contract.ts'
import { requirementSetsDefault } from '../../workbench/host/requirement-sets.ts'
import { excelWithMicrosoftClient } from './excel-with-microsoft-client.ts'

workbookContract("over Microsoft's client", (excelApi) =>
  excelWithMicrosoftClient({ requirementSets: { ...requirementSetsDefault, ExcelApi: excelApi } }),
)
