import { useEffect, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { LatestLine } from '../latest/latest-line.tsx'
import { StarLine } from './star-line.tsx'
import { mostStripLines, stripCookie, stripLines } from './strip-lines.ts'
import styles from './top-lines.module.css'

const oneYear = 365 * 24 * 3600

interface Props {
  readonly standings: Standings
  readonly news: readonly News[]
  readonly stars: ReadonlySet<string>
  /** The number of star lines in the cookie: their space is reserved until the stars are known. */
  readonly reserved: number
  readonly choice: ViewChoice
  readonly here: string
}

/** Above the results: a line for each of the first followed entries, and the latest run. */
export function TopLines({ standings, news, stars, reserved, choice, here }: Props) {
  // In the order of the stars: a line keeps its place while positions change.
  const followed = [...stars].flatMap((name) => standings.by_name.get(name) ?? [])
  const more = followed.length - mostStripLines
  // A single further entry has the last line: "+1 more" would take as much space.
  const shown = more === 1 ? followed : followed.slice(0, mostStripLines)
  const lines = stripLines(followed.length)
  const [reservedNow, setReservedNow] = useState(reserved)
  const before = useRef(0)
  useEffect(() => {
    if (lines < before.current) setReservedNow(0)
    before.current = lines
    // biome-ignore lint/suspicious/noDocumentCookie: not every supported browser has the Cookie Store API
    document.cookie = `${stripCookie}=${lines}; path=/; max-age=${oneYear}; samesite=lax`
  }, [lines])
  return (
    <div className={styles.lines}>
      {shown.map((standing) => (
        <StarLine key={standing.driver.driver_name} standing={standing} standings={standings} here={here} />
      ))}
      {more > 1 && (
        <a className={styles.more} href={`/live${formatChoice({ ...choice, view: 'mine', sort: [] })}`}>
          +{more} more in Mine
        </a>
      )}
      {Array.from({ length: Math.max(0, reservedNow - lines) }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are interchangeable
        <div key={line} className={styles.reserved} aria-hidden="true" />
      ))}
      <LatestLine news={news} standings={standings} here={here} />
    </div>
  )
}
