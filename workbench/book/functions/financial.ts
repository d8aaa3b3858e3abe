/** Interest and cash flows. */
import { FV, IRR, NPER, NPV, PMT, PV } from '@formulajs/formulajs'
import { asNumber } from '../formula/coerce.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { each, type Functions, optional, whole } from '../formula/function-body.ts'
import { firstOf } from '../formula/operand.ts'
import { libraryNumber } from './library.ts'
import { numbersOf, valuesOf } from './values.ts'

const noNumber = optional(asNumber, 0)

export const financial: Functions = {
  PMT: each(3, [asNumber, asNumber, asNumber, noNumber, noNumber], (...values) => libraryNumber(PMT(...values))),
  PV: each(3, [asNumber, asNumber, asNumber, noNumber, noNumber], (...values) => libraryNumber(PV(...values))),
  FV: each(3, [asNumber, asNumber, asNumber, noNumber, noNumber], (...values) => libraryNumber(FV(...values))),
  NPER: each(3, [asNumber, asNumber, asNumber, noNumber, noNumber], (...values) => libraryNumber(NPER(...values))),
  NPV: whole(2, 'any', (call) => {
    const rate = asNumber(firstOf(call.operand(0), call.surroundings))
    const flows = numbersOf(call, 1)
    if (isErrorValue(rate)) return rate
    return isErrorValue(flows) ? flows : libraryNumber(NPV(rate, ...flows))
  }),
  IRR: whole(1, 1, (call) => {
    const values = valuesOf(call.operand(0), call.surroundings)
    const flows = values.filter((value) => typeof value === 'number')
    const isBothWays = flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0)
    return values.find(isErrorValue) ?? (isBothWays ? libraryNumber(IRR(flows)) : errorValue('#NUM!'))
  }),
}
