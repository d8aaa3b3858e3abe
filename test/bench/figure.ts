/** What a bench finds: figures, each with the goal that it is held against. */

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 's' | 'rows/s' | 'x' | 'kB' | 'MB' | 'requests'
  /** In the figure's own unit; undefined: shown beside another figure. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number }
}

export interface Bench {
  readonly name: string
  /** `share` is the part of the full size to run at: 1, or a few hundredths to see whether the bench runs at all. */
  readonly run: (share: number) => readonly Figure[] | Promise<readonly Figure[]>
}

/** The part of the full size at which `--short` and the tests run: enough to see that everything runs. */
export const shortShare = 0.01

/** Undefined: the figure has no goal. */
export function isMet({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

/** `check-workbook  check of a workbook of 2500 rows  7.1 ms  goal: at most 30 ms, met` */
export function figureLine(bench: string, figure: Figure): string {
  const goal = figure.goal === undefined ? '' : `  goal: ${goalText(figure)}, ${isMet(figure) ? 'met' : 'NOT MET'}`
  return `${bench.padEnd(20)} ${figure.what.padEnd(62)} ${valueText(figure).padStart(16)}${goal}`
}

/** A row of the table in the README. */
export function figureRow(figure: Figure): string {
  const met = isMet(figure)
  const outcome = met === undefined ? '' : met ? 'met' : 'not met'
  return `| ${figure.what} | ${valueText(figure)} | ${goalText(figure)} | ${outcome} |`
}

function valueText({ value, unit }: Figure): string {
  return `${numberText(value)} ${unit}`
}

function goalText({ goal, unit }: Figure): string {
  if (goal === undefined) return ''
  return 'atMost' in goal
    ? `at most ${numberText(goal.atMost)} ${unit}`
    : `at least ${numberText(goal.atLeast)} ${unit}`
}

/** Three digits that count, and whole numbers in full. */
function numberText(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}
