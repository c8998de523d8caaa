import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import type { LiveCounts } from '../live/live-counts.ts'
import type { PagesReport } from '../pages/pages.ts'
import type { PushCounts } from '../push/push.ts'

/** What the parts of the server say of themselves at one moment. */
export interface Readings {
  readonly state: ServerState
  readonly live: LiveCounts
  /** Open connections, of pages and of sockets. */
  readonly connections: number
  /** Undefined in development. */
  readonly pages: PagesReport | undefined
  /** Undefined when there are no notifications for phones. */
  readonly push: PushCounts | undefined
}

/** The durations that are measured when they happen. */
export const durationNames = ['pass', 'template', 'save_to_send', 'page_render'] as const

/** Each takes one duration, in milliseconds. */
export type Durations = Readonly<Record<(typeof durationNames)[number], (milliseconds: number) => void>>
