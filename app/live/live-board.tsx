'use client'

import { type MouseEvent, useMemo, useState } from 'react'
import { awaySummary } from '../../lib/away-summary.ts'
import { defaultEvent } from '../../lib/event.ts'
import type { PageSnapshot } from '../../lib/page-snapshot.ts'
import { shownDrivers } from '../../lib/shown-entries.ts'
import { createStandings } from '../../lib/standings.ts'
import { withFollowed } from '../../lib/stars.ts'
import { formatChoice, sortAfterClick, type ViewChoice } from '../../lib/view-choice.ts'
import { AwayNotice } from './away-notice.tsx'
import { Controls } from './controls.tsx'
import { CurrentView } from './current-view.tsx'
import { DriverSheet } from './driver-sheet.tsx'
import { EmptyList } from './empty-list.tsx'
import { EventHeader } from './event-header.tsx'
import { Freshness } from './freshness.tsx'
import styles from './live-board.module.css'
import { UnseenContext } from './unseen-store.ts'
import { useAway } from './use-away.ts'
import { useChoice } from './use-choice.ts'
import { useNews } from './use-news.ts'
import { useReplica } from './use-replica.ts'
import { useStars } from './use-stars.ts'
import { useUnseen } from './use-unseen.ts'

interface Props {
  /** A PageSnapshot as JSON: one string crosses from the server once, however long the list. */
  readonly snapshot: string
  readonly choice: ViewChoice
}

const unnamedEvent = defaultEvent('Live results')

/** The spectators' page: the one island that runs in the browser. */
export function LiveBoard({ snapshot, choice: initialChoice }: Props) {
  const [page] = useState(() => JSON.parse(snapshot) as PageSnapshot)
  const live = useReplica(page)
  const [choice, choose] = useChoice(initialChoice)
  const { stars: own, toggle } = useStars()
  const stars = useMemo(() => withFollowed(own, choice.follow), [own, choice.follow])
  const { replica } = live
  const event = replica.event ?? unnamedEvent
  // Remembers the standings before, so that rows which did not change keep their identity and do not render.
  const standingsOf = useMemo(() => createStandings(event), [event])
  const standings = useMemo(() => standingsOf(replica.drivers.values()), [standingsOf, replica.drivers])

  const openSheet = (click: MouseEvent) => {
    const link = click.target instanceof Element ? click.target.closest('a[data-sheet]') : null
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey) return
    click.preventDefault()
    choose({ driver: link.getAttribute('data-sheet') ?? '' })
  }
  const sortBy = (attribute: string, added: boolean) => choose({ sort: sortAfterClick(choice.sort, attribute, added) })
  const unseen = useUnseen(replica)
  const news = useNews(page.news, standings, replica)
  const { away, dismiss } = useAway(live.connection === 'live', replica.version)
  const missed = away && awaySummary(news, away.version, stars)
  const { classCode, search } = choice
  const shown = useMemo(() => shownDrivers(standings, { classCode, search }), [standings, classCode, search])
  const opened = choice.driver === '' ? undefined : standings.by_name.get(choice.driver)
  const here = formatChoice({ ...choice, driver: '' })
  const view = { standings, event, shown, choice, stars, onSort: sortBy }
  const latest = { news, clockOffset: live.clockOffset, here }
  const closeSheet = () => choose({ driver: '' })

  return (
    <div className={styles.page} data-connection={live.connection} data-version={replica.version}>
      <header className={styles.top}>
        <EventHeader event={event} />
        <Freshness live={live} />
      </header>
      {/* Every link to a sheet, wherever it stands: it opens here, over what is being read. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by keyboard is clicked, too */}
      <main className={styles.main} onClick={openSheet}>
        <Controls
          choice={choice}
          onChoose={choose}
          classes={standings.classes}
          found={shown.size}
          entries={replica.drivers.size}
        />
        {away && missed && (
          <AwayNotice summary={missed} milliseconds={away.milliseconds} standings={standings} onDismiss={dismiss} />
        )}
        {opened && (
          <DriverSheet
            key={opened.driver.driver_name}
            standing={opened}
            standings={standings}
            event={event}
            news={news.filter(({ driver_name }) => driver_name === opened.driver.driver_name)}
            clockOffset={live.clockOffset}
            starred={stars.has(opened.driver.driver_name)}
            onStar={toggle}
            here={here}
            onClose={closeSheet}
          />
        )}
        <div className={live.connection === 'offline' || live.stalledSince !== undefined ? styles.stale : undefined}>
          <UnseenContext value={unseen}>
            {replica.drivers.size === 0 ? <EmptyList /> : <CurrentView {...view} {...latest} />}
          </UnseenContext>
        </div>
      </main>
    </div>
  )
}
