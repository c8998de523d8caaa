import { createHash } from 'node:crypto'
import type { Driver } from '../../lib/record/driver.ts'

/** The state of one client at one moment, as its process reports it. */
export interface Report {
  readonly client: string
  /** undefined for a bare client, which does not know it. */
  readonly log: string | undefined
  readonly version: number
  /** The contentKey of the list. */
  readonly content: string
  readonly title: string | undefined
  /** 'bare' for a client that does not know its connection. */
  readonly connection: 'connecting' | 'live' | 'behind' | 'offline' | 'bare'
  readonly divergences: number
}

/** An order to a process of clients. */
export type Order =
  | { readonly kind: 'start'; readonly client: string; readonly url: string; readonly bare: boolean }
  /** Reconnects as a new page; `fromCache` with an older list, as a page from a browser's cache. */
  | { readonly kind: 'reload'; readonly client: string; readonly fromCache: boolean }
  | { readonly kind: 'wake'; readonly client: string }
  /** Sends a report of each client, unchanged ones too. */
  | { readonly kind: 'report' }

/** A hash of a list, independent of its order; it shares no code with the checksum that it verifies. */
export function contentKey(drivers: Iterable<Driver>): string {
  const lines = Array.from(drivers, ({ driver_name, class: code, number, car, runs }) =>
    JSON.stringify([driver_name, code, number, car ?? '', runs ?? []]),
  )
  return createHash('md5').update(lines.sort().join('\n')).digest('hex').slice(0, 12)
}
