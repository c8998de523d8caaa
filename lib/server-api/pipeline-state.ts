/** Why the publisher cannot use its source. The last good list stays published. */
export interface PipelineProblem {
  /** Explained in docs/OPERATING.md. */
  readonly code: string
  readonly message: string
  /** How to fix it. */
  readonly hint: string
  /** Relative to the data folder. */
  readonly file?: string | undefined
  readonly line?: number | undefined
  /** The source lines around it, as `12 | text`. */
  readonly excerpt?: readonly string[] | undefined
}

/** A doubtful detail of the source that does not stop the publishing. */
export interface SourceWarning {
  readonly code: string
  readonly message: string
  readonly driver_name?: string | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
  /** How many warnings this one stands for; absent for one. */
  readonly count?: number | undefined
}

/** A list that is not published yet, since it may have lost drivers, or much of them, by mistake. */
export interface HeldList {
  /** Of the lost drivers, the emptied ones and the reason: an admin can only release the list that they saw. */
  readonly id: string
  readonly reason: 'all_lost' | 'many_lost' | 'many_emptied' | 'some_lost' | 'maybe_half_written' | 'just_written'
  /** The drivers that it would remove. */
  readonly lost: readonly string[]
  /** The drivers that would lose their class, their number or all their runs. */
  readonly emptied: readonly string[]
  /** The numbers of published drivers and of drivers in the file. */
  readonly shown: number
  readonly found: number
  /** Unix ms. */
  readonly since: number
  /** Unix ms: when it is published unless the file changes; absent if it waits for a good file or an admin. */
  readonly until?: number | undefined
  /** An admin keeps the published list instead, until a file changes. */
  readonly kept?: true | undefined
}

/** One file that the last render read. Times are Unix ms, sizes bytes. */
export interface SourceFile {
  readonly path: string
  readonly modified_at: number
  readonly size: number
}

/** A timing system to which the server is connected, or tries to be. Times are Unix ms. */
export interface SourceFeed {
  readonly name: string
  readonly address: string
  /** waiting: nothing was heard yet. silent: connected, and nothing comes. lost: not connected any more. */
  readonly state: 'waiting' | 'heard' | 'silent' | 'lost'
  /** Since when it is in this state. */
  readonly since: number
  /** When the last line came. */
  readonly heard_at?: number | undefined
}

/** The state of the publisher, for the people who run the event. */
export interface PipelineState {
  readonly data_folder: string
  readonly files: readonly SourceFile[]
  /** The `sources` of event.yaml; absent before the server has looked. */
  readonly sources?: readonly SourceFeed[]
  /** Unix ms: when the timing file was last written; absent before the first read. */
  readonly source_at?: number | undefined
  readonly last_pass?: { readonly at: number; readonly milliseconds: number } | undefined
  readonly entries: number
  readonly problems: readonly PipelineProblem[]
  readonly warnings: readonly SourceWarning[]
  readonly held?: HeldList | undefined
  /** Unix ms: since when the publisher cannot use the files, or holds their list. */
  readonly stalled_since?: number | undefined
}

/** The pipeline and its readers, as /admin shows them. */
export interface ServerState extends PipelineState {
  readonly log: string
  readonly version: number
  readonly published_at: number
  readonly browsers: number
  /** Browsers that asked for notifications; absent when there are none for phones. */
  readonly phones?: number | undefined
  /** How often a browser's checksum differed from the server's at the same version. It must stay 0. [P10] */
  readonly divergences: number
  /** How many connections and requests were refused since the start, by reason. */
  readonly refusals: Readonly<Record<string, number>>
  /** Unix ms: since when the server has had no place for more browsers; absent when it has. */
  readonly full_since?: number | undefined
  /** The server's clock, Unix ms. */
  readonly now: number
}

/** changed: the held list is no longer the one that the admin saw. not_yet: the files cannot be read at the moment. */
export type KeepResult = 'kept' | 'changed' | 'nothing_held'

export type ReleaseResult = 'released' | 'changed' | 'nothing_held' | 'not_yet'
