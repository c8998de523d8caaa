import { firstValue } from './first-value.ts'
import type { SearchParameters } from './view-state.ts'

/** The parts of an overlay for video: the last run, one driver, the first of a class, the desk's message. */
export const overlayParts = ['last', 'row', 'top', 'message'] as const
export type OverlayPart = (typeof overlayParts)[number]

/** What an overlay does with a list that may be old: it says of when it is, or it leaves the picture. */
const staleWays = ['say', 'hide'] as const

/** What the address of an overlay asks for. */
export interface OverlayChoice {
  readonly parts: readonly OverlayPart[]
  /** A driver_name, or a name as people read it. Empty: the next driver of the run order, or else the last one. */
  readonly driver: string
  /** '' for the class that last drove. */
  readonly classCode: string
  /** How many of the class. */
  readonly top: number
  /** How long the last run stays, in seconds; undefined: until the next. */
  readonly seconds: number | undefined
  readonly stale: (typeof staleWays)[number]
  /** What of the address means nothing, so that the page can say so. */
  readonly wrong: readonly (readonly [name: string, value: string])[]
}

export const overlayParameters = ['show', 'driver', 'class', 'top', 'seconds', 'stale'] as const
const known: ReadonlySet<string> = new Set(overlayParameters)
export const defaultTop = 5
export const mostTop = 20
export const mostSeconds = 600
/** As many wrong parameters are named, each cut after so many characters. */
const [mostWrong, longestWrong] = [5, 60]

export function readOverlay(parameters: SearchParameters): OverlayChoice {
  const value = (name: (typeof overlayParameters)[number]) => firstValue(parameters[name]).trim()
  const wrong: (readonly [string, string])[] = []
  const isFine = (name: string, text: string, fine: boolean) => {
    if (!fine) wrong.push([name.slice(0, longestWrong), text.slice(0, longestWrong)])
    return fine
  }
  const number = (name: 'top' | 'seconds', most: number) => {
    const text = value(name)
    if (text === '') return undefined
    const found = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return isFine(name, text, found >= 1 && found <= most) ? found : undefined
  }
  const shown = value('show')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const wanted = shown.filter((part) =>
    isFine(
      'show',
      part,
      overlayParts.some((one) => one === part),
    ),
  )
  const stale = staleWays.find((way) => way === value('stale'))
  const choice = {
    parts: shown.length === 0 ? (['last'] as const) : overlayParts.filter((part) => wanted.includes(part)),
    driver: value('driver').slice(0, 4000),
    classCode: value('class').slice(0, 60),
    top: number('top', mostTop) ?? defaultTop,
    seconds: number('seconds', mostSeconds),
    stale: stale ?? 'say',
  }
  isFine('stale', value('stale'), value('stale') === '' || stale !== undefined)
  for (const name of Object.keys(parameters)) isFine(name, firstValue(parameters[name]), known.has(name))
  return { ...choice, wrong: wrong.slice(0, mostWrong) }
}

/** The query of a choice with its question mark, which reads as the same choice; empty for the defaults. */
export function formatOverlay({ parts, driver, classCode, top, seconds, stale, wrong }: OverlayChoice): string {
  const parameters = new URLSearchParams()
  const show = [...parts, ...wrong.flatMap(([name, value]) => (name === 'show' ? [value] : []))]
  if (show.join() !== 'last') parameters.set('show', show.join())
  if (driver !== '') parameters.set('driver', driver)
  if (classCode !== '') parameters.set('class', classCode)
  if (top !== defaultTop) parameters.set('top', `${top}`)
  if (seconds !== undefined) parameters.set('seconds', `${seconds}`)
  if (stale !== 'say') parameters.set('stale', stale)
  for (const [name, value] of wrong) if (name !== 'show') parameters.set(name, value)
  const query = parameters.toString()
  return query === '' ? '' : `?${query}`
}
