import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { throttleChecks } from './throttle-checks.ts'

// Time passes when a test says so: `blocked` is time in which no timer can fire, as in a busy process.

let clock: number
let answered: number[]
let tooMany: number
let limit: ReturnType<typeof throttleChecks<number>>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  clock = 5000
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  answered = []
  tooMany = 0
  limit = throttleChecks(
    (request) => answered.push(request),
    { burst: 5, interval: 1000 },
    () => {
      tooMany += 1
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function pass(milliseconds: number): void {
  for (let time = 0; time < milliseconds; time += 10) {
    clock += 10
    vi.advanceTimersByTime(10)
  }
}

function blocked(milliseconds: number): void {
  clock += milliseconds
}

function ask(from: number, to: number): void {
  for (let request = from; request <= to; request += 1) limit.ask(request)
}

describe('[P11] answers', () => {
  test('are five at once; the newest of the other questions is answered when one more is earned, and that is all', () => {
    ask(1, 9)
    expect(answered).toEqual([1, 2, 3, 4, 5])
    pass(990)
    expect(answered).toHaveLength(5)
    pass(60_000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 9])
  })

  test('are five at once also after a long silence', () => {
    ask(1, 1)
    pass(3_600_000)
    ask(2, 20)
    expect(answered).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('never go back to an older question, also when a timer is late', () => {
    ask(1, 6)
    blocked(2500)
    ask(7, 7)
    pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 7])
  })

  test('end when nobody waits for them any more', () => {
    ask(1, 6)
    limit.stop()
    pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5])
  })

  test('are not all that somebody may want: who does nothing but ask is let go', () => {
    ask(1, 205)
    expect(tooMany).toBe(0)
    ask(206, 206)
    expect(tooMany).toBe(1)
  })

  test('who asks three times a second for hours is answered once a second, and not let go', () => {
    for (let request = 1; request <= 3000; request += 1) {
      ask(request, request)
      pass(340)
    }
    expect(tooMany).toBe(0)
    expect(answered.length).toBeGreaterThan(900)
    expect(answered).toEqual([...answered].sort((a, b) => a - b))
  })
})
