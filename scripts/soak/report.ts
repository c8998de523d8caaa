import { createHash } from 'node:crypto'
import type { Driver } from '../../lib/record/driver.ts'

/** What one client has at one moment, as its process tells it. */
export interface Report {
  readonly client: string
  /** undefined: a bare client does not know it. */
  readonly log: string | undefined
  readonly version: number
  /** Names the list's content; see contentKey. */
  readonly content: string
  readonly title: string | undefined
  /** 'bare' for a client that cannot know. */
  readonly connection: 'connecting' | 'live' | 'behind' | 'offline' | 'bare'
  readonly divergences: number
}

/** What a client process is told. */
export type Order =
  | { readonly kind: 'start'; readonly client: string; readonly url: string; readonly bare: boolean }
  /** Goes away and comes back with an older list, as a page from a cache. */
  | { readonly kind: 'reload'; readonly client: string; readonly fromCache: boolean }
  | { readonly kind: 'wake'; readonly client: string }
  /** Says everything again, also what did not change. */
  | { readonly kind: 'report' }

/** A name for a list that does not depend on order, and shares no code with what it is there to prove. */
export function contentKey(drivers: Iterable<Driver>): string {
  const lines = Array.from(drivers, ({ driver_name, class: code, number, car, runs }) =>
    JSON.stringify([driver_name, code, number, car ?? '', runs ?? []]),
  )
  return createHash('md5').update(lines.sort().join('\n')).digest('hex').slice(0, 12)
}
