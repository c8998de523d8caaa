import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { driversOf, entriesOf, proposedList, recognise } from './proposed-list.fixture.ts'
import { doubtLines } from './report-lines.ts'

// cspell:ignore Durchgang: a heading that nobody knows
const data = fileURLToPath(new URL('../../data', import.meta.url))
const club = readFileSync(join(data, 'examples/club-csv/results.csv'), 'utf8')

test('given headings that nobody knows, then the columns behind the runs are their penalties, and no class', async () => {
  const file = `a,b,c,Durchgang 1,Durchgang 1 Pen,Durchgang 2,Durchgang 2 Pen
Ada Lund,7,Mazda MX-5,60.125,1,58.5,RERUN
Bo Rask,9,Honda CRX Si,61.1,,62.5,DNF
Cy Dahl,12,VW Golf 2,61.9,2,62.1,DNF
`
  const proposed = await proposedList(['r.csv', file])
  const expected = [
    ['Ada Lund', '', '7', ['60.125+1', '58.5+RRN']],
    ['Bo Rask', '', '9', ['61.1', '62.5+DNF']],
    ['Cy Dahl', '', '12', ['61.9+2', '62.1+DNF']],
  ]
  expect(driversOf(proposed)).toEqual(expected)
  expect(entriesOf(proposed)).toEqual(expected)
})

test('given the largest whole number in the place of a best lap, then that entry has no time', async () => {
  const lines = [
    { name: 'Ana Sol', car: 9, bestLap: 96186 },
    { name: 'Leo Mar', car: 7, bestLap: 2_147_483_647 },
  ]
  const proposed = await proposedList(['r.json', JSON.stringify({ lines })])
  expect(driversOf(proposed)).toEqual([
    ['Ana Sol', '', '9', ['96.186']],
    ['Leo Mar', '', '7', []],
  ])
  expect(entriesOf(proposed)).toEqual(driversOf(proposed))
})

test('given names with commas that lost their quotes, then there is a list, and the report names the line', async () => {
  const proposed = await proposedList(['r.csv', club.replaceAll('"', '')])
  expect(driversOf(proposed)).toHaveLength(14)
  const doubts = proposed.recognised.flatMap((file) => file.doubts)
  expect(doubts.join()).toContain('rows hold more fields than the header names')
})

test('given a class code of 60 characters, then the list has it, and the event says why it does not', async () => {
  const code = 'Historic touring cars of the second period up to 2000 cc - B'
  const proposed = await proposedList(['r.csv', `Name,Class,Run 1\nAda Lund,${code},60.1\nBo Rask,${code},61.1\n`])
  expect(driversOf(proposed)).toEqual([
    ['Ada Lund', code, '', ['60.1']],
    ['Bo Rask', code, '', ['61.1']],
  ])
  expect(proposed.event).toContain(
    '# Not listed, since a code has 20 characters at most here: "Historic touring cars of the s',
  )
})

const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 251)
test.each([
  ['bytes of no text', bytes, 'a file of another kind, and no text'],
  ['a table with zero bytes in it', Buffer.from(club.replaceAll('STR', 'S\0R')), 'a file with zero bytes in it'],
])('given %s, then the report says so', (_, content, what) => {
  expect(recognise(['r.csv', content])).toMatchObject({ kind: 'unusable', what })
})

test('given text in any encoding, then it is not taken for another kind', () => {
  const cyrillic = Buffer.from('\ufeffName;Class;Run 1\nИван Петров;Д2;60,1\nОльга Ким;Д2;61,1\n', 'utf16le')
  expect(recognise(['r.csv', cyrillic]).kind).toBe('recognised')
})

test('given many entries without a name, then the report lists the first three and counts the others', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => `,STR,${index + 1},60.${index + 1}\n`)
  const { recognised, trial } = await proposedList(['r.csv', `Name,Class,Number,Run 1\n${rows.join('')}`])
  const lines = doubtLines(recognised, trial.kind === 'list' ? trial.warnings : [])
  expect(lines.filter((line) => line.includes('is shown as "no name"'))).toHaveLength(3)
  expect(lines.join('\n')).toContain('9 more warnings of this kind.')
})
