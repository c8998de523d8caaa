import { createTextMemory, type PassMemory } from '../../memory/pass-memory.ts'
import type { RowPart } from './table-builder.ts'

/** A part of a page that begins with `<tr`. */
export interface KnownPiece {
  /** Undefined for a part that is more than a row, or in which a tag or a comment is still open. */
  readonly row: RowPart | undefined
  readonly lineEnds: number
  /** It says nothing of where the page begins and ends. */
  readonly isPlain: boolean
}

/** A part of a page, and what is known of it. */
export interface PagePiece {
  readonly text: string
  readonly known: KnownPiece
}

/** What was made of the parts of a page, so that the next pass reads only those that are new. */
export type PageMemory = PassMemory<string, KnownPiece>

export function createPageMemory(): PageMemory {
  return createTextMemory()
}
