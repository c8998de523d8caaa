import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { formatTime } from '../../lib/record/run.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { systemTimers } from '../../lib/time/timers.ts'
import { type FeedServer, startFeedServer } from '../../testing/feed/feed-server.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'
import { connectFeed } from './feeds/connect-feed.ts'
import { openFeedFile } from './feeds/feed-file.ts'
import { createFeeds } from './feeds/feeds.ts'
import { defaultLossGuard } from './loss-guard.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import { renderHere } from './render-here.fixture.ts'

const template = `{% for entry in rmonitor("karts").entries -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs,
  published_laps: entry.published_laps, published_total: entry.published_total, tie_order: entry.tie_order } | dump }}
{% endfor %}`

export interface PublishedFeed {
  readonly feed: FeedServer
  readonly log: RevisionLog
  readonly states: readonly LogState[]
  readonly publisher: Publisher
  /** Stops the publisher and starts another with the same folder and log, as a restart of Paddock does. */
  restart(whileStopped?: () => void): Promise<void>
  saveEvent(scoring: string, address?: string): Promise<void>
}

/** A publisher whose only source is a feed on a TCP port of this machine; removed when the test has finished. */
export async function publishFeed(scoring: string): Promise<PublishedFeed> {
  const feed = await startFeedServer()
  const folder = await mkdtemp(join(tmpdir(), 'paddock-feed-'))
  const saveEvent = (rule: string, address = feed.address) =>
    writeFile(
      join(folder, 'event.yaml'),
      `title: Karts\nscoring: ${rule}\nsources: { karts: { rmonitor: "${address}" } }\n`,
    )
  await saveEvent(scoring)
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  const states: LogState[] = []
  log.subscribe((_, state) => states.push(state))
  const start = async () => {
    const store = await openFeedFile(folder, writeFile, () => {})
    return startPublisher({
      dataFolder: folder,
      log,
      renderer: renderHere(folder),
      lossGuard: defaultLossGuard,
      schedule: { saveWindow: 20, lookInterval: 1000 },
      logger: pino({ level: 'silent' }),
      now: Date.now,
      openFeeds: (onChange) =>
        createFeeds({ connect: connectFeed, timers: systemTimers, now: Date.now, random: () => 0.1, onChange }, store),
    })
  }
  let publisher = await start()
  onTestFinished(async () => {
    await publisher.stop()
    await feed.stop()
    await log.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    ...{ feed, log, states, saveEvent },
    get publisher() {
      return publisher
    },
    async restart(whileStopped = () => {}) {
      await publisher.stop()
      whileStopped()
      publisher = await start()
    },
  }
}

/** The published places: position, number, completed laps and time of each entry. */
export function placesOf({ drivers, event }: LogState): readonly string[] {
  if (!event) return []
  return standingsOf([...drivers.values()], event)
    .raw.filter(({ raw_position: position }) => position !== undefined)
    .map(({ driver, completed, total, raw_position: position }) =>
      [position?.place, driver.number, completed, formatTime(total ?? 0)].join(' '),
    )
}
