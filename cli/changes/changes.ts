import { displayName } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'
import { formatTime } from '../../lib/record/run.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { attributeOf } from '../../lib/table/sort.ts'
import { stateNames } from '../board/event-spans.ts'
import { runText } from '../board/run-spans.ts'
import { safeText } from '../styled-text/safe-text.ts'

/** The change of one driver from one list to the next. */
export interface Change {
  readonly name: string
  /** The present standing; the last one for a removed entry. */
  readonly standing: Standing
  /** The classes of the driver before and after. */
  readonly classes: readonly string[]
  /** Texts such as `run 3: 40.516+1` and `position 3 → 1`. */
  readonly news: readonly string[]
  /** 1: to a better position; -1: to a worse one or none; 0: neither, also without a position before in this class. */
  readonly moved: -1 | 0 | 1
}

/**
 * The changed entries: first those with a changed record, then those that only moved, then the removed ones. Gaps
 * follow from the times of others and are not reported.
 */
export function changesBetween(before: Standings, after: Standings): readonly Change[] {
  if (before === after) return []
  const own: Change[] = []
  const moved: Change[] = []
  const removed: Change[] = []
  for (const standing of after.classes.flatMap(({ entries }) => entries)) {
    const old = before.by_name.get(standing.driver.driver_name)
    if (old === standing) continue
    const news =
      old === undefined ? ['entered', ...resultNews(undefined, standing, after)] : newsOf(old, standing, after)
    if (news.length > 0) (old?.driver === standing.driver ? moved : own).push(changeOf(standing, old, news))
  }
  for (const old of before.classes.flatMap(({ entries }) => entries)) {
    if (!after.by_name.has(old.driver.driver_name)) removed.push(changeOf(old, undefined, ['left the list']))
  }
  return [...own, ...moved, ...removed]
}

/** The changes of the event's title and state, as texts. */
export function eventNews(before: Event, after: Event): readonly string[] {
  return [
    ...(before.title === after.title ? [] : [`the event is ${safeText(after.title)}`]),
    ...(before.state === after.state ? [] : [`results are ${stateNames[after.state].toLowerCase()}`]),
  ]
}

function changeOf(standing: Standing, old: Standing | undefined, news: readonly string[]): Change {
  const classes = old === undefined ? [standing.class_code] : [standing.class_code, old.class_code]
  return { name: standing.driver.driver_name, standing, classes, news, moved: movement(old, standing) }
}

function movement(old: Standing | undefined, now: Standing): Change['moved'] {
  if (old?.class_position === undefined || old.class_code !== now.class_code) return 0
  const difference = old.class_position.place - (now.class_position?.place ?? Number.POSITIVE_INFINITY)
  return difference > 0 ? 1 : difference < 0 ? -1 : 0
}

function newsOf(old: Standing, now: Standing, { event }: Standings): string[] {
  return [...attributeNews(old, now, event), ...runNews(old, now, event), ...resultNews(old, now, { event })]
}

function attributeNews(old: Standing, now: Standing, event: Event): string[] {
  const shown = [{ attribute: 'number', title: 'number' }, { attribute: 'car', title: 'car' }, ...event.columns]
  const named = shown.flatMap(({ attribute, title }) => {
    const [was, is] = [old, now].map(({ driver }) => safeText(String(attributeOf(driver, attribute) ?? '')))
    return was === is ? [] : [`${safeText(title)} ${was || 'none'} → ${is || 'none'}`]
  })
  const [oldName, name] = [old, now].map(({ driver }) => safeText(displayName(driver)))
  const [oldClass, className] = [old, now].map(({ class_code: code }) => safeText(code) || 'none')
  return [
    ...(oldName === name ? [] : [`was ${oldName}`]),
    ...(oldClass === className ? [] : [`class ${oldClass} → ${className}`]),
    ...named,
  ]
}

function runNews(old: Standing, now: Standing, { time_format: format }: Event): string[] {
  const courses = Math.max(old.runs.length, now.runs.length)
  return Array.from({ length: courses }, (_, course) => {
    const [was = [], is = []] = [old.runs[course], now.runs[course]]
    return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => {
      const [oldText = '–', text = '–'] = [was[index], is[index]].map((run) => run && runText(run, format))
      const label = courses > 1 ? `course ${course + 1} run ${index + 1}` : `run ${index + 1}`
      if (oldText === text) return []
      if (oldText === '–') return [`${label}: ${text}`]
      return [text === '–' ? `${label} taken back, was ${oldText}` : `${label} corrected: ${text}, was ${oldText}`]
    }).flat()
  }).flat()
}

/** Time and position, where they changed. */
function resultNews(old: Standing | undefined, now: Standing, { event }: Pick<Standings, 'event'>): string[] {
  const time = (value: number | undefined) => (value === undefined ? undefined : formatTime(value, event.time_format))
  const positionOf = ({ class_position: position }: Standing) =>
    position && `${position.place}${position.shared ? '=' : ''}`
  const sameClass = old?.class_code === now.class_code
  return [
    ...difference('time', old && time(old.total), time(now.total)),
    ...difference('position', old && sameClass ? positionOf(old) : undefined, positionOf(now)),
  ]
}

function difference(label: string, was: string | undefined, is: string | undefined): string[] {
  if (was === is) return []
  if (was === undefined) return [`${label} ${is}`]
  return [is === undefined ? `no ${label}, was ${was}` : `${label} ${was} → ${is}`]
}
