import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFolder } from '../../files/data-folder.ts'
import { renderTemplate } from '../render-template.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-guard-'))
  await writeFile(join(folder, 'live.csv'), 'name,constructor\nJoan,Lotus\nAnn,Lola\n')
  await writeFile(join(folder, 'odd.csv'), 'name,class\nJoan,constructor\nAnn,__proto__\nBob,toString\n')
  await writeFile(join(folder, 'macros.njk'), '{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}')
  await writeFile(join(folder, 'outer.njk'), '<{% block inner %}a{% endblock %}>')
})
afterAll(() => rm(folder, { recursive: true }))

async function render(template: string) {
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  return renderTemplate(openDataFolder(folder), 'drivers.jsonl.njk')
}

/** Ways by which a template of 0.1.0 reached code, or writes what it likes into compiled code. */
const ways: readonly (readonly [string, string])[] = [
  ['a member of a function', '{{ range.constructor("return 1")() }}'],
  ['a member of a text', '{{ "".constructor.constructor("return 1")() }}'],
  ['a member of a number', '{{ (1).constructor }}'],
  ['a member of a list', '{{ [].constructor }}'],
  ['a member of a regular expression', '{{ r/a/.constructor }}'],
  ['a member of a row', '{% for row in csv("odd.csv") %}{{ row.__proto__ }}{% endfor %}'],
  ['brackets', '{{ range["constructor"]("return 1")() }}'],
  ['brackets with a text made of parts', '{{ ""["construct" + "or"] }}'],
  ['brackets with a list', '{{ ""[["constructor"]] }}'],
  ['prototype', '{{ [].prototype }}'],
  ['__proto__', '{{ {}.__proto__ }}'],
  ['__defineGetter__', '{{ {}.__defineGetter__("a", range) }}'],
  ['call of a function', '{{ range.call(1) }}'],
  ['bind of a reader', '{{ csv.bind(1) }}'],
  ['an object of cycler', '{{ cycler(1, 2).constructor }}'],
  ['a method of cycler', '{{ cycler(1, 2).next.constructor("return 1")() }}'],
  ['a function of joiner', '{{ joiner(",").constructor("return 1")() }}'],
  ['a macro', '{% macro m() %}{% endmacro %}{{ m.constructor }}'],
  ['the loop', '{% for a in [1] %}{{ loop.constructor }}{% endfor %}'],
  ['a name', '{{ constructor("return 1") }}'],
  ['a name that gives the engine itself', '{{ valueOf().env }}'],
  ['the name __proto__', '{{ __proto__ }}'],
  ['an unknown filter that objects inherit', '{{ (1 | valueOf).env }}'],
  ['a filter constructor', '{{ 1 | constructor }}'],
  ['a test that objects inherit', '{{ 1 is __defineGetter__("a", range) }}'],
  ['groupby', '{{ [range] | groupby("constructor") }}'],
  ['groupby with a path', '{{ [{ a: 1 }] | groupby("a.constructor") }}'],
  ['sort', '{{ [range, range] | sort(false, false, "prototype") }}'],
  ['sort with a keyword', '{{ ["a", "b"] | sort(attribute="constructor") }}'],
  ['join', '{{ [1] | join(",", "constructor") }}'],
  ['sum', '{{ [""] | sum("constructor") }}'],
  ['selectattr', '{{ [""] | selectattr("constructor") }}'],
  ['rejectattr', '{{ [""] | rejectattr("__proto__") }}'],
  ['formatting of a text', '{{ "a".replace.constructor("return 1")() }}'],
  ['the result of a method', '{{ "a".match(r/a/).constructor }}'],
  ['a prototype in an object', '{{ { "__proto__": range }.x }}'],
  ['a prototype by set', '{% set __proto__ = [] %}'],
  ['a name that ends its quotation', '{{ a"&&Function`x`&&"b }}'],
  ['a text as test', `{{ 1 is 'a")&&range("b' }}`],
  ['a text as target of set', `{% set "a" = 1 %}`],
  ['a text as second name of a loop', `{% for a, "b" in [[1, 2]] %}{% endfor %}`],
  ['a text as target of import', `{% import "macros.njk" as "a" %}`],
  ['a text as name of a macro', `{% macro "a"() %}{% endmacro %}`],
  ['a text as keyword of a macro', `{% macro a("b"=1) %}{% endmacro %}`],
  ['a loop with names as variables', '{% asyncEach runtime in [1] %}{% endeach %}'],
  ['a look-up in the block of a set', '{% set a %}{{ "".constructor }}{% endset %}'],
  ['a look-up in a case', '{% switch 1 %}{% case 1 %}{{ "".constructor }}{% endswitch %}'],
]

describe('the guard of templates', () => {
  test.each(ways)(
    'given %s, when it leads to code, then the template is refused with file and line',
    async (_, way) => {
      const result = await render(`fine\n${way}`)
      expect(result).toMatchObject({
        kind: 'rejected',
        problem: {
          code: 'template_refused',
          file: 'drivers.jsonl.njk',
          line: 2,
          hint: expect.stringContaining('readers'),
        },
      })
      const problem = result.kind === 'rejected' ? result.problem : undefined
      expect(problem?.message).toContain('drivers.jsonl.njk, line 2: ')
      expect(problem?.excerpt?.join('\n')).toContain('>    2 | ')
    },
  )

  test('given a refused look-up in an include, then the include and its line are named', async () => {
    await writeFile(join(folder, 'part.njk'), 'a\nb\n{{ "".constructor }}')
    expect(await render('{% include "part.njk" %}')).toMatchObject({
      problem: { code: 'template_refused', file: 'part.njk', line: 3 },
    })
  })

  test('given a name with a backslash in its quotation, then it stays text', async () => {
    const escaping = String.raw`{{ {}["a\\\"+evil()+\\\""]() }}`
    expect(await render(escaping)).toMatchObject({ problem: { message: expect.stringContaining('Unable to call') } })
  })

  const fine: readonly (readonly [string, string, string])[] = [
    [
      'a column called constructor',
      '{% for row in csv("live.csv") %}{{ row.constructor }} {% endfor %}',
      'Lotus Lola ',
    ],
    ['groups by that column', '{{ csv("live.csv") | groupby("constructor") | length }}', '2'],
    [
      'classes called like parts of objects',
      '{% for k, v in csv("odd.csv") | groupby("class") %}{{ k }} {% endfor %}',
      'constructor __proto__ toString ',
    ],
    ['methods of texts and lists', '{{ "b,a".split(",").sort().join("-").toUpperCase() }}', 'A-B'],
    ['numbers', '{{ (1.005).toFixed(2) }} {{ 7 // 2 }} {{ 2 ** 3 }} {{ [1, 2].length }}', '1.00 3 8 2'],
    [
      'macros of a file',
      '{% import "macros.njk" as m %}{{ m.twice("a") }}{% from "macros.njk" import twice as t %}{{ t(1) }}',
      'aa11',
    ],
    ['inheritance', '{% extends "outer.njk" %}{% block inner %}{{ super() }}b{% endblock %}', '<ab>'],
    ['call', '{% macro m(a, b=2) %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m(1) %}c{% endcall %}', '12c'],
    [
      'cycler and joiner',
      '{% set c = cycler(1, 2) %}{% set j = joiner("-") %}{{ j() }}{{ c.next() }}{{ j() }}{{ c.next() }}',
      '1-2',
    ],
    [
      'loop, set, if, switch',
      '{% for a in [3] %}{% set b = loop.index %}{{ b if b is odd else 0 }}{% endfor %}{% switch 1 %}{% case 1 %}x{% default %}y{% endswitch %}',
      '1x',
    ],
    ['tests and none', '{{ none is null }} {{ 4 is divisibleby(2) }} {{ "a" in ["a"] }}', 'true true true'],
    ['a name that an object of the template lacks', '[{{ {}.gone }}{{ { a: 1 }.b.c }}]', '[]'],
    [
      'sort, sum, join by attribute',
      '{% set l = [{n: 2}, {n: 1}] %}{{ l | sort(attribute="n") | join(",", "n") }} {{ l | sum("n") }}',
      '1,2 3',
    ],
    ['other letters', '{% set länge = 3 %}{{ länge }}', '3'],
  ]
  test.each(fine)('given %s, then the template renders as before', async (_, template, text) => {
    expect(await render(template)).toMatchObject({ kind: 'rendered', lines: text.split('\n') })
  })
})
