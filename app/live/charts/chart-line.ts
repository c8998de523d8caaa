export interface ChartLine {
  readonly key: string
  /** Stands where the line ends; '' for a line that needs none. */
  readonly name: string
  readonly values: readonly (number | undefined)[]
  readonly weight: 'thick' | 'plain' | 'faint'
  /** Which of the colours; they come again with dashes. */
  readonly hue: number
}
