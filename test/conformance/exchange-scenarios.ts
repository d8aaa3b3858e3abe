/** What happens around the batches: errors, events, protection, editing, requirement sets, and custom functions. */
import { failureOf, type Scenario, until } from './transcript.ts'

const protection: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    sheet.getRange('A1').format.protection.locked = false
    sheet.protection.protect()
    sheet.protection.load('protected')
    await context.sync()
    say(sheet.protection.protected)
    sheet.getRange('A1').values = [['mag']]
    sheet.getRange('B1').values = [['mag niet']]
    sheet.getRange('A2').values = [['komt niet meer']]
    say(await failureOf(() => context.sync()))
    const cells = sheet.getRange('A1:B2').load('values')
    await context.sync()
    say(cells.values)
  })

const events: Scenario = async ({ Excel, book }, say) => {
  const heard: string[] = []
  const note = (place: string) => async (event: Excel.WorksheetChangedEventArgs | Excel.TableChangedEventArgs) => {
    const trigger = 'triggerSource' in event ? event.triggerSource : undefined
    heard.push(JSON.stringify([place, event.type, event.address, event.changeType, event.source, trigger]))
  }
  const added = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const table = sheet.tables.add('A1:B3', true)
    const result = context.workbook.worksheets.onChanged.add(note('boek'))
    sheet.onChanged.add(note('blad'))
    table.onChanged.add(note('tabel'))
    await context.sync()
    sheet.getRange('A2:B2').values = [[1, 2]]
    context.runtime.enableEvents = false
    sheet.getRange('A3').values = [['stil']]
    await context.sync()
    context.runtime.enableEvents = true
    sheet.getRange('D9').values = [['buiten']]
    await context.sync()
    return result
  })
  await until(() => heard.length >= 5)
  const write = (source: 'person' | 'remote', value: number) =>
    book.transact(source, () =>
      book.write(book.sheets()[0]?.id ?? '', { row: 1, column: 0 }, [[{ kind: 'value', value }]]),
    )
  write('person', 1)
  await until(() => heard.length >= 8)
  write('remote', 2)
  await until(() => heard.length >= 11)
  await Excel.run(added.context as Excel.RequestContext, async (context) => {
    added.remove()
    await context.sync()
  })
  write('person', 3)
  await until(() => heard.length >= 13)
  for (const line of heard.toSorted()) say(line)
}

const writeOneCell = async (context: Excel.RequestContext) => {
  context.workbook.worksheets.getItem('Blad1').getRange('A1').values = [['x']]
  await context.sync()
}

const editing: Scenario = async ({ Excel, host }, say) => {
  host.faults.cellEdit = true
  say((await failureOf(() => Excel.run(writeOneCell))).split('|')[0])
  const batchesBefore = host.statistics.batches
  let isWritten = false
  const waiting = Excel.run({ delayForCellEdit: true }, writeOneCell).then(() => (isWritten = true))
  await until(() => host.statistics.batches > batchesBefore)
  say(isWritten)
  host.faults.cellEdit = false
  say(await waiting)
}

const limits: Scenario = async ({ Excel, host }, say) => {
  host.faults.payloadMaxBytes = 20_000
  const failure = await failureOf(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Blad1').getRangeByIndexes(0, 0, 30, 30)
      range.values = Array.from({ length: 30 }, () => Array.from({ length: 30 }, () => 'een lange omschrijving'))
      await context.sync()
    }),
  )
  say(failure.split('|')[0])
  host.faults.payloadMaxBytes = 5_000_000
  host.faults.accessDenied = true
  say((await failureOf(() => Excel.run((context) => context.sync(context.workbook.load('name'))))).split('|')[0])
}

const lifetimes: Scenario = async ({ Excel }, say) => {
  say((await failureOf(() => Excel.run((() => undefined) as never))).split('|')[0])
  const context = new Excel.RequestContext()
  const range = context.workbook.worksheets.getItem('Blad1').getRange('A1')
  await context.sync()
  const late = await failureOf(() => {
    range.load('values')
    return context.sync()
  })
  say(late.split('|')[0])
}

const functions: Scenario = async ({ CustomFunctions, host }, say) => {
  const canceled: string[] = []
  host.functions.useMetadata('GEBIED', {
    functions: [
      { id: 'DUBBEL', name: 'DUBBEL', parameters: [{ name: 'getal', type: 'number' }] },
      { id: 'LATER', name: 'LATER', parameters: [{ name: 'tekst', type: 'string', optional: true }] },
      { id: 'FOUT', name: 'FOUT', parameters: [{ name: 'soort', type: 'string' }] },
      {
        id: 'STROOM',
        name: 'STROOM',
        parameters: [{ name: 'rijen', type: 'any', dimensionality: 'matrix' }],
        options: { stream: true, requiresStreamAddress: true },
      },
    ],
  })
  CustomFunctions.associate({
    DUBBEL: (value: number) => value * 2,
    LATER: async (text: string | null) => [[text === null ? 'leeg' : text, 1]],
    FOUT: async (kind: string) => {
      if (kind === 'deling') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero)
      if (kind === 'gewoon') throw new Error('intern')
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'Niet aangemeld')
    },
    STROOM: (rows: unknown, invocation: CustomFunctions.StreamingInvocation<unknown>) => {
      invocation.setResult([[JSON.stringify(rows), invocation.address ?? 'zonder adres']])
      invocation.onCanceled = () => canceled.push(invocation.address ?? '')
    },
  })
  const ask = (name: string, values: readonly never[] | readonly unknown[]) => {
    const shown: unknown[] = []
    const { cancel } = host.functions.call({
      name,
      arguments: values as never,
      address: 'Blad1!D12',
      argumentAddresses: [],
      onValue: (value) => void shown.push(value),
    })
    return { shown, cancel }
  }
  const calls = [
    ask('GEBIED.DUBBEL', [21]),
    ask('GEBIED.DUBBEL', ['geen getal']),
    ask('GEBIED.LATER', []),
    ask('GEBIED.FOUT', ['deling']),
    ask('GEBIED.FOUT', ['gewoon']),
    ask('GEBIED.FOUT', ['']),
    ask('GEBIED.STROOM', [[[1, null, 'a']]]),
    ask('GEBIED.NEE', []),
  ]
  await until(() => calls.every(({ shown }) => shown.length > 0))
  for (const { shown } of calls) say(shown)
  calls[6]?.cancel()
  await until(() => canceled.length > 0)
  say(canceled, host.functions.open())
}

export const exchangeScenarios: Readonly<Record<string, Scenario>> = {
  'a protected sheet refuses, and what came before stays': protection,
  'events tell who changed what': events,
  'a batch during editing is refused or waits': editing,
  'batches have limits': limits,
  'objects end with their batch': lifetimes,
  'custom functions are called, stream and stop': functions,
}
