import { beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { type ScheduleSettings, schedulePasses } from './pass-schedule.ts'

let time: ManualTime
/** When each pass began, in ms. */
let began: number[]
let running: number
let mostRunning: number
let errors: unknown[]

beforeEach(() => {
  time = manualTime()
  began = []
  running = 0
  mostRunning = 0
  errors = []
})

const settings = { saveWindow: 30, lookInterval: 100_000 }

interface Passes {
  /** The duration of a pass, in ms. */
  readonly duration?: number
  /** The delay that a pass asks for, by its number from 1. */
  readonly again?: (pass: number) => number | undefined
}

function schedule({ duration = 0, again = () => undefined }: Passes = {}, changed: Partial<ScheduleSettings> = {}) {
  const pass = async () => {
    began.push(time.elapsed())
    running += 1
    mostRunning = Math.max(mostRunning, running)
    if (duration > 0) await new Promise<void>((resolve) => time.after(duration, resolve))
    running -= 1
    return again(began.length)
  }
  return schedulePasses(pass, { ...settings, ...changed }, (error) => errors.push(error), time)
}

describe('pass schedule', () => {
  test('the first hint causes a pass at once, and nine more within the save window cause one at its end', async () => {
    const { hint } = schedule()
    for (let count = 0; count < 10; count += 1) {
      hint()
      await time.pass(2)
    }
    expect(began).toEqual([0])
    await time.pass(1000)
    expect(began).toEqual([0, 30])
    hint()
    await time.pass(1)
    expect(began).toEqual([0, 30, 1020])
  })

  test('a single hint causes a single pass', async () => {
    const { hint } = schedule()
    hint()
    await time.pass(1000)
    expect(began).toEqual([0])
  })

  test('a hint during a pass that no hint caused is followed by a pass right after it', async () => {
    const { hint, now } = schedule({ duration: 10 })
    void now()
    await time.pass(5)
    hint()
    await time.pass(1000)
    expect(began).toEqual([0, 10])
  })

  test('hints during a pass become exactly one more pass, after it', async () => {
    const { hint } = schedule({ duration: 50 })
    for (let count = 0; count < 5; count += 1) {
      hint()
      await time.pass(5)
    }
    await time.pass(1000)
    expect(began).toEqual([0, 50])
    expect(mostRunning).toBe(1)
  })

  test('hints without a pause cause a pass at once and at the end of every save window', async () => {
    const { hint } = schedule()
    for (let count = 0; count < 10; count += 1) {
      hint()
      await time.pass(10)
    }
    expect(began).toEqual([0, 30, 60, 90])
  })

  test('without a hint, a pass begins after each look interval', async () => {
    await schedule({}, { lookInterval: 1000 }).now()
    await time.pass(3500)
    expect(began).toEqual([0, 1000, 2000, 3000])
  })

  test('a pass that asks for a short delay is followed by a pass after it', async () => {
    await schedule({ again: (pass) => (pass < 3 ? 10 : undefined) }).now()
    await time.pass(1000)
    expect(began).toEqual([0, 10, 20])
  })

  test('a pass that asks for a delay beyond the look interval is followed after the look interval', async () => {
    await schedule({ again: () => 60_000 }, { lookInterval: 1000 }).now()
    await time.pass(2500)
    expect(began).toEqual([0, 1000, 2000])
  })

  test('slow passes are spaced so that they take at most a tenth of the time', async () => {
    void schedule({ duration: 500 }, { lookInterval: 1000 }).now()
    await time.pass(12_000)
    expect(began).toEqual([0, 5500, 11_000])
  })

  test('a failed pass is reported, and the next passes follow', async () => {
    const failing = async () => {
      began.push(time.elapsed())
      throw new Error(`pass ${began.length}`)
    }
    const onError = (error: unknown) => errors.push(error)
    await schedulePasses(failing, { saveWindow: 5, lookInterval: 20 }, onError, time).now()
    await time.pass(50)
    expect(began).toEqual([0, 20, 40])
    expect(errors).toEqual([new Error('pass 1'), new Error('pass 2'), new Error('pass 3')])
  })

  test('a requested pass begins after the running one, and two requests share it', async () => {
    const { now } = schedule({ duration: 30 })
    void now()
    await time.pass(5)
    let answers = 0
    for (let count = 0; count < 2; count += 1) void now().then(() => (answers += 1))
    await time.pass(54)
    expect({ began, answers }).toEqual({ began: [0, 30], answers: 0 })
    await time.pass(1)
    expect({ began, answers, mostRunning }).toEqual({ began: [0, 30], answers: 2, mostRunning: 1 })
  })

  test('stop resolves when the running pass has ended, and no pass follows', async () => {
    const { hint, now, stop } = schedule({ duration: 30, again: () => 1 })
    void now()
    await time.pass(5)
    hint()
    let isStopped = false
    void stop().then(() => {
      isStopped = true
    })
    await time.pass(24)
    expect(isStopped).toBe(false)
    await time.pass(1_000_000)
    expect(isStopped).toBe(true)
    expect(began).toEqual([0])
  })
})
