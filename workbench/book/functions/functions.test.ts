import { describe, expect, test } from 'vitest'
import { bookWithTable, computed, fill, firstSheet, spilled, valueAt, valuesAt } from '../book-under-test.test-data.ts'

const rows = [
  ['Code', 'Naam', 'Bedrag', 'Datum'],
  ['0.1', 'Kernteam', 10, 45_000],
  ['0.10', 'Experiment', 20.5, 45_031],
  ['8.3', 'Wonen', -5, 45_060],
  [8.3, null, 'n.v.t.', true],
]

describe('sums and counts', () => {
  test.for([
    ['=SUM(C1:C5,"2",TRUE,3)', 31.5],
    ['=SUM()', '#VALUE!'],
    ['=AVERAGE(C2:C5)', 8.5],
    ['=AVERAGE(B2:B4)', '#DIV/0!'],
    ['=MIN(C:C)', -5],
    ['=MAX(C2:C4,100)', 100],
    ['=MAX(B2:B4)', 0],
    ['=COUNT(A1:D5)', 7],
    ['=COUNTA(B1:B5)', 4],
    ['=COUNTBLANK(B1:B5)', 1],
    ['=PRODUCT(C2:C4)', -1025],
    ['=SUMSQ(3,4)', 25],
    ['=MEDIAN(1,3,10)', 3],
    ['=LARGE(C2:C4,2)', 10],
    ['=SMALL(C2:C4,1)', -5],
    ['=LARGE(C2:C4,9)', '#NUM!'],
    ['=ROUND(STDEV(2,4,4,4,5,5,7,9),6)', 2.13809],
    ['=STDEV.P(2,4,4,4,5,5,7,9)', 2],
    ['=VAR.P(2,4,4,4,5,5,7,9)', 4],
    ['=STDEV(1)', '#DIV/0!'],
    ['=SUMPRODUCT(C2:C4,{1;2;3})', 36],
    ['=SUMPRODUCT(C2:C4,{1;2})', '#VALUE!'],
    ['=SUM(C2:C4)/0', '#DIV/0!'],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))

  test('SUBTOTAL leaves out what a filter hides, other subtotals, and from 101 on what was hidden by hand', () => {
    const { book, table } = bookWithTable('tblX', [
      ['Soort', 'Bedrag'],
      ['L', 1],
      ['B', 10],
      ['L', 100],
      [null, '=SUBTOTAL(9,B2:B4)'],
    ])
    fill(book, 'D1', [
      ['=SUBTOTAL(9,tblX[Bedrag])', '=SUBTOTAL(109,tblX[Bedrag])', '=SUBTOTAL(2,tblX[Bedrag])', '=SUM(tblX[Bedrag])'],
    ])
    book.hideRows(firstSheet(book), 1, 1, true)
    expect(valuesAt(book, 'D1:G1')).toEqual([[111, 110, 3, 222]])
    book.filterTable(table, 0, new Set(['L']))
    expect(valuesAt(book, 'D1:G1')).toEqual([[101, 100, 2, 212]])
    book.filterTable(table, 0, null)
    expect(valueAt(book, 'D1')).toBe(111)
  })
})

describe('numbers', () => {
  test.for([
    ['=ROUND(2.5,0)', 3],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(1234.5,-2)', 1200],
    ['=ROUNDUP(1.001,2)', 1.01],
    ['=ROUNDDOWN(-1.999,2)', -1.99],
    ['=TRUNC(-1.9)', -1],
    ['=INT(-1.5)', -2],
    ['=MOD(-3,2)', 1],
    ['=MOD(3,-2)', -1],
    ['=MOD(3,0)', '#DIV/0!'],
    ['=QUOTIENT(-7,2)', -3],
    ['=MROUND(17,5)', 15],
    ['=ABS(-3)', 3],
    ['=SIGN(-3)', -1],
    ['=SQRT(16)', 4],
    ['=SQRT(-1)', '#NUM!'],
    ['=POWER(2,10)', 1024],
    ['=LN(EXP(2))', 2],
    ['=LOG10(1000)', 3],
    ['=ROUND(PI()*10,0)', 31],
    ['=ABS("x")', '#VALUE!'],
    ['=ABS(1,2)', '#VALUE!'],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))
})

describe('choices', () => {
  test.for([
    ['=IF(C2>5,"ja","nee")', 'ja'],
    ['=IF(FALSE,1)', false],
    ['=IF(TRUE,1,1/0)', 1],
    ['=IF(FALSE,,"x")', 'x'],
    ['=IF("x",1,2)', '#VALUE!'],
    ['=IFERROR(1/0,"fout")', 'fout'],
    ['=IFERROR(5,1/0)', 5],
    ['=IFNA(#N/A,0)', 0],
    ['=IFNA(1/0,0)', '#DIV/0!'],
    ['=IFS(FALSE,1,TRUE,2)', 2],
    ['=IFS(FALSE,1)', '#N/A'],
    ['=SWITCH("b","a",1,"B",2,3)', 2],
    ['=SWITCH("c","a",1,"b",2,3)', 3],
    ['=CHOOSE(2,"a","b")', 'b'],
    ['=CHOOSE(3,"a","b")', '#VALUE!'],
    ['=AND(TRUE,C2>5)', true],
    ['=OR(FALSE,A1:A5)', true],
    ['=AND(B1:B3)', '#VALUE!'],
    ['=XOR(TRUE,TRUE)', false],
    ['=NOT(0)', true],
    ['=ISNUMBER(C2)', true],
    ['=ISTEXT(A2)', true],
    ['=ISBLANK(B5)', true],
    ['=ISBLANK("")', false],
    ['=ISERROR(1/0)', true],
    ['=ISERR(#N/A)', false],
    ['=ISNA(#N/A)', true],
    ['=ISLOGICAL(D5)', true],
    ['=N(TRUE)', 1],
    ['=T(5)', ''],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))

  test('IF and IFERROR work cell by cell on ranges', () => {
    expect(spilled('=IF(C2:C4>0,"plus","min")', rows)).toEqual([['plus'], ['plus'], ['min']])
    expect(spilled('=IFERROR(C4:C5*1,0)', rows)).toEqual([[-5], [0]])
  })
})

describe('texts', () => {
  test.for([
    ['=LEFT("tekst",2)', 'te'],
    ['=LEFT("tekst")', 't'],
    ['=RIGHT("tekst",3)', 'kst'],
    ['=RIGHT("a",0)', ''],
    ['=MID("tekst",2,3)', 'eks'],
    ['=MID("tekst",0,3)', '#VALUE!'],
    ['=LEN("één")', 3],
    ['=UPPER("é")', 'É'],
    ['=PROPER("het KERN-team")', 'Het Kern-Team'],
    ['=TRIM("  a   b ")', 'a b'],
    ['=SUBSTITUTE("a-b-c","-","+")', 'a+b+c'],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=REPLACE("abcd",2,2,"X")', 'aXd'],
    ['=FIND("B","abB")', 3],
    ['=FIND("x","abc")', '#VALUE!'],
    ['=SEARCH("B?","abcabd",3)', 5],
    ['=REPT("ab",3)', 'ababab'],
    ['=EXACT("a","A")', false],
    ['=CONCAT(A2:B3,1.5)', '0.1Kernteam0.10Experiment1,5'],
    ['=TEXTJOIN("; ",TRUE,B2:B5)', 'Kernteam; Experiment; Wonen'],
    ['=TEXTJOIN("-",FALSE,B4:B5)', 'Wonen-'],
    ['=TEXT(1234.5,"#.##0,00")', '1.234,50'],
    ['=TEXT(45000,"dd-mm-jjjj")', '15-03-2023'],
    ['=TEXT(0.125,"0,0%")', '12,5%'],
    ['=TEXT("x","0")', 'x'],
    ['=VALUE("1.234,56")', 1234.56],
    ['=VALUE("15-3-2023")', 45_000],
    ['=VALUE("12%")', 0.12],
    ['=VALUE("x")', '#VALUE!'],
    ['=CHAR(65)&CODE("B")', 'A66'],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))
})

describe('finding', () => {
  test.for([
    ['=INDEX(B2:B4,2)', 'Experiment'],
    ['=INDEX(A1:D1,3)', 'Bedrag'],
    ['=SUM(INDEX(A2:D4,0,3))', 25.5],
    ['=INDEX(A1:B2,3,1)', '#REF!'],
    ['=INDEX({1,2;3,4},2,2)', 4],
    ['=MATCH("wonen",B1:B5,0)', 4],
    ['=MATCH("W*",B1:B5,0)', 4],
    ['=MATCH("0.10",A1:A5,0)', 3],
    ['=MATCH(8.3,A1:A5,0)', 5],
    ['=MATCH("x",A1:A5,0)', '#N/A'],
    ['=MATCH(15,{10,20,30})', 1],
    ['=MATCH(15,{30,20,10},-1)', 2],
    ['=MATCH(5,{10,20,30})', '#N/A'],
    ['=VLOOKUP("0.10",A2:C4,3,FALSE)', 20.5],
    ['=VLOOKUP("0.1",A2:C4,9,FALSE)', '#REF!'],
    ['=VLOOKUP(25,{10,"a";20,"b";30,"c"},2)', 'b'],
    ['=HLOOKUP("Naam",A1:D5,3,FALSE)', 'Experiment'],
    ['=XLOOKUP("8.3",A2:A5,B2:B5)', 'Wonen'],
    ['=XLOOKUP("x",A2:A5,B2:B5,"geen")', 'geen'],
    ['=XLOOKUP("x",A2:A5,B2:B5)', '#N/A'],
    ['=XLOOKUP(25,{10,20,30},{"a","b","c"},,-1)', 'b'],
    ['=XLOOKUP(25,{10,20,30},{"a","b","c"},,1)', 'c'],
    ['=XLOOKUP("E*",B2:B5,C2:C5,,2)', 20.5],
    ['=XLOOKUP(1,{1,2,1},{"a","b","c"},,0,-1)', 'c'],
    ['=SUM(XLOOKUP("0.1",A2:A4,C2:C4):XLOOKUP("8.3",A2:A4,C2:C4))', 25.5],
    ['=XMATCH(20,{10,20,30})', 2],
    ['=ROW()', 50],
    ['=COLUMN(C1)', 3],
    ['=ROWS(A2:C4)', 3],
    ['=COLUMNS({1,2})', 2],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))

  test('XLOOKUP gives a whole row of results', () => {
    expect(spilled('=XLOOKUP("0.10",A2:A5,B2:D5)', rows)).toEqual([['Experiment', 20.5, 45_031]])
  })
})

describe('arrays', () => {
  test.for([
    [
      '=FILTER(A2:B4,C2:C4>0)',
      [
        ['0.1', 'Kernteam'],
        ['0.10', 'Experiment'],
      ],
    ],
    ['=FILTER(A2:B4,C2:C4>99,"niets")', [['niets']]],
    ['=FILTER(A2:B4,C2:C4>99)', [[{ error: '#CALC!' }]]],
    [
      '=FILTER(A1:C2,{1,0,1})',
      [
        ['Code', 'Bedrag'],
        ['0.1', 10],
      ],
    ],
    ['=UNIQUE({1;2;1;"a";"A"})', [[1], [2], ['a']]],
    ['=UNIQUE({1;2;1},,TRUE)', [[2]]],
    ['=UNIQUE(A2:A3)', [['0.1'], ['0.10']]],
    [
      '=SORT({3,"c";1,"a";2,"b"})',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ],
    [
      '=SORT({3,"c";1,"a";2,"b"},2,-1)',
      [
        [3, 'c'],
        [2, 'b'],
        [1, 'a'],
      ],
    ],
    ['=SORTBY({"x";"y";"z"},{2;3;1})', [['z'], ['x'], ['y']]],
    [
      '=SEQUENCE(2,3,10,-1)',
      [
        [10, 9, 8],
        [7, 6, 5],
      ],
    ],
    [
      '=TRANSPOSE({1,2;3,4})',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['=ROW(A1:A3)', [[1], [2], [3]]],
  ] as const)('%s is %s', ([formula, values]) => {
    expect(spilled(formula, rows)).toEqual(values)
  })
})

describe('days', () => {
  test.for([
    ['=DATE(2023,3,15)', 45_000],
    ['=DATE(2024,2,30)', 45_352],
    ['=DATE(2023,0,1)', 44_896],
    ['=DATE(1900,1,1)', 1],
    ['=YEAR(45000)&"-"&MONTH(45000)&"-"&DAY(45000)', '2023-3-15'],
    ['=YEAR("31-12-2023")', 2023],
    ['=YEAR(-1)', '#NUM!'],
    ['=TODAY()', 45_000],
    ['=NOW()', 45_000.5],
    ['=HOUR(0.75)', 18],
    ['=DAYS("31-12-2023","1-1-2023")', 364],
    ['=EDATE(DATE(2024,1,31),1)', 45_351],
    ['=EOMONTH(DATE(2023,1,15),1)', 44_985],
    ['=WEEKDAY(45000)', 4],
    ['=WEEKDAY(45000,2)', 3],
    ['=ISOWEEKNUM(DATE(2021,1,3))', 53],
    ['=ISOWEEKNUM(DATE(2023,1,2))', 1],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))
})

describe('interest', () => {
  test.for([
    ['=ROUND(PMT(0.05,10,1000),6)', -129.504575],
    ['=ROUND(PV(0.05,10,-100),6)', 772.173493],
    ['=ROUND(FV(0.05,10,-100),6)', 1257.789254],
    ['=ROUND(NPER(0.05,-100,1000),6)', 14.206699],
    ['=ROUND(NPV(0.1,-100,60,60),6)', 3.756574],
    ['=ROUND(IRR({-100,60,60}),6)', 0.130662],
    ['=IRR({100,60})', '#NUM!'],
  ] as const)('%s is %s', ([formula, value]) => expectResult(formula, value))
})

function expectResult(formula: string, value: string | number | boolean) {
  const result = computed(formula, rows)
  expect(typeof value === 'string' && value.startsWith('#') ? { error: value } : value).toEqual(
    typeof result === 'object' && result !== null ? { error: result.error } : result,
  )
}
