import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readGrid } from '../../testing/event/grid.ts'
import { prepareFolder } from './demo-folder.ts'
import { play } from './play.ts'
import { demoSteps } from './steps.ts'

const example = fileURLToPath(new URL('../../data', import.meta.url))
const pace = { start: 0, every: 0, over: 60_000, once: true }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-demo-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the demo prints a line for each step and ends with the files of the example', async () => {
  const lines: string[] = []
  const prepared = prepareFolder(example, folder)
  await play(prepared, pace, (line) => lines.push(line), new AbortController().signal)
  expect(lines).toHaveLength(demoSteps(readGrid(prepared.grid), 1).length)
  for (const name of ['event.yaml', 'drivers.jsonl.njk', 'live.rgg']) {
    const written = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    expect(written).toBe(readFileSync(join(example, name), 'utf8').replaceAll('\r\n', '\n'))
  }
})

test('the demo stops at once in the pause before it starts over', async () => {
  const stopped = new AbortController()
  const print = (line: string) => {
    if (line.includes('starts over')) stopped.abort()
  }
  await play(prepareFolder(example, folder), { ...pace, once: false }, print, stopped.signal)
})

test('the demo reuses its own folder and refuses a folder with a different event', () => {
  prepareFolder(example, folder)
  prepareFolder(example, folder)
  writeFileSync(join(folder, 'event.yaml'), 'title: Ours\n')
  expect(() => prepareFolder(example, folder)).toThrow(OptionError)
  expect(readFileSync(join(folder, 'event.yaml'), 'utf8')).toBe('title: Ours\n')
})
