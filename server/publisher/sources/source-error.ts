/** What kept a file from being read; docs and /admin say more under the same code. */
export type SourceErrorCode =
  | 'file_missing'
  | 'outside_data_folder'
  | 'file_too_large'
  | 'file_changing'
  | 'half_written'
  | 'file_empty'
  | 'unreadable'

/**
 * One file could not be read: `message` is a sentence that names the file and the line, `hint` says what to do.
 *
 * A template engine may keep nothing but the message, so that alone says where and what.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  /** Relative to the data folder, '/'-separated. */
  readonly file: string
  readonly line: number | undefined
  readonly hint: string

  constructor(code: SourceErrorCode, file: string, problem: string, hint: string, line?: number) {
    super(line === undefined ? `${file}: ${problem}` : `${file}, line ${line}: ${problem}`)
    this.code = code
    this.file = file
    this.line = line
    this.hint = hint
  }
}
