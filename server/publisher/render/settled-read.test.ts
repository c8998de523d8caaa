import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { FilesRead } from './pass-result.ts'
import { createSettledReads } from './settled-read.ts'

const files = { template: 'drivers.jsonl.njk', event: 'event.yaml' }
const list = (run: number) => `${run}`.repeat(9)

/** Reads of a folder whose file holds `list(1)`; `whileWaiting` happens, one after the other, during the waits. */
async function reads(...whileWaiting: readonly ((file: string) => Promise<unknown>)[]) {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-settled-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'live.csv')
  await writeFile(join(folder, files.event), 'title: Test\n')
  await writeFile(join(folder, files.template), '{{ text("live.csv") }}')
  await writeFile(file, list(1))
  const steps = [...whileWaiting]
  let waits = 0
  const read = createSettledReads(folder, async (milliseconds) => {
    expect(milliseconds).toBeGreaterThanOrEqual(0)
    expect(milliseconds).toBeLessThanOrEqual(20)
    waits += 1
    await steps.shift()?.(file)
  })
  return {
    ...{ file, read },
    waits: () => waits,
    async text() {
      const { list: found } = await read(files, (found) => found)
      return found.kind === 'rendered' ? found.lines.join('\n') : found.problem.message
    },
  }
}

/** Writes over a part of the file, without shortening it first. */
async function writeOver(file: string, text: string, from: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(text, from)
  await handle.close()
}

test('given files that have not been saved since the last pass, then no pass waits', async () => {
  const folder = await reads()
  expect([await folder.text(), await folder.text()]).toEqual([list(1), list(1)])
  expect(folder.waits()).toBe(0)
})

test('given a save that is whole, then one wait proves it', async () => {
  const folder = await reads()
  await folder.text()
  await writeFile(folder.file, list(2))
  expect([await folder.text(), await folder.text()]).toEqual([list(2), list(2)])
  expect(folder.waits()).toBe(1)
})

test('given a save, then what is made of it is made before the wait, and once more when the file has changed', async () => {
  const steps: string[] = []
  const folder = await reads(
    async (file) => {
      steps.push('wait')
      await writeFile(file, list(3))
    },
    async () => steps.push('wait'),
  )
  const make = (read: FilesRead) => {
    const text = read.list.kind === 'rendered' ? read.list.lines.join() : ''
    steps.push(text)
    return text
  }
  await folder.read(files, make)
  await writeFile(folder.file, list(2))
  expect(await folder.read(files, make)).toBe(list(3))
  expect(steps).toEqual([list(1), list(2), 'wait', list(3), 'wait'])
})

test('given a save over the old text in two pieces, then the mixture of both is no list', async () => {
  const folder = await reads((file) => writeOver(file, list(2).slice(4), 4))
  await folder.text()
  await writeOver(folder.file, list(2).slice(0, 4), 0)
  expect(await folder.text()).toBe(list(2))
})

test('given a file that is cut while it is saved, then the pass reads it when it is whole', async () => {
  const folder = await reads((file) => writeFile(file, list(2)))
  await folder.text()
  await writeFile(folder.file, list(2).slice(0, 3))
  expect(await folder.text()).toBe(list(2))
})

test('given a file that is empty while it is saved, then the pass reads it when it is whole', async () => {
  const folder = await reads((file) => writeFile(file, list(2)))
  await folder.text()
  await writeFile(folder.file, '')
  expect(await folder.text()).toBe(list(2))
})

test('given a program that saves without a pause, then the third attempt counts', async () => {
  const folder = await reads(...[3, 4, 5, 6].map((run) => (file: string) => writeFile(file, list(run))))
  await folder.text()
  await writeFile(folder.file, list(2))
  expect(await folder.text()).toBe(list(4))
})
