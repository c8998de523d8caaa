import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { renderTemplate } from '../render-template.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-runs-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The runs that a template reads from these lines, and the warnings that it gets. */
async function read(
  lines: readonly string[],
  { more = '', file = 'r.csv', reader = 'csv', runs: expression = 'run_columns(row)' } = {},
) {
  await writeFile(join(folder, file), lines.map((line) => `${line}\n`).join(''))
  const list = `{% for row in ${reader}("${file}") %}${more}{{ ${expression} | dump }}\n{% endfor %}`
  await writeFile(join(folder, 'drivers.jsonl.njk'), list)
  const rendered = await renderTemplate(openDataFolder(folder), 'drivers.jsonl.njk')
  if (rendered.kind === 'rejected') throw new Error(rendered.problem.message)
  const runs = rendered.lines
    .join('\n')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { runs, warnings: rendered.warnings }
}

test('a table in which no column is a run brings one warning with its columns and those that may be times', async () => {
  const { runs, warnings } = await read(['Name,Class,Morning,Afternoon', 'Ann,A,62.345,61.020', 'Bob,A,61.100,60.900'])
  expect(runs).toEqual([[], []])
  expect(warnings).toEqual([
    {
      code: 'no_run_columns',
      file: 'r.csv',
      message:
        'run_columns finds no column of a run, such as "Run 1"; there are "Name", "Class", "Morning", "Afternoon". ' +
        'Times may be in "Morning", "Afternoon".',
    },
  ])
})

test.each([
  ['a penalty of a run that is not there', 'Run 1,Cones 2', '60.1,1', 'Cones 2'],
  ['a penalty that may be of any run', 'Run 1,Run 2,Pen', '60.1,59.1,3', 'Pen'],
  ['times below a word that is not known', 'Run 1,Shootout', '60.1,59.12', 'Shootout'],
  ['times below a second word for runs', 'Run 1,Q1', '60.1,59.12', 'Q1'],
  ['a column without a heading that may be a penalty', 'Run 1,Pen 1,Run 2,', '60.1,1,59.12,2', 'Column 5'],
  ['counts below an unknown heading with the number of a run', 'Run 1,Hits 1', '60.1,2', 'Hits 1'],
  ['times beyond a header that does not end with a run', 'Run 1,Car', '60.1,GT,59.12', 'Column 4'],
])('%s brings a warning that names it', async (_, header, line, unused) => {
  const { warnings } = await read([`Name,${header}`, `Ann,${line}`, `Bob,${line}`])
  expect(warnings.map(({ code, message }) => ({ code, message }))).toEqual([
    {
      code: 'unused_columns',
      message: expect.stringContaining(
        `run_columns does not use "${unused}", which may be times or penalties; it uses`,
      ),
    },
  ])
})

test('columns of the template itself, results, blank penalties and other numbers bring no warning', async () => {
  const header =
    'Name,Number,Run 1,Total,Raw Time,Best,PAX,Index,Weight,Shootout,Cones 2,P1,Time,Age,Status,Pos 1,Points 1'
  const line = 'Ann,44,60.123,60.123,60.123,60.123,49.301,0.820,1234.5,59.123,,,60.123,34,61.123,2,25'
  expect((await read([header, line], { more: '{% set final = row.Shootout ~ row.Status %}' })).warnings).toEqual([])
})

test('two filled columns of one run bring a warning, since only the first is read', async () => {
  const { runs, warnings } = await read(['Name,Run 1,Run 1', 'Ann,60.1,', 'Bob,60.2,61.2'])
  expect(runs).toEqual([['60.1'], ['60.2']])
  expect(warnings).toMatchObject([{ code: 'repeated_column', file: 'r.csv' }])
  expect(warnings[0]?.message).toContain('"Run 1 (2)" is not read')
  expect((await read(['Name,Run 1,Run 1', 'Ann,60.1,', 'Bob,,61.2'])).warnings).toEqual([])
})

test('rows that go on with runs are not taken for rows with a separator too many, and such a row still is', async () => {
  const rows = ['Lo,7,60.100,,61.200,1', 'Mo,8,60.300,', 'No,9,60.400,']
  const good = await read(['Name,Number,Run 1,Pen 1', ...rows])
  expect(good).toEqual({ runs: [['60.100', '61.200+1'], ['60.300'], ['60.400']], warnings: [] })
  const shifted = await read(['Name,Number,Run 1,Pen 1', ...rows, 'Po,Jr,6,60.500,61.500'])
  expect(shifted.warnings).toMatchObject([
    { code: 'long_row', line: 5, message: expect.stringContaining('a row holds more fields') },
  ])
})

test('records of JSON are read like rows, with one warning for all of a kind', async () => {
  const records = JSON.stringify([
    { name: 'Ann', lap1: 60.1, lap2: 61.2, pen2: 1 },
    { name: 'Bob', lap1: 62.1, lap2: '', pen2: 0 },
  ])
  expect(await read([records], { reader: 'json', file: 'r.json' })).toEqual({
    runs: [['60.1', '61.2+1'], ['62.1']],
    warnings: [],
  })
  const other = JSON.stringify([{ name: 'Ann' }, { name: 'Bob' }])
  expect((await read([other], { reader: 'json', file: 'r.json' })).warnings).toMatchObject([{ code: 'no_run_columns' }])
})

test('all rows in the place of one are refused', async () => {
  await expect(read(['Name,Run 1', 'Ann,60.1'], { more: '{{ run_columns(csv("r.csv")) }}' })).rejects.toThrow(
    'run_columns: it is given a list; it takes one row of a table.',
  )
})

test('columns of a grid that the template reads bring no warning, and others do', async () => {
  const grid = ['Class\tNumber\tName\tRun 1\tSunday', 'SS\t4\tAnn\t41.123\t40.123']
  const options = { file: 'a.rgg', reader: 'axware_grid', runs: 'row.runs' }
  expect((await read(grid, options)).warnings).toMatchObject([{ code: 'unused_columns', file: 'a.rgg' }])
  const runs = '[row.runs, row.columns.Sunday]'
  expect(await read(grid, { ...options, runs })).toEqual({ runs: [[['41.123'], '40.123']], warnings: [] })
})
