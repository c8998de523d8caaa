import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { madeUpWorkbook } from '../../sources/workbook/made-up-workbook.fixture.ts'
import { renderTemplate } from '../render-template.ts'

// cspell:ignore nmae: misspelt on purpose
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-binary-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** What a template renders, or its problem; the codes of its warnings, and the files that it read. */
async function render(template: string) {
  writeFileSync(join(root, 'drivers.jsonl.njk'), template)
  const folder = openDataFolder(root)
  const list = await renderTemplate(folder, 'drivers.jsonl.njk')
  const files = folder.reads().map(({ path }) => path)
  return list.kind === 'rendered'
    ? { text: list.lines.join('\n').trim(), codes: list.warnings.map(({ code }) => code), files }
    : { text: `${list.problem.message} ${list.problem.hint}`, codes: [list.problem.code], files }
}

const rows = [
  ['Name', 'Run 1', 'Pen 1', 'Tire'],
  ['José', { value: 61.2 / 86_400, format: 'mm:ss.000' }, '1', 'A052'],
]

test('xlsx gives rows of which run_columns reads the runs, and warns of what it does not use', async () => {
  writeFileSync(
    join(root, 'r.xlsx'),
    madeUpWorkbook([{ name: 'R', rows: [...rows, ['Ann', '60.1', '', '', '', '59.123']] }]),
  )
  const loop = '{% for row in xlsx("r.xlsx", sheet="R") %}{{ [row.Name, run_columns(row)] | dump }}{% endfor %}'
  expect(await render(loop)).toEqual({
    text: '["José",["01:01.200+1"]]["Ann",["60.1"]]',
    codes: ['long_row', 'unused_columns'],
    files: ['drivers.jsonl.njk', 'r.xlsx'],
  })
})

function writeDatabase(): InstanceType<typeof Database> {
  const database = new Database(join(root, 'r.db'))
  database.exec(`PRAGMA journal_mode = wal; CREATE TABLE drivers (name TEXT, run1 TEXT, pen1 INTEGER);
    INSERT INTO drivers VALUES ('Ann', '60.100', 1)`)
  return database
}
const loop =
  '{% for row in sqlite("r.db", "SELECT * FROM drivers") %}{{ [row.name, run_columns(row)] | dump }}{% endfor %}'

test('sqlite gives rows of a database that its program has open, with its write-ahead log', async () => {
  const database = writeDatabase()
  const read = await render(loop)
  expect(read).toEqual({
    text: '["Ann",["60.100+1"]]',
    codes: [],
    files: ['drivers.jsonl.njk', 'r.db', 'r.db-wal'],
  })
  database.close()
  expect((await render(loop)).text).toBe(read.text)
})

test('given the journal of an open transaction, then sqlite waits for its end', async () => {
  writeDatabase().close()
  writeFileSync(join(root, 'r.db-journal'), Buffer.from('d9d505f920a163d700000001', 'hex'))
  expect((await render(loop)).codes).toEqual(['half_written'])
  writeFileSync(join(root, 'r.db-journal'), Buffer.alloc(512))
  expect((await render(loop)).text).toBe('["Ann",["60.100+1"]]')
})

test.each([
  ['a heading that is not there', 'xlsx("r.xlsx")[0].Tyre', 'has "Tyre". Did you mean "Tire"?'],
  [
    'a sheet that is neither name nor number',
    'xlsx("r.xlsx", sheet=1.5)',
    'sheet is the name of a sheet in quotes, or its number',
  ],
  ['an option of another reader', 'xlsx("r.xlsx", encoding="utf-8")', 'there is no option "encoding".'],
  [
    'a workbook for text',
    'csv("r.xlsx")',
    'this is an Excel workbook (.xlsx), whatever its name says, and no text. Write xlsx("r.xlsx")',
  ],
  [
    'a database for text',
    'csv("r.db")',
    'this is a SQLite database, whatever its name says, and no text. Write sqlite("r.db", "SELECT',
  ],
  ['a workbook for a database', 'sqlite("r.xlsx", "SELECT 1")', 'this is no SQLite database'],
  ['a database for a workbook', 'xlsx("r.db")', 'this is no Excel workbook'],
  ['no SQL', 'sqlite("r.db")', 'sqlite was given no SQL.'],
  ['an option for sqlite', 'sqlite("r.db", "SELECT 1", header="a")', 'there is no option "header".'],
  [
    'a column that the SQL does not give',
    'sqlite("r.db", "SELECT name FROM drivers")[0].nmae',
    'has "nmae". Did you mean "name"?',
  ],
  ['a path out of the folder', 'sqlite("../r.db", "SELECT 1")', 'only files inside the data folder'],
])('a template with %s is refused, and the message says what is right', async (_, expression, sentence) => {
  writeFileSync(join(root, 'r.xlsx'), madeUpWorkbook([{ name: 'R', rows }]))
  writeDatabase().close()
  expect((await render(`{{ ${expression} }}`)).text).toContain(sentence)
})
