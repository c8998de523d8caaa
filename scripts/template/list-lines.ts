import { fitText } from '../../cli/styled-text/fit-text.ts'
import { safeText } from '../../cli/styled-text/safe-text.ts'
import { textWidth } from '../../cli/styled-text/text-width.ts'
import { type Driver, displayName } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'
import { formatTime } from '../../lib/record/run.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import type { Standing } from '../../lib/standings/standing.ts'

const widestName = 40

/** The list in lines: under each class position, class, number, name, best time and the number of runs. */
export function listLines(drivers: readonly Driver[], event: Event): readonly string[] {
  const { classes } = standingsOf(drivers, event)
  const names = drivers.map((driver) => textWidth(safeText(displayName(driver))))
  const codes = drivers.map((driver) => textWidth(safeText(driver.class ?? '')))
  const widths = { name: Math.min(widestName, Math.max(4, ...names)), code: Math.min(12, Math.max(5, ...codes)) }
  return classes.flatMap((one) => [
    '',
    heading(one),
    ...one.entries.map((standing) => row(standing, one, event, widths)),
  ])
}

function heading({ code, name, entries, ranked_by }: ClassStanding): string {
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  const title =
    [code, name]
      .filter(Boolean)
      .map((part) => safeText(part ?? ''))
      .join(' ') || 'No class'
  return `${title}, ${count}${ranked_by === 'indexed' ? ', by indexed time' : ''}`
}

function row(
  standing: Standing,
  { ranked_by }: ClassStanding,
  { time_format }: Event,
  widths: { readonly name: number; readonly code: number },
): string {
  const { driver, class_position: position, runs_done } = standing
  const result = ranked_by === 'indexed' ? standing.indexed : standing.total
  const place = position ? `${position.place}${position.shared ? '=' : ''}` : '-'
  return [
    fitText(place, 5, 'right'),
    fitText(safeText(driver.class ?? ''), widths.code, 'left'),
    fitText(safeText(driver.number ?? ''), 5, 'right'),
    fitText(safeText(displayName(driver)), widths.name, 'left'),
    fitText(result === undefined ? 'no time' : formatTime(result, time_format), 11, 'right'),
    runs_done === 1 ? ' 1 run' : fitText(`${runs_done} runs`, 8, 'right'),
  ]
    .join('  ')
    .trimEnd()
}
