import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { cellAnswersSchema, cellQuestionsSchema } from '#shared/questions/index.ts'
import type { AppContext } from '../app.ts'
import { answerQuestions } from '../cells/answer-questions.ts'
import { answerText } from '../cells/answer-text.ts'
import { emptyMemory } from '../cells/memory.ts'
import { type KnownQuestions, questionBytesMax, readQuestions } from '../cells/read-questions.ts'
import { readBody } from '../read-body.ts'
import { json, jsonBody } from './describe.ts'

/** Of this isolate: what it holds is checked against the store at every request. */
const memory = emptyMemory()
const knownQuestions: KnownQuestions = new Map()

/** Totals are for everybody whom the municipality knows; each answer with rows asks for the right to read them. */
export const cellRoutes = new Hono<AppContext>().post(
  '/cellen',
  describeRoute({
    summary: 'De waarden van formulecellen: elke vraag zijn eigen waarde of reden',
    requestBody: jsonBody(cellQuestionsSchema),
    responses: { 200: json('antwoorden, in de volgorde van de vragen', cellAnswersSchema) },
  }),
  async (c) => {
    const { distinct, asked } = readQuestions(await readBody(c.req.raw, questionBytesMax), knownQuestions)
    const { seq, values } = await answerQuestions({
      db: c.env.DB,
      memory,
      person: c.get('person'),
      questions: distinct,
    })
    return c.body(answerText(seq, asked, values), 200, { 'content-type': 'application/json; charset=utf-8' })
  },
)
