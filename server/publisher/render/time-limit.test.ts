import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cpuTimeIn, cpuTimeOf } from './cpu-time.ts'
import { limitTime } from './time-limit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** When the limit was reached, in ms from the start, of a process that has this share of a processor. */
function reachedAt(share: number | undefined, passes = 100_000): number | undefined {
  const began = performance.now()
  let at: number | undefined
  const stop = limitTime(
    1,
    { cpu: 5000, wall: 60_000 },
    () => {
      at = performance.now() - began
    },
    () => (share === undefined ? undefined : 700 + share * (performance.now() - began)),
  )
  vi.advanceTimersByTime(passes)
  stop()
  return at
}

test('a process that computes all the time is ended after 5 s, and one that has a quarter of a processor after 20 s', () => {
  expect(reachedAt(1)).toBe(5000)
  expect(reachedAt(0.25)).toBe(20_000)
})

test('a process that computes nothing is ended after a minute', () => {
  expect(reachedAt(0)).toBe(60_000)
})

test('where the system does not tell the time of a process, the clock counts', () => {
  expect(reachedAt(undefined)).toBe(5000)
})

test('a process that has answered is not ended later', () => {
  expect(reachedAt(1, 4900)).toBeUndefined()
})

test('the time of a program whose name has spaces and brackets is read', () => {
  const rest = 'S 1 2 3 0 -1 4194560 1 0 0 0 250 150 0 0 20 0 7 0 100 1 2'
  expect(cpuTimeIn(`12 (node) x (y)) ${rest}`)).toBe(4000)
  expect(cpuTimeIn('')).toBeUndefined()
})

test.skipIf(process.platform !== 'linux')('on Linux the time of this process is told, and that of none is not', () => {
  expect(cpuTimeOf(process.pid)).toBeGreaterThan(0)
  expect(cpuTimeOf(2 ** 22 + 1)).toBeUndefined()
})
