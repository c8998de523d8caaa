import type { SortValue } from './sort-key.ts'

/** One column that decides the order; a list of them is the first, then the second where the first ties, and so on. */
export interface SortBy {
  readonly attribute: string
  readonly direction: 'ascending' | 'descending'
}

/** What a row holds in a column. It must know `driver_name`, which decides when every column ties. */
export type ValueIn<Row> = (row: Row, attribute: string) => SortValue
