/** From the text of a formula (en-US) to its expression, by the parser of `@borgar/fx`. */
import { type AstExpression, parse, parseA1Ref, parseStructRef, type RangeA1, tokenize } from '@borgar/fx'
import { BookError } from '../book-error.ts'
import type { Scalar } from '../book.ts'
import { columnsMax, rowsMax } from '../box.ts'
import { errorOfText, errorValue } from './error-values.ts'
import type { Expression, RangeText, TableSection } from './expression.ts'

/** Longer formulas Excel refuses as well. */
const formulaLengthMax = 8_192

/** Columns of formulas are often one text: thousands of cells share what was read once. */
const known = new Map<string, Expression>()
const knownMax = 20_000

/** Throws `bad-formula` for what cannot be parsed, quoting it as it was typed. */
export function readFormula(formula: string, typed = formula): Expression {
  const shared = known.get(formula)
  if (shared !== undefined) return shared
  const expression = parsed(formula, typed)
  if (known.size >= knownMax) known.clear()
  known.set(formula, expression)
  return expression
}

function parsed(formula: string, typed: string): Expression {
  if (formula.length > formulaLengthMax) {
    throw new BookError('bad-formula', `Een formule heeft ten hoogste ${formulaLengthMax} tekens.`)
  }
  let tree: AstExpression
  try {
    tree = parse(tokenize(formula, { withLocation: false }), { looseRefCalls: true })
  } catch {
    throw new BookError('bad-formula', `Er zit een fout in deze formule: ${typed}`)
  }
  return expressionOf(tree)
}

function expressionOf(node: AstExpression): Expression {
  switch (node.type) {
    case 'Literal':
      return { kind: 'literal', value: node.value }
    case 'ErrorLiteral':
      return { kind: 'literal', value: scalarOf(node) }
    case 'ArrayExpression':
      return { kind: 'array', rows: node.elements.map((row) => row.map(scalarOf)) }
    case 'ReferenceIdentifier':
      return referenceOf(node.value, node.kind)
    case 'UnaryExpression':
      return unaryOf(node.operator, operandOf(node.arguments[0]))
    case 'BinaryExpression':
      return {
        kind: 'binary',
        operator: node.operator,
        left: operandOf(node.arguments[0]),
        right: operandOf(node.arguments[1]),
      }
    case 'CallExpression':
      return {
        kind: 'call',
        name: callName(node.callee.name),
        parameters: node.arguments.map((argument: AstExpression | null) => argument && expressionOf(argument)),
      }
    case 'LetExpression':
      return {
        kind: 'let',
        bindings: node.declarations.map(({ id, init }) => ({ name: id.name.toLowerCase(), value: operandOf(init) })),
        body: operandOf(node.body),
      }
    case 'LambdaExpression':
      return { kind: 'call', name: 'LAMBDA', parameters: [] }
  }
}

function operandOf(node: AstExpression | null | undefined): Expression {
  return node ? expressionOf(node) : { kind: 'literal', value: null }
}

function unaryOf(operator: '+' | '-' | '%' | '#' | '@', operand: Expression): Expression {
  if (operator === '%') return { kind: 'percent', operand }
  return operator === '#' ? { kind: 'spill', operand } : { kind: 'prefix', operator, operand }
}

/** Files write newer functions behind `_xlfn.`; a value that is called, as a LAMBDA is, has no name. */
function callName(name: string | undefined): string {
  return (name ?? 'LAMBDA').toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, '')
}

function scalarOf(node: AstExpression): Scalar {
  if (node.type === 'Literal') return node.value
  return node.type === 'ErrorLiteral' ? (errorOfText(node.value) ?? errorValue('#VALUE!')) : errorValue('#VALUE!')
}

function referenceOf(text: string, kind: 'name' | 'range' | 'beam' | 'table'): Expression {
  if (kind === 'table') {
    const reference = parseStructRef(text)
    return reference === undefined || reference === null || (reference.context?.length ?? 0) > 0
      ? lostReference
      : {
          kind,
          table: reference.table ?? '',
          columns: reference.columns ?? [],
          sections: (reference.sections ?? []).filter(isSection),
        }
  }
  if (kind === 'name') return text.includes('!') ? namedOnSheet(text) : { kind, name: text }
  const reference = parseA1Ref(text)
  const context = reference && 'context' in reference ? (reference.context ?? []) : []
  if (!reference || !('range' in reference) || context.length > 1 || context[0]?.includes(':')) return lostReference
  return { kind: 'range', sheet: context[0] ?? null, range: rangeText(reference.range) }
}

/** Other workbooks and ranges over several sheets: nothing of those is here. */
const lostReference: Expression = { kind: 'literal', value: errorValue('#REF!') }

/** All names of this workbook are the workbook's own: the sheet before one adds nothing. */
function namedOnSheet(text: string): Expression {
  return text.includes('[') ? lostReference : { kind: 'name', name: text.slice(text.lastIndexOf('!') + 1) }
}

const sections: ReadonlySet<string> = new Set<TableSection>(['all', 'data', 'headers', 'totals', 'this row'])

function isSection(text: string): text is TableSection {
  return sections.has(text)
}

function rangeText(range: RangeA1): RangeText {
  const { top, left, bottom, right } = range
  const isColumns = top === null || top === undefined
  const isRows = left === null || left === undefined
  return {
    top: isColumns ? 0 : top,
    bottom: isColumns ? rowsMax - 1 : (bottom ?? top),
    left: isRows ? 0 : left,
    right: isRows ? columnsMax - 1 : (right ?? left),
    isTopFixed: isColumns || range.$top === true,
    isBottomFixed: isColumns || range.$bottom === true,
    isLeftFixed: isRows || range.$left === true,
    isRightFixed: isRows || range.$right === true,
  }
}
