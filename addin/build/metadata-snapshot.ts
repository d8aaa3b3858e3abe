/**
 * What workbooks rely on: ids, the order of parameters, and what may be left out. Excel keeps the list of functions for a
 * day and formulas for ever, so it may only grow at its ends.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { IFunction, IFunctionParameter } from 'custom-functions-metadata'

export interface FunctionShape {
  readonly id: string
  readonly isStreaming: boolean
  readonly result: string
  readonly parameters: readonly ParameterShape[]
}

interface ParameterShape {
  readonly name: string
  readonly type: string
  readonly isOptional: boolean
}

export const snapshotPath = path.join(import.meta.dirname, '../functions/metadata.snapshot.json')

export function readSnapshot(): readonly FunctionShape[] {
  return JSON.parse(readFileSync(snapshotPath, 'utf8')) as readonly FunctionShape[]
}

export function shapesOf(functions: readonly IFunction[]): readonly FunctionShape[] {
  return functions.map(({ id, options, result, parameters }) => ({
    id,
    isStreaming: options?.stream === true,
    result: typeText(result?.type, result?.dimensionality),
    parameters: parameters.map(parameterShape),
  }))
}

/** Why the new list would break formulas that people have; empty when it only grew. */
export function breaks(before: readonly FunctionShape[], after: readonly FunctionShape[]): readonly string[] {
  return before.flatMap((old) => {
    const now = after.find(({ id }) => id === old.id)
    if (now === undefined) return [`${old.id} is gone.`]
    const changed =
      now.isStreaming !== old.isStreaming || now.result !== old.result ? [`${old.id} gives something else.`] : []
    return [...changed, ...parameterBreaks(old, now)]
  })
}

function parameterBreaks(old: FunctionShape, now: FunctionShape): readonly string[] {
  const moved = old.parameters.flatMap((parameter, i) =>
    JSON.stringify(now.parameters[i]) === JSON.stringify(parameter)
      ? []
      : [`Parameter ${i + 1} of ${old.id} was ${describe(parameter)} and is ${describe(now.parameters[i])}.`],
  )
  const added = now.parameters
    .slice(old.parameters.length)
    .flatMap(({ name, isOptional }) => (isOptional ? [] : [`The new parameter ${name} of ${old.id} must be optional.`]))
  return [...moved, ...added]
}

function describe(parameter: ParameterShape | undefined): string {
  return parameter === undefined
    ? 'gone'
    : `${parameter.name} (${parameter.type}${parameter.isOptional ? ', optional' : ''})`
}

function parameterShape({ name, type, dimensionality, optional, customEnumId }: IFunctionParameter): ParameterShape {
  return { name, type: typeText(customEnumId ?? type, dimensionality), isOptional: optional === true }
}

function typeText(type = 'any', dimensionality = 'scalar'): string {
  return dimensionality === 'matrix' ? `${type}[][]` : type
}
