import type { SourceFile } from '../../../lib/server-api/pipeline-state.ts'
import type { FeedSessions } from '../feeds/feed-sessions.ts'
import type { ParsedRead } from '../parse/list-changes.ts'
import type { EventRead, ListRead } from '../parse/list-read.ts'
import type { PublishedUpdate } from '../parse/published-list.ts'
import type { FeedsOfPass } from './readers/feed-reader.ts'

/** What a pass reads: paths within the data folder, and what feeds say at the moment. */
export interface PassFiles {
  readonly template: string
  readonly event: string
  /** Its settings are of the last event.yaml that could be read. */
  readonly feeds?: FeedsOfPass
}

/** Asks the process for a pass. */
export interface PassRequest {
  readonly files: PassFiles
  readonly published: PublishedUpdate
}

interface Read<List> {
  readonly kind: 'read'
  readonly event: EventRead
  readonly list: List
  /** The timing files that the readers read, without templates and event.yaml. */
  readonly files: readonly SourceFile[]
  /** The sessions of feeds at the begin of the pass. */
  readonly sessions?: FeedSessions
}

/** What the files say. */
export type FilesRead = Read<ListRead>

/** The same, with its list as changes of the published one; or why the process was ended. */
export type PassResult = Read<ParsedRead> | { readonly kind: 'ended'; readonly code: string; readonly message: string }
