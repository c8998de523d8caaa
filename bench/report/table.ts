/** One table of the report. The name is that of its place in the document. */
export interface Table {
  readonly name: string
  /** For the terminal. */
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
