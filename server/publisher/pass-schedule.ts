import type { Timers } from '../../lib/time/timers.ts'

/** How passes are timed. Milliseconds. */
export interface ScheduleSettings {
  /** Saves within this time of the first become one pass: a save can fire twice, and is written in pieces. */
  readonly saveWindow: number
  /** A look at the files when nothing hinted at a change, since hints get lost. */
  readonly lookInterval: number
}

export const defaultSchedule: ScheduleSettings = { saveWindow: 50, lookInterval: 3000 }

export interface PassSchedule {
  /** Something may have changed: a pass follows when the save window closes. */
  hint(): void
  /** A pass at once, or right after the running one; resolves when it has ended. */
  now(): Promise<void>
  /** Resolves when no pass is running any more; none follows. */
  stop(): Promise<void>
}

/**
 * Runs one pass at a time. Requests during a pass become exactly one more. `pass` resolves to the delay in milliseconds
 * after which it wants to run again at the latest, undefined for the usual look. Looking takes at most a tenth of the
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
  let hinted = false
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
      if (hinted) {
        hinted = false
        runIn(settings.saveWindow)
      }
    })
    return running
  }

  async function onePass(): Promise<void> {
    const began = elapsed()
    // Whatever goes wrong in a pass, another one follows.
    const again = await pass().catch((error: unknown) => {
      onError(error)
      return undefined
    })
    const look = Math.max(settings.lookInterval, 10 * (elapsed() - began))
    runIn(Math.min(look, again ?? look))
  }

  return {
    hint() {
      if (running !== undefined) hinted = true
      else runIn(settings.saveWindow)
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
