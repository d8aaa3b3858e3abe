/** One simulated municipality: a server, workbooks with their people, faults of the network, and what went wrong. */
import { checkCommit } from './check-commit.ts'
import { Clock } from './clock.ts'
import type { ProtocolUnderTest } from './protocol-under-test.ts'
import { Random } from './random.ts'
import { Server, type ServerState } from './server.ts'
import type { SimulatedTable } from './sheet-rows.ts'
import { Instance, Workbook, type WorkbookFile } from './workbook.ts'

export const countNames = [
  'syncs',
  'edits',
  'creations',
  'deletions',
  'rowCopies',
  'sorts',
  'filters',
  'unreadable',
  'tokenDamages',
  'undos',
  'fileCopies',
  'oldVersions',
  'restores',
  'locks',
  'crashes',
  'drops',
  'duplicates',
  'collisions',
  'replays',
  'conflicts',
  'questions',
  'twins',
] as const
export type CountName = (typeof countNames)[number]

export class World {
  readonly seed: number
  readonly random: Random
  readonly clock = new Clock()
  readonly server: Server
  readonly protocol: ProtocolUnderTest
  readonly workbooks: Workbook[] = []
  readonly snapshots: ServerState[] = []
  readonly violations: string[] = []
  readonly counts = Object.fromEntries(countNames.map((name) => [name, 0])) as Record<CountName, number>
  /** The person's idea of a line, by the id that it got. */
  readonly uidById = new Map<string, string>()
  /** Lines that were copied before they had an id of their own: two files may both create them. */
  readonly ambiguousUids = new Set<string>()
  /** Instances that sent a line as a new one, and lines that got another number. */
  readonly namersByUid = new Map<string, Set<string>>()
  readonly renumberedUids = new Set<string>()
  /** Who sent a push, and which line each of its ids was for that person. */
  readonly senderByPush = new Map<string, { instance: Instance; uidById: ReadonlyMap<string, string> }>()
  /** `id/stamp` of every base in a request that the server did not know when it answered. */
  readonly unknownBasesByPush = new Map<string, ReadonlySet<string>>()
  /** Deletions that a person confirmed, ever: `id/stamp`. */
  readonly confirmedDeletions = new Set<string>()
  /** No more faults: everything must become quiet. */
  isCalm = false
  private serial = 0

  constructor(seed: number, protocol: ProtocolUnderTest) {
    this.seed = seed
    this.random = new Random(seed)
    this.protocol = protocol
    this.server = new Server(protocol, (request, plan, basis) => checkCommit(this, request, plan, basis))
    this.open({ workbookId: uuid(0x1001), cells: new Map(), shown: new Map() }, 1 + this.random.below(2))
    if (this.random.chance(0.6))
      this.open({ workbookId: uuid(0x1002), cells: new Map(), shown: new Map() }, 1 + this.random.below(2))
  }

  open(file: WorkbookFile, instances: number): void {
    const workbook = new Workbook(file, this.clock, this.random)
    this.workbooks.push(workbook)
    for (let i = 0; i < instances; i++)
      workbook.instances.push(new Instance(`book${this.workbooks.length}.${i + 1}`, workbook, this.clock, this.random))
  }

  violate(invariant: string, what: string): void {
    this.violations.push(`${invariant} ${what}`)
  }

  count(name: CountName): void {
    this.counts[name]++
  }

  /** A number that was never used before: a value that returns is then always an old one. */
  next(): number {
    return ++this.serial
  }

  newId(): string {
    return uuid(this.next())
  }

  newRowKey(table: SimulatedTable): string {
    return `${table.slice(0, 1)}${this.next()}`
  }
}

function uuid(serial: number): string {
  return `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`
}
