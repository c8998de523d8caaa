import { displayName } from '../../lib/record/driver.ts'
import { entryStatus } from '../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../lib/record/run.ts'
import type { Counting } from '../../lib/scoring/counting.ts'
import type { Position } from '../../lib/scoring/ranking.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import { attributeOf } from '../../lib/table/sort.ts'
import { completedText, gapWords } from '../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../lib/wording/no-total-words.ts'
import { safeText } from '../styled-text/safe-text.ts'

/** The text of a standing in a column other than its runs. `counting`: what the event compares before time. */
export function cellText(
  standing: Standing,
  attribute: string,
  format: TimeFormat,
  counting: Counting | undefined,
): string {
  const time = (value: number | undefined) => (value === undefined ? '' : formatTime(value, format))
  switch (attribute) {
    case 'position':
      return positionText(standing.class_position, standing.trophy) || (entryStatus(standing.driver) ?? '')
    case 'driver':
      return safeText(displayName(standing.driver))
    case 'total':
      return standing.total === undefined ? noTotalWords(standing) : time(standing.total)
    case 'indexed':
      return time(standing.indexed)
    case 'gap':
      return gapWords(standing, counting, format)
    case 'completed':
      return counting === undefined ? '' : completedText(standing, counting)
    default:
      return safeText(String(attributeOf(standing.driver, attribute) ?? ''))
  }
}

/** ` 1T`: first, with a trophy. ` 2=`: second, shared. The numbers are aligned. */
function positionText(position: Position | undefined, trophy: boolean): string {
  if (position === undefined) return ''
  return `${String(position.place).padStart(2)}${position.shared ? '=' : ''}${trophy ? 'T' : ''}`
}
