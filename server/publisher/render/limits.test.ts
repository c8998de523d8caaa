import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFolder } from '../files/data-folder.ts'
import { limitWarnings } from './limit-warnings.ts'
import { listProblem } from './list-limits.ts'
import { renderTemplate } from './render-template.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-limits-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = 'drivers.jsonl.njk'
async function render(template: string, limits = {}) {
  await writeFile(join(folder, file), template)
  return renderTemplate(openDataFolder(folder, limits), file)
}

describe('a list that is too large is rejected before the server gets it', () => {
  const repeated = (times: number, record: string) =>
    `{% for a in range(${times}) %}{{ { driver_name: "D" ~ a, car: ${record} } | dump }}\n{% endfor %}`
  const cases: readonly (readonly [string, string, string])[] = [
    ['2,000 records of 50 KB', repeated(2000, '"x".repeat(50000)'), 'characters; at most 16000000 are possible'],
    ['20,001 records', repeated(20_001, '"x"'), '20001 records; at most 20000 are possible'],
    ['300,000 records', '{{ "{}\n".repeat(300000) }}', '300000 records; at most 20000 are possible'],
    ['300,000 records of an array', '[{{ "{},".repeat(299999) }}{}]', '300000 records; at most 20000 are possible'],
    ['3 of 5 records of 50 KB', `${repeated(2, '"x"')}${repeated(3, '"x".repeat(50000)')}`, 'Record 3 has 50'],
    [
      'one of them in an array',
      '[{"a":1},{"a":"{{ "x".repeat(50000) }}"}]',
      'Record 2 has 50008 characters; at most 50000',
    ],
  ]
  test.each(cases)(
    'given %s, then the problem says how many and how many are possible',
    async (_, template, message) => {
      const result = await render(template)
      expect(result).toMatchObject({ kind: 'rejected', problem: { code: 'list_too_large', file } })
      expect(result.kind === 'rejected' && result.problem.message).toContain(message)
    },
  )

  test('given a list at each limit, then it is accepted; given one more, then it is not', () => {
    const limits = { records: 2, characters: 8, recordCharacters: 3 }
    const accepted = (text: string) => listProblem(text.split('\n'), file, limits) === undefined
    expect(['{}\n{}', '{}\n\n{}\n', '{1}\n{2}\n', '[{},{}]'].map(accepted)).toEqual([true, true, true, true])
    expect(['{}\n{}\n{}', '{}\n{}\n   ', '{12}', '[1,2,3]'].map(accepted)).toEqual([false, false, false, false])
  })
})

describe('warnings', () => {
  test('given 20,000 of one kind, then three are listed and one tells how many more there are', async () => {
    const head = 'Number\tClass\tFirst Name\tLast Name\tCar Model\tTotal\tRun 1\tPen 1\t'
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row}\tSS\tAnn ${row}\tLee\tMiata\t40.434\t40.434\t???\t`)
    await writeFile(join(folder, 'live.rgg'), `${[head, ...rows].join('\n')}\n`)
    const result = await render('{% set rows = axware_grid("live.rgg") %}{}')
    const warnings = result.kind === 'rendered' ? result.warnings : []
    expect(warnings).toHaveLength(4)
    expect(warnings.at(-1)).toEqual({ code: 'source', message: '19997 more warnings of this kind.', count: 19_997 })
  })

  const kinds = (count: number) => {
    return Array.from({ length: count }, (_, index) => ({ code: `kind_${index}`, message: String(index) }))
  }

  test('given 501 kinds, then 500 are listed and one tells how many more there are', () => {
    const limited = limitWarnings([...kinds(502), { code: 'kind_501', message: 'again' }])
    expect(limited).toHaveLength(501)
    expect(limited.at(-1)).toEqual({ code: 'more_warnings', message: '3 more warnings are not listed.', count: 3 })
  })

  test('given as many as are listed, then none tells of more', () => {
    expect(limitWarnings(kinds(500))).toEqual(kinds(500))
  })

  test('given warnings that are limited already, then limiting them again changes nothing', () => {
    const same = Array.from({ length: 9 }, (_, index) => ({ code: 'fewer_runs', message: String(index) }))
    const once = limitWarnings([...kinds(2), ...same])
    expect(limitWarnings(once)).toEqual(once)
    expect(once.at(-1)).toMatchObject({ code: 'fewer_runs', count: 6 })
  })

  test('given one of 5,000 characters, then it is shortened', () => {
    expect(limitWarnings([{ code: 'source', message: 'x'.repeat(5000) }])[0]?.message).toBe(`${'x'.repeat(1000)}…`)
  })
})

describe('the files of one rendering', () => {
  test('given more bytes than are possible in all, then the file that exceeds them is named', async () => {
    await writeFile(join(folder, 'a.txt'), 'x'.repeat(600))
    await writeFile(join(folder, 'b.txt'), 'x'.repeat(600))
    const template = '{% set a = text("a.txt") %}{% set a = text("a.txt") %}{% set b = text("b.txt") %}'
    const result = await render(template, { maxTotalBytes: 1200 })
    expect(result).toMatchObject({ kind: 'rejected', problem: { code: 'file_too_large', file: 'b.txt' } })
    expect(await render(template, { maxTotalBytes: 1400 })).toMatchObject({ kind: 'rendered' })
  })

  test('given more files than are possible, then the first that exceeds them is named', async () => {
    const template = '{% set a = text("a.txt") %}{% set b = text("b.txt") %}'
    const result = await render(template, { maxFiles: 2 })
    expect(result).toMatchObject({ kind: 'rejected', problem: { code: 'file_too_large', file: 'b.txt' } })
    expect(await render(template, { maxFiles: 3 })).toMatchObject({ kind: 'rendered' })
  })
})
