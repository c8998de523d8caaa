/** Something in a file that deserves a look; the file is read all the same. */
export interface SourceWarning {
  /** `source` unless it has a code of its own. */
  readonly code?: string
  /** Relative to the data folder. */
  readonly file: string
  readonly line?: number
  readonly message: string
}
