import type { SortValue } from './sort-key.ts'

/** One column of an order. In a list, each column decides where those before it tie. */
export interface SortBy {
  readonly attribute: string
  readonly direction: 'ascending' | 'descending'
}

/** The value of a row in a column. It must know `driver_name`, which decides when all columns tie. */
export type ValueIn<Row> = (row: Row, attribute: string) => SortValue
