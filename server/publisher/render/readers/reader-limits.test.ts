import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { madeUpWorkbook } from '../../sources/workbook/made-up-workbook.fixture.ts'
import { renderTemplate } from '../render-template.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-limits-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** The problem of a template that calls a reader; undefined for none. */
async function problemOf(call: string, content: string | Uint8Array, maxBytes?: number) {
  writeFileSync(join(root, 'a'), content)
  writeFileSync(join(root, 'drivers.jsonl.njk'), `{% set read = ${call} %}{}`)
  const folder = openDataFolder(root, maxBytes === undefined ? {} : { maxBytes })
  const rendered = await renderTemplate(folder, 'drivers.jsonl.njk')
  return rendered.kind === 'rejected' ? rendered.problem : undefined
}

const times = (count: number, text: string) => text.repeat(count)
const table = (cells: string) => `<html><table>${cells}</table></html>`
const heading = '<tr><td>Driver<td>No</tr>'
const grid = 'Class\tNumber\tFirst Name\tLast Name\tRun 1\n'
const workbook = (rows: readonly (readonly string[])[]) => madeUpWorkbook([{ name: 'R', rows }])
const oneColumn = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50001) SELECT i FROM n'
const manyColumns = Array.from({ length: 101 }, (_, index) => `i AS c${index}`).join()
const wide = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10001) SELECT ${manyColumns} FROM n`

function emptyDatabase(): void {
  const database = new Database(join(root, 'made-up.db'))
  database.exec('CREATE TABLE drivers (name TEXT)')
  database.close()
}

const rows = 'more than 100000 rows, 2000 columns or 2 million cells'
const cells = 'more than 1 million cells, or 2000 in a row'
/** What exceeds a limit, how a template reads it, the file, and what the problem says of the limit. */
const cases: readonly (readonly [what: string, call: string, content: () => string | Uint8Array, says: string])[] = [
  ['a table of 100,001 rows', 'csv("a")', () => `Name,No\n${times(100_001, 'A,1\n')}`, rows],
  ['a line of 2,001 fields', 'csv("a", ";")', () => `Name;No\n${times(2000, ';')}x\n`, rows],
  [
    'rows that each have the columns of a wide one',
    'tsv("a")',
    () => `Name\n${times(1999, '\t')}x\n${times(1100, 'A\n')}`,
    rows,
  ],
  ['a grid of 100,001 rows', 'axware_grid("a")', () => `${grid}${times(100_001, 'SS\t1\tA\tB\t60.1\n')}`, rows],
  ['a page of 1,000,001 cells', 'html_rows("a")', () => table(times(500_001, '<tr><td>')), cells],
  ['a row of 2,002 cells', 'html_rows("a")', () => table(`<tr>${times(2002, '<td>')}`), cells],
  ['a page of AXWare with a row of 2,002 cells', 'axware_html("a")', () => table(`<tr>${times(2002, '<td>')}`), cells],
  ['a page of Pronto with a row of 2,002 cells', 'pronto_html("a")', () => table(`<tr>${times(2002, '<td>')}`), cells],
  [
    'a table that a colspan makes larger',
    'html_rows("a")',
    () => table(times(5001, '<tr><td colspan=200>')),
    'more than 1000000 cells',
  ],
  [
    'a table by heading of 100,001 rows',
    'html_rows("a", header="No")',
    () => table(heading + times(100_001, '<tr><td>A<td>1')),
    rows,
  ],
  ['JSON with 2,000,001 values', 'json("a")', () => `[${times(2_000_000, '0,')}0]`, 'more than 2 million values'],
  ['JSON of 101 levels', 'json("a")', () => times(101, '[') + times(101, ']'), 'more than 100 levels'],
  ['100,001 lines of JSON', 'jsonl("a")', () => times(100_001, '{}\n'), 'more than 100000 lines'],
  [
    'lines of JSON with 2,000,001 values',
    'jsonl("a")',
    () => `{"a":[${times(2_000_000, '0,')}0]}\n`,
    'more than 2 million values',
  ],
  ['YAML of 2,000,001 characters', 'yaml("a")', () => `a: ${times(1_999_998, 'x')}`, 'more than 2 million characters'],
  ['YAML of 101 levels', 'yaml("a")', () => times(101, '[') + times(101, ']'), 'more than 100 levels'],
  [
    'a sheet of 501 columns',
    'xlsx("a")',
    () => workbook([Array.from({ length: 501 }, () => 'x')]),
    'more than 100000 rows, 500 columns',
  ],
  ['a SELECT of 50,001 rows', `sqlite("made-up.db", "${oneColumn}")`, () => '', 'more than 50000 rows'],
  ['a SELECT of 1,010,101 cells', `sqlite("made-up.db", "${wide}")`, () => '', '1000000 cells'],
]

test.each(cases)(
  'given %s, when %s reads it, then the problem says the limit and what to do',
  async (_, call, content, says) => {
    emptyDatabase()
    const problem = await problemOf(call, content())
    expect(problem?.message).toContain(says)
    expect(problem?.code).toBe(/levels|^more than 1000000 cells/.test(says) ? 'unreadable' : 'file_too_large')
    expect(problem?.hint).toMatch(/event|needs|page|nest|results|Check/)
  },
)

const readers = [
  'text',
  'csv',
  'tsv',
  'axware_grid',
  'axware_html',
  'pronto_html',
  'html_rows',
  'json',
  'jsonl',
  'yaml',
  'xlsx',
]
test.each([...readers.map((name) => [name, `${name}("a")`]), ['sqlite', 'sqlite("a", "SELECT 1")']])(
  'given a file larger than a file may be, when %s reads it, then the problem says both',
  async (_, call) => {
    const problem = await problemOf(call, times(3 * 1024 * 1024, 'x'), 1024 * 1024)
    expect(problem).toMatchObject({ code: 'file_too_large', file: 'a' })
    expect(problem?.message).toContain('1 MB')
  },
)

test('given a table at each limit, then it is read', async () => {
  const columns = Array.from({ length: 2000 }, (_, index) => `c${index}`).join()
  expect(await problemOf('csv("a")', `${columns}\n${times(900, 'x\n')}`)).toBeUndefined()
  expect(await problemOf('csv("a")', `Name,No\n${times(99_990, 'A,1\n')}`)).toBeUndefined()
  expect(await problemOf('html_rows("a")', table(`<tr>${times(2000, '<td>')}`))).toBeUndefined()
  expect(await problemOf('json("a")', times(99, '[') + times(99, ']'))).toBeUndefined()
})
