import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import type { EntryHighlights } from '../../../lib/results/entry-highlights.ts'
import type { Counting } from '../../../lib/scoring/counting.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { attributeOf } from '../../../lib/table/sort.ts'
import { completedText, completedWords, gapWords } from '../../../lib/wording/completed-words.ts'
import { RunList } from '../entry/run-list.tsx'
import styles from './result-row.module.css'

interface Props {
  readonly standing: Standing
  /** The entry when the shown order was made, if a newer order waits: its place stays until the rows are sorted. */
  readonly held: Standing | undefined
  readonly highlights: EntryHighlights
  readonly attribute: string
  readonly counting: Counting | undefined
  readonly timeFormat: TimeFormat
}

/** What one column shows of an entry. */
export function ResultCell({ standing, held, highlights, attribute, counting, timeFormat }: Props) {
  const time = (value: number | undefined) => (value === undefined ? '' : formatTime(value, timeFormat))
  switch (attribute) {
    case 'position':
    case 'raw_position':
    case 'pax_position':
      return <PositionCell standing={standing} held={held} attribute={attribute} />
    case 'total':
      return <TotalCell standing={standing} counting={counting} timeFormat={timeFormat} />
    case 'indexed':
      return time(standing.indexed)
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

/** The position that a column shows; undefined for a column of anything else, and for an entry without one. */
export function positionIn(standing: Standing, attribute: string): Position | undefined {
  if (attribute === 'position') return standing.class_position
  if (attribute === 'raw_position') return standing.raw_position
  return attribute === 'pax_position' ? standing.pax_position : undefined
}

/** The time; on a phone, where no column counts laps or courses, also how many it has. */
function TotalCell({ standing, counting, timeFormat }: Pick<Props, 'standing' | 'counting' | 'timeFormat'>) {
  const words = completedWords(standing, counting)
  return (
    <>
      {standing.total === undefined ? (
        <span className={words ? styles.incomplete : styles.none}>{words ? 'no total' : 'no time'}</span>
      ) : (
        formatTime(standing.total, timeFormat)
      )}
      {words && <span className={styles.completed}> {words}</span>}
    </>
  )
}

/**
 * `1T`: first, with a trophy. `2=`: second, shared. `DSQ` in the place of a class position that an entry does not take.
 * A place that is no longer true is grey.
 */
function PositionCell({ standing, held, attribute }: Pick<Props, 'standing' | 'held' | 'attribute'>) {
  const shown = held ?? standing
  const position = positionIn(shown, attribute)
  const isOld = position?.place !== positionIn(standing, attribute)?.place
  const status = attribute === 'position' && entryStatus(shown.driver)
  if (!position) return status && <abbr title={statusWords[status]}>{status}</abbr>
  return (
    <span className={isOld ? styles.old : undefined}>
      {position.place}
      <span className={styles.marks}>
        {position.shared && <abbr title="shared">=</abbr>}
        {attribute === 'position' && shown.trophy && (
          <abbr className={styles.trophy} title="trophy">
            T
          </abbr>
        )}
      </span>
    </span>
  )
}
