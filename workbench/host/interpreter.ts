/**
 * Carries out a batch over plain host objects by reflection. A member that is not on the host's list answers
 * `ApiNotAvailable` and is reported to `missing`; one that is newer than the host's version answers `ApiNotFound`.
 */
import { HostError, invalidReference, itemNotFound, toHostError } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { isVersionIn, memberVersions, wireMembers } from './member-versions.ts'
import { queryTree, type QueryTree } from './query-tree.ts'
import { References } from './references.ts'
import { segmentsOf } from './segments.ts'
import type { WireAction, WireAnswer, WireArguments, WireBatch, WireObjectPath, WireQuery, WireResult } from './wire.ts'

export interface InterpreterOptions {
  readonly root: HostObject
  /** Objects that a client makes by name: `Microsoft.ExcelServices.CustomFunctions`. */
  readonly services: ReadonlyMap<string, HostObject>
  /** The newest version of ExcelApi that this host has: `1.14`. */
  readonly version: string
  readonly missing: (member: string) => void
  readonly touched: (member: string, kind: 'read' | 'write') => void
  /** A failure that Excel does not know: a fault of the workbench. */
  readonly bug: (error: unknown) => void
  /** Wraps actions that may change the book. */
  readonly inStep: (actions: () => void) => void
}

export interface Interpreter {
  readonly process: (batch: WireBatch) => WireAnswer
}

const nullObject = Symbol('null object')
type Resolved = HostObject | typeof nullObject

export function createInterpreter(options: InterpreterOptions): Interpreter {
  const references = new References()

  /** The member that is being touched, for errors that name no place. */
  let place = ''

  const process = (batch: WireBatch): WireAnswer => {
    const results: WireResult[] = []
    const traceIds: number[] = []
    const resolve = createResolver(batch)
    let index = -1
    let failure: unknown

    const carryOut = (actions: readonly WireAction[]) => {
      try {
        for (const action of actions) {
          index += 1
          if (action.ActionType === 5) traceIds.push(action.Id)
          const value = action.ActionType === 5 ? null : perform(action, resolve)
          results.push({ ActionId: action.Id, Value: value ?? null })
        }
      } catch (error) {
        failure = error
      }
    }

    for (const segment of segmentsOf(batch)) {
      if (failure !== undefined) break
      if (segment.isStep) options.inStep(() => carryOut(segment.actions))
      else carryOut(segment.actions)
    }
    if (failure === undefined) return { Results: results, TraceIds: traceIds }
    const known = toHostError(failure, place)
    if (known === undefined) options.bug(failure)
    const error = known ?? new HostError('GeneralException', String(failure), place, 500)
    return {
      Results: results,
      TraceIds: traceIds,
      Error: {
        Code: error.code,
        Message: error.message,
        Location: error.location,
        ActionIndex: index,
        HttpStatusCode: error.status,
      },
    }
  }

  function createResolver(batch: WireBatch) {
    const objects = new Map<number, Resolved>()
    const resolve = (id: number): Resolved => {
      const known = objects.get(id)
      if (known !== undefined) return known
      const path = batch.ObjectPaths[id]
      if (path === undefined) throw new HostError('InvalidObjectPath', `Object path ${id} is unknown.`, '')
      const object = follow(path, resolve)
      objects.set(id, object)
      return object
    }
    return resolve
  }

  function follow(path: WireObjectPath, resolve: (id: number) => Resolved): Resolved {
    if (path.ObjectPathType === 1) return options.root
    if (path.ObjectPathType === 2) return options.services.get(path.Name) ?? refuse(`new ${path.Name}`)
    if (path.ObjectPathType === 6) {
      const kept = references.get(path.Name)
      if (kept === undefined) throw invalidReference('')
      return kept
    }
    if (path.ObjectPathType === 7 || path.ParentObjectPathId === undefined) return nullObject
    const parent = resolve(path.ParentObjectPathId)
    if (parent === nullObject) return nullObject
    if (path.ObjectPathType === 4) return objectOf(read(parent, memberName(path.Name)))
    const name = path.ObjectPathType === 5 ? 'getItem' : memberName(path.Name)
    return objectOf(call(parent, name, argumentsOf(path.ArgumentInfo, resolve)))
  }

  function perform(action: WireAction, resolve: (id: number) => Resolved): unknown {
    const object = resolve(action.ObjectPathId)
    if (action.ActionType === 1) return object === nullObject ? null : identityOf(object)
    if (action.ActionType === 2 || action.ActionType === 7) return query(object, action.QueryInfo ?? {})
    if (object === nullObject) {
      if (action.ActionType === 3 && action.Name === '_KeepReference') return null
      throw itemNotFound(action.Name)
    }
    if (action.ActionType === 3) return invoke(object, action, resolve)
    if (action.ActionType === 4) write(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0])
    else if (action.ActionType === 9) {
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) write(object, name, value)
    } else refuse(`action type ${action.ActionType}`)
    return null
  }

  function invoke(object: HostObject, action: WireAction, resolve: (id: number) => Resolved): unknown {
    if (action.Name === '_KeepReference') return references.keep(object) && null
    const values = argumentsOf(action.ArgumentInfo, resolve)
    if (action.Name === '_RemoveReference') return references.drop(String(values[0]))
    return call(object, memberName(action.Name), values)
  }

  function query(object: Resolved, info: WireQuery): unknown {
    return object === nullObject ? null : readTree(object, queryTree(info), info)
  }

  function readTree(object: HostObject, tree: QueryTree, page: WireQuery): Record<string, unknown> {
    const value: Record<string, unknown> = identityOf(object)
    const own = new Map(tree)
    if (object instanceof HostCollection) {
      const forItems = new Map([...tree].filter(([name]) => !object.scalars.includes(name)))
      const skipped = object.items.slice(page.Skip ?? 0)
      const items = page.Top === undefined ? skipped : skipped.slice(0, page.Top)
      value['_Items'] = items.map((item, index) => ({ ...readTree(item, forItems, {}), _Index: index }))
      for (const name of forItems.keys()) own.delete(name)
    } else if (tree.size === 0 || tree.has('*')) {
      own.delete('*')
      for (const name of object.scalars) if (isOffered(object, name)) own.set(name, own.get(name) ?? new Map())
    }
    for (const [name, below] of own) value[wireName(name)] = plain(read(object, name), below)
    return value
  }

  const plain = (value: unknown, below: QueryTree): unknown =>
    value instanceof HostObject ? readTree(value, below, {}) : value

  /** By what a client finds the object again in a later batch. */
  const identityOf = (object: HostObject): Record<string, unknown> => {
    const identity: Record<string, unknown> = {}
    if (memberVersions.has(`${object.kind}.id`)) identity['Id'] = Reflect.get(object, 'id')
    if ('_Id' in object) identity['_Id'] = object._Id
    const reference = references.idOf(object)
    if (reference !== undefined) identity['_ReferenceId'] = reference
    return identity
  }

  const isOffered = (object: HostObject, name: string) => {
    const version = memberVersions.get(`${object.kind}.${name}`)
    return version !== undefined && isVersionIn(version, options.version)
  }

  /** Refuses what the host does not have; gives the full name of what it has. */
  function offered(object: HostObject, name: string): string {
    const member = `${object.kind}.${name}`
    place = member
    const version = memberVersions.get(member)
    if (version === undefined && !wireMembers.has(member)) return refuse(member)
    if (version !== undefined && !isVersionIn(version, options.version)) {
      const message = `The API ${member} could not be found. It needs ExcelApi ${version}; this host has ${options.version}.`
      throw new HostError('ApiNotFound', message, member, 404)
    }
    if (!(name in object)) return refuse(member)
    return member
  }

  function read(object: HostObject, name: string): unknown {
    options.touched(offered(object, name), 'read')
    return Reflect.get(object, name) as unknown
  }

  function write(object: HostObject, wireNamed: string, value: unknown): void {
    const name = memberName(wireNamed)
    options.touched(offered(object, name), 'write')
    Reflect.set(object, name, value)
  }

  function call(object: HostObject, name: string, values: readonly unknown[]): unknown {
    const member = offered(object, name)
    const method: unknown = Reflect.get(object, name)
    if (typeof method !== 'function') return refuse(member)
    options.touched(member, /^(get|_)/.test(name) ? 'read' : 'write')
    return Reflect.apply(method, object, values) as unknown
  }

  function refuse(member: string): never {
    options.missing(member)
    throw new HostError('ApiNotAvailable', member, member, 501)
  }

  return { process }
}

const objectOf = (value: unknown): Resolved => (value instanceof HostObject ? value : nullObject)

const argumentsOf = (info: WireArguments | undefined, resolve: (id: number) => Resolved): readonly unknown[] =>
  (info?.Arguments ?? []).map((value, index) => {
    const id = info?.ReferencedObjectPathIds?.[index]
    if (typeof id !== 'number' || id === 0) return value
    const object = resolve(id)
    return object === nullObject ? null : object
  })

/** Names that begin with an underscore are the same on both sides. */
const memberName = (name: string) => (name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1))
const wireName = (name: string) => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1))
