import { type TextInPieces, wholeOf } from '../../memory/text-in-pieces.ts'
import { requireText } from '../require-text.ts'
import type { PagePiece } from './page-memory.ts'
import { isOpenPage, requireWholePage } from './require-whole-page.ts'

/** What a page says of its end. */
export interface PageCompleteness {
  /** It goes from <html> to </html>. */
  readonly isWhole: boolean
  /** It begins with <html> and has no </html>. */
  readonly isOpen: boolean
}

/** Throws what requireText and requireWholePage throw. */
export function completenessOf(page: string, file: string, isEndOptional: boolean): PageCompleteness {
  requireText(page, file)
  return { isWhole: requireWholePage(page, file, isEndOptional), isOpen: isOpenPage(page) }
}

/** The same of a page in pieces: what is plain in it need not be looked at. */
export function completenessOfPieces(
  pieces: readonly PagePiece[],
  text: string | TextInPieces,
  file: string,
  isEndOptional: boolean,
): PageCompleteness {
  const outline = pieces.map((piece) => (piece.known.isPlain ? '<tr ' : piece.text)).join('')
  try {
    return completenessOf(outline, file, isEndOptional)
  } catch {
    // The lines of a fault are those of the page.
    return completenessOf(wholeOf(text), file, isEndOptional)
  }
}

/** Whether a piece, which begins with `<tr`, could change what completenessOf says, other than by that tag. */
export function saysWherePageEnds(piece: string): boolean {
  return /html|<!--|-->|\0/i.test(piece)
}
