import type { LatestViewProps } from './latest-view.tsx'

/** How the course and the classes went over the day. */
export function ChartsView({ standings }: LatestViewProps) {
  return <p>{standings.raw.length} entries</p>
}
