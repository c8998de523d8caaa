'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'
import type { OverlayChoice } from '../../lib/reader/overlay-choice.ts'
import { createResultsStore } from '../../lib/results/results-store.ts'
import type { PageData } from '../../lib/server-api/page-data.ts'
import { useLiveStore } from '../live/connection/use-replica.ts'
import { useFitTexts } from '../live/fit/use-fit-texts.ts'
import { LastPlate } from './last-plate.tsx'
import { overlayScene } from './overlay-scene.ts'
import { Plate } from './plate.tsx'
import { PlateText } from './plate-text.tsx'
import { RowPlate } from './row-plate.tsx'
import { staleSince } from './stale-since.ts'
import { TopPlate } from './top-plate.tsx'
import { useLastShown } from './use-last-shown.ts'
import { useStyleChanges } from './use-style-changes.ts'

interface Props {
  /** PageData as JSON. */
  readonly snapshot: string
  readonly choice: OverlayChoice
}

/** The overlay for video: plates over nothing, each switched on by the address. docs/SCREENS.md is its manual. */
export function OverlayBoard({ snapshot, choice }: Props) {
  const [page] = useState(() => JSON.parse(snapshot) as PageData)
  const list = useLiveStore(page)
  const [results] = useState(() => createResultsStore(list, { ...page, now: page.freshness.at }))
  const { live, standings, news } = useSyncExternalStore(results.subscribe, results.get, results.get)
  const scene = useMemo(() => overlayScene(choice, standings, news), [choice, standings, news])
  const lastShown = useLastShown(scene.last, choice.seconds, live)
  const since = staleSince(live, page.freshness.at)
  const root = useFitTexts<HTMLElement>(useStyleChanges(), scene, since, live.desk.message)
  const { last, row, top, notes } = scene
  const stale = since !== undefined
  const isHere = !(stale && choice.stale === 'hide')
  const wants = (part: OverlayChoice['parts'][number]) => choice.parts.includes(part)
  const shared = { standings, staleSince: since }
  return (
    <main ref={root} className="overlay" data-connection={live.connection} data-version={live.replica.version}>
      <div className="overlay-top-area">
        {wants('message') && live.desk.message && (
          <Plate part="message" label="Message from the desk" shown={isHere} stale={false}>
            <PlateText className="overlay-text">
              <bdi>{live.desk.message.text}</bdi>
            </PlateText>
          </Plate>
        )}
        {top && top.rows.length > 0 && (
          <Plate part="top" label={`Class ${top.group.code}`} shown={isHere} stale={stale}>
            <TopPlate key={top.group.code} top={top} last={last} {...shared} />
          </Plate>
        )}
      </div>
      <div className="overlay-low-area">
        {row && (
          <Plate part="row" label="Driver" shown={isHere} stale={stale}>
            <RowPlate key={row.standing.driver.driver_name} row={row} {...shared} />
          </Plate>
        )}
        {wants('last') && last && (
          <Plate part="last" label="Last run" shown={isHere && lastShown} stale={stale}>
            <LastPlate key={`${last.newest.version} ${last.run.driver_name}`} last={last} {...shared} />
          </Plate>
        )}
        {notes.length > 0 && (
          <p className="overlay-note" role="status">
            {notes.join(' ')}
          </p>
        )}
      </div>
    </main>
  )
}
