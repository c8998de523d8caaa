import { type Neighbour, neighbours } from '../../../lib/chances/neighbours.ts'
import { displayName } from '../../../lib/record/driver.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { Measure, Position } from '../../../lib/scoring/ranking.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { differenceWords } from '../../../lib/wording/difference-words.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import styles from './driver-sheet.module.css'
import table from './sheet-table.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly group: ClassStanding | undefined
  readonly here: string
}

interface Ranking {
  readonly name: string
  readonly entries: readonly Standing[]
  readonly measure: Measure
  readonly positionOf: (entry: Standing) => Position | undefined
}

/** The entries right ahead and behind in class, PAX and raw; each gap in seconds of the entry's own car. */
export function SheetNeighbours({ standing, standings, group, here }: Props) {
  const { event, pax, raw, courses } = standings
  const rankings: readonly Ranking[] = [
    ...(group
      ? [
          {
            name: 'Class',
            entries: group.entries,
            measure: group.ranked_by,
            positionOf: (entry: Standing) => entry.class_position,
          },
        ]
      : []),
    { name: 'PAX', entries: pax, measure: 'indexed', positionOf: (entry) => entry.pax_position },
    { name: 'Raw', entries: raw, measure: 'time', positionOf: (entry) => entry.raw_position },
  ]
  const rows = rankings.flatMap((ranking) => {
    if (!ranking.positionOf(standing)) return []
    const { ahead, behind } = neighbours(standing, ranking.entries, ranking.measure, event)
    return [
      { ranking, sign: '+', neighbour: ahead, where: 'ahead' },
      { ranking, sign: '−', neighbour: behind, where: 'behind' },
    ].flatMap(({ neighbour, ...rest }) => (neighbour ? [{ ...rest, neighbour }] : []))
  })
  if (rows.length === 0) return null
  const counting = countingOf(event, courses)
  const gap = (sign: string, { standing: other, own }: Neighbour) => {
    if (own === undefined) return differenceWords(standing, other, counting)
    return own === 0 ? '0.000' : `${sign}${formatTime(own, event.time_format)}`
  }
  return (
    <section>
      <h3 className={styles.heading}>Rivals nearby</h3>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">In</th>
            <th scope="col">Who</th>
            <th scope="col" className={table.figure}>
              In your seconds
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ranking, sign, neighbour, where }) => {
            const position = ranking.positionOf(neighbour.standing)
            return (
              <tr key={`${ranking.name} ${where}`}>
                <td className={table.position}>
                  {ranking.name} {position && formatPosition(position)}
                </td>
                <th scope="row">
                  <a
                    href={sheetAddress(here, neighbour.standing.driver.driver_name)}
                    data-sheet={neighbour.standing.driver.driver_name}
                  >
                    <bdi>{displayName(neighbour.standing.driver)}</bdi>
                  </a>{' '}
                  <span className={table.quiet}>{where}</span>
                </th>
                <td className={table.figure}>{gap(sign, neighbour)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
