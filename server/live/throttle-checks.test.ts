import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { throttleChecks } from './throttle-checks.ts'

// `pass` lets time pass with its timers; `block` without, as in a busy process, so that timers are late.

let clock: number
let answered: number[]
let excessive: number
let checks: ReturnType<typeof throttleChecks<number>>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  clock = 5000
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  answered = []
  excessive = 0
  checks = throttleChecks(
    (request) => answered.push(request),
    { burst: 5, interval: 1000 },
    () => {
      excessive += 1
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

function block(milliseconds: number): void {
  clock += milliseconds
}

function ask(from: number, to: number): void {
  for (let request = from; request <= to; request += 1) checks.add(request)
}

describe('[P11] throttled checks', () => {
  test('of nine at once, five are answered now and only the newest of the rest a second later', () => {
    ask(1, 9)
    expect(answered).toEqual([1, 2, 3, 4, 5])
    pass(990)
    expect(answered).toHaveLength(5)
    pass(60_000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 9])
  })

  test('after an hour of silence, no more than five are answered at once', () => {
    ask(1, 1)
    pass(3_600_000)
    ask(2, 20)
    expect(answered).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('an older check is not answered after a newer one when the timer is late', () => {
    ask(1, 6)
    block(2500)
    ask(7, 7)
    pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 7])
  })

  test('after stop, the waiting check is not answered', () => {
    ask(1, 6)
    checks.stop()
    pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5])
  })

  test('more than 200 that wait for one answer are reported as excessive', () => {
    ask(1, 205)
    expect(excessive).toBe(0)
    ask(206, 206)
    expect(excessive).toBe(1)
  })

  test('three a second, without end, are answered once a second and not reported as excessive', () => {
    for (let request = 1; request <= 3000; request += 1) {
      ask(request, request)
      pass(340)
    }
    expect(excessive).toBe(0)
    expect(answered.length).toBeGreaterThan(900)
    expect(answered).toEqual([...answered].sort((a, b) => a - b))
  })
})
