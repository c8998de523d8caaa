import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { prontoPage } from '../../sources/pronto/pronto-page.fixture.ts'
import { renderTemplate } from '../render-template.ts'

// cspell:ignore drivr tabel lvie: misspelt on purpose
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-pages-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** What a template renders, or the message of its problem; and the codes of its warnings. */
async function render(template: string) {
  writeFileSync(join(root, 'drivers.jsonl.njk'), template)
  const rendered = await renderTemplate(openDataFolder(root), 'drivers.jsonl.njk')
  return rendered.kind === 'rendered'
    ? {
        text: rendered.lines.join('\n').trim(),
        codes: rendered.warnings.map(({ code }) => code),
        open: rendered.unterminated,
      }
    : { text: rendered.problem.message, codes: [rendered.problem.code], open: [] }
}

const rows = [
  ['No.', 'Driver', 'Run 1', 'Pen 1', 'Run 2', 'Pen 2'],
  ['4', 'José Ruiz', '60.100', '1', '61.2', ''],
  ['9', 'Bo', 'dnf', '', '59.0', '2'],
]
const page = `<html><p>Results</p><table>${rows
  .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  .join('\n')}</table>`

test('html_rows gives rows by heading, of which run_columns reads the runs', async () => {
  writeFileSync(join(root, 'a.html'), `${page}</html>`)
  const template =
    '{% for row in html_rows("a.html", header="Driver") %}{{ [row.Driver, run_columns(row)] | dump }}\n{% endfor %}'
  expect(await render(template)).toEqual({
    text: '["José Ruiz",["60.100+1","61.2"]]\n["Bo",["DNF","59.0+2"]]',
    codes: [],
    open: [],
  })
})

test('html_rows without a heading gives lists of texts, also of a page without its end, with one warning', async () => {
  writeFileSync(join(root, 'a.html'), Buffer.from(page, 'latin1'))
  const template = '{% for row in html_rows("a.html", table=1, encoding="latin1") %}{{ row | dump }}\n{% endfor %}'
  const twice = `{% set again = html_rows("a.html", encoding="latin1") %}${template}`
  expect(await render(twice)).toEqual({
    text: rows.map((row) => JSON.stringify(row)).join('\n'),
    codes: ['page_without_end'],
    open: ['a.html'],
  })
})

test.each([
  [
    'a heading that is not there',
    'html_rows("a.html", header="Driver")[0].Drivr',
    'has "Drivr". Did you mean "Driver"?',
  ],
  ['a place behind the last cell', 'html_rows("a.html")[0][6]', 'no record of a.html has "6"'],
  ['a name in the place of a number', 'html_rows("a.html")[0].Driver', 'no record of a.html has "Driver"'],
  ['an unknown option', 'html_rows("a.html", tabel=1)', 'there is no option "tabel". Did you mean "table"?'],
  ['a number in quotes', 'html_rows("a.html", table="1")', 'table is the number of a table, such as 2.'],
  ['a word in the place of true', 'html_rows("a.html", whole="yes")', 'whole is true or false, without quotes.'],
  ['an option of another reader', 'html_rows("a.html", delimiter=";")', 'there is no option "delimiter"'],
  ['a name that no entry of Pronto has', 'pronto_html("STR.php")[0].tyre', 'has "tyre". Did you mean "tire"?'],
  ['seconds in quotes', 'pronto_html("STR.php", cone_seconds="2")', 'cone_seconds is a number of seconds, such as 2.'],
])('a template with %s is refused, and the message says what is right', async (_, expression, sentence) => {
  writeFileSync(join(root, 'a.html'), `${page}</html>`)
  writeFileSync(join(root, 'STR.php'), prontoPage([classOf('STR', 'Ann')]))
  expect((await render(`{{ ${expression} }}`)).text).toContain(sentence)
})

function classOf(code: string, name: string) {
  const entry = { number: '1', name, car: '', tire: '', runs: ['47.100(1)'], total: '47.100', gap: '' }
  return { code, entries: [entry] }
}

test('pronto_html reads one page, a list of pages, or the pages of classes among those that a * names', async () => {
  mkdirSync(join(root, 'live'))
  for (const [code, name] of [
    ['STR', 'Ann'],
    ['CAMS', 'José'],
  ] as const) {
    writeFileSync(join(root, 'live', `${code}.html`), Buffer.from(prontoPage([classOf(code, name)]), 'latin1'))
  }
  writeFileSync(join(root, 'live', 'RawDay1.html'), '<html><table><tr><td>Raw</td></tr></table>\n')
  writeFileSync(join(root, 'live', 'eventName.html'), 'Lake Region Solo\n')
  writeFileSync(join(root, 'live', '.STR.html'), 'hidden')
  const list = (files: string) =>
    `{% for e in pronto_html(${files}) %}{{ [e.name, e.class, e.runs] | dump }}{% endfor %}`
  const [ann, jose] = ['["Ann","STR",["45.100+1"]]', '["José","CAMS",["45.100+1"]]']
  expect((await render(list('"live/STR.html"'))).text).toBe(ann)
  expect(await render(list('["live/STR.html", "live/CAMS.html"]'))).toEqual({
    text: `${ann}${jose}`,
    codes: [],
    open: [],
  })
  expect(await render(list('"live/*.html"'))).toEqual({ text: `${jose}${ann}`, codes: [], open: [] })
  expect((await render(list('"live/*.html", cone_seconds=0'))).text).toContain('47.100+1')
  expect((await render(list('"live/RawDay1.html"'))).text).toContain('this is no page of Pronto with the standings')
  expect((await render(list('"live/*.php"'))).text).toContain('live/*.php: no file in the data folder has such a name.')
  expect((await render(list('"../*.html"'))).codes).toEqual(['outside_data_folder'])
  expect((await render(list('"lvie/*.html"'))).codes).toEqual(['file_missing'])
})

test('given a page of a class without its heading among those that a * names, then a warning names it once', async () => {
  writeFileSync(join(root, 'STR.html'), prontoPage([classOf('STR', 'Ann')]))
  const unnamed = prontoPage([classOf('CAMS', 'José')]).replace(/Class standings for[^<]*/, '')
  writeFileSync(join(root, 'CAMS.html'), Buffer.from(unnamed, 'latin1'))
  const template = '{% for again in [1, 2] %}{% for e in pronto_html("*.html") %}{{ e.name }}{% endfor %}{% endfor %}'
  expect(await render(template)).toEqual({ text: 'AnnAnn', codes: ['passed_over'], open: [] })
})

test('given a page of a class that was cut at any place, when a * names it, then the list is refused', async () => {
  const whole = prontoPage([classOf('STR', 'Ann')])
  for (const cut of [0, 10, 60, 200, whole.indexOf('Class standings'), whole.indexOf('[1 Cars'), whole.length - 20]) {
    writeFileSync(join(root, 'STR.html'), whole.slice(0, cut))
    const { codes } = await render('{% for e in pronto_html("*.html") %}{{ e.name }}{% endfor %}')
    expect(codes, whole.slice(0, cut)).toEqual([cut === 0 ? 'file_empty' : 'half_written'])
  }
})
