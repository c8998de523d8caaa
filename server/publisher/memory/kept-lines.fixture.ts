import { ownText } from './own-text.ts'

// A process of its own, started with --expose-gc: in one that other tests share, their garbage would be counted.
const megabyte = 1_000_000
const collectGarbage = globalThis.gc

/** The megabytes of memory that these parts of 40 files of a megabyte each hold. */
function held(keep: (part: string) => string): number {
  if (!collectGarbage) throw new Error('start this process with --expose-gc')
  const textOf = (number: number) => Buffer.alloc(megabyte, `a line of file ${number}\n`).toString('latin1')
  collectGarbage()
  const before = process.memoryUsage()
  const parts = Array.from({ length: 40 }, (_, number) => keep(textOf(number).slice(1000, 1100)))
  collectGarbage()
  const after = process.memoryUsage()
  if (parts.some((part) => part.length !== 100)) throw new Error('a part is not whole')
  return (after.heapUsed + after.external - before.heapUsed - before.external) / megabyte
}

console.log(JSON.stringify({ copies: held(ownText), parts: held((part) => part) }))
