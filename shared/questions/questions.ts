/**
 * What formula cells ask the server (`POST /v1/cellen`) and what it answers: many questions in one request, each with its own
 * value or error, named by a key of the asker. Both sides parse with these schemas, so this file is the contract.
 */
import * as z from 'zod/mini'
import { areaCodeSchema, budgetYearSchema, derivedVersion, versionSchema } from '#shared/model/index.ts'

/** Questions that the server takes in one request; the add-in sends far fewer at a time. */
export const questionsPerRequestMax = 10_000

const code = z.string().check(z.minLength(1), z.maxLength(60))
const area = z.nullable(areaCodeSchema)
const year = budgetYearSchema
/** Null: the latest version that was adopted, else `primitief`. */
const version = z.nullable(z.union([versionSchema, z.literal(derivedVersion)]))
const key = z.string().check(z.minLength(1), z.maxLength(20))

export const questionGroupings = ['domein', 'gebied', 'taakveld', 'programma', 'bron'] as const

export const cellQuestionSchema = z.discriminatedUnion('functie', [
  z.strictObject({
    functie: z.literal('totaal'),
    sleutel: key,
    /** Null: all areas together. */
    gebied: area,
    jaar: year,
    versie: version,
    kant: z.enum(['L', 'B']),
    aard: z.nullable(z.enum(['I', 'S'])),
    taakveld: z.nullable(code),
    domein: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
    /** One of the four calendar years of the budget; null: the budget year itself. */
    kalenderjaar: z.nullable(z.int()),
  }),
  z.strictObject({ functie: z.literal('saldo'), sleutel: key, gebied: area, jaar: year, versie: version }),
  z.strictObject({
    functie: z.literal('plafond'),
    sleutel: key,
    bron: code,
    jaar: year,
    gebied: area,
    onderdeel: z.nullable(code),
  }),
  z.strictObject({
    functie: z.literal('beroep'),
    sleutel: key,
    bron: code,
    jaar: year,
    gebied: area,
    onderdeel: z.nullable(code),
  }),
  z.strictObject({
    functie: z.literal('restant'),
    sleutel: key,
    bron: code,
    jaar: year,
    gebied: area,
    onderdeel: z.nullable(code),
  }),
  z.strictObject({ functie: z.literal('reservestand'), sleutel: key, reserve: code, jaar: year }),
  z.strictObject({
    functie: z.literal('verschil'),
    sleutel: key,
    /** A visible number such as HOL-001, or the code of a goal. */
    regelOfDoel: code,
    versie1: z.union([versionSchema, z.literal(derivedVersion)]),
    versie2: z.union([versionSchema, z.literal(derivedVersion)]),
    jaar: year,
  }),
  z.strictObject({
    functie: z.literal('status'),
    sleutel: key,
    gebied: areaCodeSchema,
    versie: version,
    /** Null: the latest budget year of the area. */
    jaar: z.nullable(year),
  }),
  z.strictObject({
    functie: z.literal('besluit'),
    sleutel: key,
    nr: code,
    veld: z.string().check(z.minLength(1), z.maxLength(40)),
  }),
  z.strictObject({
    functie: z.literal('consolidatie'),
    sleutel: key,
    per: z.enum(questionGroupings),
    jaar: year,
    versie: version,
  }),
  z.strictObject({ functie: z.literal('regels'), sleutel: key, gebied: areaCodeSchema, jaar: year, versie: version }),
])
export type CellQuestion = z.infer<typeof cellQuestionSchema>
export type QuestionFunction = CellQuestion['functie']

/** Questions are read one by one: a bad one is answered with an error of its own. */
export const cellQuestionsSchema = z.strictObject({
  vragen: z.array(z.looseObject({ sleutel: key })).check(z.maxLength(questionsPerRequestMax)),
})
export interface CellQuestions {
  readonly vragen: readonly CellQuestion[]
}

/** A cell of a matrix: text, a plain number, or whole cents as text. */
const matrixCellSchema = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ cents: z.string().check(z.regex(/^-?\d+$/)) }),
])
export type MatrixCell = z.infer<typeof matrixCellSchema>

/** Why a question has no value. The first is about the question, the others about the store. */
export const questionErrorCodes = ['ongeldige-vraag', 'onbekend', 'geen-recht', 'niet-toegestaan', 'te-groot'] as const

export const cellAnswerSchema = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('cents'), sleutel: key, cents: z.string().check(z.regex(/^-?\d+$/)) }),
  z.strictObject({ soort: z.literal('getal'), sleutel: key, getal: z.number() }),
  z.strictObject({ soort: z.literal('tekst'), sleutel: key, tekst: z.string() }),
  /** Rectangular, the headings first. */
  z.strictObject({ soort: z.literal('matrix'), sleutel: key, rijen: z.array(z.array(matrixCellSchema)) }),
  z.strictObject({
    soort: z.literal('fout'),
    sleutel: key,
    code: z.enum(questionErrorCodes),
    reden: z.strictObject({ nl: z.string(), en: z.string() }),
  }),
])
export type CellAnswer = z.infer<typeof cellAnswerSchema>

export const cellAnswersSchema = z.strictObject({
  /** The store's commit number that the values belong to. */
  seq: z.int(),
  antwoorden: z.array(cellAnswerSchema),
})
export type CellAnswers = z.infer<typeof cellAnswersSchema>
