import { expect, test } from 'vitest'
import { measureSendDelay } from './send-delay.ts'

test('given revisions, then the time since their file was saved is measured once for each saved file', () => {
  const delays: number[] = []
  const clock = { now: 1000 }
  const hear = measureSendDelay(
    { sourceAt: 500 },
    (milliseconds) => delays.push(milliseconds),
    () => clock.now,
  )
  hear({ sourceAt: 500 })
  hear({ sourceAt: undefined })
  expect(delays).toEqual([])
  hear({ sourceAt: 940 })
  clock.now = 5000
  hear({ sourceAt: 940 })
  hear({ sourceAt: 4900 })
  expect(delays).toEqual([60, 100])
})
