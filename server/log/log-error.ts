export type LogErrorCode = 'state_folder_in_use' | 'state_folder_unwritable' | 'log_unwritable' | 'log_closed'

/** Why a log cannot be opened or written, in words for the person at the keyboard: what is wrong and what to do. */
export class LogError extends Error {
  readonly code: LogErrorCode

  constructor(code: LogErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'LogError'
    this.code = code
  }
}
