import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { SourceError } from '../source-error.ts'
import { readLines, readQuotedLines } from './lines.ts'

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(',', ';', '\t', '|', '\n', ' ', '\r', '\u00a0', '\v', '\ufeff', '\\', '#', "'"),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', '40.516', 'Ann', 'é', '😀') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').replaceAll('"', ''))
const delimiter = fc.constantFrom(',', ';', '\t', '|')

test('a text without quotes has the same lines as the parser of quoted fields finds', () => {
  const property = fc.property(text, delimiter, (plain, between) => {
    const filled = (lines: ReturnType<typeof readLines>) => lines.filter(({ fields }) => fields.some(Boolean))
    expect(filled(readLines(plain, 'live.csv', between))).toEqual(filled(readQuotedLines(plain, 'live.csv', between)))
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

test('given quoted fields below a header of which some quotes are lost, then no line has whole fields of two rows', () => {
  const lost = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
  const property = fc.property(
    fc.integer({ min: 2, max: 4 }),
    delimiter,
    lost,
    fc.boolean(),
    (columns, between, places, isBlank) => {
      const cell = (row: number, column: number) => (isBlank && column > 1 ? '""' : `"r${row}c${column}"`)
      const rows = [0, 1, 2, 3].map((row) => Array.from({ length: columns }, (_, at) => cell(row, at)).join(between))
      const whole = `${rows.join('\n')}\n`
      const below = whole.indexOf('\n')
      const quotes = [...whole.matchAll(/"/g)].map(({ index }) => index).filter((at) => at > below)
      const gone = new Set(places.map((at) => quotes[at % quotes.length]))
      const damaged = [...whole].map((letter, at) => (gone.has(at) ? 'x' : letter)).join('')
      try {
        for (const { fields } of readQuotedLines(damaged, 'live.csv', between)) {
          const owners = fields.flatMap((field) => /^r(\d)c\d$/.exec(field)?.[1] ?? [])
          expect(new Set(owners).size, damaged).toBeLessThan(2)
        }
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
      }
    },
  )
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})
