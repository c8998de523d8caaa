import { asOnePass } from '../../memory/pass-memory.ts'
import { SourceError } from '../source-error.ts'
import { listenToHtml } from './html-tokens.ts'
import type { KnownPiece, PageMemory } from './page-memory.ts'
import { createTableBuilder, type RowPart, type TableBuilder } from './table-builder.ts'

/**
 * Reads a page with the builder, row by row: of rows that the memory knows, no token is read again. The tables are
 * those of listenToHtml.
 */
export function listenToPieces(page: string, builder: TableBuilder, memory: PageMemory): void {
  asOnePass(memory, () => {
    const starts = rowStarts(page)
    let line = 1
    let offset = 0
    for (const end of [...starts, page.length]) {
      const piece = page.slice(offset, end)
      const known: KnownPiece = offset === 0 ? ofHead(piece) : memory.recall(piece, () => readPiece(piece))
      const isAdded = known.row !== undefined && builder.addRow(known.row, line, offset + '<'.length)
      if (!isAdded && !endsOutsideOfTags(piece)) {
        // Only the tokens of the whole rest tell where the tag ends.
        listenToHtml(page.slice(offset), builder.listener, { line, offset })
        return
      }
      if (!isAdded) listenToHtml(piece, builder.listener, { line, offset })
      line += known.lineEnds
      offset = end
    }
  })
}

function rowStarts(page: string): readonly number[] {
  const starts: number[] = []
  for (const { index } of page.matchAll(/<tr(?=[\s/>])/gi)) starts.push(index)
  return starts
}

function ofHead(piece: string): KnownPiece {
  return { row: undefined, lineEnds: lineEndsIn(piece) }
}

function readPiece(piece: string): KnownPiece {
  return { row: endsOutsideOfTags(piece) ? rowOf(piece) : undefined, lineEnds: lineEndsIn(piece) }
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
