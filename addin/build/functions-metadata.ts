/**
 * The metadata of the custom functions as Excel reads it: functions.json in Dutch and functions-en.json in English, made
 * from the comments at the functions. Whatever does not fit together stops the build.
 */
import type { IEnum, IFunction } from 'custom-functions-metadata'
import { declaredFunctions } from '../functions/associate.ts'
import { english, englishChoices, type EnglishTexts } from '../functions/english.ts'
import { breaks, readSnapshot, shapesOf } from './metadata-snapshot.ts'
import { type ParsedFunctions, parseFunctions } from './parse-functions.ts'

export interface FunctionsMetadata {
  readonly nl: object
  readonly en: object
  readonly associations: readonly (readonly [id: string, functionName: string])[]
}

/** Where the help is when nobody says: the origin that stands in the source of the manifest, replaced with it. */
const sourceOrigin = 'https://gebiedsbegroting.example'

/** `origin` without a slash at its end: each function's help is a page under it. Throws on anything that does not hold. */
export function functionsMetadata(origin = sourceOrigin): FunctionsMetadata {
  const parsed = parseFunctions()
  const associated = Object.entries(declaredFunctions).map(([id, { name }]) => [id, name] as const)
  const faults = [
    ...associationFaults(parsed.associations, associated),
    ...textFaults(parsed, english, englishChoices),
    ...breaks(readSnapshot(), shapesOf(parsed.functions)),
  ]
  if (faults.length > 0) throw new Error(`The metadata of the custom functions does not hold:\n${faults.join('\n')}`)
  const withHelp = parsed.functions.map((item) => ({ ...item, helpUrl: helpUrl(origin, item.id) }))
  return {
    nl: metadataOf(withHelp, parsed.enums),
    en: metadataOf(withHelp.map(inEnglish), parsed.enums.map(choicesInEnglish)),
    associations: parsed.associations,
  }
}

/** Path of a function's help, below an origin. */
export function helpPath(id: string): string {
  return `help/functies/${id.toLowerCase()}.html`
}

function helpUrl(origin: string, id: string): string {
  return `${origin}/${helpPath(id)}`
}

/** Functions without an implementation, and the other way round. */
export function associationFaults(
  declared: FunctionsMetadata['associations'],
  given: FunctionsMetadata['associations'],
): readonly string[] {
  const wanted = new Set(declared.map(pairText))
  const found = new Set(given.map(pairText))
  return [
    ...[...wanted].filter((pair) => !found.has(pair)).map((pair) => `${pair} is not associated.`),
    ...[...found].filter((pair) => !wanted.has(pair)).map((pair) => `${pair} is associated, but declared nowhere.`),
  ]
}

function pairText([id, functionName]: readonly [string, string]): string {
  return `${id} (${functionName})`
}

/** Names that Excel would not take, and texts that are missing or too many, in both languages. */
export function textFaults(
  { functions, enums }: Pick<ParsedFunctions, 'functions' | 'enums'>,
  texts: Readonly<Record<string, EnglishTexts>>,
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] {
  const ids = new Set(functions.map(({ id }) => id))
  return [
    ...functions.flatMap((item) => functionFaults(item, texts[item.id])),
    ...Object.keys(texts).flatMap((id) => (ids.has(id) ? [] : [`${id} has English texts, but does not exist.`])),
    ...enums.flatMap(({ id, values }) =>
      values.flatMap(({ name, tooltip }) =>
        tooltip !== '' && choices[id]?.[name] !== undefined ? [] : [`Choice ${name} of ${id} lacks a tip.`],
      ),
    ),
  ]
}

const nameLengthMin = 3

function functionFaults(
  { id, name, description, parameters }: IFunction,
  texts: EnglishTexts | undefined,
): readonly string[] {
  const names = new Set(parameters.map((parameter) => parameter.name))
  return [
    ...(id === name && id.length >= nameLengthMin
      ? []
      : [`${id}: id and name are equal and have at least three characters.`]),
    ...(description ? [] : [`${id} has no description.`]),
    ...(texts?.description ? [] : [`${id} has no English description.`]),
    ...parameters.flatMap((parameter) =>
      parameter.description ? [] : [`${id}: ${parameter.name} has no description.`],
    ),
    ...[...names].flatMap((key) => (texts?.parameters[key] ? [] : [`${id}: ${key} has no English description.`])),
    ...Object.keys(texts?.parameters ?? {}).flatMap((key) =>
      names.has(key) ? [] : [`${id} has an English text for ${key}, but no such parameter.`],
    ),
  ]
}

/** Functions take errors as values, so that one bad cell does not hide what they have to say about it. */
function metadataOf(functions: readonly IFunction[], enums: readonly IEnum[]): object {
  return { allowCustomDataForDataTypeAny: true, allowErrorForDataTypeAny: true, functions, enums }
}

function inEnglish(item: IFunction): IFunction {
  const { description = '', parameters = {} } = english[item.id] ?? {}
  return {
    ...item,
    description,
    parameters: item.parameters.map((parameter) => ({ ...parameter, description: parameters[parameter.name] ?? '' })),
  }
}

function choicesInEnglish(item: IEnum): IEnum {
  const tips = englishChoices[item.id] ?? {}
  return { ...item, values: item.values.map((value) => ({ ...value, tooltip: tips[value.name] ?? '' })) }
}
