import { type Duel, headToHead } from '../../../lib/chances/head-to-head.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Measure } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import table from './sheet-table.module.css'

interface Props {
  readonly standing: Standing
  readonly rival: Standing
  readonly rankedBy: Measure
  readonly event: Event
}

/** Which of two entries was faster in each run, and how often each was. */
export function HeadToHeadTable({ standing, rival, rankedBy, event }: Props) {
  const { measure, duels, won, lost, equal } = headToHead(standing, rival, rankedBy, event)
  const faster = `${table.figure} ${table.won}`
  const courses = Math.max(standing.runs.length, rival.runs.length)
  return (
    <table className={table.table} aria-label={`Head to head with ${displayName(rival.driver)}`}>
      <caption>
        <strong>
          {won} : {lost}
        </strong>{' '}
        <span className={table.quiet}>
          runs faster{equal > 0 && `, ${equal} equal`}
          {measure === 'indexed' && ', on indexed time'}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col" className={table.figure}>
            <bdi>{displayName(standing.driver)}</bdi>
          </th>
          <th scope="col" className={table.figure}>
            <bdi>{displayName(rival.driver)}</bdi>
          </th>
          <th scope="col" className={table.figure}>
            Gap
          </th>
        </tr>
      </thead>
      <tbody>
        {duels.map(({ course, run, own, rival: other, own_time, rival_time, difference }) => (
          <tr key={`${course} ${run}`}>
            <th scope="row">
              {courses > 1 && `${course + 1}·`}
              {run + 1}
            </th>
            <td className={difference !== undefined && difference < 0 ? faster : table.figure}>
              {time(own_time, own)}
            </td>
            <td className={difference !== undefined && difference > 0 ? faster : table.figure}>
              {time(rival_time, other)}
            </td>
            <td className={table.figure}>{gap(difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function time(value: number | undefined, run: Duel['own']): string {
    if (value !== undefined) return formatTime(value, event.time_format)
    if (run?.run.kind === 'no_time') return run.run.reason
    return run?.run.kind === 'rerun' ? 'RRN' : '–'
  }

  function gap(difference: number | undefined): string {
    if (difference === undefined) return ''
    if (difference === 0) return 'equal'
    return `${difference > 0 ? '+' : '−'}${formatTime(Math.abs(difference), event.time_format)}`
  }
}
