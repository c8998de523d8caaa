import type { KioskBlock } from './kiosk-blocks.ts'
import { type PackedPage, type PageRoom, packPages } from './pack-pages.ts'

/** In ms: the longest time of a page, and of all pages together. */
const [longestPage, longestRound] = [15_000, 180_000]
/** Above so many pages nobody can read one in its time: then only the first entries of each block are shown. */
const mostPages = 60
const firstOfClass = 10
const firstOfRanking = 100

/** One time through all pages. */
export interface Round {
  readonly blocks: readonly KioskBlock[]
  readonly pages: readonly PackedPage[]
}

/** All blocks on pages; of very many entries, only the first of each block. */
export function roundOf(blocks: readonly KioskBlock[], room: PageRoom): Round {
  const pages = pagesOf(blocks, room)
  if (pages.length <= mostPages) return { blocks, pages }
  const first = blocks.map((block) => {
    return { ...block, rows: block.rows.slice(0, block.by === 'class' ? firstOfClass : firstOfRanking) }
  })
  return { blocks: first, pages: pagesOf(first, room) }
}

/** How long each of so many pages is shown, in ms. */
export function pageTime(pages: number): number {
  return Math.min(longestPage, longestRound / Math.max(1, pages))
}

/** Where the round is: the first row of the shown page, and the index that the page had. */
export interface Turn {
  readonly key: string
  readonly row: number
  readonly index: number
}

export const firstTurn: Turn = { key: '', row: 0, index: 0 }

/**
 * The index of the page to show: the one that has the row of the turn now, so that new results never make the round
 * jump; else the last of its block; else, when the block is gone, the page at the same index.
 */
export function shownPage(pages: readonly PackedPage[], { key, row, index }: Turn): number {
  const own = pages.findLastIndex((page) => page.flat().some((part) => part.key === key && part.from <= row))
  return own >= 0 ? own : Math.max(0, Math.min(index, pages.length - 1))
}

/** The turn of the page after this index; after the last page, of the first. */
export function turnAfter(pages: readonly PackedPage[], shown: number): Turn {
  const index = shown + 1 < pages.length ? shown + 1 : 0
  const first = pages[index]?.[0]?.[0]
  return { key: first?.key ?? '', row: first?.from ?? 0, index }
}

function pagesOf(blocks: readonly KioskBlock[], room: PageRoom): readonly PackedPage[] {
  return packPages(
    blocks.map(({ key, rows }) => ({ key, rows: rows.length })),
    room,
  )
}
