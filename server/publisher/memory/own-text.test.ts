import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { compiledSource } from '../../../testing/compiled/compiled-source.ts'

test('given a line of each of 40 files of a megabyte, then a copy of it does not hold the file in memory', async () => {
  const script = await compiledSource('server/publisher/memory/kept-lines.fixture.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script])
  const megabytes = JSON.parse(stdout)
  expect(megabytes.copies).toBeLessThan(10)
  // Without the copy each line holds its file; else this test would prove nothing.
  expect(megabytes.parts).toBeGreaterThan(30)
})
