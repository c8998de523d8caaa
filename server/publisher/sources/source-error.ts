/** Why a file cannot be read; docs/OPERATING.md explains each code. */
export type SourceErrorCode =
  | 'file_missing'
  | 'outside_data_folder'
  | 'file_too_large'
  | 'file_changing'
  | 'half_written'
  | 'not_text'
  | 'file_empty'
  | 'unreadable'
  | 'template_refused'
  | 'unknown_name'
  | 'source_unheard'

/**
 * A file that cannot be read. `message` is a sentence with file and line, `hint` says what to do. Nunjucks keeps
 * nothing but the message, so that alone must do.
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
