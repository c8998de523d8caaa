import { describe, expect, test } from 'vitest'
import { createPatience } from './answer-timeout.ts'

describe('[P14] patience', () => {
  let now = 0
  const answered = (...times: readonly number[]) => {
    const patience = createPatience(() => now)
    for (const time of times) {
      patience.asked()
      now += time
      patience.heard()
    }
    return patience
  }

  test('is a second where nothing was asked yet, or answers come at once', () => {
    expect(answered().limit()).toBe(1000)
    expect(answered(0).limit()).toBe(1000)
  })

  test('grows with the time that the last answer took, and ends', () => {
    expect(answered(300).limit()).toBe(2200)
    expect(answered(9000).limit()).toBe(5000)
    expect(answered(9000, 300).limit()).toBe(2200)
  })

  test('does not learn from what nobody asked for', () => {
    const patience = answered(300)
    now += 8000
    patience.heard()
    expect(patience.limit()).toBe(2200)
  })

  test('measures from the last question, not from one that was never answered', () => {
    const patience = answered()
    patience.asked()
    now += 8000
    patience.asked()
    now += 100
    patience.heard()
    expect(patience.limit()).toBe(1400)
  })
})
