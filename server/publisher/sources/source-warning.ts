/** Something in a file that somebody should look at; what could be read was read all the same. */
export interface SourceWarning {
  /** Relative to the data folder. */
  readonly file: string
  readonly line?: number
  readonly message: string
}
