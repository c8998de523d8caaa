export interface HtmlCell {
  /** Tags dropped, entities decoded, spaces collapsed and trimmed. */
  readonly text: string
  /** A th. */
  readonly header: boolean
  /** Marked as the best: a class such as 'bestt', or bold. */
  readonly best: boolean
  readonly colspan: number
  readonly rowspan: number
  /** Has a valign attribute: AXWare gives one to the cells that hold runs. */
  readonly valign: boolean
  /** The name of an anchor in the cell. */
  readonly anchor: string | undefined
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[]
  readonly line: number
  /** What stands outside of cells since the row before: the last anchor's name, a ruler. */
  readonly before: { readonly anchor: string | undefined; readonly hasRuler: boolean }
  /** Where it begins in the text of the page. */
  readonly offset: number
}

export interface HtmlTable {
  readonly rows: readonly HtmlRow[]
  readonly line: number
}
