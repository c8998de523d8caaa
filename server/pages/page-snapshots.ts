import type { News } from '../../lib/day/news.ts'
import { pageData } from '../../lib/server-api/page-data.ts'
import type { AllDrivers, CurrentVersion } from '../../lib/sync/protocol.ts'

/** The data of all pages at one moment. A newer one has a higher id. */
export interface PageSnapshot {
  readonly id: number
  /** PageData as JSON, encoded at the first call. */
  json(): string
}

interface Source {
  /** `list` is the same object until the list changes. */
  readonly newest: () => { readonly list: AllDrivers; readonly version: CurrentVersion }
  /** The same object until there are news. */
  readonly news: () => readonly News[]
}

/** Returns a function that gives the newest snapshot: the same one until list, freshness or news change. */
export function createPageSnapshots({ newest, news: newestNews }: Source): () => PageSnapshot {
  let count = 0
  let known: { list: AllDrivers; news: readonly News[]; freshness: string; snapshot: PageSnapshot } | undefined

  return () => {
    const { list, version } = newest()
    const news = newestNews()
    const { now: _, ...fresh } = version.data
    const freshness = JSON.stringify(fresh)
    if (known && known.list === list && known.news === news && known.freshness === freshness) return known.snapshot
    count += 1
    let json: string | undefined
    const snapshot: PageSnapshot = {
      id: count,
      json() {
        json ??= JSON.stringify(pageData(list, version, news))
        return json
      },
    }
    known = { list, news, freshness, snapshot }
    return snapshot
  }
}
