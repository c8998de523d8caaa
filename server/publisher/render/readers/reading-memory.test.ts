import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { openDataFolder } from '../../files/data-folder.ts'
import { prontoPage } from '../../sources/pronto/pronto-page.fixture.ts'
import { madeUpWorkbook } from '../../sources/workbook/made-up-workbook.fixture.ts'
import { sourceGlobals } from '../globals.ts'
import { createSourceNames } from '../guard/source-names.ts'
import { renderTemplate } from '../render-template.ts'
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-memory-'))
  cpSync(fileURLToPath(new URL('../../sources/fixtures', import.meta.url)), root, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

/** What a pass over the folder gives. With a memory, as one of several passes. */
async function pass(template: string, memory?: ReadingMemory) {
  writeFileSync(join(root, 'drivers.jsonl.njk'), template)
  const list = await renderTemplate(openDataFolder(root, {}, memory?.contents), 'drivers.jsonl.njk', undefined, memory)
  memory?.endPass()
  return list
}

const table = [
  'Name,Class,#,Run 1,Pen 1,Run 2,Pen 2,Note',
  'Ann Lee,SS,4,45.612,,44.1,1,45.1',
  '"Lee, Bo",SS,5,46.2,DNF,,,',
  'Cy,GS,6,47.3,,,,',
  'Cy,GS,6,47.3,,,,',
]
const rows = `{{ row | dump }}{{ row.Name }}{{ run_columns(row) | dump }}\n`
const entry = `{{ entry | dump }}{{ entry.name }}{{ entry.columns | dump }}\n`
const page = `<html><table>\n${table.map((line) => `<tr>${line.replaceAll(/[^,]+|(?<=,)(?=,|$)/g, '<td>$&</td>')}</tr>`).join('\n')}\n</table></html>`
const pronto = prontoPage([
  {
    code: 'STR',
    entries: [
      {
        number: '35',
        name: 'Ann Lee',
        car: 'Miata',
        tire: '',
        runs: ['47.1(1)', '46.0', '45.1'],
        total: '45.1',
        gap: '',
      },
      { number: '9', name: 'Bo Ek', car: 'Golf', tire: '', runs: ['RRN', '46.2'], total: '46.2', gap: '1.1' },
    ],
  },
])
const fixture = (name: string) => readFileSync(new URL(`../../sources/fixtures/${name}`, import.meta.url), 'latin1')
const records = [
  { name: 'Ann', runs: ['45.1'] },
  { name: 'Bo', runs: ['46.2', '47'] },
]

/** For each reader: a file as a program writes it, and a template that shows everything of it. */
const readers: Readonly<Record<string, { readonly text: string; readonly template: string }>> = {
  csv: { text: `${table.join('\n')}\n`, template: `{% for row in csv("f") %}${rows}{% endfor %}` },
  'csv, read twice': {
    text: `${table.join('\r\n')}\r\n`,
    template: `{% for row in csv("f") %}{{ row.Note }}{% endfor %}{% for row in csv("f") %}${rows}{% endfor %}`,
  },
  'csv, with an option': {
    text: `Results\n${table.join('\n')}\n`,
    template: `{% for row in csv("f", header="Name") %}${rows}{% endfor %}`,
  },
  tsv: {
    text: `${table.join('\n').replaceAll(',', '\t')}\n`,
    template: `{% for row in tsv("f") %}${rows}{% endfor %}`,
  },
  axware_grid: { text: fixture('shuffled.rgg'), template: `{% for entry in axware_grid("f") %}${entry}{% endfor %}` },
  axware_html: {
    text: fixture('two-rows.htm'),
    template: `{% for entry in axware_html("f") %}${entry.replace('{{ entry.columns | dump }}', '')}{% endfor %}`,
  },
  'axware_html of two days': {
    text: fixture('two-days.htm'),
    template: `{% for entry in axware_html("f") %}{{ entry | dump }}\n{% endfor %}`,
  },
  html_rows: { text: page, template: `{% for row in html_rows("f", header="Name") %}${rows}{% endfor %}` },
  'html_rows without a heading': {
    text: page,
    template: '{% for row in html_rows("f") %}{{ row | dump }}\n{% endfor %}',
  },
  pronto_html: { text: pronto, template: '{% for entry in pronto_html("f") %}{{ entry | dump }}\n{% endfor %}' },
  'pronto_html among others': {
    text: pronto,
    template: '{% for entry in pronto_html("f*") %}{{ entry | dump }}\n{% endfor %}',
  },
  json: {
    text: JSON.stringify(records, undefined, 1),
    template: '{% for one in json("f") %}{{ one | dump }}\n{% endfor %}',
  },
  jsonl: {
    text: records.map((one) => `${JSON.stringify(one)}\n`).join(''),
    template: '{% for one in jsonl("f") %}{{ one | dump }}\n{% endfor %}',
  },
  yaml: {
    text: '- name: Ann\n  runs: [45.1]\n- name: Bo\n  runs: [46.2, 47]\n',
    template: '{% for one in yaml("f") %}{{ one | dump }}\n{% endfor %}',
  },
}

const added = fc.constantFrom(
  ...[
    '1',
    '.',
    '45.612',
    'DNF',
    'é',
    '"',
    ',',
    '\t',
    '\n',
    '\r\n',
    '\0',
    '<tr>',
    '</tr>',
    '</table>',
    '<!--',
    '<td>9',
    'SS',
  ],
)
/** One save: it replaces a part of the text, moves lines, or changes nothing. */
const edit = fc.record({
  at: fc.nat(),
  lost: fc.nat({ max: 6 }),
  added: fc.array(added, { maxLength: 3 }),
  line: fc.nat(),
})
const kinds = fc.constantFrom<'text' | 'line lost' | 'line doubled' | 'lines swapped' | 'nothing'>(
  ...(['text', 'text', 'line lost', 'line doubled', 'lines swapped', 'nothing'] as const),
)

function edited(
  text: string,
  kind: string,
  { at, lost, added: parts, line }: { at: number; lost: number; added: readonly string[]; line: number },
): string {
  const lines = text.split(/(?<=\n)/)
  const index = line % lines.length
  const one = lines[index] ?? ''
  if (kind === 'line lost') return lines.toSpliced(index, 1).join('')
  if (kind === 'line doubled') return lines.toSpliced(index, 0, one).join('')
  if (kind === 'lines swapped')
    return [
      ...lines.toSpliced(index, 1).slice(0, at % lines.length),
      one,
      ...lines.toSpliced(index, 1).slice(at % lines.length),
    ].join('')
  const place = at % (text.length + 1)
  return kind === 'nothing' ? text : text.slice(0, place) + parts.join('') + text.slice(place + lost)
}

test.each(Object.entries(readers))(
  'given a file that is saved again and again, when %s keeps what it read, then each list and its warnings are those of the file alone',
  async (_, { text, template }) => {
    const property = fc.asyncProperty(fc.array(fc.tuple(kinds, edit), { maxLength: 7 }), async (saves) => {
      const memory = createReadingMemory()
      let saved = text
      for (const [kind, change] of [['nothing', { at: 0, lost: 0, added: [], line: 0 }] as const, ...saves]) {
        saved = edited(saved, kind, change)
        writeFileSync(join(root, 'f'), saved, 'latin1')
        expect(await pass(template, memory)).toEqual(await pass(template))
      }
    })
    await fc.assert(property, { numRuns: repetitions({ unit: 10, full: 100 }) })
  },
)

test('given a page whose heading of a class changes, then the entries below it are of the new class', async () => {
  const template = '{% for entry in axware_html("f") %}{{ entry.group }} {{ entry.group_name }}, {% endfor %}'
  const memory = createReadingMemory()
  const groups = async (heading: string) => {
    const text = fixture('two-rows.htm').replaceAll('"P"', `"${heading[0]}"`).replace("P - 'Pro'", heading)
    writeFileSync(join(root, 'f'), text, 'latin1')
    return pass(template, memory)
  }
  expect(await groups("P - 'Pro'")).toMatchObject({ lines: [expect.stringContaining('P Pro, P Pro, P Pro, ')] })
  expect(await groups("Q - 'Pro'")).toMatchObject({ lines: [expect.stringContaining('Q Pro, Q Pro, Q Pro, ')] })
  expect(await groups("Q - 'Old'")).toMatchObject({ lines: [expect.stringContaining('Q Old, Q Old, Q Old, ')] })
})

test.each([
  [
    'by two readers',
    '{% for row in csv("f") %}{{ row | dump }}{% endfor %}{% for row in tsv("f") %}{{ row | dump }}{% endfor %}',
  ],
  [
    'with two options',
    '{% for row in csv("f", skip=1) %}{{ row | dump }}{{ run_columns(row) }}{% endfor %}{% for row in csv("f", skip=2) %}{{ row | dump }}{{ run_columns(row) }}{% endfor %}',
  ],
  ['as JSON and as YAML', '{{ yaml("f") | dump }}{{ json("f") | dump }}'],
])('given a template that reads a file %s, then each call has its own records', async (what, template) => {
  const memory = createReadingMemory()
  const lines = ['Run 1,Note', 'Run 1,Run 2', '45.1,46.2', '47.3,48.4']
  const texts = what.includes('JSON')
    ? ['{"a": 0o7}', '{"a": 1}']
    : [`${lines.join('\n')}\n`, `${lines.join('\n')}\n49.1,\n`]
  for (const text of [...texts, ...texts]) {
    writeFileSync(join(root, 'f'), text)
    expect(await pass(template, memory)).toEqual(await pass(template))
  }
})

test.each([
  ['adds to the runs of an entry', '{% set more = entry.runs.push("99.9") %}'],
  ['takes from them', '{% set last = entry.runs.pop() %}'],
  ['sorts them', '{% set sorted = entry.runs.sort() %}'],
  ['adds by a name that it works out', '{% set name = "pu" + "sh" %}{% set more = entry.runs[name]("99.9") %}'],
  ['adds in a macro', '{% macro add(list) %}{% set more = list.push("99.9") %}{% endmacro %}{{ add(entry.runs) }}'],
])('given a template that %s, then every pass over the same file gives the same list', async (_, change) => {
  const template = `{% for entry in axware_grid("shuffled.rgg") %}${change}{{ entry.runs | dump }}\n{% endfor %}`
  const alone = await pass(template)
  expect(alone).toMatchObject({ kind: 'rendered' })
  const memory = createReadingMemory()
  for (let number = 1; number <= 3; number += 1) expect(await pass(template, memory)).toEqual(alone)
})

/** What a reader gives to the template of one pass. */
function read(memory: ReadingMemory, reader: string): unknown {
  const folder = openDataFolder(root, {}, memory.contents)
  const globals = sourceGlobals(folder, { warnings: [], unterminated: [] }, createSourceNames(), { memory })
  const found = globals[reader]?.('f')
  memory.endPass()
  return Array.isArray(found) ? found[0] : found
}

test.each(['csv', 'tsv', 'axware_grid', 'axware_html', 'html_rows', 'pronto_html', 'json', 'jsonl', 'yaml'])(
  'given a file that was saved with the same bytes, then %s gives the records of the last pass again',
  (reader) => {
    const save = () => writeFileSync(join(root, 'f'), readers[reader]?.text ?? '', 'latin1')
    const memory = createReadingMemory()
    save()
    const first = read(memory, reader)
    save()
    expect(first).toBeTypeOf('object')
    expect(read(memory, reader)).toBe(first)
  },
)

test('given a workbook with the same bytes, then it is not read again', () => {
  const save = (name: string) =>
    writeFileSync(join(root, 'f'), madeUpWorkbook([{ name: 'Results', rows: [['Name'], [name]] }]))
  const memory = createReadingMemory()
  save('Ann')
  const first = read(memory, 'xlsx')
  save('Ann')
  expect(read(memory, 'xlsx')).toBe(first)
  save('Bo')
  expect(read(memory, 'xlsx')).toEqual({ Name: 'Bo' })
})
