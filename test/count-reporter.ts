/**
 * Prints why tests were skipped, and `N passed, N failed` as the very last line, with the true counts; a file that cannot
 * be loaded counts as failed.
 */
import type { Reporter, TestModule } from 'vitest/node'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0
    let failed = unhandledErrors.length
    const skipped: string[] = []
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') passed += 1
        else if (result.state === 'failed') failed += 1
        else skipped.push(`${test.fullName}: ${('note' in result && result.note) || 'no reason given'}`)
      }
    }
    process.on('exit', () => {
      for (const reason of skipped) console.log(`skipped: ${reason}`)
      console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
    })
  }
}
