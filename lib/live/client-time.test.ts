import { expect, test } from 'vitest'
import { systemClientTime } from './client-time.ts'

test('the jitter of the system is spread over the whole span up to its cap', () => {
  const delays = Array.from({ length: 2000 }, () => systemClientTime.jitter(1000))
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...delays)).toBeLessThan(1000)
  // A tenth of the span is missed with a probability of 1e-91.
  expect(new Set(delays.map((delay) => Math.floor(delay / 100))).size).toBe(10)
})
