import { beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { throttleChecks } from './throttle-checks.ts'

let time: ManualTime
/** How long the process was busy, in milliseconds, so that timers are late. */
let blocked: number
let answered: number[]
let excessive: number
let checks: ReturnType<typeof throttleChecks<number>>

beforeEach(() => {
  time = manualTime()
  blocked = 0
  answered = []
  excessive = 0
  checks = throttleChecks(
    (request) => answered.push(request),
    { burst: 5, interval: 1000 },
    () => {
      excessive += 1
    },
    { elapsed: () => time.elapsed() + blocked, after: time.after },
  )
})

function ask(from: number, to: number): void {
  for (let request = from; request <= to; request += 1) checks.add(request)
}

describe('[P11] throttled checks', () => {
  test('of nine at once, five are answered now and only the newest of the rest a second later', async () => {
    ask(1, 9)
    expect(answered).toEqual([1, 2, 3, 4, 5])
    await time.pass(999)
    expect(answered).toHaveLength(5)
    await time.pass(1)
    expect(answered).toHaveLength(6)
    await time.pass(60_000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 9])
  })

  test('after an hour of silence, no more than five are answered at once', async () => {
    ask(1, 1)
    await time.pass(3_600_000)
    ask(2, 20)
    expect(answered).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('an older check is not answered after a newer one when the timer is late', async () => {
    ask(1, 6)
    blocked = 2500
    ask(7, 7)
    await time.pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5, 7])
  })

  test('after stop, the waiting check is not answered', async () => {
    ask(1, 6)
    checks.stop()
    await time.pass(5000)
    expect(answered).toEqual([1, 2, 3, 4, 5])
  })

  test('more than 200 that wait for one answer are reported as excessive', () => {
    ask(1, 205)
    expect(excessive).toBe(0)
    ask(206, 206)
    expect(excessive).toBe(1)
  })

  test('three a second, without end, are answered once a second and not reported as excessive', async () => {
    for (let request = 1; request <= 3000; request += 1) {
      ask(request, request)
      await time.pass(340)
    }
    expect(excessive).toBe(0)
    expect(answered.length).toBeGreaterThan(900)
    expect(answered).toEqual([...answered].sort((a, b) => a - b))
  })
})
