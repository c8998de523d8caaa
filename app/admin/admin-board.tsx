'use client'

import { useMemo, useState } from 'react'
import { formatSort, sortAfterClick } from '../../lib/reader/view-state.ts'
import type { PageData } from '../../lib/server-api/page-data.ts'
import type { SortBy } from '../../lib/table/sort-by.ts'
import { Freshness } from '../live/connection/freshness.tsx'
import { useReplica } from '../live/connection/use-replica.ts'
import styles from './admin-board.module.css'
import { competingClasses } from './desk/competing-classes.ts'
import type { RefusedChange } from './desk/desk-address.ts'
import { DeskPanel } from './desk/desk-panel.tsx'
import { type DriverFilter, DriverTable, type WantedRow } from './driver-table.tsx'
import { HealthStrip } from './health-strip.tsx'
import { HeldNotice, ReleaseRefused } from './held-notice.tsx'
import { ProblemList } from './problem-list.tsx'
import { useServerState } from './use-server-state.ts'
import { WarningList } from './warning-list.tsx'

interface Props {
  /** PageData as JSON. */
  readonly snapshot: string
  /** ServerState as JSON. */
  readonly state: string
  readonly sort: readonly SortBy[]
  readonly filter: DriverFilter
  readonly releaseRefused: boolean
  /** The origin for other devices; undefined when none is known. */
  readonly address: string | undefined
  /** A change of what the desk says that was refused just now. */
  readonly refused: RefusedChange | undefined
}

/** The timing desk: the state of the pipeline, and every attribute of every driver as browsers have it. */
export function AdminBoard({
  snapshot,
  state: initialState,
  sort: initialSort,
  filter: initialFilter,
  releaseRefused,
  address,
  refused,
}: Props) {
  const [page] = useState(() => JSON.parse(snapshot) as PageData)
  const live = useReplica(page)
  const { drivers, event } = live.replica
  const classes = useMemo(() => competingClasses({ drivers, event }), [drivers, event])
  const { state, heard } = useServerState(initialState)
  const [sort, setSort] = useState(initialSort)
  const [filter, setFilter] = useState(initialFilter)
  const [wanted, setWanted] = useState<WantedRow>()

  /** The address has both, so that a reload shows the same. */
  const show = (nextSort: readonly SortBy[], nextFilter: DriverFilter) => {
    setSort(nextSort)
    setFilter(nextFilter)
    window.history.replaceState(window.history.state, '', deskAddress(formatSort(nextSort), nextFilter))
  }
  const sortBy = (attribute: string, added: boolean) => show(sortAfterClick(sort, attribute, added), filter)
  const showRow = (name: string) => {
    show(sort, { text: '', classCode: '' })
    setWanted({ name })
  }

  return (
    <div className={styles.page} data-connection={live.connection} data-version={live.replica.version}>
      <header className={styles.top}>
        <div>
          <h1 className={styles.title}>Timing desk</h1>
          <p className={styles.event}>{event?.title}</p>
        </div>
        <Freshness live={live} />
        <nav className={styles.links}>
          <a href="/live">Results</a>
          <form method="post" action="/api/admin/sign-out">
            <button type="submit" className={styles.quiet}>
              Sign out
            </button>
          </form>
        </nav>
      </header>
      <main className={styles.main}>
        <HealthStrip state={state} heard={heard} />
        {releaseRefused && <ReleaseRefused />}
        {state.held && <HeldNotice held={state.held} now={state.now} />}
        <ProblemList problems={state.problems} />
        <WarningList warnings={state.warnings} isHeld={state.held !== undefined} onShow={showRow} />
        <DeskPanel desk={live.desk} classes={classes} address={address} phones={state.phones} refused={refused} />
        <DriverTable
          drivers={drivers}
          filter={filter}
          onFilter={(next) => show(sort, next)}
          wanted={wanted}
          linkOf={(text) => deskAddress(text, filter)}
          sort={sort}
          onSort={sortBy}
        />
      </main>
    </div>
  )
}

function deskAddress(sort: string, { text, classCode }: DriverFilter): string {
  const parameters = new URLSearchParams()
  if (sort !== '') parameters.set('sort', sort)
  if (classCode !== '') parameters.set('class', classCode)
  if (text !== '') parameters.set('q', text)
  const query = parameters.toString()
  return query === '' ? '/admin' : `/admin?${query}`
}
