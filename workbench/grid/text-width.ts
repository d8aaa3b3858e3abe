/** Widths of texts as the grid draws them, measured by the browser and remembered. */

const font = "13px 'Segoe UI', 'Open Sans', system-ui, sans-serif"
/** Enough for every text on a screen many times over. */
const knownMax = 20_000

export function createTextMeasure(): (text: string, isBold: boolean) => number {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, isBold) => {
    const key = isBold ? `b${text}` : `n${text}`
    const found = known.get(key)
    if (found !== undefined || context === null) return found ?? text.length * 7.2
    context.font = isBold ? `600 ${font}` : font
    const { width } = context.measureText(text)
    if (known.size > knownMax) known.clear()
    known.set(key, width)
    return width
  }
}
