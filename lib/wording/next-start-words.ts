import type { NextStart } from '../rhythm/next-start.ts'
import { heatName } from './heat-words.ts'

/** `at` (Unix ms) as a time of day; '' where the reader's time zone is not known. */
export type TimeText = (at: number) => string

/** `next`, `in about 6 cars (≈ 16:52)`, `in about 6 cars as of 16:38`, `heat 2 is on, drives in heat 3`. */
export function nextStartWords(start: NextStart, time: TimeText): string {
  if (start.kind === 'heat') {
    const drives = `drives in ${heatName(start.heat)}`
    return start.on === undefined ? drives : `${heatName(start.on)} is on, ${drives}`
  }
  const { ahead, at, as_of } = start
  const about = at === undefined ? '' : time(at)
  const words = ahead < 2 ? cars(ahead) : `in about ${ahead} cars`
  if (about !== '') return `${words} (≈ ${about})`
  return as_of === undefined ? words : `${words} ${asOf(as_of, time)}`.trimEnd()
}

/** For a short line: `next`, `in 6 cars`, `as of 16:38`, `in heat 3`. */
export function briefNextStart(start: NextStart, time: TimeText): string {
  if (start.kind === 'heat') return `in ${heatName(start.heat)}`
  return start.as_of === undefined ? cars(start.ahead) : asOf(start.as_of, time)
}

function cars(ahead: number): string {
  if (ahead === 0) return 'next'
  return ahead === 1 ? 'in 1 car' : `in ${ahead} cars`
}

function asOf(at: number, time: TimeText): string {
  const text = time(at)
  return text === '' ? '' : `as of ${text}`
}
