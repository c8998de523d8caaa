import type { Event } from '../../../lib/record/event.ts'
import type { PipelineProblem, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import type { FeedSettings } from '../feeds/feed-settings.ts'

interface RenderedList {
  readonly kind: 'rendered'
  readonly lines: readonly string[]
  readonly warnings: readonly SourceWarning[]
  /** Files that end in the middle of a line: whole, or cut off. */
  readonly unterminated: readonly string[]
}

/** What the template makes of the timing files. */
export type ListRead = RenderedList | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** What event.yaml says. Its feeds are no part of the event: nobody is to know their addresses. */
export type EventRead =
  | { readonly kind: 'read'; readonly event: Event; readonly feeds?: FeedSettings | undefined }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }
