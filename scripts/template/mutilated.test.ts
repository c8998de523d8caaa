import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { driversOf, type MadeUpFile, type ProposedList, proposedList, recognise } from './proposed-list.fixture.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))
const textOf = (...path: string[]) => readFileSync(join(data, ...path))

const files = {
  'AXWare grid': textOf('live.rgg'),
  'AXWare page': textOf('examples/axware-html/live.html'),
  'club CSV': textOf('examples/club-csv/results.csv'),
  'rallycross list': textOf('examples/rallycross/results.txt'),
  'two-day list': textOf('examples/two-day/results.tsv'),
} as const

const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const lines = (text: string) => text.split('\n')
const setOf = (proposed: ProposedList) => new Set(driversOf(proposed).map((one) => JSON.stringify(one)))

/** Swaps the columns of separated text without quotes, the last one to the front. */
function turnColumns(text: string, separator: string): string {
  return lines(text)
    .map((line) => line.split(separator))
    .map((fields) => [fields.at(-1) ?? '', ...fields.slice(0, -1)].join(separator))
    .join('\n')
}

/** Copies of the examples as people and programs change them, which keep every entry. */
const changed: readonly (readonly [what: string, original: MadeUpFile, copy: MadeUpFile])[] = [
  [
    'a grid with another line end',
    ['a', files['AXWare grid']],
    ['a', asText(files['AXWare grid']).replaceAll('\n', '\r\n')],
  ],
  [
    'a grid in UTF-16',
    ['a', files['AXWare grid']],
    ['a', Buffer.from(`\ufeff${asText(files['AXWare grid'])}`, 'utf16le')],
  ],
  [
    'a grid with the header above each page',
    ['a', files['AXWare grid']],
    ['a', withSecondHeader(asText(files['AXWare grid']))],
  ],
  [
    'a page in capitals',
    ['a', files['AXWare page']],
    ['a', asText(files['AXWare page']).replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase())],
  ],
  ['a club CSV with semicolons', ['a', files['club CSV']], ['a', withSemicolons(asText(files['club CSV']))]],
  [
    'a club CSV below a title',
    ['a', files['club CSV']],
    ['a', `Slalom 2\n\n${asText(files['club CSV']).replace('\ufeff', '')}`],
  ],
  [
    'a club CSV with other headings',
    ['a', files['club CSV']],
    ['a', asText(files['club CSV']).replace('FirstName,LastName', 'Vorname,Nachname').replace(',Class,', ',Klasse,')],
  ],
  [
    'a club CSV after "sep=,"',
    ['a', files['club CSV']],
    ['a', `sep=,\n${asText(files['club CSV']).replace('\ufeff', '')}`],
  ],
  [
    'a two-day list with its columns in another order',
    ['a', files['two-day list']],
    ['a', turnColumns(asText(files['two-day list']), '\t')],
  ],
  [
    'a two-day list with bars',
    ['a', files['two-day list']],
    ['a', asText(files['two-day list']).replaceAll('\t', '|')],
  ],
  [
    'a two-day list with a heading that says nothing',
    ['a', files['two-day list']],
    ['a', asText(files['two-day list']).replace('Driver', 'Kol 3')],
  ],
]

function withSecondHeader(text: string): string {
  const [header = '', ...rows] = lines(text)
  return [header, ...rows.slice(0, 20), header, ...rows.slice(20)].join('\n')
}

function withSemicolons(text: string): string {
  return text.replace(/"([^"]|"")*"|,/g, (part) => (part === ',' ? ';' : part))
}

test.each(changed)('%s gives the entries of the original', async (_what, original, copy) => {
  expect(setOf(await proposedList(copy))).toEqual(setOf(await proposedList(original)))
})

describe.each(Object.entries(files))('the %s, cut off', (_what, bytes) => {
  test.each([0.35, 0.6, 0.9, 0.99])(
    'at %d of its length, is recognised, and the report says that it is cut off',
    async (share) => {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share))
      const found = recognise(['results', cut])
      if (found.kind === 'unusable') {
        expect(found.what).toBe('a file that is cut off')
        return
      }
      const whole = new Set(
        (await proposedList(['results', bytes])).recognised.flatMap(({ entries }) => entries.map(({ name }) => name)),
      )
      // The last name may be cut, too.
      expect(found.entries.slice(0, -1).filter(({ name }) => !whole.has(name))).toEqual([])
      const { trial } = await proposedList(['results', cut])
      const isWarned = found.doubts.some((doubt) => doubt.includes('is cut off'))
      const isRefused = trial.kind === 'problem' && trial.problem.code === 'half_written'
      expect(isWarned).toBe(isRefused)
    },
  )
})
