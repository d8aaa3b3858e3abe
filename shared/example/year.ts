/** Budget year of the example workbooks. */
export const exampleYear = 2023
