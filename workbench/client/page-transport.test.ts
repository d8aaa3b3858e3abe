import { expect, test } from 'vitest'
import { createBook } from '../book/index.ts'
import { createExcelHost } from '../host/excel-host.ts'
import { createExcel } from './create-excel.ts'
import { directTransport } from './direct-transport.ts'
import { addInEnd, hostEnd, type WindowEnd } from './page-transport.ts'

/** Two windows that post to each other; messages are copied, as browsers do. */
function twoWindows(): readonly [WindowEnd, WindowEnd] {
  const listeners = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const
  const endOf = (own: 0 | 1, other: 0 | 1): WindowEnd => ({
    post: (message) => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => listeners[other].forEach((listener) => listener(copy)))
    },
    listen: (listener) => {
      listeners[own].add(listener)
      return () => listeners[own].delete(listener)
    },
  })
  return [endOf(0, 1), endOf(1, 0)]
}

const surroundings = { requirementSets: { ExcelApi: '1.14' }, displayLanguage: 'nl-NL', theme: null }

test('an add-in in a frame works on the book of the page around, and hears of changes', async () => {
  const [inside, around] = twoWindows()
  const host = createExcelHost(createBook())
  const end = hostEnd(around, directTransport(host), surroundings)
  const { transport, surroundings: told } = addInEnd(inside)
  expect(await told).toEqual(surroundings)
  const excel = createExcel(transport)
  const { promise: changed, resolve } = Promise.withResolvers<string>()
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    sheet.onChanged.add(async (event) => resolve(event.address))
    await context.sync()
    sheet.getRange('B2').values = [[1]]
    await context.sync()
  })
  expect(await changed).toBe('B2')
  end()
})

test('messages of others in the same window are left alone', async () => {
  const [inside, around] = twoWindows()
  const sent: unknown[] = []
  const host = { send: async () => '{}', listen: () => undefined }
  hostEnd(
    {
      ...around,
      post: (message) => {
        sent.push(message)
        around.post(message)
      },
    },
    host,
    surroundings,
  )
  inside.post({ kind: 'hello' })
  inside.post({ channel: 'iets-anders', kind: 'hello' })
  await addInEnd(inside).surroundings
  expect(sent).toHaveLength(1)
})
