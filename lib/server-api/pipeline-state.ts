/** Why the publisher cannot use what it reads. The last good list stays up meanwhile. */
export interface PipelineProblem {
  /** Explained in docs/OPERATING.md. */
  readonly code: string
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** Relative to the data folder. */
  readonly file?: string | undefined
  readonly line?: number | undefined
  /** The lines around it, as `12 | text`. */
  readonly excerpt?: readonly string[] | undefined
}

/** Something in the source that deserves a look, but does not stop the list. */
export interface SourceWarning {
  readonly code: string
  readonly message: string
  readonly driver_name?: string | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** A list that is not published yet, because it would take away what people see. */
export interface HeldList {
  /** The same as long as it loses the same drivers for the same reason: what a person releases is what they saw. */
  readonly id: string
  readonly reason: 'all_lost' | 'many_lost' | 'some_lost' | 'maybe_half_written' | 'just_written'
  /** The drivers that would go. */
  readonly lost: readonly string[]
  /** How many drivers are shown, and how many the file has. */
  readonly shown: number
  readonly found: number
  /** Unix ms. */
  readonly since: number
  /** Unix ms: when it is published if the file still says so; absent, it waits for a good file or a person. */
  readonly until?: number | undefined
}

/** One file that the last render read. Times are Unix ms, sizes bytes. */
export interface SourceFile {
  readonly path: string
  readonly modified_at: number
  readonly size: number
}

/** What the publisher is doing: for the people who run the event. */
export interface PipelineState {
  readonly data_folder: string
  readonly files: readonly SourceFile[]
  /** Unix ms: when the timing file was last written; absent until one was read. */
  readonly source_at?: number | undefined
  readonly last_pass?: { readonly at: number; readonly milliseconds: number } | undefined
  readonly entries: number
  readonly problems: readonly PipelineProblem[]
  readonly warnings: readonly SourceWarning[]
  readonly held?: HeldList | undefined
  /** Unix ms: since when the files cannot be used, or say something so doubtful that it is held. */
  readonly stalled_since?: number | undefined
}

/** The pipeline and its audience, as /admin shows them. */
export interface ServerState extends PipelineState {
  readonly log: string
  readonly version: number
  readonly published_at: number
  readonly browsers: number
  /** How often browsers found that their list was not the server's. It must stay 0. [P10] */
  readonly divergences: number
  /** The server's clock, Unix ms. */
  readonly now: number
}

/**
 * What came of releasing a held list. changed: another one is held than the person saw. not_yet: the files cannot be
 * read now.
 */
export type ReleaseResult = 'released' | 'changed' | 'nothing_held' | 'not_yet'
