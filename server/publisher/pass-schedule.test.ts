import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { schedulePasses } from './pass-schedule.ts'

const unexpected = (error: unknown) => {
  throw error
}

const settings = { saveWindow: 30, lookInterval: 100_000 }

describe('pass schedule', () => {
  test('hints within the save window become one pass', async () => {
    let passes = 0
    const schedule = schedulePasses(
      async () => {
        passes += 1
        return undefined
      },
      settings,
      unexpected,
    )
    for (let hint = 0; hint < 10; hint += 1) schedule.hint()
    expect(passes).toBe(0)
    await sleep(80)
    expect(passes).toBe(1)
    await schedule.stop()
  })

  test('hints during a pass become exactly one more, and passes never overlap', async () => {
    let running = 0
    let most = 0
    let passes = 0
    const schedule = schedulePasses(
      async () => {
        running += 1
        most = Math.max(most, running)
        passes += 1
        await sleep(50)
        running -= 1
        return undefined
      },
      settings,
      unexpected,
    )
    const first = schedule.now()
    for (let hint = 0; hint < 5; hint += 1) {
      schedule.hint()
      await sleep(5)
    }
    await first
    await sleep(150)
    expect({ passes, most }).toEqual({ passes: 2, most: 1 })
    await schedule.stop()
  })

  test('a look comes without a hint, and sooner when the pass asks for it', async () => {
    let passes = 0
    const schedule = schedulePasses(
      async () => {
        passes += 1
        return passes < 3 ? 10 : undefined
      },
      settings,
      unexpected,
    )
    await schedule.now()
    await sleep(100)
    expect(passes).toBe(3)
    await schedule.stop()
  })

  test('a pass that fails is told of, and the next ones follow', async () => {
    const errors: unknown[] = []
    let passes = 0
    const failing = async () => {
      passes += 1
      throw new Error(`pass ${passes}`)
    }
    const schedule = schedulePasses(failing, { saveWindow: 5, lookInterval: 20 }, (error) => errors.push(error))
    await schedule.now()
    await sleep(100)
    await schedule.stop()
    expect(passes).toBeGreaterThan(1)
    expect(errors).toHaveLength(passes)
  })

  test('nothing runs after stop, which waits for the pass that runs', async () => {
    let passes = 0
    let ended = false
    const schedule = schedulePasses(
      async () => {
        passes += 1
        await sleep(30)
        ended = true
        return 1
      },
      settings,
      unexpected,
    )
    void schedule.now()
    await sleep(5)
    schedule.hint()
    await schedule.stop()
    expect(ended).toBe(true)
    await sleep(80)
    expect(passes).toBe(1)
  })

  test('hints that do not end put off no pass', async () => {
    let passes = 0
    const schedule = schedulePasses(
      async () => {
        passes += 1
        return undefined
      },
      settings,
      unexpected,
    )
    for (let hint = 0; hint < 100 && passes < 3; hint += 1) {
      schedule.hint()
      await sleep(10)
    }
    expect(passes).toBe(3)
    await schedule.stop()
  })

  test('whoever asks for a pass gets one that began after, and two who ask share one', async () => {
    let began = 0
    let running = 0
    let most = 0
    const schedule = schedulePasses(
      async () => {
        began += 1
        running += 1
        most = Math.max(most, running)
        await sleep(30)
        running -= 1
        return undefined
      },
      settings,
      unexpected,
    )
    const first = schedule.now()
    await sleep(5)
    expect(began).toBe(1)
    await Promise.all([schedule.now(), schedule.now()])
    expect({ began, most, running }).toEqual({ began: 2, most: 1, running: 0 })
    await first
    await schedule.stop()
  })

  describe('by a clock of its own', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    })
    afterEach(() => {
      vi.useRealTimers()
    })

    /** When passes began, of which each takes so long and asks for another one after `again`. */
    async function beginnings(duration: number, again: number | undefined, until: number): Promise<number[]> {
      const began: number[] = []
      const start = performance.now()
      const pass = async () => {
        began.push(performance.now() - start)
        await vi.advanceTimersByTimeAsync(duration)
        return again
      }
      const schedule = schedulePasses(pass, { saveWindow: 30, lookInterval: 1000 }, unexpected)
      await schedule.now()
      while (performance.now() - start < until) await vi.advanceTimersByTimeAsync(10)
      await schedule.stop()
      return began
    }

    test('a pass that asks for a late one is followed by the usual look', async () => {
      expect(await beginnings(0, 60_000, 3500)).toEqual([0, 1000, 2000, 3000])
    })

    test('looking never takes more than a tenth of the time', async () => {
      expect(await beginnings(500, undefined, 12_000)).toEqual([0, 5500, 11_000])
    })
  })
})
