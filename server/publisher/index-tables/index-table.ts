/** The indices of classes for one season, as somebody publishes them. */
export interface IndexTable {
  /** The page that they are published on. */
  readonly source: string
  /** Where they were read, and compared with the page. */
  readonly through: string
  /** When, as `2025-02-10`. */
  readonly read: string
  /** False where only some of the published classes could be confirmed. */
  readonly isComplete: boolean
  /** By the code of the class: the factor of its indexed times. */
  readonly classes: Readonly<Record<string, number>>
}
