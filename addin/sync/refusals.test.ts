import { describe, expect, test } from 'vitest'
import { refusal } from '../ports/memory-server.test-data.ts'
import { ServerError } from '../ports/server.ts'
import { line, lineOf, newWorld, nothingChosen, paneWith, type } from './sync.test-data.ts'

describe('[S-45] a server that was put back', () => {
  async function putBack() {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001', { note: 'een' })])
    await pane.sync.send(nothingChosen)
    const earlier = world.server.store
    type(pane, 'HOL-001', 'note', 'twee')
    pane.workbook.type('Begroting', 'B7', 'HOL-002')
    await pane.sync.send(nothingChosen)
    world.server.store = earlier
    await pane.sync.send(nothingChosen)
    return { world, pane }
  }

  test('is told, and nothing is changed', async () => {
    const { world, pane } = await putBack()
    expect(pane.sync.current()).toMatchObject({
      kind: 'refused',
      retryAtMs: null,
      error: { reason: 'refused', problem: 'geschiedenis-wijkt-af' },
    })
    expect(world.server.liveRows()).toMatchObject([{ note: 'een' }])
    expect(lineOf(pane, 'HOL-001')).toMatchObject({ note: 'twee' })
  })

  test('gets the rows that it lost again once the person accepts it, and never overwrites a value', async () => {
    const { world, pane } = await putBack()
    await pane.sync.recover()
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-001', 'HOL-002'])
    expect(pane.sync.current()).toMatchObject({
      kind: 'asking',
      questions: [],
      conflicts: [{ field: 'note', base: null, mine: 'twee', theirs: 'een' }],
    })
    const [conflict] = pane.sync.current().conflicts
    await pane.sync.settle({ id: conflict?.id ?? '', field: 'note', choice: { kind: 'mine' } })
    expect(world.server.row('HOL-001')).toMatchObject({ note: 'twee' })
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', error: null })
  })

  test('is told also when the person accepted a recovery that was not needed', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    const empty = world.server.store
    await pane.sync.send(nothingChosen)
    await pane.sync.recover()
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', error: null })
    world.server.store = empty
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', error: { problem: 'geschiedenis-wijkt-af' } })
  })

  test('is told again when it is put back another time', async () => {
    const { world, pane } = await putBack()
    const earlier = world.server.store
    await pane.sync.recover()
    world.server.store = earlier
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', error: { problem: 'geschiedenis-wijkt-af' } })
  })
})

describe('a refusal', () => {
  test.for([
    [refusal('begroting-vergrendeld'), 'begroting-vergrendeld'],
    [refusal('protocol-te-oud'), 'protocol-te-oud'],
    [new ServerError('sign-in-needed'), undefined],
    [new ServerError('forbidden', { problem: 'geen-recht' }), 'geen-recht'],
    [new ServerError('too-large', { problem: 'te-groot' }), 'te-groot'],
  ] as const)('%# is shown and not tried again by itself, until the person does', async ([error, problem]) => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = () => {
      throw error
    }
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', retryAtMs: null, error: { problem } })
    expect(world.clock.waiting).toBe(0)
    world.server.onRequest = () => {}
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', error: null })
    expect(world.server.liveRows()).toHaveLength(1)
  })

  test('for a budget that was locked ends once it is open again, and what was refused still waits to be sent', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = () => {
      throw refusal('begroting-vergrendeld')
    }
    await pane.sync.preview()
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', hasEdits: false })
    pane.sync.unlocked()
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', error: null, preview: null, hasEdits: true })
    world.server.onRequest = () => {}
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', hasEdits: false })
  })

  test('for another reason stays, whether the budget is open or not', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = () => {
      throw refusal('protocol-te-oud')
    }
    await pane.sync.send(nothingChosen)
    pane.sync.unlocked()
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', error: { problem: 'protocol-te-oud' } })
  })
})
