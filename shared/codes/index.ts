export {
  type Category,
  type CategoryGroup,
  categorieen,
  categoryName,
  isCategory,
  isCategoryGroup,
  plainCategory,
  type Side,
} from './categorieen.ts'
export { codeListsText } from './code-lists-text.ts'
export { codeListVersion, codeYearFirst, codeYearFor, codeYearLast } from './code-years.ts'
export { combination, isGrey } from './grey-cells.ts'
export { codesMatchingNumber, taakveldByLabel } from './read-taakveld.ts'
export { successors } from './renumbering.ts'
export {
  isTaakveld,
  isTaakveldGroup,
  nameHistory,
  type NamePeriod,
  type Taakveld,
  taakvelden,
  taakveldName,
} from './taakvelden.ts'
