/** A line such as `Class standings for STR [4 Cars] (11:33:10 AM)`. */
export interface ProntoHeading {
  readonly code: string
  /** The number of entries that it promises. */
  readonly promised: number | undefined
  /** Where it is in the text of the page, from 0. */
  readonly offset: number
  readonly line: number
}

const heading = /Class\s+standings\s+for\s+([^\s<[(][^<[(\n]*?)\s*(?:\[\s*(\d+)\s*Cars?\b|[<[(\n]|$)/gi

/** The headings of the classes of a page, wherever they stand in it, in their order. */
export function prontoHeadings(page: string): readonly ProntoHeading[] {
  return Array.from(page.matchAll(heading), ({ 1: code = '', 2: cars, index }) => {
    const line = page.slice(0, index).split('\n').length
    return { code, promised: cars === undefined ? undefined : Number(cars), offset: index, line }
  })
}
