import { describe, expect, test } from 'vitest'
import { createAnswerTimeout } from './answer-timeout.ts'

describe('[P14] the answer timeout', () => {
  let now = 0
  const answered = (...times: readonly number[]) => {
    const timeout = createAnswerTimeout(() => now)
    for (const time of times) {
      timeout.asked()
      now += time
      timeout.heard()
    }
    return timeout
  }

  test('is 1 s before the first check, or after an immediate answer', () => {
    expect(answered().limit()).toBe(1000)
    expect(answered(0).limit()).toBe(1000)
  })

  test('is 1 s plus four times the last answer time, at most 5 s', () => {
    expect(answered(300).limit()).toBe(2200)
    expect(answered(9000).limit()).toBe(5000)
    expect(answered(9000, 300).limit()).toBe(2200)
  })

  test('does not change when a message arrives that answers no check', () => {
    const timeout = answered(300)
    now += 8000
    timeout.heard()
    expect(timeout.limit()).toBe(2200)
  })

  test('measures the answer time from the last check, not from an earlier unanswered one', () => {
    const timeout = answered()
    timeout.asked()
    now += 8000
    timeout.asked()
    now += 100
    timeout.heard()
    expect(timeout.limit()).toBe(1400)
  })
})
