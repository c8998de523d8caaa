import { decodeText } from '../../server/publisher/files/decode-text.ts'
import { requireTextFile } from '../../server/publisher/files/file-kind.ts'
import { readAxwareGrid } from '../../server/publisher/sources/axware/axware-grid.ts'
import { readAxwareHtml } from '../../server/publisher/sources/axware/axware-html.ts'
import { readHtmlRows } from '../../server/publisher/sources/html/html-rows.ts'
import { readProntoHtml } from '../../server/publisher/sources/pronto/pronto-html.ts'
import { prontoPage } from '../../server/publisher/sources/pronto/pronto-page.fixture.ts'
import { readRuns } from '../../server/publisher/sources/runs/read-runs.ts'
import { findRunColumns } from '../../server/publisher/sources/runs/run-columns.ts'
import { selectRows } from '../../server/publisher/sources/sqlite/select-rows.ts'
import type { SqliteEngine } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { readJson } from '../../server/publisher/sources/structured/json.ts'
import { readJsonLines } from '../../server/publisher/sources/structured/json-lines.ts'
import { readYaml } from '../../server/publisher/sources/structured/yaml.ts'
import { readCsv } from '../../server/publisher/sources/tables/csv.ts'
import type { DelimitedRows } from '../../server/publisher/sources/tables/delimited.ts'
import { readTsv } from '../../server/publisher/sources/tables/tsv.ts'
import { madeUpWorkbook } from '../../server/publisher/sources/workbook/made-up-workbook.fixture.ts'
import { readXlsx } from '../../server/publisher/sources/workbook/xlsx.ts'
import type { FuzzEntry } from './fuzz-entries.ts'

/** What a reader found: a name, and runs in the sport's notation. */
export interface FuzzRecord {
  readonly name: string
  readonly runs: readonly string[]
}

/** A reader, and how timing software would write entries for it. */
export interface FuzzSubject {
  readonly reader: string
  write(entries: readonly FuzzEntry[]): Buffer
  read(bytes: Uint8Array): readonly FuzzRecord[]
}

const file = 'fuzzed'
const heads = ['Name', 'Class', 'Number', 'Run 1', 'Pen 1', 'Run 2', 'Pen 2', 'Run 3', 'Pen 3', 'Run 4', 'Pen 4']

function cellsOf({ name, number, runs }: FuzzEntry): readonly string[] {
  return [name, 'STR', number, ...Array.from({ length: 4 }, (_, run) => [runs[run] ?? '', '']).flat()]
}

/** Every reader of timing files. */
export function fuzzSubjects(engine: SqliteEngine): readonly FuzzSubject[] {
  return [
    ofText('csv', separated(',', '\n'), (text) => ofTable(readCsv(text, file))),
    ofText('csv with quotes', separated(';', '\r\n', '"'), (text) => ofTable(readCsv(text, file))),
    ofText('tsv', separated('\t', '\n'), (text) => ofTable(readTsv(text, file))),
    ofText('axware_grid', separated('\t', '\r\n'), (text) => flatRuns(readAxwareGrid(text, file).entries)),
    ofText('axware_html', axwarePage, (text) => flatRuns(readAxwareHtml(text, file).entries)),
    ofText('pronto_html', prontoPageOf('capitals'), (text) => readProntoHtml(text, file).entries),
    ofText('pronto_html of HTML 5', prontoPageOf('html5'), (text) => readProntoHtml(text, file).entries),
    ofText('html_rows', tablePage, (text) => ofTable(readHtmlRows(text, file, { header: 'Name' }).table)),
    ofText(
      'json',
      (entries) => JSON.stringify(entries, undefined, 1),
      (text) => records(readJson(text, file)),
    ),
    ofText('jsonl', jsonLines, (text) => records(readJsonLines(text, file).records)),
    ofText('yaml', yamlOf, (text) => records(readYaml(text, file))),
    {
      reader: 'xlsx',
      write: (entries) => madeUpWorkbook([{ name: 'Results', rows: [heads, ...entries.map(cellsOf)] }]),
      read: (bytes) => ofTable(readXlsx(bytes, file)),
    },
    sqliteSubject(engine),
  ]
}

function ofText(
  reader: string,
  write: (entries: readonly FuzzEntry[]) => string,
  read: (text: string) => readonly FuzzRecord[],
): FuzzSubject {
  return {
    reader,
    write: (entries) => Buffer.from(write(entries)),
    read(bytes) {
      requireTextFile(bytes, file)
      return read(decodeText(bytes))
    },
  }
}

function ofTable(table: DelimitedRows | undefined): readonly FuzzRecord[] {
  const { columns = [], rows = [] } = table ?? {}
  const runs = findRunColumns(columns, rows)
  return rows.map((row) => ({ name: row.Name ?? '', runs: readRuns(row, runs).flat() }))
}

function flatRuns(entries: readonly { name: string; runs: readonly (string | readonly string[])[] }[]) {
  return entries.map(({ name, runs }) => ({ name, runs: runs.flat() }))
}

/** Of data that a program has read: what has a name and a list of runs. */
function records(data: unknown): readonly FuzzRecord[] {
  const items: readonly unknown[] = Array.isArray(data) ? data : []
  return items.flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('name' in item) || !('runs' in item)) return []
    return [{ name: String(item.name), runs: Array.isArray(item.runs) ? item.runs.map(String) : [] }]
  })
}

function separated(delimiter: string, end: string, quote = '') {
  const line = (cells: readonly string[]) => `${cells.map((cell) => `${quote}${cell}${quote}`).join(delimiter)}${end}`
  return (entries: readonly FuzzEntry[]) => [heads, ...entries.map(cellsOf)].map(line).join('')
}

function axwarePage(entries: readonly FuzzEntry[]): string {
  const rows = entries.map(({ name, number, runs }, index) => {
    const cells = Array.from({ length: 4 }, (_, run) => `<td valign="top">${runs[run] ?? ''}</td>`).join('')
    return `<tr><td>${index + 1}</td><td>str</td><td>${number}</td><td>${name}</td><td>Miata</td>${cells}<td>-</td></tr>\n`
  })
  const head = ['Pos.', 'Class', '#', 'Driver', 'Car Model', 'Run 1', 'Run 2', 'Run 3', 'Run 4', 'Total']
  const title = `<tr><th colspan="10"><a name="str"></a>str - 'Street' Total Entries: ${entries.length} Trophies: 1</th></tr>\n`
  return `<html><body><table>\n<tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr>\n${title}${rows.join('')}</table></body></html>\n`
}

function prontoPageOf(layout: 'capitals' | 'html5') {
  return (entries: readonly FuzzEntry[]) => {
    const made = entries.map(({ name, number, runs }) => ({
      ...{ name, number, runs, car: '1990 Mazda Miata', tire: 'Hoosier', total: runs[0] ?? '', gap: '0.111' },
    }))
    return prontoPage([{ code: 'STR', entries: made }], { layout })
  }
}

function tablePage(entries: readonly FuzzEntry[]): string {
  const rows = [heads, ...entries.map(cellsOf)].map(
    (cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>\n`,
  )
  return `<html><body><h1>Results</h1>\n<table>\n${rows.join('')}</table></body></html>\n`
}

function jsonLines(entries: readonly FuzzEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

function yamlOf(entries: readonly FuzzEntry[]): string {
  return entries
    .map(({ name, number, runs }) => `- name: ${name}\n  number: "${number}"\n  runs: [${runs.join(', ')}]\n`)
    .join('')
}

function sqliteSubject(engine: SqliteEngine): FuzzSubject {
  const Maker = engine.Database as unknown as new () => { exec(sql: string): void; export(): Uint8Array; close(): void }
  return {
    reader: 'sqlite',
    write(entries) {
      const database = new Maker()
      const rows = entries.map(({ name, number, runs }) => `('${name}', '${number}', '${runs.join(' ')}')`)
      database.exec(
        `CREATE TABLE results (name TEXT, number TEXT, runs TEXT); INSERT INTO results VALUES ${rows.join()}`,
      )
      const bytes = Buffer.from(database.export())
      database.close()
      return bytes
    },
    read(bytes) {
      const { rows } = selectRows(engine, bytes, file, 'SELECT name, runs FROM results')
      return rows.map(({ name, runs }) => ({ name: String(name), runs: String(runs).split(' ') }))
    },
  }
}
