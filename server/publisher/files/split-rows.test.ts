import fc from 'fast-check'
import { expect, test } from 'vitest'
import { casesPerProperty } from '../../../testing/repetitions.ts'
import { decodeFile } from './decode-text.ts'
import { type SplitPage, splitRows } from './split-rows.ts'

const part = fc.constantFrom(
  ...[
    '<tr>',
    '<TR\t',
    '<tr/>',
    '<Tr\n',
    '<t',
    'r>',
    '<tr',
    '<trx>',
    '<',
    '>',
    'a',
    'Núñez',
    '山田',
    '\r',
    '\n',
    '\r\n',
  ],
  ...['<td>45.123</td>', '<!-- <tr> -->'],
)
const doubtful = fc.constantFrom('\0', '\ufffd', '\ufeff', '\xe9')
const text = fc.array(fc.oneof({ weight: 40, arbitrary: part }, { weight: 1, arbitrary: doubtful }), { maxLength: 16 })

/** Files as a program saves them one after the other: parts are added, lost and moved, and some saves are cut. */
const saves = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), text, fc.nat({ max: 40 }), fc.boolean()), { maxLength: 6 }),
  )
  .map(([first, edits]) => {
    let parts = first
    const files = [first.join('')]
    for (const [at, lost, added, cut, isCut] of edits) {
      parts = parts.toSpliced(at % (parts.length + 1), lost, ...added.slice(0, 3))
      files.push(isCut ? parts.join('').slice(0, cut) : parts.join(''))
    }
    return files
  })

const bytesOf = (file: string) => (file.includes('\xe9') ? Buffer.from(file, 'latin1') : Buffer.from(file))

test('given a page that is saved again and again, when it is split with the pieces of the last save, then they are those of the page alone', () => {
  const property = fc.property(saves, (files) => {
    let before: SplitPage | undefined
    for (const file of files) {
      const bytes = bytesOf(file)
      const alone = splitRows(bytes)
      before = splitRows(bytes, before)
      expect(before).toEqual(alone)
    }
  })
  fc.assert(property, { numRuns: casesPerProperty })
})

test('given any page, when it can be split, then its pieces are the text of the file, and nothing in it was guessed', () => {
  const property = fc.property(saves, (files) => {
    for (const file of files) {
      const bytes = bytesOf(file)
      const split = splitRows(bytes)
      if (!split || bytes.toString().startsWith('\ufeff')) continue
      expect(decodeFile(bytes)).toEqual({ text: split.pieces.join(''), guessed: undefined, badLines: [] })
    }
  })
  fc.assert(property, { numRuns: casesPerProperty })
})

test('given a page, when it is split, then each piece but the first begins with a row', () => {
  const split = splitRows(Buffer.from('<table>\r\n<tr><td>Ann<TR class="a">Bo<trx>Cy<tr\n>'))
  expect(split).toMatchObject({ pieces: ['<table>\n', '<tr><td>Ann', '<TR class="a">Bo<trx>Cy', '<tr\n>'] })
  expect(split?.starts).toEqual([0, 9, 20, 43])
})

test.each([
  ['windows-1252', Buffer.from('<tr>José', 'latin1')],
  ['UTF-16', Buffer.from('<tr>Ann', 'utf16le')],
  ['UTF-8 with zeros at its end', Buffer.from('<tr>Ann\0\0')],
  ['UTF-8 with a replacement character', Buffer.from('<tr>Jos\ufffd')],
  ['UTF-8 that is cut inside of a letter', Buffer.from('<tr>José').subarray(0, -1)],
])('given a page in %s, then it is not split', (_, bytes) => {
  expect(splitRows(bytes)).toBeUndefined()
})

test('given a large page of which one row has changed, then its piece alone differs', () => {
  const row = (index: number) => `<tr><td>Entry ${index}</td><td>45.${index}</td></tr>\n`
  const pageOf = (changed: string) =>
    Buffer.from(Array.from({ length: 2000 }, (_, index) => (index === 900 ? changed : row(index))).join(''))
  const before = splitRows(pageOf(row(900)))
  const after = splitRows(pageOf('<tr><td>Núñez</td></tr>\n'), before)
  const isSame = after?.pieces.map((piece, index) => piece === before?.pieces[index])
  expect(isSame?.flatMap((same, index) => (same ? [] : [index]))).toEqual([900])
  expect(after).toEqual(splitRows(pageOf('<tr><td>Núñez</td></tr>\n')))
})
