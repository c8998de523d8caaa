import type { News } from '../../../lib/day/news.ts'
import { pageData } from '../../../lib/server-api/page-data.ts'
import type { AllDrivers, CurrentVersion } from '../../../lib/sync/protocol.ts'

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
  let known: { list: AllDrivers; news: readonly News[]; version: CurrentVersion; snapshot: PageSnapshot } | undefined

  return () => {
    const { list, version } = newest()
    const news = newestNews()
    if (known && known.list === list && known.news === news && isSameFreshness(known.version, version)) {
      return known.snapshot
    }
    count += 1
    let json: string | undefined
    const snapshot: PageSnapshot = {
      id: count,
      json() {
        json ??= JSON.stringify(pageData(list, version, news))
        return json
      },
    }
    known = { list, news, version, snapshot }
    return snapshot
  }
}

/** True when two differ in nothing but the clock. */
function isSameFreshness({ data: one }: CurrentVersion, { data: other }: CurrentVersion): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof CurrentVersion['data'])[]
  return names.every((name) => name === 'now' || one[name] === other[name])
}
