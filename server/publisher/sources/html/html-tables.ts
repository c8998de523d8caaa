import { asOnePass } from '../../memory/pass-memory.ts'
import { type TextInPieces, wholeOf } from '../../memory/text-in-pieces.ts'
import { SourceError } from '../source-error.ts'
import { knownPieces, listenToPieces } from './html-pieces.ts'
import type { HtmlTable } from './html-table.ts'
import { listenToHtml } from './html-tokens.ts'
import { completenessOf, completenessOfPieces, type PageCompleteness } from './page-completeness.ts'
import type { PageMemory } from './page-memory.ts'
import { createTableBuilder, type TableBuilder } from './table-builder.ts'

/** What proves that a page is whole: its </html>, the end of its last table, or the word of the template alone. */
export type PageEnd = 'html' | 'table' | 'anything'

/**
 * Reads the tables of a page in the order they begin. Missing end tags of cells and rows, and stray ones, do no harm.
 * With a memory, rows that are the same have the same cells. Throws 'half_written' for a page without its end, and for
 * an open table in a page without </html>.
 */
export function readHtmlTables(
  text: string | TextInPieces,
  file: string,
  end: PageEnd = 'html',
  memory?: PageMemory,
): readonly HtmlTable[] {
  return readHtmlPage(text, file, end, memory).tables
}

export interface HtmlPage {
  readonly tables: readonly HtmlTable[]
  /** The names of the places within the page to which it links, in order, each once; without its top. */
  readonly links: readonly string[]
  /** It begins with <html> and has no </html>. */
  readonly isOpen: boolean
}

/** As readHtmlTables, with the links of the page. */
export function readHtmlPage(
  text: string | TextInPieces,
  file: string,
  end: PageEnd = 'html',
  memory?: PageMemory,
): HtmlPage {
  if (memory) return asOnePass(memory, () => readInPieces(text, file, end, memory))
  const page = wholeOf(text)
  const completeness = completenessOf(page, file, end !== 'html')
  const builder = createTableBuilder(file)
  listenToHtml(page, builder.listener)
  return pageOf(builder, completeness, file, end)
}

/** The same page; of rows that the memory knows, no token is read again. */
function readInPieces(text: string | TextInPieces, file: string, end: PageEnd, memory: PageMemory): HtmlPage {
  const pieces = knownPieces(text, memory)
  const completeness = completenessOfPieces(pieces, text, file, end !== 'html')
  const builder = createTableBuilder(file)
  listenToPieces(pieces, builder)
  return pageOf(builder, completeness, file, end)
}

function pageOf(builder: TableBuilder, { isWhole, isOpen }: PageCompleteness, file: string, end: PageEnd): HtmlPage {
  const isEndKnown = isWhole || end === 'anything'
  // AXWare leaves tables open in whole pages, so only the end of the page proves that it is whole.
  const unclosed = builder.openLine()
  if (unclosed !== undefined && !isEndKnown) {
    throw halfWritten(file, 'the table that begins here never ends.', end, unclosed)
  }
  const tables = builder.tables()
  if (tables.length === 0 && !isEndKnown) throw halfWritten(file, 'this is no whole page, and has no table.', end)
  return { tables, links: builder.links(), isOpen }
}

function halfWritten(file: string, problem: string, end: PageEnd, line?: number): SourceError {
  const other = end === 'table' ? ' If the program never ends its pages, write whole=true behind the file name.' : ''
  return new SourceError(
    'half_written',
    file,
    problem,
    `The next save will complete it; nothing is lost.${other}`,
    line,
  )
}
