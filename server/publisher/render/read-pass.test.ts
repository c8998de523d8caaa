import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder } from '../files/data-folder.ts'
import { readPass } from './read-pass.ts'

const request = { template: 'drivers.jsonl.njk', event: 'event.yaml' }

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-read-'))
  await writeFile(join(folder, 'event.yaml'), 'title: Test\n')
})

afterEach(() => rm(folder, { recursive: true }))

const render = async (template: string) => {
  await writeFile(join(folder, request.template), template)
  return readPass(request, openDataFolder(folder))
}

describe('a pass over a data folder', () => {
  test('lists the timing files, without templates and event.yaml', async () => {
    await writeFile(join(folder, 'live.csv'), 'name\nJoan\n')
    await writeFile(join(folder, 'part.njk'), '')
    const result = await render('{% include "part.njk" %}{{ csv("live.csv") | dump }}')
    expect(result.kind === 'read' && result.files.map(({ path }) => path)).toEqual(['live.csv'])
  })

  test.each([
    ['a\n{{ nobody() }}\n', 'unknown_name', 'drivers.jsonl.njk', 2],
    ['{{ nobody() }}\n', 'unknown_name', 'drivers.jsonl.njk', 1],
    ['a\n{% for x in %}\n{% endfor %}', 'template_error', 'drivers.jsonl.njk', 2],
    ['a\n{{ x\n\n', 'template_error', 'drivers.jsonl.njk', 2],
    ['a\nb\n{{ 1 | nofilter }}', 'unknown_name', 'drivers.jsonl.njk', 3],
    ['a\n{% include "part.njk" %}', 'unknown_name', 'part.njk', 2],
    ['{{ csv("gone.csv") }}', 'file_missing', 'gone.csv', undefined],
    ['{{ text("../secret") }}', 'outside_data_folder', '../secret', undefined],
    ['{% include "/etc/passwd" %}', 'outside_data_folder', '/etc/passwd', undefined],
  ])('over the faulty template %j names code, file and line', async (template, code, file, line) => {
    await writeFile(join(folder, 'part.njk'), 'fine\n{{ nobody() }}')
    const result = await render(template)
    expect(result).toMatchObject({ kind: 'read', list: { kind: 'rejected', problem: { code, file } } })
    expect(result.kind === 'read' && result.list.kind === 'rejected' && result.list.problem.line).toBe(line)
  })

  test('over a syntax error in an include names the include and its line', async () => {
    await writeFile(join(folder, 'part.njk'), 'fine\n{% for x in %}')
    expect(await render('{% include "part.njk" %}')).toMatchObject({
      kind: 'read',
      list: { kind: 'rejected', problem: { file: 'part.njk', line: 2 } },
    })
  })
})
