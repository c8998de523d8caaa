import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from '../files/data-folder.ts'
import { type SourceCollector, sourceGlobals } from './globals.ts'
import { createSourceNames } from './guard/source-names.ts'

// cspell:ignore encodng: misspelt on purpose
let root = ''
let collector: SourceCollector = { warnings: [], unterminated: [] }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-globals-'))
  cpSync(fileURLToPath(new URL('../sources/fixtures', import.meta.url)), root, { recursive: true })
  collector = { warnings: [], unterminated: [] }
})

afterEach(() => rmSync(root, { recursive: true }))

function render(template: string): string {
  const environment = new nunjucks.Environment(null, { autoescape: false })
  const globals = sourceGlobals(openDataFolder(root), collector, createSourceNames())
  for (const [name, reader] of Object.entries(globals)) environment.addGlobal(name, reader)
  return environment.renderString(template, {})
}

test('the documented template renders one JSON object a line', () => {
  const template = `{% for entry in axware_html("two-rows.htm") -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, car: entry.car, runs: entry.runs } | dump }}
{% endfor %}`
  const lines = render(template).trim().split('\n')
  expect(lines).toHaveLength(7)
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    driver_name: 'Orlo O’Mara',
    class: 'STS',
    number: '59',
    car: 'Tin & Rust "Special"',
    runs: ['61.078+DNF', '58.455', '64.905', '63.770', '62.964+3'],
  })
})

test('a row of csv works with every access that templates have', () => {
  const row = '{% set row = csv("club.csv")[0] %}'
  expect(render(`${row}{{ row.Class }} {{ row['Run 1'] }} {{ row.Car | dump }} {{ row.Nothing }}`)).toBe(
    'P-STS 41.1 "Rust, red \\"Special\\"" ',
  )
  expect(JSON.parse(render(`${row}{{ row | dump }}`))).toMatchObject({ FirstName: 'Nell', 'Run 3 Pen': 'RERUN 1' })
  expect(render(`${row}{% for name, value in row %}{{ name }};{% endfor %}`)).toContain('FirstName;LastName;')
})

test('run_columns, run_notation and normalize_run return the sport’s notation', () => {
  const runs = '{% for row in csv("club.csv") %}{{ run_columns(row) | dump }}{% endfor %}'
  expect(render(runs)).toBe('["41.1","40.516","39+RRN"]["52.1+2","DNF"]["","","51.000+1/2"]')
  expect(render('{{ run_notation("40.1", "dn") }} {{ run_notation(40.1, 2) }} {{ run_notation("40.1") }}')).toBe(
    '40.1+DNF 40.1+2 40.1',
  )
  expect(render('{{ normalize_run("50.192(1)") }}')).toBe('50.192+1')
})

test('csv accepts its delimiter as a keyword, in an object or alone', () => {
  writeFileSync(join(root, 'odd.csv'), 'a,b;c\n1;2\n')
  for (const option of ['delimiter=";"', '{ delimiter: ";" }', '";"']) {
    expect(render(`{{ csv("odd.csv", ${option})[0].c }}`)).toBe('2')
  }
})

test('axware_grid, tsv, json, yaml and text read their files', () => {
  writeFileSync(join(root, 'a.json'), '{"a": [1]}')
  writeFileSync(join(root, 'a.yaml'), 'a: [2]\n')
  writeFileSync(join(root, 'a.txt'), '')
  expect(render('{{ axware_grid("shuffled.rgg")[0].columns.Sponsor }}')).toBe('Acme')
  expect(render('{{ tsv("shuffled.rgg")[0]["Last Name"] }}')).toBe('Vane')
  expect(render('{{ json("a.json").a[0] }}{{ yaml("a.yaml").a[0] }}[{{ text("a.txt") }}]')).toBe('12[]')
})

test('two reads of one file collect its warnings once, and its missing last newline once', () => {
  writeFileSync(join(root, 'open.csv'), 'a,b\n1,2')
  const twice = (reader: string) => `{% set a = ${reader} %}{% set b = ${reader} %}`
  writeFileSync(join(root, 'unknown.rgg'), 'Class\tNumber\tName\tRun 1\tPen 1\nSS\t1\tAnn\t40.1\tF\n')
  render(twice('csv("open.csv")') + twice('axware_grid("unknown.rgg")'))
  expect(collector.unterminated).toEqual(['open.csv'])
  expect(collector.warnings).toHaveLength(1)
})

test.each([
  ['{{ csv("nothing.csv") }}', /nothing\.csv: there is no such file/],
  ['{{ csv("../a.csv") }}', /only files inside the data folder/],
  ['{{ csv(nothing) }}', /no file name/],
  ['{{ axware_grid("club.csv") }}', /club\.csv, line 1: its fields are separated by commas, and not by tabs/],
])('%s throws a sentence that names the fault', (template, sentence) => {
  expect(() => render(template)).toThrow(sentence)
})

test.each(['axware_html', 'axware_grid', 'pronto_html', 'html_rows', 'csv', 'tsv', 'json', 'jsonl', 'yaml'])(
  '%s throws for an empty file',
  (reader) => {
    writeFileSync(join(root, 'empty'), '\n')
    expect(() => render(`{{ ${reader}("empty") }}`)).toThrow(/empty: the file is empty/)
  },
)

test('every reader takes an encoding', () => {
  const polish = Buffer.from('name,x\n\xa3ukasz,1\n', 'latin1')
  writeFileSync(join(root, 'a.csv'), polish)
  writeFileSync(join(root, 'a.tsv'), Buffer.from(polish.toString('latin1').replaceAll(',', '\t'), 'latin1'))
  writeFileSync(join(root, 'a.json'), Buffer.from('[{"name":"\xa3ukasz"}]', 'latin1'))
  writeFileSync(join(root, 'a.jsonl'), Buffer.from('{"name":"\xa3ukasz"}\n', 'latin1'))
  writeFileSync(join(root, 'a.yaml'), Buffer.from('- name: \xa3ukasz\n', 'latin1'))
  writeFileSync(join(root, 'a.rgg'), Buffer.from('Class\tNumber\tName\nS\t1\t\xa3ukasz\n', 'latin1'))
  for (const reader of ['csv', 'tsv', 'json', 'jsonl', 'yaml']) {
    expect(render(`{{ ${reader}("a.${reader}", encoding="windows-1250")[0].name }}`)).toBe('Łukasz')
  }
  expect(render('{{ axware_grid("a.rgg", encoding="windows-1250")[0].name }}')).toBe('Łukasz')
  expect(render('{{ text("a.csv", encoding="windows-1250") }}')).toContain('Łukasz')
  expect(collector.warnings).toEqual([])
})

test('a guessed encoding brings one warning, and none for AXWare, whose encoding is known', () => {
  writeFileSync(join(root, 'a.csv'), Buffer.from('name,x\nJos\xe9,1\n', 'latin1'))
  render('{{ csv("a.csv")[0].name }}{{ csv("a.csv")[0].name }}{{ axware_grid("windows-1252.rgg")[0].name }}')
  expect(collector.warnings).toMatchObject([{ code: 'encoding_guessed', file: 'a.csv' }])
})

test('bad bytes bring one warning with their lines', () => {
  writeFileSync(
    join(root, 'a.csv'),
    Buffer.concat([Buffer.from('name,x\nJosé,1\n'), Buffer.from('Bj\xf6rn,2\n', 'latin1')]),
  )
  expect(render('{{ csv("a.csv")[0].name }} {{ csv("a.csv")[1].name }}')).toBe('José Björn')
  expect(collector.warnings).toMatchObject([{ code: 'bad_bytes', file: 'a.csv', line: 3 }])
})

test.each([
  ['encoding="windows-1520"', 'there is no encoding "windows-1520". Did you mean "windows-125'],
  ['encodng="latin1"', 'there is no option "encodng". Did you mean "encoding"?'],
  ['skip="3"', 'skip is a number of lines'],
  ['header=3', 'header is a text in quotes'],
  ['3', '3 is no option of a reader'],
])('csv with %s is refused with what is right', (option, sentence) => {
  expect(() => render(`{{ csv("club.csv", ${option}) }}`)).toThrow(`club.csv: ${sentence}`)
})

test('csv and tsv begin where header or skip say', () => {
  writeFileSync(join(root, 'a.csv'), 'Title\nName;x\nAda;1\n')
  writeFileSync(join(root, 'a.tsv'), 'Title\nName\tx\nAda\t1\n')
  for (const reader of ['csv', 'tsv']) {
    expect(render(`{{ ${reader}("a.${reader}", header="Name")[0].Name }}`)).toBe('Ada')
    expect(render(`{{ ${reader}("a.${reader}", skip=1)[0].Name }}`)).toBe('Ada')
  }
  writeFileSync(join(root, 'a.rgg'), 'Title\nClass\tNumber\tName\nSS\t4\tAda\n')
  for (const option of ['header="Name"', 'skip=1']) {
    expect(render(`{{ axware_grid("a.rgg", ${option})[0].name }}`)).toBe('Ada')
  }
  expect(() => render('{{ axware_grid("a.rgg") }}')).toThrow('a.rgg, line 1: the header seems to be in line 2')
})
