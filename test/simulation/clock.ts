/** Virtual time: events in order of time, then of the moment at which they were planned. */
interface Planned {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

export class Clock {
  now = 0
  private planned: Planned[] = []
  private order = 0

  /** Runs the event after a delay, from zero. */
  after(delay: number, run: () => void): void {
    this.planned.push({ at: this.now + delay, order: this.order++, run })
  }

  /** Runs events until none is left, or `eventsMax` have run; a world that keeps itself busy stops there. */
  drain(eventsMax: number): void {
    for (let count = 0; this.planned.length > 0 && count < eventsMax; count++) this.runNext()
  }

  private runNext(): void {
    let first = 0
    for (let i = 1; i < this.planned.length; i++) if (this.isBefore(i, first)) first = i
    const event = this.planned[first]
    const last = this.planned.pop()
    if (event === undefined || last === undefined) return
    if (event !== last) this.planned[first] = last
    this.now = event.at
    event.run()
  }

  private isBefore(a: number, b: number): boolean {
    const [left, right] = [this.planned[a], this.planned[b]]
    if (left === undefined || right === undefined) return false
    return left.at < right.at || (left.at === right.at && left.order < right.order)
  }
}
