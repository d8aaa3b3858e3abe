import type { FunctionHost } from '../book/book.ts'

/** The same functions, and how many cells wait for their first value, told at every change. */
export function countBusy(functions: FunctionHost, onCount: (busy: number) => void): FunctionHost {
  let busy = 0
  const count = (change: 1 | -1) => {
    busy += change
    onCount(busy)
  }
  return {
    has: functions.has,
    call: (call) => {
      let isWaiting = true
      const settle = () => {
        if (!isWaiting) return
        isWaiting = false
        count(-1)
      }
      count(1)
      const running = functions.call({
        ...call,
        onValue: (value) => {
          settle()
          call.onValue(value)
        },
      })
      return {
        cancel: () => {
          settle()
          running.cancel()
        },
      }
    },
  }
}
