import type { News } from '../../../lib/day/news.ts'
import type { DeskState } from '../../../lib/desk/desk-state.ts'
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
  /** The same object until the desk says something else. */
  readonly desk: () => DeskState
}

/** Returns a function that gives the newest snapshot: the same one until list, freshness, news or desk change. */
export function createPageSnapshots({ newest, news: newestNews, desk: newestDesk }: Source): () => PageSnapshot {
  let count = 0
  let known:
    | { list: AllDrivers; news: readonly News[]; desk: DeskState; version: CurrentVersion; snapshot: PageSnapshot }
    | undefined

  return () => {
    const { list, version } = newest()
    const news = newestNews()
    const desk = newestDesk()
    const isSame = known?.list === list && known.news === news && known.desk === desk
    if (known && isSame && isSameFreshness(known.version, version)) return known.snapshot
    count += 1
    let json: string | undefined
    const snapshot: PageSnapshot = {
      id: count,
      json() {
        json ??= JSON.stringify(pageData(list, version, news, desk))
        return json
      },
    }
    known = { list, news, desk, version, snapshot }
    return snapshot
  }
}

/** True when two differ in nothing but the clock. */
function isSameFreshness({ data: one }: CurrentVersion, { data: other }: CurrentVersion): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof CurrentVersion['data'])[]
  return names.every((name) => name === 'now' || one[name] === other[name])
}
