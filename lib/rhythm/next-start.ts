import { heatOf } from '../chances/run-order.ts'
import type { Standing } from '../standings/standing.ts'
import { drivenOn } from './heat-cars.ts'
import type { Rhythm } from './rhythm.ts'

/** When an entry drives next: in a heat that has not begun while `on` is on, or behind so many cars. */
export type NextStart =
  | { readonly kind: 'heat'; readonly heat: string; readonly on: string | undefined }
  | {
      readonly kind: 'cars'
      readonly ahead: number
      /** About when, Unix ms; undefined: nobody knows. */
      readonly at: number | undefined
      /** Unix ms: when the number was true; undefined: it is now. */
      readonly as_of: number | undefined
    }

/** The server's clock, or when the list was published that may no longer be the newest; both in Unix ms. */
export type ListAge = { readonly now: number } | { readonly as_of: number | undefined }

/** When nobody has finished for so long, in ms and in paces, it is a pause, and no time can be told. */
const pauseAfter = 5 * 60_000
const pauseAfterPaces = 5

/** Undefined if nothing is known. */
export function nextStart(rhythm: Rhythm, standing: Standing, age: ListAge): NextStart | undefined {
  const { heat, course, later, ahead: all, last_at } = rhythm
  const own = heatOf(standing)
  if (own !== heat) {
    const isLater = later.has(own) && drivenOn(standing, course).done === 0
    return isLater ? { kind: 'heat', heat: own, on: last_at === undefined ? undefined : heat } : undefined
  }
  const ahead = all.get(standing.driver.driver_name)
  if (ahead === undefined) return undefined
  if ('as_of' in age) return { kind: 'cars', ahead, at: undefined, as_of: age.as_of }
  return { kind: 'cars', ahead, ...guess(rhythm, ahead, age.now) }
}

function guess({ last_at, pace }: Rhythm, ahead: number, now: number) {
  const isPause = last_at !== undefined && now - last_at > Math.max(pauseAfter, pauseAfterPaces * (pace ?? 0))
  const at = last_at === undefined || pace === undefined ? undefined : last_at + ahead * pace
  // A car that takes long makes the guess late: nothing is said of the past.
  return { at: isPause || at === undefined || at <= now ? undefined : at, as_of: isPause ? last_at : undefined }
}
