/** Functions of single numbers. */
import { asNumber, asWhole } from '../formula/coerce.ts'
import { errorValue } from '../formula/error-values.ts'
import { each, type Functions, optional, whole } from '../formula/function-body.ts'
import { finite } from '../formula/operators.ts'
import { roundDown, roundHalfAway, roundUp } from '../formula/round.ts'

const notDefined = errorValue('#NUM!')

export const math: Functions = {
  ABS: each(1, [asNumber], (number) => Math.abs(number)),
  SIGN: each(1, [asNumber], (number) => Math.sign(number)),
  INT: each(1, [asNumber], (number) => Math.floor(number)),
  MOD: each(2, [asNumber, asNumber], (number, divisor) =>
    divisor === 0 ? errorValue('#DIV/0!') : finite(number - divisor * Math.floor(number / divisor)),
  ),
  QUOTIENT: each(2, [asNumber, asNumber], (number, divisor) =>
    divisor === 0 ? errorValue('#DIV/0!') : Math.trunc(number / divisor),
  ),
  ROUND: each(2, [asNumber, asWhole], (number, digits) => roundHalfAway(number, digits)),
  ROUNDUP: each(2, [asNumber, asWhole], (number, digits) => roundUp(number, digits)),
  ROUNDDOWN: each(2, [asNumber, asWhole], (number, digits) => roundDown(number, digits)),
  TRUNC: each(1, [asNumber, optional(asWhole, 0)], (number, digits) => roundDown(number, digits)),
  MROUND: each(2, [asNumber, asNumber], (number, multiple) => {
    if (number * multiple < 0) return notDefined
    return multiple === 0 ? 0 : finite(roundHalfAway(number / multiple, 0) * multiple)
  }),
  SQRT: each(1, [asNumber], (number) => (number < 0 ? notDefined : Math.sqrt(number))),
  POWER: each(2, [asNumber, asNumber], (number, power) =>
    number === 0 && power === 0 ? notDefined : finite(number ** power),
  ),
  EXP: each(1, [asNumber], (number) => finite(Math.exp(number))),
  LN: each(1, [asNumber], (number) => (number <= 0 ? notDefined : Math.log(number))),
  LOG10: each(1, [asNumber], (number) => (number <= 0 ? notDefined : Math.log10(number))),
  PI: whole(0, 0, () => Math.PI),
  RAND: whole(0, 0, ({ surroundings }) => surroundings.random()),
}
