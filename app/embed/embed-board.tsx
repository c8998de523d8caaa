'use client'

import { useState, useSyncExternalStore } from 'react'
import { isStale } from '../../lib/live/freshness.ts'
import { type EmbedChoice, formatEmbed } from '../../lib/reader/embed-choice.ts'
import { createResultsStore } from '../../lib/results/results-store.ts'
import type { PageData } from '../../lib/server-api/page-data.ts'
import { useLiveStore } from '../live/connection/use-replica.ts'
import styles from './embed.module.css'
import { EmbedLatest } from './embed-latest.tsx'
import { EmbedResults } from './embed-results.tsx'
import { EmbedStatus } from './embed-status.tsx'

interface Props {
  /** PageData as JSON. */
  readonly snapshot: string
  readonly choice: EmbedChoice
  /** Whether any site may show this page in a frame. */
  readonly canBeFramed: boolean
}

/** The results in a frame of another site. It stores nothing and needs no storage, which browsers refuse to frames. */
export function EmbedBoard({ snapshot, choice, canBeFramed }: Props) {
  const [page] = useState(() => JSON.parse(snapshot) as PageData)
  const list = useLiveStore(page)
  const [results] = useState(() => createResultsStore(list, { ...page, now: page.freshness.at }))
  const { live, standings, news } = useSyncExternalStore(results.subscribe, results.get, results.get)
  const { title, state } = standings.event
  return (
    <div className={styles.page} data-connection={live.connection} data-version={live.replica.version}>
      <header className={styles.header}>
        <h1 className={styles.title}>
          {title} <span className={styles.state}>{state}</span>
        </h1>
        <EmbedStatus live={live} />
        <a href={`/live${formatEmbed(choice)}`} target="_blank" rel="noopener">
          Live results
        </a>
      </header>
      {!canBeFramed && (
        <p className={styles.note}>
          No other site can show this page in a frame yet: set <code>FRAME_ANCESTORS</code> to the origin of the site,
          such as <code>https://club.example</code>, and start Paddock again.
        </p>
      )}
      <main className={isStale(live) ? styles.stale : undefined}>
        {choice.view === 'latest' ? (
          <EmbedLatest news={news} standings={standings} classCode={choice.classCode} />
        ) : (
          <EmbedResults by={choice.view} classCode={choice.classCode} standings={standings} />
        )}
      </main>
    </div>
  )
}
