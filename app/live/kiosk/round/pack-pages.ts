/** A class or a ranking, with the number of its rows. */
export interface Block {
  readonly key: string
  readonly rows: number
}

/** Rows of one block that stand together: from the index `from` up to, and without, `to`. */
export interface Part {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** The columns of a page, each with its parts from top to bottom. */
export type PackedPage = readonly (readonly Part[])[]

/** The room of one page. Heights have one unit; `gap` is between two parts of a column. */
export interface PageRoom {
  readonly columns: number
  readonly height: number
  readonly heading: number
  readonly row: number
  readonly gap: number
}

/** A block that is split has at least so many rows at the end of a column, and two at its own end. */
const fewestRows = 3

/**
 * Packs blocks into the columns of pages, in order. A block that fits one column is not split; a longer one goes on in
 * the next column. A column has at least one row, however low it is.
 */
export function packPages(blocks: readonly Block[], room: PageRoom): readonly PackedPage[] {
  const columns: Part[][] = []
  const most = Math.max(1, rowsIn(room.height, room))
  let used = room.height
  for (const { key, rows } of blocks) {
    for (let from = 0; from < rows; ) {
      const rest = rows - from
      let fit = rowsIn(room.height - used - room.gap, room)
      if (rest > fit && (rest <= most || fit < fewestRows)) {
        columns.push([])
        used = -room.gap
        fit = most
      }
      const taken = rest <= fit ? rest : rest === fit + 1 && fit > fewestRows ? fit - 1 : fit
      columns.at(-1)?.push({ key, from, to: from + taken })
      used += room.gap + room.heading + taken * room.row
      from += taken
    }
  }
  return Array.from({ length: Math.ceil(columns.length / room.columns) }, (_, page) =>
    columns.slice(page * room.columns, (page + 1) * room.columns),
  )
}

function rowsIn(height: number, { heading, row }: PageRoom): number {
  return Math.max(0, Math.floor((height - heading) / row))
}
