import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { createRefusals, type Refusals } from './refusals.ts'

let now: number
let lines: { readonly reason: string; readonly since_last_line: number; readonly since_start: number }[]
let refusals: Refusals

beforeEach(() => {
  now = 1_750_000_000_000
  lines = []
  refusals = createRefusals(pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }), () => now)
})

test('given a refusal each millisecond for two minutes, then three lines are written, with the numbers', () => {
  for (let count = 0; count <= 120_000; count += 1) {
    refusals.add('junk_request')
    now += 1
  }
  expect(lines.map(({ since_last_line }) => since_last_line)).toEqual([1, 60_000, 60_000])
  expect(lines.at(-1)?.since_start).toBe(120_001)
  expect(refusals.counts()).toMatchObject({ junk_request: 120_001, full: 0 })
})

test('given refusals for two reasons, then each has its own line', () => {
  for (const reason of ['full', 'junk_request', 'full', 'junk_request'] as const) refusals.add(reason)
  expect(lines.map(({ reason }) => reason)).toEqual(['full', 'junk_request'])
})

test('given a clock that is set back by a day, then the next refusal is logged', () => {
  refusals.add('full')
  now -= 86_400_000
  refusals.add('full')
  expect(lines).toHaveLength(2)
})

test('given a refusal for want of room, then the server is full until none was refused for half a minute', () => {
  expect(refusals.fullSince()).toBeUndefined()
  const start = now
  refusals.add('full')
  now += 29_000
  refusals.add('full')
  now += 29_000
  expect(refusals.fullSince()).toBe(start)
  now += 1000
  expect(refusals.fullSince()).toBeUndefined()
  refusals.add('full')
  expect(refusals.fullSince()).toBe(now)
  refusals.add('address_full')
})
