import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { ownText } from './own-text.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const megabyte = 1_000_000

/** The megabytes of memory that these parts of as many files of a megabyte each hold. */
function held(keep: (part: string) => string): number {
  const textOf = (number: number) => Buffer.alloc(megabyte, `a line of file ${number}\n`).toString('latin1')
  collectGarbage()
  const before = process.memoryUsage()
  const parts = Array.from({ length: 40 }, (_, number) => keep(textOf(number).slice(1000, 1100)))
  collectGarbage()
  const after = process.memoryUsage()
  expect(parts.every((part) => part.length === 100)).toBe(true)
  return (after.heapUsed + after.external - before.heapUsed - before.external) / megabyte
}

test('given a line of each of 40 files of a megabyte, then a copy of it does not hold the file in memory', () => {
  expect(held(ownText)).toBeLessThan(10)
  // Without the copy each line holds its file; else this test would prove nothing.
  expect(held((part) => part)).toBeGreaterThan(30)
})
