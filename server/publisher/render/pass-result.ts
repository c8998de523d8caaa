import type { Event } from '../../../lib/record/event.ts'
import type { PipelineProblem, SourceFile, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'

/** Paths within the data folder. */
export interface PassRequest {
  readonly template: string
  readonly event: string
}

export type EventRead =
  | { readonly kind: 'read'; readonly event: Event }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

interface RenderedList {
  readonly kind: 'rendered'
  readonly text: string
  readonly warnings: readonly SourceWarning[]
  /** Files that end in the middle of a line: whole, or cut off. */
  readonly unterminated: readonly string[]
}

export type ListRead = RenderedList | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

export type PassResult =
  | {
      readonly kind: 'read'
      readonly event: EventRead
      readonly list: ListRead
      /** The timing files that the readers read, without templates and event.yaml. */
      readonly files: readonly SourceFile[]
    }
  | { readonly kind: 'ended'; readonly code: string; readonly message: string }
