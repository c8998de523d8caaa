import type { News } from '../../../lib/day/news.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { parseRun } from '../../../lib/record/run.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { correctionOutcome, correctionWords } from '../../../lib/wording/correction-words.ts'
import { runNotation } from '../../../lib/wording/run-notation.ts'
import { runOutcome } from '../../../lib/wording/run-outcome.ts'
import { TimeOfDay } from '../browser/time-of-day.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import { newsKey } from './news-key.ts'
import styles from './news-list.module.css'

interface Props {
  readonly news: readonly News[]
  readonly standings: Standings
  readonly event: Event
  readonly here: string
  /** All news is of one entry, whose name is shown above the list. */
  readonly oneEntry?: boolean
}

/** Runs and corrections, newest first: the driver, the run, its time of day, and what it did for the result. */
export function NewsList({ news, standings, event, here, oneEntry = false }: Props) {
  return (
    <ol className={oneEntry ? `${styles.list} ${styles.oneEntry}` : styles.list}>
      {news.map((one) => {
        const standing = standings.by_name.get(one.driver_name)
        const name = standing ? displayName(standing.driver) : one.driver_name
        return (
          <li key={newsKey(one)} className={styles.item} data-news={newsKey(one)}>
            <Glyph news={one} event={event} />
            {!oneEntry && (
              <a className={styles.driver} href={sheetAddress(here, one.driver_name)} data-sheet={one.driver_name}>
                <span className={styles.entry}>
                  {standing?.class_code} {standing?.driver.number && `#${standing.driver.number} `}
                </span>
                <bdi>{name}</bdi>
              </a>
            )}
            <span className={styles.run}>{runText(one, event)}</span>
            <Outcome news={one} event={event} />
            <span className={styles.time}>
              <TimeOfDay at={one.at} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** What happened, in a slot of fixed width: places gained or lost, `PB`, a correction, no improvement. */
function Glyph({ news, event }: { readonly news: News; readonly event: Event }) {
  const [glyph, kind] = glyphOf(news, event)
  return (
    <span className={styles.glyph} data-kind={kind} aria-hidden="true">
      {glyph}
    </span>
  )
}

function glyphOf(news: News, event: Event): readonly [glyph: string, kind: string] {
  if (news.kind === 'correction') return ['✎', 'correction']
  const { positions } = progressOf(news)
  const { kind } = runOutcome(news, event)
  if (positions !== 0) return [`${positions > 0 ? '▲' : '▼'}${Math.abs(positions)}`, positions > 0 ? 'better' : kind]
  if (kind === 'better') return ['PB', kind]
  return [kind === 'no_better' ? '=' : '–', kind]
}

function runText({ kind, text, run }: News, event: Event): string {
  if (kind === 'correction') return `run ${run + 1} corrected`
  return `run ${run + 1}: ${runNotation(parseRun(text), event.time_format)}`
}

/** Of a correction, the old and the new run have a line of their own. */
function Outcome({ news, event }: { readonly news: News; readonly event: Event }) {
  if (news.kind === 'run') {
    const { kind, words } = runOutcome(news, event)
    return (
      <span className={styles.outcome} data-kind={kind}>
        {words}
      </span>
    )
  }
  return (
    <span className={styles.outcome}>
      <b className={styles.correction}>{correctionWords(news, event.time_format)}</b> · {correctionOutcome(news, event)}
    </span>
  )
}
