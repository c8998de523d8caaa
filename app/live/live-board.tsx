'use client'

import { type MouseEvent, type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { isStale } from '../../lib/live/freshness.ts'
import { filterEntries } from '../../lib/reader/filtered-entries.ts'
import { sortedBy } from '../../lib/reader/sort-options.ts'
import { sortAfterClick, type View, type ViewChoice } from '../../lib/reader/view-state.ts'
import { createResultsStore } from '../../lib/results/results-store.ts'
import type { PageData } from '../../lib/server-api/page-data.ts'
import { createSearch } from '../../lib/table/search.ts'
import { BoardHeader } from './board-header.tsx'
import staleStyles from './connection/stale.module.css'
import { CurrentView } from './current-view.tsx'
import { DeskMessage } from './desk/desk-message.tsx'
import { Controls } from './header/controls.tsx'
import { Notices } from './header/notices.tsx'
import { PaintFromHere } from './header/paint-from-here.tsx'
import {
  AwayNotice,
  CalloutsNotice,
  DriverSheet,
  FollowMenu,
  FollowNotice,
  Kiosk,
  UnknownDriver,
} from './lazy-views.ts'
import styles from './live-board.module.css'
import { EmptyList } from './views/empty-list.tsx'
import './print.css'
import { useAway } from './away/use-away.ts'
import { useInBrowser } from './browser/use-in-browser.ts'
import { useLatest } from './browser/use-latest.ts'
import { useTitle } from './browser/use-title.ts'
import { StarredAnnouncements } from './callouts/starred-announcements.tsx'
import { useLiveStore } from './connection/use-replica.ts'
import { useSaveOfflineList } from './connection/use-save-offline-list.ts'
import { useServiceWorker } from './connection/use-service-worker.ts'
import { ResultsContext } from './entry/use-entry.ts'
import { useResultsClock } from './entry/use-results-clock.ts'
import { useFollowing } from './follow/use-following.ts'
import { useChoice } from './header/use-choice.ts'
import { TopLines } from './lines/top-lines.tsx'
import { runColumns } from './results/run-columns.ts'
import { LabelledRuns } from './results/run-labels.tsx'
import { heatStrip } from './rhythm/lazy-day-parts.ts'
import { useAnsweredChoice } from './use-answered-choice.ts'
import { useLazyViews } from './use-lazy-views.ts'

interface Props {
  /** PageData, or its JSON when it is from the server: the props of the page then hold one string. */
  readonly snapshot: string | PageData
  readonly choice: ViewChoice
  /** Rendered by the server for a page whose scripts do not run yet: they need no code in the first load. */
  readonly parts?: {
    readonly scriptsMissing: ReactNode
    readonly reloadingNote: ReactNode
    readonly messageTime: ReactNode
  }
  /** Where spectators find the server; undefined where that is not known. */
  readonly origin?: string | undefined
}

/** Views of all entries, where the top lines show the followed ones. */
const viewsOfAll: ReadonlySet<View> = new Set(['class', 'pax', 'raw', 'table'])

/** The spectators' page: everything that runs in the browser. */
export function LiveBoard({ snapshot, choice: initialChoice, parts, origin }: Props) {
  const [page] = useState(() => (typeof snapshot === 'string' ? (JSON.parse(snapshot) as PageData) : snapshot))
  const list = useLiveStore(page)
  const [results] = useState(() => createResultsStore(list, { ...page, now: page.freshness.at }))
  const { live, standings, news } = useSyncExternalStore(results.subscribe, results.get, results.get)
  const inBrowser = useInBrowser()
  const [choice, choose] = useChoice(initialChoice)
  const following = useFollowing(choice, choose)
  const { stars, toggle } = following
  const { replica } = live
  const { event } = standings

  const openSheet = (click: MouseEvent) => {
    const target = click.target instanceof Element ? click.target : undefined
    const starred = target?.closest('button[data-star]')?.getAttribute('data-star')
    if (starred) toggle(starred)
    const link = target?.closest('a[data-sheet]')
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey) return
    click.preventDefault()
    choose({ driver: link.getAttribute('data-sheet') ?? '', rival: '' })
  }
  const { answered, isBehind, here, shownHere } = useAnsweredChoice(choice)
  // Based on the shown order: a second tap while the first is pending requests the same order again.
  const shownSort = useLatest(answered.sort)
  const sortBy = useCallback(
    (attribute: string, added: boolean) => choose({ sort: sortAfterClick(shownSort(), attribute, added) }),
    [choose, shownSort],
  )
  const hide = useCallback((hidden: readonly string[]) => choose({ hidden }), [choose])
  useResultsClock(results, live.clockOffset)
  useSaveOfflineList(live, news)
  useServiceWorker(live.connection === 'live')
  useLazyViews(live.connection === 'live', replica.drivers.size, stars.size > 0)
  const socketBytes = useLatest(live.socketBytes)
  const { away, dismiss } = useAway(live, standings)
  const { classCode, search } = answered
  const [matches] = useState(createSearch)
  const shown = useMemo(
    () => filterEntries(standings, { classCode, search }, matches),
    [standings, classCode, search, matches],
  )
  const opened = choice.driver === '' ? undefined : standings.by_name.get(choice.driver)
  useTitle(event, opened)
  const view = { standings, event, shown, choice: answered, stars, onSort: sortBy, onHide: hide }
  const latest = { news, clockOffset: live.clockOffset, replica, here: shownHere, following }
  const { title } = event
  const menu = useMemo(() => <FollowMenu {...{ stars, title, socketBytes }} />, [stars, title, socketBytes])
  const { courses } = standings
  const cars = standings.raw.some(({ driver }) => driver.car)
  const index = standings.pax.some(({ indexed }) => indexed !== undefined)
  const sorting = useMemo(
    () => sortedBy(choice.view, event, { cars, index, courses }),
    [choice.view, event, cars, index, courses],
  )
  const runs = runColumns(standings)
  // With an attribute for it, the line is there from the first list on.
  const hasHeats = standings.raw[0]?.driver.heat !== undefined
  const heat = hasHeats ? inBrowser && !isStale(live) && <heatStrip.Part results={results} /> : undefined
  const closeSheet = () => choose({ driver: '' })
  const announcements = <StarredAnnouncements news={news} since={page.news} stars={stars} standings={standings} />
  if (choice.kiosk) {
    return (
      <ResultsContext value={results}>
        {!inBrowser && parts?.scriptsMissing}
        <Kiosk live={live} standings={standings} news={news} choice={choice} origin={origin} />
        {announcements}
      </ResultsContext>
    )
  }
  return (
    <div className={styles.page} data-connection={live.connection} data-version={replica.version}>
      <BoardHeader {...{ live, standings, choice, heat }} reloadingNote={parts?.reloadingNote} />
      {/* Catches the clicks on all stars and links to sheets: a sheet opens over the page. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that is activated by keyboard fires a click too */}
      <main className={styles.main} onClick={openSheet}>
        <ResultsContext value={results}>
          <Controls
            choice={choice}
            onChoose={choose}
            event={event}
            classes={standings.classes}
            found={answered.search.trim() === '' ? undefined : shown.size}
            sorting={sorting}
            entries={replica.drivers.size}
            menu={menu}
          />
          <Notices>
            <DeskMessage first={page.desk?.message} message={live.desk.message} time={parts?.messageTime} />
            {choice.driver !== '' && !opened && standings.by_name.size > 0 && (
              <UnknownDriver choice={choice} onDismiss={closeSheet} />
            )}
            {choice.follow.length > 0 && <FollowNotice choice={choice} following={following} standings={standings} />}
            {inBrowser && stars.size > 0 && <CalloutsNotice />}
            {away && <AwayNotice away={away} news={news} stars={stars} standings={standings} onDismiss={dismiss} />}
          </Notices>
          {viewsOfAll.has(answered.view) && replica.drivers.size > 0 && (
            <TopLines standings={standings} news={news} stars={stars} choice={answered} here={shownHere} />
          )}
          {opened && (
            <DriverSheet
              key={opened.driver.driver_name}
              standing={opened}
              standings={standings}
              news={news.filter(({ driver_name }) => driver_name === opened.driver.driver_name)}
              stars={stars}
              onStar={toggle}
              choice={choice}
              onRival={(rival) => choose({ rival })}
              here={here}
              onClose={closeSheet}
            />
          )}
          <PaintFromHere />
          <div
            className={isStale(live) ? staleStyles.stale : undefined}
            data-run-columns={runs.columns}
            data-run-lines={runs.lines}
            data-tight={runs.tight}
            aria-busy={isBehind}
          >
            <LabelledRuns value={runs.labels}>
              {replica.drivers.size === 0 ? <EmptyList /> : <CurrentView {...view} {...latest} />}
            </LabelledRuns>
          </div>
        </ResultsContext>
      </main>
      {announcements}
      {!inBrowser && !choice.reloads && parts?.scriptsMissing}
    </div>
  )
}
