import { describe, expect, test } from 'vitest'
import { HostError } from './host-error.ts'
import { HostObject } from './host-object.ts'
import { createInterpreter } from './interpreter.ts'
import type { WireAction, WireBatch, WireObjectPath } from './wire.ts'

/** Bears the name of a class of the API, so that the list of members applies to it. */
class Range extends HostObject {
  readonly kind = 'Range'
  readonly scalars = ['rowIndex', 'address']
  readonly rowIndex = 3
  rowHidden: unknown = false

  get address(): string {
    throw new HostError('ItemNotFound', 'weg', 'Range.address')
  }

  getRow() {
    return null
  }

  get columnIndex(): number {
    throw new TypeError('broken')
  }
}

/** Made by name; one of its methods is on the list. */
class Service extends HostObject {
  readonly kind = 'AppRuntimeService'
  readonly scalars = []

  getAppRuntimeState() {
    return 'Visible'
  }
}

const root: WireObjectPath = { Id: 1, ObjectPathType: 1, Name: '' }

function setUp(version = '1.14') {
  const object = new Range()
  const seen = { missing: [] as string[], touched: [] as string[], bugs: [] as unknown[], steps: 0 }
  const { process } = createInterpreter({
    root: object,
    services: new Map([['Service', new Service()]]),
    version,
    missing: (member) => void seen.missing.push(member),
    touched: (member, kind) => void seen.touched.push(`${kind} ${member}`),
    bug: (error) => void seen.bugs.push(error),
    inStep: (actions) => {
      seen.steps += 1
      actions()
    },
  })
  const run = (actions: readonly Omit<WireAction, 'Id'>[], paths: readonly WireObjectPath[] = []) => {
    const batch: WireBatch = {
      Actions: actions.map((action, index) => ({ Id: 10 + index, ...action })),
      ObjectPaths: Object.fromEntries([root, ...paths].map((path) => [path.Id, path])),
    }
    return process(batch)
  }
  return { object, run, seen }
}

const load = (...names: readonly string[]) => ({
  ActionType: 2,
  Name: '',
  ObjectPathId: 1,
  QueryInfo: { Select: names },
})
const hide = (isHidden: unknown) => ({
  ActionType: 4,
  Name: 'RowHidden',
  ObjectPathId: 1,
  ArgumentInfo: { Arguments: [isHidden] },
})

describe('members', () => {
  test('a property that was asked for is answered under its name on the wire', () => {
    expect(setUp().run([load('rowIndex')])).toEqual({
      Results: [{ ActionId: 10, Value: { RowIndex: 3 } }],
      TraceIds: [],
    })
  })

  test('a member that the host does not have is named and counted', () => {
    const { run, seen } = setUp()
    expect(run([load('charts')]).Error).toMatchObject({ Code: 'ApiNotAvailable', Message: 'Range.charts' })
    expect(seen.missing).toEqual(['Range.charts'])
  })

  test('what belongs to the class itself is no member', () => {
    expect(setUp().run([load('kind')]).Error?.Code).toBe('ApiNotAvailable')
  })

  test('an object that is made by name has the members on the list', () => {
    const service: WireObjectPath = { Id: 2, ObjectPathType: 2, Name: 'Service' }
    const call = { ActionType: 3, Name: 'GetAppRuntimeState', ObjectPathId: 2 }
    expect(setUp().run([call], [service]).Results).toEqual([{ ActionId: 10, Value: 'Visible' }])
  })

  test.for(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'what every object of the language has is no member and no service: %s',
    (name) => {
      const service: WireObjectPath = { Id: 2, ObjectPathType: 2, Name: 'Service' }
      const namedSo: WireObjectPath = { Id: 3, ObjectPathType: 2, Name: name }
      const { run, seen } = setUp()
      for (const id of [1, 2]) {
        const value = { Arguments: [{}] }
        expect(run([{ ...load(name), ObjectPathId: id }], [service]).Error?.Code).toBe('ApiNotAvailable')
        for (const ActionType of [3, 4]) {
          const answer = run([{ ActionType, Name: name, ObjectPathId: id, ArgumentInfo: value }], [service])
          expect(answer.Error?.Code).toBe('ApiNotAvailable')
        }
      }
      expect(run([{ ActionType: 1, Name: '', ObjectPathId: 3 }], [namedSo]).Error?.Code).toBe('ApiNotAvailable')
      expect(seen.bugs).toEqual([])
    },
  )

  test('a member that is on the list but not made yet is missing too', () => {
    const { run, seen } = setUp()
    expect(run([load('values')]).Error?.Code).toBe('ApiNotAvailable')
    expect(seen.missing).toEqual(['Range.values'])
  })

  test.for([
    ['1.1', 'ApiNotFound'],
    ['1.2', undefined],
    ['1.10', undefined],
  ] as const)('with ExcelApi %s setting rowHidden gives %s', ([version, code]) => {
    const { run, object } = setUp(version)
    expect(run([hide(true)]).Error?.Code).toBe(code)
    expect(object.rowHidden).toBe(code === undefined)
  })
})

describe('a batch', () => {
  test('that fails keeps what came before and says which action it was', () => {
    const { run, object } = setUp()
    const answer = run([hide(true), load('address'), hide(false)])
    expect(answer.Error).toMatchObject({ Code: 'ItemNotFound', Location: 'Range.address', ActionIndex: 1 })
    expect(answer.Results.map(({ ActionId }) => ActionId)).toEqual([10])
    expect(object.rowHidden).toBe(true)
  })

  test('that hits a fault of the workbench reports it as one', () => {
    const { run, seen } = setUp()
    expect(run([load('columnIndex')]).Error?.Code).toBe('GeneralException')
    expect(seen.bugs).toEqual([new TypeError('broken')])
  })

  test('that only reads is no step of the book; writes between two reads are one', () => {
    const { run, seen } = setUp()
    run([load('rowIndex')])
    expect(seen.steps).toBe(0)
    run([hide(true), hide(false), load('rowIndex'), hide(true)])
    expect(seen.steps).toBe(2)
  })

  test('answers a trace, which tells that all before it was carried out', () => {
    const answer = setUp().run([{ ActionType: 5, Name: 'Trace', ObjectPathId: 0 }])
    expect(answer).toEqual({ Results: [{ ActionId: 10, Value: null }], TraceIds: [10] })
  })

  test('an object that is not there is null, and so is what hangs on it', () => {
    const row: WireObjectPath = { Id: 2, ObjectPathType: 3, Name: 'GetRow', ParentObjectPathId: 1 }
    const below: WireObjectPath = { Id: 3, ObjectPathType: 4, Name: 'Format', ParentObjectPathId: 2 }
    const asked = [2, 3].map((id) => ({ ...load('rowIndex'), ObjectPathId: id }))
    expect(
      setUp()
        .run(asked, [row, below])
        .Results.map(({ Value }) => Value),
    ).toEqual([null, null])
    expect(setUp().run([{ ...hide(true), ObjectPathId: 2 }], [row]).Error?.Code).toBe('ItemNotFound')
  })

  test('a reference that nobody kept is InvalidReference', () => {
    const lost: WireObjectPath = { Id: 2, ObjectPathType: 6, Name: 'ref9' }
    expect(setUp().run([{ ...load('rowIndex'), ObjectPathId: 2 }], [lost]).Error?.Code).toBe('InvalidReference')
  })

  test('that updates an object sets each of its properties', () => {
    const { run, object } = setUp()
    run([{ ActionType: 9, Name: '', ObjectPathId: 1, ObjectState: { rowHidden: true } }])
    expect(object.rowHidden).toBe(true)
  })
})
