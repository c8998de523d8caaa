import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { renderTemplate } from '../render-template.ts'

// cspell:ignore Klasse Klase dmup entris Startnummer: misspelt on purpose
const entries = [
  { name: 'Joan', car: { make: 'Lotus' } },
  { name: 'Ann', nick: 'A', car: {} },
]
const files = {
  'live.csv': 'Name,Klasse\nJoan,SS\n',
  'live.tsv': 'Name\tKlasse\nJoan\tSS\n',
  'live.rgg': 'Class\tNumber\tFirst Name\tTire\nSS\t1\tJoan\tHoosier\n',
  'live.json': JSON.stringify({ entries, title: 'Spring' }),
  'keyed.json': JSON.stringify({ 12: { name: 'Joan' }, 13: { name: 'Ann', nick: 'A' } }),
  'live.yaml': '- name: Joan\n- { name: Ann, nick: A }\n',
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-names-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true }))

async function render(template: string) {
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  return renderTemplate(openDataFolder(folder), 'drivers.jsonl.njk')
}

const rows = (reader: string, row: string) => `{% for row in ${reader} %}\n${row}{% endfor %}`

test.each<[string, string, string]>([
  [
    'a column of csv',
    rows('csv("live.csv")', '{{ row.Klase }}'),
    'no record of live.csv has "Klase". Did you mean "Klasse"?',
  ],
  ['a column in brackets', rows('csv("live.csv")', '{{ row["Klase"] }}'), 'Did you mean "Klasse"?'],
  [
    'a column of tsv',
    rows('tsv("live.tsv")', '{{ row.name }}'),
    'no record of live.tsv has "name". Did you mean "Name"?',
  ],
  ['a field of a grid', rows('axware_grid("live.rgg")', '{{ row.clas }}'), 'Did you mean "class"?'],
  ['another column of a grid', rows('axware_grid("live.rgg")', '{{ row.columns.Tyre }}'), 'Did you mean "Tire"?'],
  [
    'a key of JSON',
    rows('json("live.json").entries', '{{ row.nik }}'),
    'no record of live.json has "nik". Did you mean "nick"?',
  ],
  ['a key of an inner record', rows('json("live.json").entries', '{{ row.car.mark }}'), 'Did you mean "make"?'],
  ['the list itself', '\n{% for row in json("live.json").entris %}{% endfor %}', 'Did you mean "entries"?'],
  [
    'a key of YAML',
    rows('yaml("live.yaml")', '{{ row.nik }}'),
    'no record of live.yaml has "nik". Did you mean "nick"?',
  ],
  ['a key that groups', '\n{{ csv("live.csv") | groupby("Klase") | dump }}', 'Did you mean "Klasse"?'],
  ['a key that sorts', '\n{{ csv("live.csv") | sort(attribute="Klase") | dump }}', 'Did you mean "Klasse"?'],
  ['a condition', rows('csv("live.csv")', '{% if row.Klase == "SS" %}{% endif %}'), 'Did you mean "Klasse"?'],
  ['a variable', rows('csv("live.csv")', '{{ rwo.Klasse }}'), 'nothing is called "rwo". Did you mean "row"?'],
  ['a reader', '\n{{ cvs("live.csv") }}', 'nothing is called "cvs". Did you mean "csv"?'],
  ['a filter', '\n{{ 1 | dmup }}', 'there is no filter "dmup". Did you mean "dump"?'],
  ['a test', '\n{{ 1 is od }}', 'there is no test "od". Did you mean "odd"?'],
  ['a reader behind an include that is fine', '\n{{ cvs }}', 'nothing is called "cvs"'],
  ['quotes of a word processor', '\n{{ csv(“live.csv”) }}', 'the quotes in “live are curly.'],
])(
  'given a misspelt name for %s, then the problem has line, name and the nearest name',
  async (_what, template, message) => {
    const result = await render(template)
    expect(result).toMatchObject({
      kind: 'rejected',
      problem: { code: 'unknown_name', file: 'drivers.jsonl.njk', line: 2 },
    })
    expect(result.kind === 'rejected' && result.problem.message).toContain(`drivers.jsonl.njk, line 2: ${''}`)
    expect(result.kind === 'rejected' && result.problem.message).toContain(message)
    expect(result.kind === 'rejected' && result.problem.hint).toContain('The last good list stays.')
  },
)

test.each<[string, string, string]>([
  ['a key that some records have', rows('json("live.json").entries', '[{{ row.nick }}]').replace('\n', ''), '[][A]'],
  [
    'a key that some records by number have',
    '{% for number, row in json("keyed.json") %}[{{ row.nick }}]{% endfor %}',
    '[][A]',
  ],
  ['a missing column with a default', rows('csv("live.csv")', '{{ row.Car | default("-") }}').replace('\n', ''), '-'],
  [
    'a missing column that is asked for',
    rows('csv("live.csv")', '{{ row.Car is defined }}').replace('\n', ''),
    'false',
  ],
  [
    'a missing column that is asked for otherwise',
    rows('csv("live.csv")', '{{ row.Car is undefined }}').replace('\n', ''),
    'true',
  ],
  ['a missing variable with a default', '{{ nothing | default("-") }}', '-'],
  ['a member of a missing variable with a default', '{{ nothing.at.all | d("-") }}', '-'],
  ['a variable that is set only sometimes', '{% if 0 %}{% set a = 1 %}{% endif %}[{{ a }}]', '[]'],
  ['the last row before there is one', '{% for a in [1, 2] %}[{{ last }}]{% set last = a %}{% endfor %}', '[][1]'],
  ['a name that the template works out', rows('csv("live.csv")', '[{{ row["Run " ~ 1] }}]').replace('\n', ''), '[]'],
  ['the length of a text', '{{ "abc".length }}{{ [].length }}', '30'],
  ['the caller of a macro', '{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}c{% endcall %}', 'c'],
])('given %s, then the template renders', async (_what, template, text) => {
  expect(await render(template)).toMatchObject({ kind: 'rendered', lines: text.split('\n') })
})

test('given many columns, then the hint lists the first 20 and says how many more there are', async () => {
  await writeFile(join(folder, 'wide.csv'), `${Array.from({ length: 25 }, (_, index) => `c${index}`).join(',')}\n1\n`)
  const result = await render(rows('csv("wide.csv")', '{{ row.nothing }}'))
  const hint = result.kind === 'rejected' ? result.problem.hint : ''
  expect(hint).toContain('There are "c0", "c1"')
  expect(hint).toContain('"c19" and 5 more.')
})

const record = (car: string, number = 'row.Name') =>
  rows('csv("live.csv")', `{{ { number: ${number}, car: ${car} } | dump }}`)

test.each<[string, string]>([
  ['a descriptive attribute', record('row.Vehicle')],
  ['a part of a descriptive attribute', record('row.Name ~ row.Vehicle | trim')],
  ['an alternative', rows('csv("live.csv")', '{{ row.Vehicle or row.Name }}')],
  ['a list that may be missing', rows('csv("live.csv")', '{% for one in row.Vehicle or [] %}{% endfor %}')],
  ['a condition', rows('csv("live.csv")', '{% if row.Vehicle %}a{% endif %}')],
  ['a condition in an expression', rows('csv("live.csv")', '{{ "a" if row.Vehicle and not row.Vehicle else "b" }}')],
])(
  'given a column that the file lacks as %s, then the list is rendered, with one warning that has the line',
  async (_what, template) => {
    const result = await render(template)
    expect(result).toMatchObject({
      kind: 'rendered',
      warnings: [{ code: 'missing_name', file: 'drivers.jsonl.njk', line: 2 }],
    })
    const [{ message } = { message: '' }] = result.kind === 'rendered' ? result.warnings : []
    expect(message).toContain('no record of live.csv has "Vehicle". It is taken as empty')
  },
)

test.each<[string, string]>([
  ['a misspelt name in a descriptive attribute', record('row.Klase')],
  ['a missing column in an attribute that decides', record('row.Name', 'row.Startnummer')],
  ['a missing variable in a descriptive attribute', record('rwo.Name')],
  ['a compared column in a condition', rows('csv("live.csv")', '{% if row.Vehicle == "a" %}a{% endif %}')],
])('given %s, then the list is refused', async (_what, template) => {
  expect(await render(template)).toMatchObject({ kind: 'rejected', problem: { code: 'unknown_name', line: 2 } })
})

test.each([
  ['row.Name ~ row.Vehicle', '{"car":"Joan"}'],
  ['row.Vehicle | trim', '{"car":""}'],
  ['row.Vehicle', '{}'],
])('given the car %s without such a column, then the record is %s', async (car, text) => {
  const result = await render(rows('csv("live.csv")', `{{ { car: ${car} } | dump }}`))
  expect(result.kind === 'rendered' && result.lines.join('\n').trim()).toBe(text)
})
