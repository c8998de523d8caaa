import type { News } from '../../lib/day/news.ts'
import { displayName } from '../../lib/record/driver.ts'
import { parseRun } from '../../lib/record/run.ts'
import { classKey } from '../../lib/scoring/class-code.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { correctionOutcome, correctionWords } from '../../lib/wording/correction-words.ts'
import { runNotation } from '../../lib/wording/run-notation.ts'
import { runOutcome } from '../../lib/wording/run-outcome.ts'
import { TimeOfDay } from '../live/browser/time-of-day.tsx'
import { newsKey } from '../live/latest/news-key.ts'
import styles from './embed.module.css'

interface Props {
  /** The newest first. */
  readonly news: readonly News[]
  readonly standings: Standings
  /** '' for all classes. */
  readonly classCode: string
}

const most = 30

/** The latest runs and corrections, the newest first, each with what it did for the result. */
export function EmbedLatest({ news, standings, classCode }: Props) {
  const { by_name, event } = standings
  const shown = news
    .flatMap((one) => {
      const standing = by_name.get(one.driver_name)
      const isChosen = classCode === '' || classKey(standing?.class_code ?? '') === classKey(classCode)
      return standing && isChosen ? [{ one, standing }] : []
    })
    .slice(0, most)
  if (shown.length === 0)
    return <p className={styles.none}>Nothing has happened yet. Runs appear here by themselves.</p>
  return (
    <ol className={styles.latest} aria-label="Latest runs">
      {shown.map(({ one, standing }) => (
        <li key={newsKey(one)}>
          <span className={styles.quiet}>
            <TimeOfDay at={one.at} />
          </span>
          <span>
            <b>
              <bdi>{displayName(standing.driver)}</bdi>
            </b>{' '}
            <span className={styles.quiet}>
              {[standing.class_code, standing.driver.number && `#${standing.driver.number}`].filter(Boolean).join(' ')}
            </span>
            <br />
            {meaning(one)}
          </span>
          <b className={styles.figure}>{one.text === '' ? '' : runNotation(parseRun(one.text), event.time_format)}</b>
        </li>
      ))}
    </ol>
  )

  function meaning(one: News): string {
    if (one.kind === 'run') return runOutcome(one, event).words
    return `corrected: ${correctionWords(one, event.time_format)} · ${correctionOutcome(one, event)}`
  }
}
