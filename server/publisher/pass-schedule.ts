import type { Timers } from '../../lib/time/timers.ts'

/** How passes are timed. Milliseconds. */
export interface ScheduleSettings {
  /** The first hint causes a pass at once, and those within this time of its begin cause one more. */
  readonly saveWindow: number
  /** The delay of a pass without a hint, since hints get lost. */
  readonly lookInterval: number
}

export const defaultSchedule: ScheduleSettings = { saveWindow: 50, lookInterval: 3000 }

export interface PassSchedule {
  /** Requests a pass, at once or at the end of the save window. */
  hint(): void
  /** Makes a pass at once, or right after the running one; resolves when it has ended. */
  now(): Promise<void>
  /** Ends the schedule; resolves when the running pass has ended. */
  stop(): Promise<void>
}

/**
 * Runs one pass at a time; hints during a pass cause exactly one more. `pass` resolves to the longest delay before the
 * next one in ms, undefined for `lookInterval`. Slow passes get a longer interval: looks take at most a tenth of the
 * time.
 */
export function schedulePasses(
  pass: () => Promise<number | undefined>,
  settings: ScheduleSettings,
  onError: (error: unknown) => void,
  { elapsed, after }: Timers,
): PassSchedule {
  let cancel = () => {}
  let due = Number.POSITIVE_INFINITY
  let running: Promise<void> | undefined
  let isHinted = false
  let windowEnds = Number.NEGATIVE_INFINITY
  let stopped = false

  function runIn(delay: number): void {
    const at = elapsed() + delay
    if (stopped || at >= due) return
    cancel()
    due = at
    cancel = after(delay, () => void run())
  }

  function run(): Promise<void> {
    cancel()
    due = Number.POSITIVE_INFINITY
    running ??= onePass().finally(() => {
      running = undefined
      if (isHinted) runAfterWindow()
    })
    return running
  }

  function runAfterWindow(): void {
    runIn(Math.max(0, windowEnds - elapsed()))
  }

  async function onePass(): Promise<void> {
    const began = elapsed()
    if (isHinted) windowEnds = began + settings.saveWindow
    isHinted = false
    // A failed pass is followed by the next one like any other.
    const again = await pass().catch((error: unknown) => {
      onError(error)
      return undefined
    })
    const look = Math.max(settings.lookInterval, 10 * (elapsed() - began))
    runIn(Math.min(look, again ?? look))
  }

  return {
    hint() {
      isHinted = true
      if (running === undefined) runAfterWindow()
    },
    async now() {
      await running
      await run()
    },
    async stop() {
      stopped = true
      cancel()
      await running
    },
  }
}
