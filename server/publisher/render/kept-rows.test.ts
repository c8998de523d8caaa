import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { repetitions } from '../../../testing/repetitions.ts'
import { openDataFolder } from '../files/data-folder.ts'
import { createReadingMemory, type ReadingMemory } from './readers/reading-memory.ts'
import { renderTemplate } from './render-template.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-kept-'))
})
afterAll(() => rmSync(root, { recursive: true }))

async function pass(memory?: ReadingMemory) {
  const list = await renderTemplate(openDataFolder(root, {}, memory?.contents), 'drivers.jsonl.njk', undefined, memory)
  memory?.endPass()
  return list
}

const rows = (body: string) => `{% for row in csv("live.csv") -%}\n${body}\n{% endfor %}`
const templates: Readonly<Record<string, string>> = {
  'a record of each row': rows('{{ { driver_name: row.Name, class: row.Class, runs: run_columns(row) } | dump }}'),
  'one name of each row': rows('{{ row.Name }}'),
  'a name that only some need': rows('{{ row.Name }}{% if row.Class == "SS" %}{{ row.Note }}{% endif %}'),
  'a name of a column that would be left over': rows('{{ row.Note or "" }}{{ run_columns(row) | dump }}'),
  'a name that may be missing': rows('{{ { car: row.Car, note: row.Note | default("") } | dump }}'),
  'a name that must be there': rows('{{ row.Name }} {{ row.Note }}'),
  'a variable of each row': rows('{% set isPro = row.Class.startsWith("P") %}{{ row.Name if isPro else row.Class }}'),
  'runs of some rows': rows('{{ row.Name }}{{ run_columns(row) | dump if row.Class == "SS" else "" }}'),
  'lines around the loop': `first\n${rows('{{ row.Name }}')}last {{ csv("live.csv") | length }}`,
  'several lines of each row': rows('{{ row.Name }}\n{{ row.Class }}'),
  'parts of lines': '[{% for row in csv("live.csv") %}{{ row | dump }},{% endfor %}0]',
  'rows of one class': `{% for class, rows in csv("live.csv") | groupby("Class") %}{{ class }}:{% for row in rows %}{{ row.Name }} {% endfor %}\n{% endfor %}`,
  'two loops over one file': rows('{{ row.Name }}') + rows('{{ row.Class }}{{ run_columns(row) | dump }}'),
  lists: '{% for row in html_rows("live.html") %}{{ row[0] }}{{ row.length }}{{ row[2] | default("-") }}\n{% endfor %}',
  'a page': `{% for row in html_rows("live.html", header="Name") %}{{ row.Name }}{{ row.Note or "" }}{{ run_columns(row) | dump }}\n{% endfor %}`,
  'the number of each row': rows('{{ loop.index }}{{ row.Name }}'),
  'a sum over rows': `{% set all = [] %}${rows('{% set n = all.push(row.Name) %}{{ n }}')}{{ all | join }}`,
}

const header = fc.constantFrom(
  ['Name', 'Class', 'Run 1', 'Pen 1'],
  ['Name', 'Class', 'Run 1', 'Note'],
  ['Name', 'Class', 'Time', 'Run 1'],
  ['Name', 'Class', 'Car', 'Total'],
)
const row = fc.tuple(
  fc.constantFrom('Ann', 'Bo', 'Cy', 'Núñez', ''),
  fc.constantFrom('SS', 'P-GS', 'GS'),
  fc.constantFrom('45.1', '46.2', 'DNF', ''),
  fc.constantFrom('1', '', '47.3', 'x'),
)
/** Saves of a table: its rows change, and now and then its columns. */
const saves = fc
  .tuple(
    header,
    fc.array(row, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.option(header), fc.nat(), fc.nat({ max: 2 }), fc.array(row, { maxLength: 2 })), {
      maxLength: 4,
    }),
  )
  .map(([first, some, edits]) => {
    let [columns, all] = [first, some]
    const tables = [[columns, ...all]]
    for (const [other, at, lost, added] of edits) {
      if (other) columns = other
      all = all.toSpliced(at % (all.length + 1), lost, ...added)
      tables.push([columns, ...all])
    }
    return tables
  })

function save(table: readonly (readonly string[])[]): void {
  writeFileSync(join(root, 'live.csv'), `${table.map((cells) => cells.join(',')).join('\n')}\n`)
  const lines = table.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  writeFileSync(join(root, 'live.html'), `<html><table>\n${lines.join('\n')}\n</table></html>`)
}

test.each(Object.entries(templates))(
  'given a table that is saved again and again, when a template uses %s, then each list and its warnings, or its problem, are those of the table alone',
  async (_, template) => {
    writeFileSync(join(root, 'drivers.jsonl.njk'), template)
    const property = fc.asyncProperty(saves, async (tables) => {
      const memory = createReadingMemory()
      for (const table of tables) {
        save(table)
        const alone = await pass()
        expect(await pass(memory)).toEqual(alone)
        expect(await pass(memory)).toEqual(alone)
      }
    })
    await fc.assert(property, { numRuns: repetitions({ unit: 40, full: 400 }) })
  },
)

test('given a template with text around its loops, then the list has all of it in its order', async () => {
  const loop = '{% for row in csv("live.csv") %}{{ row.Name }}{% endfor %}'
  writeFileSync(join(root, 'drivers.jsonl.njk'), `first ${loop} second\n${loop}\n${rows('{{ row.Class }}\n-')}last`)
  save([
    ['Name', 'Class'],
    ['Ann', 'SS'],
    ['Bo', 'GS'],
  ])
  const memory = createReadingMemory()
  const lines = ['first AnnBo second', 'AnnBo', 'SS', '-', 'GS', '-', 'last']
  expect([await pass(memory), await pass(memory)]).toMatchObject([{ lines }, { lines }])
})

test('given a table of which one row has changed, then the template renders that row alone', async () => {
  const table = (time: string) => [
    ['Name', 'Class', 'Run 1', 'Pen 1'],
    ...Array.from({ length: 20 }, (_, index) => [`Driver ${index}`, 'SS', index === 7 ? time : '45.1', '']),
  ]
  writeFileSync(join(root, 'drivers.jsonl.njk'), templates['a record of each row'] ?? '')
  const memory = createReadingMemory()
  save(table('44.1'))
  await pass(memory)
  save(table('43.9'))
  const rendered = vi.spyOn(JSON, 'stringify')
  const list = await pass(memory)
  const records = rendered.mock.calls.filter(([value]) => Object.hasOwn(Object(value), 'driver_name'))
  rendered.mockRestore()
  expect(records).toEqual([[{ driver_name: 'Driver 7', class: 'SS', runs: ['43.9'] }, null, undefined]])
  expect(list).toEqual(await pass())
})
