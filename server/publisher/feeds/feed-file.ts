import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type KeptFeed, keptFeedSchema } from './kept-feed.ts'

/** What feeds have said, by the names that event.yaml gives them. */
export type KeptFeeds = Readonly<Record<string, KeptFeed>>

/** Where feeds are kept for a restart. */
export interface FeedStore {
  /** As they were kept when Paddock started. */
  readonly kept: KeptFeeds
  /** Replaces what is kept, in the order of the calls. Never rejects: the feeds in memory stay as they are. */
  write(feeds: KeptFeeds): Promise<void>
}

/**
 * Reads `feeds.json` in the state folder; nothing is kept when it is absent or damaged. `writeFile` replaces a file as
 * a whole.
 */
export async function openFeedFile(
  stateFolder: string,
  writeFile: (path: string, text: string) => Promise<void>,
  warn: (message: string) => void,
): Promise<FeedStore> {
  const path = join(stateFolder, 'feeds.json')
  let last = Promise.resolve()
  let isFailing = false
  return {
    kept: await readKept(path),
    write(feeds) {
      last = last
        .then(() => writeFile(path, JSON.stringify(feeds)))
        .then(() => {
          isFailing = false
        })
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          // One warning for as long as it fails: it is tried every few seconds.
          if (!isFailing) warn(`feeds.json cannot be written: ${reason}. After a restart, laps may be missing.`)
          isFailing = true
        })
      return last
    },
  }
}

async function readKept(path: string): Promise<KeptFeeds> {
  try {
    return z.record(z.string(), keptFeedSchema).parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return {}
  }
}

/** Keeping nothing. */
export const noFeedStore: FeedStore = { kept: {}, write: () => Promise.resolve() }
