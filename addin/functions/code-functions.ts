/** Functions that look up codes: the Iv3 lists of every year are built in, goals come from the lists in the workbook. */
import {
  categoryName,
  combination,
  isTaakveldGroup,
  plainCategory,
  type Side,
  taakveldName,
} from '#shared/codes/index.ts'
import { itemIn, listsOf } from '#shared/rules/lists.ts'
import { invalid, unavailable } from './cell-failure.ts'
import type { Kant } from './choices.ts'
import { type FunctionContext, listsNeeded } from './context.ts'
import { answerLocally } from './local-call.ts'
import { missing, readChoice, readCodeArgument, readYearArgument, sides } from './read-argument.ts'

/**
 * Geeft de naam van een taakveld in een jaar.
 * @customfunction TAAKVELD
 * @param code Code van het taakveld als tekst, zoals "0.10".
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function nameOfTaakveld(code: unknown, jaar: unknown, invocation: CustomFunctions.Invocation): string {
  return answerLocally('TAAKVELD', invocation, () => {
    const taakveld = readCodeArgument(code, 'code')
    const year = readYearArgument(jaar, 'jaar')
    const name = taakveldName(taakveld, year)
    if (name !== undefined) return name
    if (!isTaakveldGroup(taakveld)) throw unknownCode('Taakveld', taakveld, year)
    throw unavailable(
      `${taakveld} is een hoofdtaakveld; kies een taakveld daaronder.`,
      `${taakveld} is a main group; choose a taakveld under it.`,
    )
  })
}

/**
 * Geeft de naam van een economische categorie in een jaar.
 * @customfunction CATEGORIE
 * @param code Code van de categorie als tekst, zoals "4.3.8"; "L4.3.8" mag ook.
 * @param kant L voor lasten of B voor baten.
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function nameOfCategory(
  code: unknown,
  kant: Kant,
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): string {
  return answerLocally('CATEGORIE', invocation, () => {
    const side = readSide(kant)
    const category = readCategory(code, 'code', side)
    const year = readYearArgument(jaar, 'jaar')
    const name = categoryName(category, side, year)
    if (name === undefined) throw unknownCode('Categorie', `${side}${category}`, year)
    return name
  })
}

/**
 * Zegt of een taakveld en een categorie samen voorkomen in Iv3: WAAR, "grijs" (licht toe) of ONWAAR.
 * @customfunction TOEGESTAAN
 * @param taakveld Code van het taakveld als tekst, zoals "0.10".
 * @param categorie Code van de categorie als tekst, zoals "7.1".
 * @param kant L voor lasten of B voor baten.
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function isCombinationAllowed(
  taakveld: unknown,
  categorie: unknown,
  kant: Kant,
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): boolean | string {
  return answerLocally('TOEGESTAAN', invocation, () => {
    const side = readSide(kant)
    const category = readCategory(categorie, 'categorie', side)
    const found = combination(readCodeArgument(taakveld, 'taakveld'), category, side, readYearArgument(jaar, 'jaar'))
    return found === 'grey' ? 'grijs' : found === 'allowed'
  })
}

/**
 * Geeft de tekst van een doel in een jaar.
 * @customfunction DOEL
 * @param code Code van het doel als tekst, zoals "6.1.1".
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function nameOfGoal(code: unknown, jaar: unknown, invocation: CustomFunctions.Invocation): string {
  return answerLocally('DOEL', invocation, (context) => goalOf(code, 'code', jaar, context).name)
}

/**
 * Geeft de code van het programma waar een doel onder valt.
 * @customfunction PROGRAMMA
 * @param doel Code van het doel als tekst, zoals "6.1.1".
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function programmeOfGoal(doel: unknown, jaar: unknown, invocation: CustomFunctions.Invocation): string {
  return answerLocally('PROGRAMMA', invocation, (context) => goalOf(doel, 'doel', jaar, context).programmeCode)
}

function goalOf(argument: unknown, name: string, jaar: unknown, context: FunctionContext) {
  const code = readCodeArgument(argument, name)
  const year = readYearArgument(jaar, 'jaar')
  const goal = itemIn(listsOf(listsNeeded(context)).goals, code, year)
  if (goal === undefined) throw unknownCode('Doel', code, year)
  return goal
}

function readSide(kant: unknown): Side {
  return readChoice(kant, 'kant', sides) ?? missing('kant')
}

/** Open data of CBS put the side before a category; another side than the one asked is a mistake. */
function readCategory(argument: unknown, name: string, side: Side): string {
  const { side: written = side, code } = plainCategory(readCodeArgument(argument, name))
  if (written === side) return code
  throw invalid(
    `Categorie ${written}${code} is van de andere kant dan ${side}.`,
    `Category ${written}${code} is of another side than ${side}.`,
  )
}

const kinds = { Taakveld: 'Taakveld', Categorie: 'Category', Doel: 'Goal' } as const

function unknownCode(kind: keyof typeof kinds, code: string, year: number) {
  return unavailable(`${kind} ${code} bestaat niet in ${year}.`, `${kinds[kind]} ${code} does not exist in ${year}.`)
}
