import type { WireArguments } from '../host/wire.ts'
import type { ClientContext } from './client-context.ts'
import { invalidArgument, propertyNotLoaded, valueNotLoaded } from './client-error.ts'
import { type ObjectKind, objectKinds } from './object-kinds.ts'
import { ObjectPath } from './object-path.ts'
import { parseLoad } from './parse-load.ts'
import { makeProxy, objectBehind } from './proxies.ts'
import { chunksOf } from './range-chunks.ts'
import { wireName } from './wire-name.ts'

type Facts = Readonly<Record<string, unknown>>

/** What stands behind one proxy: its path, and what was loaded of it. The proxy itself has only what the API has. */
export class ClientObject {
  readonly context: ClientContext
  readonly kindName: string
  readonly path: ObjectPath
  readonly proxy: object
  /** Undefined until the host said whether the object exists. */
  isNull: boolean | undefined
  items: readonly ClientObject[] | undefined
  isTracked = false
  readonly #loaded = new Map<string, unknown>()
  readonly #objects = new Map<string, ClientObject>()

  /** `lasts` false: needed in this batch alone, so the host need not keep it. */
  constructor(context: ClientContext, kindName: string, path: ObjectPath, lasts = true) {
    this.context = context
    this.kindName = kindName
    this.path = path
    this.proxy = makeProxy(this)
    if (context.isProcessing) return
    context.pending.instantiate(path, (value) => this.takeIdentity(value))
    if (lasts && this.kind.isKept && context.isRunning) context.keep(this)
  }

  get kind(): ObjectKind {
    const kind = objectKinds[this.kindName]
    if (kind === undefined) throw new Error(`No class ${this.kindName}.`)
    return kind
  }

  /** The object under a property; the same one each time. */
  objectAt(name: string): ClientObject {
    const known = this.#objects.get(name)
    if (known !== undefined) return known
    const kindName = this.kind.objects[name] ?? ''
    const isCollection = (objectKinds[kindName]?.items ?? null) !== null
    const path = new ObjectPath({
      id: this.context.nextId(),
      type: 4,
      name: wireName(name),
      parent: this.path,
      isCollection,
    })
    const object = new ClientObject(this.context, kindName, path)
    this.#objects.set(name, object)
    return object
  }

  read(name: string): unknown {
    if (this.isNull !== true && !this.#loaded.has(name)) throw propertyNotLoaded(this.kindName, name)
    return this.#loaded.get(name)
  }

  /** Large arrays of cells go in pieces, as Microsoft's client sends them. */
  write(name: string, value: unknown) {
    this.#loaded.set(name, value)
    const chunks = this.kindName === 'Range' && cellProperties.has(name) ? chunksOf(value) : []
    if (chunks.length > 0) this.invoke('_ValidateArraySize', [chunks[0]?.rowsOfAll, chunks[0]?.columns], 'nothing')
    for (const { row, rows } of chunks) {
      const last = this.#made('getRow', [row + rows.length - 1], 'Range', false)
      this.#made('getRow', [row], 'Range', false)
        .#made('getBoundingRect', [last.proxy], 'Range', false)
        .#set(name, rows)
    }
    if (chunks.length === 0) this.#set(name, value)
  }

  /** Gives the proxy of an object, a result whose value comes with the next sync, or nothing. */
  invoke(name: string, values: readonly unknown[], gives: string): unknown {
    if (gives !== 'nothing' && gives !== 'value') return this.#made(name, values, gives).proxy
    const { info, given } = this.#argumentsOf(values)
    const result = new ClientResult()
    this.context.pending.act({ ActionType: 3, Name: wireName(name), ArgumentInfo: info }, this.path, given, (value) =>
      result.take(value),
    )
    return gives === 'value' ? result : undefined
  }

  #made(name: string, values: readonly unknown[], gives: string, lasts = true): ClientObject {
    const { info, given } = this.#argumentsOf(values)
    const isIndexer = name === 'getItem' && this.kind.hasIndexer
    const path = new ObjectPath({
      id: this.context.nextId(),
      type: isIndexer ? 5 : 3,
      name: isIndexer ? '' : wireName(name),
      parent: this.path,
      info,
      given,
      isOnce: gives === 'Range' || methodsOfOnce.has(name),
    })
    return new ClientObject(this.context, gives, path, lasts)
  }

  #argumentsOf(values: readonly unknown[]): { readonly info: WireArguments; readonly given: readonly ObjectPath[] } {
    const objects = values.map(objectBehind)
    const given = objects.flatMap((object) => (object === undefined ? [] : [object.path]))
    const Arguments = values.map((value, index) => objects[index]?.path.id ?? value)
    if (given.length === 0) return { info: { Arguments }, given }
    return { info: { Arguments, ReferencedObjectPathIds: objects.map((object) => object?.path.id ?? 0) }, given }
  }

  #set(name: string, value: unknown) {
    const { info, given } = this.#argumentsOf([value])
    this.context.pending.act({ ActionType: 4, Name: wireName(name), ArgumentInfo: info }, this.path, given, () => {})
  }

  load(option: unknown) {
    this.context.pending.act({ ActionType: 2, Name: '', QueryInfo: parseLoad(option) }, this.path, [], (value) =>
      this.takeResult(value),
    )
  }

  setAll(properties: Facts) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined) continue
      if (this.kind.writable.includes(name)) this.write(name, value)
      else if (name in this.kind.objects && isFacts(value)) this.objectAt(name).setAll(value)
      else throw invalidArgument('properties', `${this.kindName}.set`)
    }
  }

  toJson(): Facts {
    const json: Record<string, unknown> = Object.fromEntries(this.#loaded)
    for (const [name, object] of this.#objects) {
      if (noJson.has(`${this.kindName}.${name}`)) continue
      const below = object.toJson()
      json[name] = object.items === undefined ? below : below['items']
    }
    if (this.items !== undefined) json['items'] = this.items.map((item) => item.toJson())
    return json
  }

  takeIdentity(value: unknown) {
    this.isNull = value === null || value === undefined
    if (!isFacts(value)) {
      this.path.becomeNull()
      return
    }
    this.path.learn(value)
    if (typeof value['_ReferenceId'] === 'string') this.context.kept.set(this, value['_ReferenceId'])
    if (value['Id'] !== undefined && this.kind.readable.includes('id')) this.#loaded.set('id', value['Id'])
  }

  takeResult(value: unknown) {
    this.takeIdentity(value)
    if (!isFacts(value)) return
    for (const name of this.kind.readable) {
      if (wireName(name) in value) this.#loaded.set(name, value[wireName(name)])
    }
    for (const name of Object.keys(this.kind.objects)) {
      if (wireName(name) in value) this.objectAt(name).takeResult(value[wireName(name)])
    }
    const items = value['_Items']
    if (Array.isArray(items)) this.items = items.map((item: unknown, index) => this.#itemOf(item, index))
  }

  #itemOf(value: unknown, index: number): ClientObject {
    const identity = isFacts(value) ? (value['Id'] ?? value['_Id']) : undefined
    const isById = this.kind.hasIndexer && identity !== undefined
    const path = new ObjectPath({
      id: this.context.nextId(),
      type: isById ? 5 : 3,
      name: isById ? '' : 'GetItemAt',
      parent: this.path,
      info: { Arguments: [isById ? identity : index] },
    })
    const item = new ClientObject(this.context, this.kind.items ?? '', path)
    item.takeResult(value)
    return item
  }
}

/** A plain result of a method. */
class ClientResult {
  #isLoaded = false
  #value: unknown

  get value(): unknown {
    if (!this.#isLoaded) throw valueNotLoaded()
    return this.#value
  }

  take(value: unknown) {
    this.#isLoaded = true
    this.#value = value
  }
}

const cellProperties = new Set(['values', 'formulas', 'formulasLocal', 'numberFormat'])

/** What these give is another object each time. */
const methodsOfOnce = new Set(['add', 'getFirst', 'getLast'])

/** Objects that Microsoft's client leaves out of JSON: those that lead back up. */
const noJson = new Set(['Range.worksheet'])

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
