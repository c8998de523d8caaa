import { countingTitles } from '../../../lib/reader/result-columns.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { completedText } from '../../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../../lib/wording/no-total-words.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import styles from './sheet-positions.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly group: ClassStanding | undefined
}

/** The positions in class, PAX and raw, each with the number of competing entries; and the times behind them. */
export function SheetPositions({ standing, standings, group }: Props) {
  const { class_position, pax_position, raw_position, total, indexed, runs_left } = standing
  const { event, pax, raw, courses } = standings
  const counting = countingOf(event, courses)
  const time = (value: number | undefined) => value !== undefined && formatTime(value, event.time_format)
  const of = (position: Position | undefined, entries: number) =>
    position && (
      <>
        {formatPosition(position)} <span className={styles.of}>of {entries}</span>
      </>
    )
  const facts = [
    ['Class', of(class_position, group?.entries.filter(({ counts }) => counts).length ?? 0)],
    ['PAX', of(pax_position, pax.filter((entry) => entry.pax_position).length)],
    ['Raw', of(raw_position, raw.filter((entry) => entry.raw_position).length)],
    ['Time', total === undefined ? noTotalWords(standing) : time(total)],
    [counting ? countingTitles[counting.unit] : '', counting && completedText(standing, counting)],
    ['Indexed', time(indexed)],
    ['Runs left', runs_left !== undefined && String(runs_left)],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
