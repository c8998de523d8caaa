import { expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'
import { rowLoops } from './row-loops.ts'
import { namesSetIn } from './template-tree.ts'

// cspell:ignore endfilter

const loopsIn = (template: string) => {
  const tree = parseTemplate(template)
  return [...rowLoops(tree, namesSetIn(tree)).values()]
}
const loopOf = (body: string) => `{% for row in csv("a") %}${body}\n{% endfor %}`

test.each([
  ['attributes', '{{ { driver_name: row["First Name"] + " " + row.Last, class: row.Class } | dump }}'],
  ['a name that is worked out', '{{ row["Run " + 1] }}'],
  ['filters', '{{ row.Name | default("") | lower | replace("a", "b") | trim }}'],
  ['a condition', '{% if row.Class in ["SS", "GS"] and row.Name is string %}{{ row.Name }}{% else %}b{% endif %}'],
  ['a choice', '{{ "P" if row.Class.startsWith("P-") else none }}'],
  ['cells of runs', '{{ [normalize_run(row.Run), run_notation(row.Time, row.Pen)] | dump }}'],
  ['a variable of each round', '{% set grouped = row.group != row.class %}{{ row.group if grouped else none }}'],
  ['an attribute that is called like a variable', '{% set car = row.Car %}{{ { car: car } | dump }}'],
])('given a loop whose rounds use %s, then each round depends on its row alone', (_, body) => {
  expect(loopsIn(loopOf(body))).toEqual([{ name: 'row', asksForRuns: false, isOuter: true }])
})

test.each([
  ['the number of the round', '{{ loop.index }}'],
  ['a variable from above', '{{ title }}'],
  ['a variable from above that it changes', '{% set title = row.Name %}{{ title }}'],
  ['a variable of the round before', '{{ last }}{% set last = row.Name %}'],
  ['a variable that only some rounds set', '{% if row.a %}{% set a = 1 %}{% endif %}{{ a }}'],
  ['a variable that is changed', '{% set a = row.a %}{% set a = a + 1 %}{{ a }}'],
  ['a list that it fills', '{% set all = [] %}{% set n = all.push(row.Name) %}{{ all }}'],
  ['a loop inside', '{% for run in row.runs %}{{ run }}{% endfor %}'],
  ['another reader', '{{ csv("b")[0].Name }}'],
  ['a macro', '{{ shown(row) }}'],
  ['a block of text', '{% set a %}{{ row.a }}{% endset %}{{ a }}'],
  ['a filter block', '{% filter upper %}{{ row.a }}{% endfilter %}'],
  ['chance', '{{ [1, 2] | random }}'],
  ['the runs of another record', '{{ run_columns({}) }}'],
  ['its runs in some rounds', '{{ run_columns(row) if row.a else [] }}'],
  ['a switch', '{% switch row.a %}{% case 1 %}b{% endswitch %}'],
])('given a loop whose rounds use %s, then nothing of them is kept', (_, body) => {
  const before = '{% set title = "Spring" %}{% macro shown(row) %}{{ row.Name }}{% endmacro %}'
  expect(loopsIn(`${before}${loopOf(body)}{{ title }}`).filter(({ name }) => name === 'row')).toEqual([])
})

test.each([
  ['is used behind the loop', `${loopOf('{% set a = row.a %}{{ a }}')}{{ a }}`],
  ['is used in another loop', loopOf('{% set a = row.a %}{{ a }}').repeat(2)],
  ['is that of the loop', loopOf('{% set row = row.a %}{{ row }}')],
])('given a loop that sets a variable, when it %s, then nothing is kept', (_, template) => {
  expect(loopsIn(template)).toEqual([])
})

test('given a template that replaces a tool of readers, then no loop that calls it is kept', () => {
  expect(loopsIn(`{% set normalize_run = "a" %}${loopOf('{{ normalize_run(row.a) }}')}`)).toEqual([])
})

test('given a template with parts in other files, then nothing is kept', () => {
  expect(loopsIn(`${loopOf('{{ row.a }}')}{% include "b.njk" %}`)).toEqual([])
  expect(loopsIn(`{% for row in csv("a") %}{% include "b.njk" %}{% endfor %}`)).toEqual([])
})

test('given loops over names and values, then nothing is kept; given one in it over rows, then that is, as no outer one', () => {
  const template =
    '{% for class, rows in csv("a") | groupby("Class") %}{% for row in rows %}{{ row.a }}{% endfor %}{% endfor %}'
  expect(loopsIn(template)).toEqual([{ name: 'row', asksForRuns: false, isOuter: false }])
})

test('given a loop inside of a condition, then what it writes does not go straight into the list', () => {
  expect(loopsIn(`{% if true %}${loopOf('{{ row.a }}')}{% endif %}`)).toMatchObject([{ isOuter: false }])
})

test('given a loop that asks for the runs of each row, then that is known of it', () => {
  expect(loopsIn(loopOf('{{ run_columns(row) | dump }}'))).toMatchObject([{ asksForRuns: true }])
})
