import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { columnsNamed } from '../table-column.ts'
import { readCsv } from '../tables/csv.ts'
import { readRuns } from './read-runs.ts'
import { findRunColumns } from './run-columns.ts'

const runsOf = (row: Record<string, string>) => {
  return readRuns(row, findRunColumns(columnsNamed(Object.keys(row)), [row]))
}

test.each([
  ['Run 1', 'Pen 1'],
  ['Run 1', 'Run 1 Pen'],
  ['Run1', 'Pen1'],
  ['RUN 1', 'PEN. 1'],
  ['R1', 'R1 Penalty'],
  ['Run 1 Time', 'Run 1 Cones'],
])('the columns %s and %s are read as one run', (time, penalty) => {
  expect(runsOf({ [penalty]: '2', [time]: '40.516' })).toEqual(['40.516+2'])
})

test('runs are sorted by number: run 10 is after run 9', () => {
  expect(runsOf({ 'Run 10': '41.0', 'Run 9': '42.0', 'Run 2': '43.0' })).toEqual(['43.0', '42.0', '41.0'])
})

test.each([
  ['Day 1 Run 1', 'Day 2 Run 1', 'Day 2 Pen 1'],
  ['D1 Run 1', 'D2 Run 1', 'D2 Run 1 Pen'],
  ['D1R1', 'D2R1', 'D2 Pen 1'],
  ['Course 1 Run 1', 'Course 2 Run 1', 'Course 2 Run 1 Penalty'],
])('the columns %s and %s are runs of two days', (first, second, penalty) => {
  expect(runsOf({ [second]: '41.0', [penalty]: 'dnf', [first]: '' })).toEqual([[], ['41.0+DNF']])
})

test('the cell of a time may include its penalty', () => {
  expect(runsOf({ 'Run 1': ' 40.357+1', 'Pen 1': '', 'Run 2': '50.192(1)' })).toEqual(['40.357+1', '50.192+1'])
})

test('columns with similar names are no runs', () => {
  expect(runsOf({ 'Best Run': '2', 'Run Heat': '1', 'Raw Time': '40.1', 'Runs Day1': '3', 'Rerun 1': '1' })).toEqual([])
})

/** The runs of each row of a CSV file. */
const runsOfFile = (...lines: readonly string[]) => {
  const { columns, rows } = readCsv(`${lines.join('\n')}\n`, 'r.csv')
  const found = findRunColumns(columns, rows)
  return rows.map((row) => readRuns(row, found))
}

/** Headings of run n: of its time and of its penalty. */
const timeHeadings: readonly ((n: number) => string)[] = [
  ...['Run', 'Lap', 'Lauf', 'Heat', 'Time', 'T', 'Q', 'SS', 'Manche', 'Attempt', 'R', 'Zeit'].flatMap((word) => [
    (n: number) => `${word} ${n}`,
    (n: number) => `${word}${n}`,
  ]),
  (n) => `${n}${['th', 'st', 'nd', 'rd'][n] ?? 'th'} Run`,
  (n) => `${n}. Lauf`,
  (n) => `${n}ère manche`,
  (n) => `Run ${n} Time`,
  (n) => `Run ${n} (s)`,
  (n) => `Lap Time ${n}`,
  (n) => `run_${n}`,
  (n) => `RUN #${n}`,
]
const penaltyHeadings: readonly ((n: number) => string)[] = [
  ...['Pen', 'Pens', 'Penalty', 'Penalties', 'Cone', 'Cones', 'Pylons', 'P', 'C'].flatMap((word) => [
    (n: number) => `${word} ${n}`,
    (n: number) => `${word}${n}`,
    (n: number) => `${n} ${word}`,
  ]),
  () => 'Pen',
  () => 'Cones',
]
const run = fc.record({
  time: fc.integer({ min: 20_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3)),
  penalty: fc.constantFrom('', '', '1', '12', '1/2', 'DNF', 'OFF'),
})

test('runs are read with their penalties, whatever the headings are called and in which order they are', () => {
  const table = fc.record({
    timeHeading: fc.constantFrom(...timeHeadings),
    penaltyHeading: fc.constantFrom(...penaltyHeadings),
    rows: fc.array(fc.tuple(run, run, run), { minLength: 1, maxLength: 4 }),
  })
  const property = fc.property(table, ({ timeHeading, penaltyHeading, rows }) => {
    const header = [1, 2, 3].flatMap((n) => [timeHeading(n), penaltyHeading(n)]).join()
    const lines = rows.map((runs) => runs.map(({ time, penalty }) => `${time},${penalty}`).join())
    const expected = rows.map((runs) => runs.map(({ time, penalty }) => (penalty ? `${time}+${penalty}` : time)))
    expect(runsOfFile(`Name,${header}`, ...lines.map((line) => `Ann,${line}`))).toEqual(expected)
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

test.each([
  ['Run 1', 'Run 1 Cone', 'Run 1 P', 'Run 1 Pylons'],
  ['Lap 1', 'Lap 1 Pen', 'Cones Lap 1', 'Pen 1'],
  ['R1', 'Run 1 Pen', 'R1 P', '1 Pen'],
])('each penalty of %s is added, whether it is %s, %s or %s', (time, ...penalties) => {
  for (const penalty of penalties) expect(runsOf({ [time]: '59.1', [penalty]: '1' })).toEqual(['59.1+1'])
})

test.each([
  ['Run 1 Gates', '2', '59.1+0/2'],
  ['Run 1 Status', 'DNF', '59.1+DNF'],
  ['Run 1 Status', 'Finished', '59.1'],
  ['Run 1 Code', 'off', '59.1+OFF'],
  ['Run 1 Code', 'F7', '59.1+F7'],
  ['DNF 1', 'x', '59.1+DNF'],
  ['DNF 1', '0', '59.1'],
  ['DNF 1', '2', '59.1+DNF 2'],
])('the cell below %s with %s makes the run %s', (heading, cell, expected) => {
  expect(runsOf({ 'Run 1': '59.1', [heading]: cell })).toEqual([expected])
})

test('cones and gates in two columns are one penalty, and a status goes before them', () => {
  const row = { 'Run 1': '59.1', 'Cones 1': '1', 'Gates 1': '2' }
  expect(runsOf(row)).toEqual(['59.1+1/2'])
  expect(runsOf({ ...row, 'Run 1 Status': 'DSQ' })).toEqual(['59.1+DSQ'])
})

test.each(['Time,Pen,Time,Pen', 'Run,Cones,Run,Cones', 'Run 1,Pen,Run 2,Pen', 'Lap,P,Lap,P'])(
  'below %s each penalty belongs to the time in front of it',
  (header) => {
    expect(runsOfFile(`Name,${header}`, 'Ann,60.1,,59.1,1', 'Bob,61.1,1,58.9,')).toEqual([
      ['60.1', '59.1+1'],
      ['61.1+1', '58.9'],
    ])
  },
)

test('a heading that comes three times is three runs, and cones and gates behind each are its own', () => {
  expect(runsOfFile('Run,Run,Run', '60.1,,59.1')).toEqual([['60.1', '', '59.1']])
  expect(runsOfFile('Run 1,Cones,Gates,Run 2,Cones,Gates', '60.1,1,,59.1,,1')).toEqual([['60.1+1', '59.1+0/1']])
})

test.each([
  ['a single penalty behind two runs', 'Run 1,Run 2,Pen', '60.1,59.1,3', ['60.1', '59.1']],
  ['a penalty in front of the first run', 'Pen,Run 1,Pen,Run 2', '1,60.1,2,59.1', ['60.1', '59.1']],
  ['a penalty behind another column', 'Run 1,Car,Pen,Run 2,Car,Pen', '60.1,A,1,59.1,A,2', ['60.1', '59.1']],
])('%s belongs to no run', (_, header, line, expected) => {
  expect(runsOfFile(header, line)).toEqual([expected])
})

test.each([
  ['a position or points', 'Position 1,P1,Points 1,Pos 1', '1,2,25,3'],
  ['the number of runs', 'Runs', '3'],
  ['a single time, which may be the total', 'Time,Total,Best', '60.1,60.1,60.1'],
  ['a run group', 'Heat,Heat 1,R1,T1', '1,2,3,4'],
  ['a year', 'Time 2026', '60.1'],
])('%s is no run', (_, header, line) => {
  expect(runsOfFile(`Name,${header}`, `Ann,${line}`)).toEqual([[]])
})

test('the word with one meaning is read where a table has several, even when its columns are blank', () => {
  expect(runsOfFile('Q1,Q2,Lap 1,Lap 2', '70.1,71.1,60.1,')).toEqual([['60.1']])
  expect(runsOfFile('T1,Run 1', '70.1,')).toEqual([[]])
  expect(runsOfFile('Run 1,P1,P2', '60.1,95.5,1')).toEqual([['60.1']])
})

test.each([
  ['times and penalties', 'G\t521\tA\t81.301\t\t81.228\t1', ['81.301', '81.228+1']],
  ['times alone, without a penalty behind the last', 'G\t521\tA\t81.301\t1\t81.228', ['81.301+1', '81.228']],
])('runs beyond a header that ends with run 1 are read from %s', (_, line, expected) => {
  for (const end of ['', '\t']) {
    const text = `Class\tNumber\tFirst Name\tRun 1\tPen 1${end}\n${line}\n`
    const { columns, rows } = readCsv(text, 'a.rgg', { delimiter: '\t' })
    expect(readRuns(rows[0] ?? {}, findRunColumns(columns, rows))).toEqual(expected)
  }
})

test('what is beyond the header and no time is no run', () => {
  expect(runsOfFile('Name,Run 1', 'Ann,60.1,blue', 'Bob,61.1,red')).toEqual([['60.1'], ['61.1']])
})

test('no table has a run whose time is not in its own row, and none is an error', () => {
  const word = fc.constantFrom(
    'Run',
    'Lap',
    'T',
    'Time',
    'Pen',
    'Cones',
    'P',
    'Gates',
    'Status',
    'DNF',
    'Day 1',
    'Total',
    '',
  )
  const heading = fc.tuple(word, fc.constantFrom('', '', ' 1', ' 2', ' 3'), word).map((parts) => parts.join(''))
  const time = fc.integer({ min: 10_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3))
  const cell = fc.oneof(time, fc.constantFrom('', '', '1', '1/2', 'DNF', 'x', '-', '0'))
  const table = fc.tuple(
    fc.array(heading, { minLength: 1 }),
    fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }),
  )
  const property = fc.property(table, ([header, cells]) => {
    const lines = [['Name', ...header], ...cells.map((row, index) => [`Driver ${index}`, ...row])]
    const text = lines.map((line) => `${line.join()}\n`).join('')
    const { columns, rows: read } = readCsv(text, 'r.csv', { delimiter: ',', header: 'Name' })
    const found = findRunColumns(columns, read)
    for (const row of read) {
      const times = readRuns(row, found)
        .flat()
        .flatMap((run) => /^\d{2}\.\d{3}/.exec(run) ?? [])
      for (const one of times) expect(Object.values(row)).toContain(one)
    }
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

test('each column of a table belongs to one run at most', () => {
  const headings = fc.array(fc.constantFrom('Run 1', 'Run 2', 'Pen 1', 'Pen', 'Cones', 'Run', 'Time', '', 'Lap 1'), {
    minLength: 1,
  })
  const property = fc.property(headings, (header) => {
    const { columns, rows } = readCsv(`Name,${header}\nAnn${',60.1'.repeat(header.length + 2)}\n`, 'r.csv')
    const used = findRunColumns(columns, rows).flatMap(({ parts }) => parts.map(({ column }) => column.key))
    expect(new Set(used).size).toBe(used.length)
  })
  fc.assert(property, { numRuns: repetitions({ unit: 500, full: 5000 }) })
})
