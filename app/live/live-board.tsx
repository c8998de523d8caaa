'use client'

import { useMemo, useState } from 'react'
import { defaultEvent } from '../../lib/event.ts'
import { matchesSearch } from '../../lib/search.ts'
import { createStandings } from '../../lib/standings.ts'
import { formatChoice, sortAfterClick, type ViewChoice } from '../../lib/view-choice.ts'
import { ClassView } from './class-view.tsx'
import { Controls } from './controls.tsx'
import { EmptyList } from './empty-list.tsx'
import { EventHeader } from './event-header.tsx'
import { Freshness } from './freshness.tsx'
import styles from './live-board.module.css'
import { TableView } from './table-view.tsx'
import { useReplica } from './use-replica.ts'

interface Props {
  /** A PageSnapshot as JSON: one string crosses from the server once, however long the list. */
  readonly snapshot: string
  readonly choice: ViewChoice
}

const unnamedEvent = defaultEvent('Live results')

/** The spectators' page: the one island that runs in the browser. */
export function LiveBoard({ snapshot, choice: initialChoice }: Props) {
  const live = useReplica(snapshot)
  const [choice, setChoice] = useState(initialChoice)
  const { replica } = live
  const event = replica.event ?? unnamedEvent
  // Remembers the standings before, so that rows which did not change keep their identity and do not render.
  const standingsOf = useMemo(() => createStandings(event), [event])
  const standings = useMemo(() => standingsOf(replica.drivers.values()), [standingsOf, replica.drivers])

  const choose = (change: Partial<ViewChoice>) => {
    const next = { ...choice, ...change }
    setChoice(next)
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${formatChoice(next)}`)
  }
  const sortBy = (attribute: string, added: boolean) => choose({ sort: sortAfterClick(choice.sort, attribute, added) })
  const found = useMemo(
    () => new Set(Array.from(replica.drivers.values()).filter((driver) => matchesSearch(driver, choice.search))),
    [replica.drivers, choice.search],
  )
  const view = { standings, event, found, choice, onSort: sortBy }

  return (
    <div className={styles.page} data-connection={live.connection} data-version={replica.version}>
      <header className={styles.top}>
        <EventHeader event={event} />
        <Freshness live={live} />
      </header>
      <main className={styles.main}>
        <Controls choice={choice} onChoose={choose} found={found.size} entries={replica.drivers.size} />
        <div className={live.connection === 'offline' || live.stalledSince !== undefined ? styles.stale : undefined}>
          {replica.drivers.size === 0 ? (
            <EmptyList />
          ) : choice.view === 'class' ? (
            <ClassView {...view} />
          ) : (
            <TableView {...view} />
          )}
        </div>
      </main>
    </div>
  )
}
