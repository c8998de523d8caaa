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
  /**
   * How many lines of stars this browser had, as it told the server: their place is kept before the stars are known.
   */
  readonly reserved: number
  readonly choice: ViewChoice
  readonly here: string
}

/** On top of the results: those whom the reader follows, a line each, and the run that came in last. */
export function TopLines({ standings, news, stars, reserved, choice, here }: Props) {
  // In the order in which they were starred: a line keeps its place while places change.
  const followed = [...stars].flatMap((name) => standings.by_name.get(name) ?? [])
  const more = followed.length - mostStripLines
  // The last line is another entry's where there is only one more: to say that there is takes as much room.
  const shown = more === 1 ? followed : followed.slice(0, mostStripLines)
  const lines = stripLines(followed.length)
  const [kept, setKept] = useState(reserved)
  const before = useRef(0)
  useEffect(() => {
    if (lines < before.current) setKept(0)
    before.current = lines
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that people have
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
      {Array.from({ length: Math.max(0, kept - lines) }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all alike
        <div key={line} className={styles.kept} aria-hidden="true" />
      ))}
      <LatestLine news={news} standings={standings} here={here} />
    </div>
  )
}
