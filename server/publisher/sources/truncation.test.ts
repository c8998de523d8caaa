import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repetitions } from '../../../testing/repetitions.ts'
import { decodeText } from '../files/decode-text.ts'
import { readAxwareGrid } from './axware/axware-grid.ts'
import { readAxwareHtml } from './axware/axware-html.ts'
import { SourceError } from './source-error.ts'
import { readCsv } from './tables/csv.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))

interface Outcome {
  readonly rows: readonly unknown[]
  readonly unterminated: boolean
}

const readers = {
  grid: (text: string): Outcome => {
    const { entries, unterminated } = readAxwareGrid(text, 'a')
    return { rows: entries, unterminated }
  },
  csv: (text: string): Outcome => readCsv(text, 'a', { delimiter: ',' }),
}

/**
 * A cut file is refused, or has the rows before the cut; only the last may be wrong, in a file reported as
 * unterminated.
 */
function expectHonest(
  bytes: Uint8Array,
  cut: number,
  whole: readonly unknown[],
  read: (text: string) => Outcome,
): void {
  let outcome: Outcome
  try {
    outcome = read(decodeText(bytes.subarray(0, cut)))
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError)
    return
  }
  const sure = outcome.unterminated ? outcome.rows.slice(0, -1) : outcome.rows
  // As JSON, because rows have a prototype of their own.
  expect(JSON.stringify(sure)).toBe(JSON.stringify(whole.slice(0, sure.length)))
  expect(outcome.rows.length).toBeLessThanOrEqual(whole.length)
}

describe('a file that is cut at any byte has no wrong rows', () => {
  test.each([
    ['shuffled.rgg', 'grid'],
    ['windows-1252.rgg', 'grid'],
    ['days.rgg', 'grid'],
    ['club.csv', 'csv'],
  ] as const)('for %s', (name, reader) => {
    const bytes = fixture(name)
    const whole = readers[reader](decodeText(bytes)).rows
    for (let cut = 0; cut < bytes.length; cut += 1) expectHonest(bytes, cut, whole, readers[reader])
  })

  test('for any grid', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', '"', ' ', 'é', '’', '😀', '4', '\\'), maxLength: 6 })
    const quoted = (text: string) => (/["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const row = fc.tuple(fc.constantFrom('ss', 'str'), fc.constantFrom('4', '09'), word, word, word)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.nat(), (rows, end, at) => {
        const lines = [['Class', 'Number', 'First Name', 'Last Name', 'Run 1'], ...rows]
        const bytes = new Uint8Array(Buffer.from(lines.map((line) => line.map(quoted).join('\t') + end).join('')))
        expectHonest(bytes, at % bytes.length, readers.grid(decodeText(bytes)).rows, readers.grid)
      }),
      { numRuns: repetitions({ unit: 100, full: 500 }) },
    )
  })

  test.each(['two-rows.htm', 'two-days.htm', 'total-first.htm'])(
    'for %s, which is refused when cut before its last </html>',
    (name) => {
      const bytes = fixture(name)
      const end = Buffer.from(bytes).toString('latin1').toLowerCase().lastIndexOf('</html>') + '</html>'.length
      for (let cut = 0; cut < end; cut += 1) {
        const text = decodeText(bytes.subarray(0, cut))
        expect(() => readAxwareHtml(text, name)).toThrow(SourceError)
      }
      expect(readAxwareHtml(decodeText(bytes.subarray(0, end)), name)).toEqual(readAxwareHtml(decodeText(bytes), name))
    },
  )
})
