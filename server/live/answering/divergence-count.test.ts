import { pino } from 'pino'
import { expect, test } from 'vitest'
import { countDivergences } from './divergence-count.ts'

test('[P10] every divergence is counted, but a warning is logged at most once a minute', () => {
  const lines: string[] = []
  const logger = pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(JSON.parse(line).msg) })
  let now = 1_000_000
  const divergences = countDivergences(logger, () => now)
  divergences.add(0)
  expect(lines).toEqual([])
  for (const count of [1, 2, 1]) divergences.add(count)
  now += 61_000
  divergences.add(1)
  expect(divergences.count()).toBe(5)
  expect(lines.map((line) => /\d+ since/.exec(line)?.[0])).toEqual(['1 since', '5 since'])
})
