import type { Changes } from '../../lib/list/diff.ts'
import type { Event } from '../../lib/record/event.ts'
import type { HeldList, PipelineProblem, PipelineState, SourceFile } from '../../lib/server-api/pipeline-state.ts'
import type { Draft, LogState } from '../log/revision-log.ts'
import type { FeedSessions } from './feeds/feed-sessions.ts'
import type { ListChanges, ParsedRead } from './parse/list-changes.ts'
import type { EventRead } from './parse/list-read.ts'
import type { RunsSeen } from './runs-seen.ts'

/** The newest version of the log, as far as publishing needs it. */
export type PublishedList = Pick<LogState, 'version' | 'drivers' | 'event'>

/** The state of publishing between two inputs. Only a step changes it. */
export interface Publishing {
  /** The pipeline after the newest ended pass. A release is for its held list. */
  readonly pipeline: PipelineState
  /** Since when the files are unusable, Unix ms. A problem shows only after the grace period. */
  readonly failingSince: number | undefined
  /** The id of the held list that a person released, until a pass has used it. */
  readonly released: string | undefined
  /** Files that ended in the middle of a line in a list that the loss guard accepted. */
  readonly unterminatedShown: ReadonlySet<string>
  readonly runsSeen: RunsSeen | undefined
  /** The sessions of feeds in a list that the loss guard accepted. */
  readonly sessionsShown: FeedSessions
  /** The pass under way. */
  readonly pass: Pass | undefined
}

/** What a pass found out, whatever its outcome. Times are Unix ms. */
export interface PassFacts {
  readonly began: number
  readonly files: readonly SourceFile[]
  /** When the newest file was written. */
  readonly sourceAt: number | undefined
  readonly eventProblem: PipelineProblem | undefined
  /** How many drivers are published. */
  readonly entries: number
}

/** A pass from its verdict until the log has answered. */
export interface Pass extends PassFacts {
  readonly verdict: Verdict
  /** `released` of the state when the verdict was given. */
  readonly released: string | undefined
  /** The changes to append are relative to this version. */
  readonly published: PublishedList
  readonly changes: Changes
  readonly event: Event
}

/** What the loss guard decided on the list. Only an accepted list is appended; the event always is. */
export type Verdict =
  | {
      readonly kind: 'accepted'
      readonly list: ListChanges
      readonly unterminatedShown: ReadonlySet<string>
      readonly sessionsShown: FeedSessions
      /** Another session of a feed: that its entries have fewer runs is right. */
      readonly isNewSession: boolean
    }
  | { readonly kind: 'held'; readonly list: ListChanges; readonly hold: HeldList }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** How one pass ended. */
export type Outcome =
  | { readonly kind: 'published'; readonly version: number; readonly changes: Changes }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'held'; readonly hold: HeldList }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** What a pass read. A rendering that was ended has read neither event nor files. */
export interface PassRead {
  readonly list: ParsedRead
  readonly event: EventRead | undefined
  /** Empty when no file was read. */
  readonly files: readonly SourceFile[]
  readonly sessions?: FeedSessions
}

/** What can happen in a pass. `at` and `began` are Unix ms, on a clock that may be set back. */
export type Input =
  /** The changes of the list are relative to `published`. */
  | {
      readonly kind: 'pass_read'
      readonly began: number
      readonly at: number
      readonly read: PassRead
      readonly published: PublishedList
    }
  | { readonly kind: 'appended'; readonly at: number; readonly version: number; readonly entries: number }
  /** The log has a newer version than the expected one; nothing was appended. */
  | { readonly kind: 'append_conflict'; readonly at: number; readonly published: PublishedList }
  | { readonly kind: 'append_failed'; readonly at: number; readonly message: string }
  /** A bug ended the pass, perhaps before it had read anything. */
  | { readonly kind: 'pass_failed'; readonly began: number; readonly at: number; readonly message: string }

/** What the edge has to do next, and which input reports the result. */
type Action = Append | EndPass

/** → appended, append_conflict or append_failed */
export interface Append {
  readonly kind: 'append'
  readonly expectedVersion: number
  readonly draft: Draft
}

/** The pass has ended. The next one follows in `nextPass` ms at the latest; undefined for the usual delay. */
export interface EndPass {
  readonly kind: 'end_pass'
  readonly outcome: Outcome
  readonly nextPass: number | undefined
}

export interface Step {
  readonly state: Publishing
  /** undefined when the input was out of turn and changed nothing. */
  readonly action: Action | undefined
}

/** A publisher that has made no pass yet. */
export function beginPublishing(
  dataFolder: string,
  { sourceAt, drivers }: Pick<LogState, 'sourceAt' | 'drivers'>,
): Publishing {
  return {
    pipeline: {
      data_folder: dataFolder,
      files: [],
      source_at: sourceAt,
      entries: drivers.size,
      problems: [],
      warnings: [],
    },
    failingSince: undefined,
    released: undefined,
    unterminatedShown: new Set(),
    runsSeen: undefined,
    sessionsShown: {},
    pass: undefined,
  }
}
