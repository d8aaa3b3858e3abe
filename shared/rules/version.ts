/** Of the set of rules as a whole: raised with every rule that comes, goes or judges otherwise. */
export const rulesVersion = '2.0'
