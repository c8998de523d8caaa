import { type CSSProperties, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { News } from '../../../lib/day/news.ts'
import { mostStripLines, stripCookie, stripLines } from '../../../lib/reader/strip-lines.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { LatestLine } from '../latest/latest-line.tsx'
import { starLine } from './lazy-star-line.ts'
import styles from './top-lines.module.css'

const oneYear = 365 * 24 * 3600
const subscribeToNothing = () => () => {}

interface Props {
  readonly standings: Standings
  readonly news: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly choice: ViewChoice
  readonly here: string
}

/**
 * Above the results: a line for each of the first followed entries, and the latest run. The space of the lines of the
 * last visit is reserved until the stars are known.
 */
export function TopLines({ standings, news, stars, choice, here }: Props) {
  // In the order of the stars: a line keeps its place while positions change.
  const followed = [...stars].flatMap((name) => standings.by_name.get(name) ?? [])
  const more = followed.length - mostStripLines
  // A single further entry has the last line: "+1 more" would take as much space.
  const shown = more === 1 ? followed : followed.slice(0, mostStripLines)
  const lines = stripLines(followed.length)
  const reserved = useReservedLines()
  const [isReserving, setReserving] = useState(true)
  const before = useRef(0)
  useEffect(() => {
    if (lines < before.current) setReserving(false)
    before.current = lines
    // biome-ignore lint/suspicious/noDocumentCookie: not every supported browser has the Cookie Store API
    document.cookie = `${stripCookie}=${lines}; path=/; max-age=${oneYear}; samesite=lax`
  }, [lines])
  return (
    <div className={styles.lines}>
      <div className={styles.strip}>
        {shown.map((standing) => (
          <starLine.Part
            key={standing.driver.driver_name}
            standing={standing}
            standings={standings}
            here={here}
            fallback={<div className={styles.reserved} style={linesOf(1)} aria-hidden="true" />}
          />
        ))}
        {more > 1 && (
          <a className={styles.more} href={`/live${formatChoice({ ...choice, view: 'mine', sort: [] })}`}>
            +{more} more in Mine
          </a>
        )}
        {isReserving && reserved === undefined && <div className={styles.reserved} aria-hidden="true" />}
        {isReserving && reserved !== undefined && reserved > lines && (
          <div className={styles.reserved} style={linesOf(reserved - lines)} aria-hidden="true" />
        )}
      </div>
      <LatestLine news={news} standings={standings} here={here} />
    </div>
  )
}

/** The room of so many lines; the style sheet has their height. */
function linesOf(lines: number): CSSProperties {
  return { '--strip-lines': lines } as CSSProperties
}

/**
 * The lines that the first paint has reserved (lib/reader/first-paint.ts); undefined on the server and during
 * hydration.
 */
function useReservedLines(): number | undefined {
  return useSyncExternalStore(
    subscribeToNothing,
    () => Number(document.documentElement.style.getPropertyValue('--strip-lines')),
    () => undefined,
  )
}
