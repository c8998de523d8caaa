import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import type { EntryHighlights } from '../../../lib/results/entry-highlights.ts'
import type { Counting } from '../../../lib/scoring/counting.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { attributeOf } from '../../../lib/table/sort.ts'
import { completedText, gapWords } from '../../../lib/wording/completed-words.ts'
import { RunList } from '../entry/run-list.tsx'
import styles from './wide-table.module.css'

interface Props {
  readonly attribute: string
  readonly standing: Standing
  readonly highlights: EntryHighlights
  readonly counting: Counting | undefined
  readonly timeFormat: TimeFormat
}

/** A cell of the wide table that is neither the driver's nor a run's. */
export function WideCell({ attribute, standing, highlights, counting, timeFormat }: Props) {
  switch (attribute) {
    case 'position': {
      const status = entryStatus(standing.driver)
      if (!standing.class_position && status) return <abbr title={statusWords[status]}>{status}</abbr>
      return <PositionText position={standing.class_position} trophy={standing.trophy} />
    }
    case 'raw_position':
      return <PositionText position={standing.raw_position} />
    case 'pax_position':
      return <PositionText position={standing.pax_position} />
    case 'total':
      if (standing.total !== undefined) return formatTime(standing.total, timeFormat)
      return <span className={styles.none}>{standing.completed > 0 ? 'no total' : 'no time'}</span>
    case 'indexed':
      return standing.indexed !== undefined && formatTime(standing.indexed, timeFormat)
    case 'gap':
      return gapWords(standing, counting, timeFormat)
    case 'completed':
      return counting && completedText(standing, counting)
    case 'runs':
      return <RunList runs={standing.runs} timeFormat={timeFormat} highlights={highlights} />
    default:
      return <bdi>{String(attributeOf(standing.driver, attribute) ?? '')}</bdi>
  }
}

interface PositionProps {
  readonly position: Position | undefined
  readonly trophy?: boolean
}

/** `1T`: first, with a trophy. `2=`: second, shared. The marks have a slot of their own beside the digits. */
function PositionText({ position, trophy = false }: PositionProps) {
  if (!position) return null
  return (
    <>
      {position.place}
      <span className={styles.marks}>
        {position.shared && <abbr title="shared">=</abbr>}
        {trophy && (
          <abbr className={styles.trophy} title="trophy">
            T
          </abbr>
        )}
      </span>
    </>
  )
}
