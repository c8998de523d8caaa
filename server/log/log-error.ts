export type LogErrorCode = 'state_folder_in_use' | 'state_folder_unwritable' | 'log_unwritable' | 'log_closed'

/** A log cannot be opened or written. The message is for the operator: what is wrong and what to do. */
export class LogError extends Error {
  readonly code: LogErrorCode

  constructor(code: LogErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'LogError'
    this.code = code
  }
}
