import type { Scalar } from '../book.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { eachValue, type Functions, whole } from '../formula/function-body.ts'

/** Questions about a value; an error is an answer too. */
export const information: Functions = {
  ISNUMBER: asked((value) => typeof value === 'number'),
  ISTEXT: asked((value) => typeof value === 'string'),
  ISNONTEXT: asked((value) => typeof value !== 'string'),
  ISLOGICAL: asked((value) => typeof value === 'boolean'),
  ISBLANK: asked((value) => value === null),
  ISERROR: asked(isErrorValue),
  ISNA: asked((value) => isErrorValue(value) && value.error === '#N/A'),
  ISERR: asked((value) => isErrorValue(value) && value.error !== '#N/A'),
  NA: whole(0, 0, () => errorValue('#N/A')),
  N: eachValue(1, 1, (value = null) => {
    if (isErrorValue(value) || typeof value === 'number') return value
    return value === true ? 1 : 0
  }),
  T: eachValue(1, 1, (value = null) => (typeof value === 'string' || isErrorValue(value) ? value : '')),
}

function asked(question: (value: Scalar) => boolean) {
  return eachValue(1, 1, (value = null) => question(value))
}
