/** A column of a table with a header line. */
export interface TableColumn {
  /** As written, trimmed; '' for none. */
  readonly heading: string
  /** Its name in a row: the heading, `Pen (2)` for the second column of that heading, or `Column 12`. */
  readonly key: string
  /** Where it is in a line, counted from 0. */
  readonly index: number
}

/** The columns with these names, each of which is there once. */
export function columnsNamed(names: readonly string[]): readonly TableColumn[] {
  return names.map((name, index) => ({ heading: name, key: name, index }))
}
