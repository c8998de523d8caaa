import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { type TextInPieces, textInPieces } from '../../memory/text-in-pieces.ts'
import { SourceError } from '../source-error.ts'
import { type PageEnd, readHtmlPage } from './html-tables.ts'
import { createPageMemory, type PageMemory } from './page-memory.ts'

const cell = fc.constantFrom(
  '<td>45.1',
  '<td class="bestt">46.2</td>',
  '<th colspan=2>Ann &amp; Bo</th>',
  '<td rowspan="2">x',
)
const row = fc
  .tuple(
    fc.constantFrom('<tr>', '<tr><hr>', '<tr><a id="GS"></a>', '<tr class="a">\n', '<TR\n>', '<tr/>'),
    fc.array(cell, { maxLength: 4 }),
  )
  .map(([start, cells]) => `${start}${cells.join('\n')}</tr>\n`)
const odd = fc.constantFrom(
  ...[
    '<table>',
    '</table>',
    '</tr>',
    '<hr>',
    '<a name="SS"></a>',
    '<a href="#SS">SS</a>',
    '<br>',
    '<b>',
    '&nbs',
    '&amp',
  ],
  ...['<!--', '-->', '<!-- <tr> -->', '<script>', '</script>', '<script>"<tr><td>9"</script>', '<title>', '</title>'],
  ...[
    '<td title="a',
    '"',
    "'",
    '<',
    '<t',
    '<tr',
    '<tr ',
    '<trx>',
    '</html>',
    'Â\u00a0',
    '\n\n',
    '<style>',
    '<![CDATA[',
    '\0',
    '<html>',
    '<!-- </html>',
  ],
)
const piece = fc.oneof({ weight: 5, arbitrary: row }, { weight: 2, arbitrary: odd }, { weight: 1, arbitrary: cell })
const body = fc.array(piece, { maxLength: 14 })

/** Pages as a program saves them one after the other: pieces are added, lost and moved. */
const saves = fc
  .tuple(body, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.array(piece, { maxLength: 2 })), { maxLength: 5 }))
  .map(([first, edits]) => {
    const pages = [first]
    for (const [at, lost, added] of edits) {
      const last = pages.at(-1) ?? []
      pages.push(last.toSpliced(at % (last.length + 1), lost, ...added))
    }
    return pages.map((pieces) => `<html><table>${pieces.join('')}</table></html>`)
  })

/** Cut at some of the rows of a page, as a reader of bytes may cut it. */
function inPieces(page: string): TextInPieces {
  return textInPieces(page.split(/(?=<tr[ >])/))
}

function outcome(page: string | TextInPieces, end: PageEnd, memory?: PageMemory): unknown {
  try {
    return readHtmlPage(page, 'a.html', end, memory)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { code, message, line } = error
    return { code, message, line }
  }
}

test.each<PageEnd>(['html', 'table', 'anything'])(
  'given a page that is saved again and again, when rows of the last save are known, then its tables, its links and whether it is open, or its fault, are those of the page alone (end: %s)',
  (end) => {
    const property = fc.property(saves, (pages) => {
      const [memory, memoryOfPieces] = [createPageMemory(), createPageMemory()]
      for (const page of pages) {
        const alone = outcome(page, end)
        expect(outcome(page, end, memory)).toEqual(alone)
        expect(outcome(inPieces(page), end, memoryOfPieces)).toEqual(alone)
      }
    })
    fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
  },
)

test('given a page of which one row has changed, then the other rows have the same cells as before', () => {
  const rows = ['<tr><td>Ann<td>45.1</tr>', '<tr><td>Bo<td>46.2</tr>', '<tr><td>Cy<td>47.3</tr>']
  const pageOf = (some: readonly string[]) => `<html><table>\n${some.join('\n')}\n</table></html>`
  const memory = createPageMemory()
  const cellsOf = (some: readonly string[]) =>
    readHtmlPage(pageOf(some), 'a.html', 'html', memory).tables[0]?.rows.map(({ cells }) => cells) ?? []
  const before = cellsOf(['<tr><td>Ann<td>44.9</tr>', ...rows.slice(1)])
  const after = cellsOf(rows)
  expect(after[1]).toBe(before[1])
  expect(after[0]).not.toBe(before[0])
})
