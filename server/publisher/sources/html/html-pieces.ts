import type { TextInPieces } from '../../memory/text-in-pieces.ts'
import { SourceError } from '../source-error.ts'
import { listenToHtml } from './html-tokens.ts'
import { saysWherePageEnds } from './page-completeness.ts'
import type { KnownPiece, PageMemory, PagePiece } from './page-memory.ts'
import { createTableBuilder, type RowPart, type TableBuilder } from './table-builder.ts'

/** The page as what is in front of its first `<tr`, and a piece for each of them; of a known one, nothing is read. */
export function knownPieces(page: string | TextInPieces, memory: PageMemory): readonly PagePiece[] {
  const texts = typeof page === 'string' ? cutAtRows(page) : page.pieces
  return texts.map((text, index) => ({
    text,
    known: index === 0 ? ofHead(text) : memory.recall(text, () => readPiece(text)),
  }))
}

/** Reads a page with the builder, row by row. The tables are those of listenToHtml. */
export function listenToPieces(pieces: readonly PagePiece[], builder: TableBuilder): void {
  let line = 1
  let offset = 0
  for (const [index, { text, known }] of pieces.entries()) {
    const isAdded = known.row !== undefined && builder.addRow(known.row, line, offset + '<'.length)
    if (!isAdded && !endsOutsideOfTags(text)) {
      // Only the tokens of the whole rest tell where the tag ends.
      const rest = pieces.slice(index).map((piece) => piece.text)
      listenToHtml(rest.join(''), builder.listener, { line, offset })
      return
    }
    if (!isAdded) listenToHtml(text, builder.listener, { line, offset })
    line += known.lineEnds
    offset += text.length
  }
}

function cutAtRows(page: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  for (const { index } of page.matchAll(/<tr(?=[\s/>])/gi)) {
    pieces.push(page.slice(start, index))
    start = index
  }
  return [...pieces, page.slice(start)]
}

function ofHead(text: string): KnownPiece {
  return { row: undefined, lineEnds: lineEndsIn(text), isPlain: false }
}

function readPiece(text: string): KnownPiece {
  const row = endsOutsideOfTags(text) ? rowOf(text) : undefined
  return { row, lineEnds: lineEndsIn(text), isPlain: !saysWherePageEnds(text) }
}

/** The row that a text leaves in an open table; undefined for a text that is more, or that a page may not have. */
function rowOf(piece: string): RowPart | undefined {
  const { listener, onlyRow } = createTableBuilder('')
  listener.open('table', new Map(), 1, 0)
  try {
    listenToHtml(piece, listener)
    return onlyRow()
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}

const probe = '<tr>'

/** Whether a tag behind the text would be a tag: no other one, no comment and no script is open. */
function endsOutsideOfTags(text: string): boolean {
  let isTag = false
  const isProbe = (offset: number) => offset === text.length + '<'.length
  listenToHtml(text + probe, {
    open(tag, attributes, _line, offset) {
      if (isProbe(offset)) isTag = tag === 'tr' && attributes.size === 0
    },
    close() {},
    text() {},
  })
  return isTag
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1
}
