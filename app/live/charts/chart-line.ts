export interface ChartLine {
  readonly key: string
  /** The label at the end of the line; '' for none. */
  readonly name: string
  /** One for each x of the chart; undefined leaves a gap. */
  readonly values: readonly (number | undefined)[]
  readonly weight: 'thick' | 'plain' | 'faint'
  /** The index of its colour; after the last colour they repeat, with dashes. */
  readonly hue: number
}
