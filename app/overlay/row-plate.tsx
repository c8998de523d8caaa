import { formatTime } from '../../lib/record/run.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { noTotalWords } from '../../lib/wording/no-total-words.ts'
import { formatPosition } from '../../lib/wording/ordinal.ts'
import { withoutPlaceWords } from '../../lib/wording/without-place-words.ts'
import { NextRequiredTime } from '../live/entry/next-required-time.tsx'
import { runsLeftWords } from '../live/entry/runs-left.ts'
import { AsOf } from './as-of.tsx'
import type { OverlayRow } from './overlay-scene.ts'
import { PlateText } from './plate-text.tsx'
import { PlateWho } from './plate-who.tsx'

interface Props {
  readonly row: OverlayRow
  readonly standings: Standings
  readonly staleSince: number | undefined
}

const kinds: Readonly<Record<OverlayRow['kind'], string | undefined>> = {
  named: undefined,
  next: 'next in run order',
  last: undefined,
}

/** One driver: the result, the place, and what the next run needs. */
export function RowPlate({ row: { kind, standing }, standings, staleSince }: Props) {
  const { event } = standings
  const { class_position: position, total, runs_left } = standing
  const place = position
    ? `${formatPosition(position)} in ${standing.class_code || 'class'}`
    : withoutPlaceWords(standing)
  return (
    <>
      <div className="overlay-line">
        <PlateWho standing={standing} details={[kinds[kind], standing.driver.car]} />
        <PlateText className="overlay-time">
          {total === undefined ? noTotalWords(standing) : formatTime(total, event.time_format)}
        </PlateText>
      </div>
      <div className="overlay-strip">
        <PlateText className="overlay-outcome">
          {place}
          {place !== undefined && ' · '}
          <NextRequiredTime standing={standing} standings={standings} />
        </PlateText>
        <span className="overlay-aside">
          {staleSince === undefined && runsLeftWords(runs_left)}
          <AsOf at={staleSince} />
        </span>
      </div>
    </>
  )
}
